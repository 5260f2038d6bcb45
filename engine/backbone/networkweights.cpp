#include "backbone/networkweights.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "model/safetensorsheader.h"

namespace spotcheck {

namespace {

bool hasStage(const TensorFile &file, const StagePlan &stage)
{
    const auto first = file.tensors().lower_bound(stage.prefix);
    return first != file.tensors().end() && first->first.starts_with(stage.prefix);
}

std::vector<float> finiteFloats(const TensorFile &file, const std::string &name,
                                const std::vector<std::int64_t> &shape)
{
    std::vector<float> values = file.floats(name, shape);
    if (!std::ranges::all_of(values, [](float value) { return std::isfinite(value); }))
        file.fail("tensor " + quotedName(name) + " holds values that are not finite");
    return values;
}

/// A standard normal number; std::normal_distribution differs from library to library.
double normal(std::mt19937_64 &engine)
{
    const auto uniform = [&engine] { return (static_cast<double>(engine() >> 11) + 0.5) * 0x1p-53; };
    const double radius = std::sqrt(-2.0 * std::log(uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

} // namespace

std::size_t stagesIn(const TensorFile &file, const NetworkPlan &plan)
{
    std::size_t count = plan.stages.size();
    while (count > 0 && !hasStage(file, plan.stages[count - 1]))
        --count;
    return count;
}

double likeness(const TensorFile &file, const NetworkPlan &plan)
{
    std::size_t alike = 0;
    std::size_t either = 0;
    for (const ConvolutionPlan &convolution : plan.convolutions(std::max<std::size_t>(1, stagesIn(file, plan)))) {
        for (const auto &[name, shape] : convolution.tensors()) {
            const bool same = file.has(name) && file.tensor(name).shape == shape;
            alike += same ? 1 : 0;
            either += same ? 0 : 1; // the others are counted with the file's
        }
    }
    for (const auto &[name, tensor] : file.tensors())
        either += !name.ends_with(".num_batches_tracked") ? 1 : 0;
    return either == 0 ? 0 : static_cast<double>(alike) / static_cast<double>(either);
}

std::string misfit(const TensorFile &file, const NetworkPlan &plan)
{
    std::set<std::string> expected;
    for (const ConvolutionPlan &convolution : plan.convolutions(std::max<std::size_t>(1, stagesIn(file, plan)))) {
        for (const auto &[name, shape] : convolution.tensors()) {
            if (!file.has(name))
                return "the file has no tensor " + quotedName(name) + ", which " + plan.architecture + " needs";
            const TensorView &tensor = file.tensor(name);
            if (tensor.shape != shape)
                return "tensor " + quotedName(name) + " has the shape " + shapeText(tensor.shape) + ", " +
                       plan.architecture + " needs " + shapeText(shape);
            expected.insert(name);
        }
    }
    // ResNet-34 holds all that ResNet-18 needs, and more: what is left over tells them apart.
    for (const auto &[name, tensor] : file.tensors())
        if (name.starts_with(plan.prefix) && !name.ends_with(".num_batches_tracked") && !expected.contains(name))
            return "the file has the tensor " + quotedName(name) + ", which " + plan.architecture + " does not have";
    return {};
}

FoldedConvolution readConvolution(const TensorFile &file, const ConvolutionPlan &plan)
{
    const std::vector<std::int64_t> channels{plan.outputs};
    FoldedConvolution folded;
    folded.weights = finiteFloats(file, plan.convolution + ".weight", plan.weightShape());
    if (plan.norm.empty()) {
        folded.bias = finiteFloats(file, plan.convolution + ".bias", channels);
        return folded;
    }
    const std::vector<float> gain = finiteFloats(file, plan.norm + ".weight", channels);
    const std::vector<float> shift = finiteFloats(file, plan.norm + ".bias", channels);
    const std::vector<float> mean = finiteFloats(file, plan.norm + ".running_mean", channels);
    const std::vector<float> variance = finiteFloats(file, plan.norm + ".running_var", channels);

    const std::size_t perOutput = folded.weights.size() / gain.size();
    folded.bias.resize(gain.size());
    for (std::size_t output = 0; output < gain.size(); ++output) {
        if (variance[output] < 0)
            file.fail("tensor " + quotedName(plan.norm + ".running_var") + " holds a negative variance");
        const double factor = gain[output] / std::sqrt(variance[output] + plan.normEpsilon);
        folded.bias[output] = static_cast<float>(shift[output] - mean[output] * factor);
        bool finite = std::isfinite(folded.bias[output]);
        for (std::size_t i = output * perOutput; i < (output + 1) * perOutput; ++i) {
            folded.weights[i] = static_cast<float>(folded.weights[i] * factor);
            finite = finite && std::isfinite(folded.weights[i]);
        }
        if (!finite)
            file.fail(plan.convolution + " and " + plan.norm + " together exceed single precision");
    }
    return folded;
}

FoldedConvolution randomConvolution(std::mt19937_64 &engine, const ConvolutionPlan &plan)
{
    const std::int64_t fanOut = plan.outputs / plan.groups * plan.kernel * plan.kernel;
    const double deviation = std::sqrt(2.0 / static_cast<double>(fanOut)) / std::sqrt(1.0 + plan.normEpsilon);
    FoldedConvolution folded;
    folded.bias.resize(static_cast<std::size_t>(plan.outputs));
    folded.weights.resize(static_cast<std::size_t>(*elementCount(plan.weightShape())));
    for (float &weight : folded.weights)
        weight = static_cast<float>(deviation * normal(engine));
    return folded;
}

} // namespace spotcheck
