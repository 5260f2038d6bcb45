#include "backbone/compilednetwork.h"

#include <algorithm>

#include "backbone/network.h"
#include "backbone/onednnprogram.h"

namespace spotcheck {

namespace {

using Tensor = OneDnnProgram::Tensor;

/// The result may take the input's place.
Tensor addBlock(OneDnnProgram &program, const Block &block, const Tensor &input)
{
    Tensor current = input;
    const auto moveTo = [&](const Tensor &next) {
        if (!block.residual || current.buffer != input.buffer)
            program.release(current);
        current = next;
    };
    for (std::size_t index = 0; index + 1 < block.path.size(); ++index)
        moveTo(program.convolve(current, block.path[index], block.path[index].activation));
    const Convolution &last = block.path.back();
    if (!block.residual) {
        moveTo(program.convolve(current, last, last.activation));
        return current;
    }
    Tensor sum = input;
    if (block.shortcut) {
        sum = program.convolve(input, *block.shortcut, Activation::None);
        program.release(input);
    }
    moveTo(program.convolve(current, last, block.activation, sum));
    return current;
}

bool known(const ConvolutionPlan &convolution)
{
    return convolution.groups == 1 &&
           (convolution.activation == Activation::None || convolution.activation == Activation::Relu);
}

/// Residual blocks add before they rectify, to the output of a block's second convolution or a later one.
bool known(const BlockPlan &block)
{
    const bool addable =
        !block.residual || (block.path.size() > 1 && block.path.back().activation == Activation::None);
    return addable && !block.squeeze &&
           std::ranges::all_of(block.convolutions(), [](const ConvolutionPlan &plan) { return known(plan); });
}

} // namespace

bool CompiledNetwork::knows(const NetworkPlan &plan)
{
    return std::ranges::all_of(plan.stages, [](const StagePlan &stage) {
        return std::ranges::all_of(stage.blocks, [](const BlockPlan &block) { return known(block); });
    });
}

CompiledNetwork::CompiledNetwork(const std::vector<NetworkStage> &stages, const std::vector<std::size_t> &wanted,
                                 const cv::Size &size, bool half)
    : m_size(size), m_outputs(wanted.size()), m_program(std::make_unique<OneDnnProgram>(half))
{
    Tensor current = m_program->input(size.height, size.width);
    for (std::size_t stage = 0; stage < stages.size(); ++stage) {
        if (stages[stage].pooled) {
            const Tensor pooled = m_program->pool(current);
            m_program->release(current);
            current = pooled;
        }
        for (const Block &block : stages[stage].blocks)
            current = addBlock(*m_program, block, current);
        for (std::size_t index = 0; index < wanted.size(); ++index) {
            if (wanted[index] != stage)
                continue;
            FeatureMap &shape = m_outputs[index].shape;
            shape.height = static_cast<int>(current.height());
            shape.width = static_cast<int>(current.width());
            shape.channels = static_cast<int>(current.channels());
            m_outputs[index].number = m_program->output(current);
        }
    }
}

CompiledNetwork::~CompiledNetwork() = default;

FeatureMaps CompiledNetwork::operator()(const cv::Mat &input) const
{
    const cv::Mat rows = input.isContinuous() ? input : input.clone();
    FeatureMaps maps;
    std::vector<float *> places(m_outputs.size());
    for (const Output &output : m_outputs) {
        const std::shared_ptr<float[]> values = std::make_shared_for_overwrite<float[]>(output.shape.size());
        places[output.number] = values.get();
        maps.push_back(output.shape);
        maps.back().values = std::shared_ptr<const float>(values, values.get());
    }
    m_program->run(rows.ptr<float>(), places);
    return maps;
}

} // namespace spotcheck
