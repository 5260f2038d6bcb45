#include "loadedmodule.h"

#include <torch/script.h>

namespace spotcheck::test {

namespace {

at::Tensor tensorOf(const cv::Mat &picture)
{
    const cv::Mat rows = picture.isContinuous() ? picture : picture.clone();
    return at::from_blob(rows.data, {rows.rows, rows.cols, 3}, rows.depth() == CV_8U ? at::kByte : at::kFloat)
        .clone();
}

at::Tensor batchOf(const std::vector<cv::Mat> &pictures)
{
    std::vector<at::Tensor> tensors;
    for (const cv::Mat &picture : pictures)
        tensors.push_back(tensorOf(picture));
    return at::stack(tensors);
}

LoadedModule::Output outputOf(torch::jit::Module &module, const at::Tensor &input)
{
    const auto elements = module.forward({input}).toTuple()->elements();
    const at::Tensor scores = elements.at(0).toTensor().contiguous();
    const at::Tensor maps = elements.at(1).toTensor().contiguous();
    if (scores.dim() != 1 || maps.dim() != 3 || scores.size(0) != maps.size(0))
        throw std::runtime_error("the module's results have another shape than promised");
    LoadedModule::Output output;
    output.scores.assign(scores.data_ptr<float>(), scores.data_ptr<float>() + scores.numel());
    for (std::int64_t i = 0; i < maps.size(0); ++i) {
        const at::Tensor map = maps[i];
        output.maps.push_back(
            cv::Mat(static_cast<int>(map.size(0)), static_cast<int>(map.size(1)), CV_32FC1, map.data_ptr<float>())
                .clone());
    }
    return output;
}

} // namespace

struct LoadedModule::Module {
    mutable torch::jit::Module module;
};

LoadedModule::LoadedModule(const std::filesystem::path &file) : m_module(std::make_unique<Module>())
{
    torch::jit::ExtraFilesMap files{{"spotcheck.json", ""}};
    m_module->module = torch::jit::load(file.string(), c10::nullopt, files);
    m_module->module.eval();
    m_metadata = files["spotcheck.json"];
}

LoadedModule::~LoadedModule() = default;

LoadedModule::Output LoadedModule::ofInputs(const std::vector<cv::Mat> &inputs) const
{
    return outputOf(m_module->module, batchOf(inputs).permute({0, 3, 1, 2}).contiguous());
}

LoadedModule::Output LoadedModule::ofPictures(const std::vector<cv::Mat> &pictures) const
{
    return outputOf(m_module->module, batchOf(pictures));
}

LoadedModule::Output LoadedModule::ofPicture(const cv::Mat &picture) const
{
    return outputOf(m_module->module, tensorOf(picture));
}

} // namespace spotcheck::test
