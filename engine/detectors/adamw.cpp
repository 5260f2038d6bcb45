#include "detectors/adamw.h"

#include <algorithm>
#include <cmath>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

constexpr const char *stepsName = "adamw.steps";

std::string tensorName(const TrainedValues &trained, const char *part)
{
    return "adamw." + trained.name + '.' + part;
}

std::vector<std::int64_t> shapeOf(std::span<const float> values)
{
    return {static_cast<std::int64_t>(values.size())};
}

void copyInto(std::span<float> target, const ModelReader &reader, const std::string &name)
{
    const std::span<const float> values = reader.floatView(name, shapeOf(target));
    std::copy(values.begin(), values.end(), target.begin());
}

} // namespace

void AdamWOptions::validate() const
{
    if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1))
        throw Error(ErrorCode::InvalidParameter, "AdamW's decays must be at least 0 and below 1");
    if (!(epsilon > 0 && weightDecay >= 0))
        throw Error(ErrorCode::InvalidParameter, "AdamW's epsilon must be above 0, its weight decay not below 0");
}

AdamW::AdamW(const AdamWOptions &options, std::vector<TrainedValues> trained)
    : m_options(options), m_trained(std::move(trained))
{
    m_options.validate();
    for (const TrainedValues &one : m_trained) {
        if (one.values.size() != one.gradient.size())
            throw Error(ErrorCode::InvalidParameter, one.name + " and its gradient differ in length");
        const std::vector<float> zeros(one.values.size());
        m_means.push_back({zeros, zeros, m_options.amsgrad ? zeros : std::vector<float>()});
    }
}

void AdamW::step(double learningRate)
{
    ++m_steps;
    const auto count = static_cast<double>(m_steps);
    const auto kept = static_cast<float>(1 - learningRate * m_options.weightDecay);
    const auto beta1 = static_cast<float>(m_options.beta1);
    const auto beta2 = static_cast<float>(m_options.beta2);
    const auto share1 = static_cast<float>(1 - m_options.beta1);
    const auto share2 = static_cast<float>(1 - m_options.beta2);
    const auto epsilon = static_cast<float>(m_options.epsilon);
    // The means start at zero: these undo that.
    const auto stride = static_cast<float>(learningRate / (1 - std::pow(m_options.beta1, count)));
    const auto correction = static_cast<float>(std::sqrt(1 - std::pow(m_options.beta2, count)));

    for (std::size_t index = 0; index < m_trained.size(); ++index) {
        const TrainedValues &trained = m_trained[index];
        Means &means = m_means[index];
        for (std::size_t i = 0; i < trained.values.size(); ++i) {
            const float gradient = trained.gradient[i];
            means.first[i] = beta1 * means.first[i] + share1 * gradient;
            means.second[i] = beta2 * means.second[i] + share2 * gradient * gradient;
            float second = means.second[i];
            if (m_options.amsgrad)
                second = means.largestSecond[i] = std::max(means.largestSecond[i], second);
            const float root = std::sqrt(second) / correction + epsilon;
            trained.values[i] = kept * trained.values[i] - stride * means.first[i] / root;
        }
    }
}

void AdamW::save(ModelWriter &writer) const
{
    writer.integers(stepsName, {1}, {static_cast<std::int32_t>(m_steps)});
    for (std::size_t index = 0; index < m_trained.size(); ++index) {
        const TrainedValues &trained = m_trained[index];
        const Means &means = m_means[index];
        const std::vector<std::int64_t> shape = shapeOf(trained.values);
        writer.floats(tensorName(trained, "values"), shape, trained.values);
        writer.floats(tensorName(trained, "first_mean"), shape, means.first);
        writer.floats(tensorName(trained, "second_mean"), shape, means.second);
        if (m_options.amsgrad)
            writer.floats(tensorName(trained, "largest_second_mean"), shape, means.largestSecond);
    }
}

void AdamW::load(const ModelReader &reader)
{
    m_steps = reader.integers(stepsName, {1}).front();
    for (std::size_t index = 0; index < m_trained.size(); ++index) {
        const TrainedValues &trained = m_trained[index];
        Means &means = m_means[index];
        copyInto(trained.values, reader, tensorName(trained, "values"));
        copyInto(means.first, reader, tensorName(trained, "first_mean"));
        copyInto(means.second, reader, tensorName(trained, "second_mean"));
        if (m_options.amsgrad)
            copyInto(means.largestSecond, reader, tensorName(trained, "largest_second_mean"));
    }
}

} // namespace spotcheck
