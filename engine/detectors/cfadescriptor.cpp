#include "detectors/cfadescriptor.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

#include <spotcheck/core/error.h>

#include "core/random.h"
#include "detectors/gridresize.h"
#include "detectors/matrixproduct.h"

namespace spotcheck {

namespace {

constexpr const char *coordinatesName = "descriptor.coordinates";
constexpr const char *biasName = "descriptor.bias";

// A matrix product is made in blocks between which cancelling is noticed: each takes a tenth of a second where a
// position has 2000 values.
constexpr int descriptorBlock = 1024;
constexpr int blockOutputs = 256;

std::string convolutionName(std::size_t layer)
{
    return "descriptor.layer_" + std::to_string(layer);
}

/// -1 for the first of `count` lines, 1 for the last.
float coordinate(int index, int count)
{
    return count > 1 ? 2.0F * static_cast<float>(index) / static_cast<float>(count - 1) - 1.0F : 0.0F;
}

} // namespace

CfaDescriptor::CfaDescriptor(std::vector<int> channels, int outputs, std::uint64_t seed)
    : m_channels(std::move(channels)), m_outputs(outputs)
{
    m_weights.resize(biasOffset() + static_cast<std::size_t>(m_outputs));
    const int inputs = std::accumulate(m_channels.begin(), m_channels.end(), 2);
    const double bound = 1.0 / std::sqrt(static_cast<double>(inputs));
    Random random(seed);
    for (float &weight : m_weights)
        weight = static_cast<float>(bound * (2.0 * random.uniform() - 1.0));
}

std::size_t CfaDescriptor::offset(std::size_t layer) const
{
    std::size_t sum = 0;
    for (std::size_t index = 0; index < layer; ++index)
        sum += static_cast<std::size_t>(m_channels[index]) * static_cast<std::size_t>(m_outputs);
    return sum;
}

PatchGrid CfaDescriptor::operator()(const PooledLayers &layers) const
{
    return (*this)(layers, JobMonitor());
}

PatchGrid CfaDescriptor::operator()(const PooledLayers &layers, const JobMonitor &monitor) const
{
    if (layers.size() != m_channels.size())
        throw Error(ErrorCode::ModelInvalid, "the descriptor does not fit the backbone's features");
    const int rows = layers.front().rows;
    const int columns = layers.front().columns;
    PatchGrid result;
    for (std::size_t index = 0; index < layers.size(); ++index) {
        const PatchGrid &layer = layers[index];
        if (layer.dimensions != m_channels[index])
            throw Error(ErrorCode::ModelInvalid, "the descriptor does not fit the backbone's features");
        PatchGrid own{layer.rows, layer.columns, m_outputs, {}};
        own.values.resize(own.patches() * static_cast<std::size_t>(m_outputs));
        const auto positions = static_cast<int>(layer.patches());
        for (int first = 0; first < positions; first += descriptorBlock) {
            monitor.throwIfCancelled();
            innerProducts(layer.values.data() + static_cast<std::ptrdiff_t>(first) * layer.dimensions,
                          std::min(descriptorBlock, positions - first), m_weights.data() + offset(index), m_outputs,
                          layer.dimensions, own.values.data() + static_cast<std::ptrdiff_t>(first) * m_outputs);
        }
        if (index == 0) {
            result = std::move(own);
            continue;
        }
        const PatchGrid brought = resizeGrid(own, rows, columns);
        for (std::size_t i = 0; i < result.values.size(); ++i)
            result.values[i] += brought.values[i];
    }

    const float *coordinates = m_weights.data() + offset(m_channels.size());
    const float *bias = m_weights.data() + biasOffset();
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const float x = coordinate(column, columns);
            const float y = coordinate(row, rows);
            float *target = result.at(row, column);
            for (int output = 0; output < m_outputs; ++output)
                target[output] += coordinates[2 * output] * x + coordinates[2 * output + 1] * y + bias[output];
        }
    }
    return result;
}

void CfaDescriptor::backward(const PooledLayers &layers, const PatchGrid &gradient, std::span<float> target,
                             const JobMonitor &monitor) const
{
    for (std::size_t index = 0; index < layers.size(); ++index) {
        const PatchGrid &layer = layers[index];
        const PatchGrid own = resizeGridBackward(gradient, layer.rows, layer.columns);
        for (int first = 0; first < m_outputs; first += blockOutputs) {
            monitor.throwIfCancelled();
            transposedProduct(own.values.data() + first, std::min(blockOutputs, m_outputs - first), m_outputs,
                              layer.values.data(), layer.dimensions, static_cast<int>(layer.patches()),
                              target.data() + offset(index) + static_cast<std::ptrdiff_t>(first) * layer.dimensions);
        }
    }

    const auto outputs = static_cast<std::size_t>(m_outputs);
    std::vector<double> byColumn(outputs);
    std::vector<double> byRow(outputs);
    std::vector<double> byBias(outputs);
    for (int row = 0; row < gradient.rows; ++row) {
        for (int column = 0; column < gradient.columns; ++column) {
            const double x = coordinate(column, gradient.columns);
            const double y = coordinate(row, gradient.rows);
            const float *values = gradient.at(row, column);
            for (std::size_t output = 0; output < outputs; ++output) {
                byColumn[output] += values[output] * x;
                byRow[output] += values[output] * y;
                byBias[output] += values[output];
            }
        }
    }
    float *coordinates = target.data() + offset(m_channels.size());
    float *bias = target.data() + biasOffset();
    for (std::size_t output = 0; output < outputs; ++output) {
        coordinates[2 * output] = static_cast<float>(byColumn[output]);
        coordinates[2 * output + 1] = static_cast<float>(byRow[output]);
        bias[output] = static_cast<float>(byBias[output]);
    }
}

void CfaDescriptor::save(ModelWriter &writer) const
{
    const std::span<const float> all = m_weights;
    const auto outputs = static_cast<std::size_t>(m_outputs);
    for (std::size_t index = 0; index < m_channels.size(); ++index) {
        writer.floats(convolutionName(index), {m_outputs, m_channels[index]},
                      all.subspan(offset(index), outputs * static_cast<std::size_t>(m_channels[index])));
    }
    writer.floats(coordinatesName, {m_outputs, 2}, all.subspan(offset(m_channels.size()), 2 * outputs));
    writer.floats(biasName, {m_outputs}, all.subspan(biasOffset(), outputs));
}

CfaDescriptor CfaDescriptor::load(const ModelReader &reader)
{
    CfaDescriptor descriptor;
    const auto append = [&](const std::string &name, const std::vector<std::int64_t> &shape) {
        const std::span<const float> values = reader.floatView(name, shape);
        descriptor.m_weights.insert(descriptor.m_weights.end(), values.begin(), values.end());
    };
    for (std::size_t index = 0; index == 0 || reader.has(convolutionName(index)); ++index) {
        const std::vector<std::int64_t> shape = reader.shape(convolutionName(index));
        if (index == 0 && shape.size() == 2 && shape[0] <= std::numeric_limits<int>::max())
            descriptor.m_outputs = static_cast<int>(shape[0]);
        if (shape.size() != 2 || shape[0] < 1 || shape[0] != descriptor.m_outputs || shape[1] < 1 ||
            shape[1] > std::numeric_limits<int>::max())
            reader.fail(convolutionName(index) + " has no usable shape");
        append(convolutionName(index), shape);
        descriptor.m_channels.push_back(static_cast<int>(shape[1]));
    }
    append(coordinatesName, {descriptor.m_outputs, 2});
    append(biasName, {descriptor.m_outputs});
    return descriptor;
}

} // namespace spotcheck
