#include "pretrain/networkweights.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <torch/torch.h>

#include <spotcheck/core/error.h>

#include "model/safetensors.h"

namespace spotcheck::pretrain {

void exportWeights(const std::filesystem::path &file, ResNet18 &network,
                   const std::map<std::string, std::string> &metadata)
{
    std::vector<torch::Tensor> kept;
    std::vector<TensorToWrite> written;
    const auto add = [&](const std::string &name, const torch::Tensor &tensor) {
        if (tensor.scalar_type() != torch::kFloat32)
            return; // num_batches_tracked: of no use without further training
        const torch::Tensor half = tensor.detach().contiguous().to(torch::kCPU, torch::kFloat16);
        if (!torch::isfinite(half.to(torch::kFloat32)).all().item<bool>())
            throw Error(ErrorCode::Internal, file, "the weights of " + name + " do not fit half precision");
        kept.push_back(half);
        const auto *bytes = static_cast<const std::byte *>(half.data_ptr());
        written.push_back({name, TensorType::Float16, half.sizes().vec(), {bytes, half.nbytes()}});
    };
    for (const auto &parameter : network->named_parameters())
        add(parameter.key(), parameter.value());
    for (const auto &buffer : network->named_buffers())
        add(buffer.key(), buffer.value());
    writeSafetensors(file, metadata, written);
}

void importWeights(const std::filesystem::path &file, ResNet18 &network)
{
    torch::NoGradGuard noGradients;
    const SafetensorsFile weights(file, ErrorCode::WeightsInvalid);
    const auto fill = [&](const std::string &name, torch::Tensor tensor) {
        if (tensor.scalar_type() != torch::kFloat32)
            return; // num_batches_tracked
        std::vector<float> values = weights.floats(name, tensor.sizes().vec());
        if (!std::ranges::all_of(values, [](float value) { return std::isfinite(value); }))
            throw Error(ErrorCode::WeightsInvalid, file, name + " holds a value that is not finite");
        tensor.copy_(torch::from_blob(values.data(), tensor.sizes()));
    };
    for (const auto &parameter : network->named_parameters())
        fill(parameter.key(), parameter.value());
    for (const auto &buffer : network->named_buffers())
        fill(buffer.key(), buffer.value());
}

} // namespace spotcheck::pretrain
