#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <spotcheck/backbone/featuremap.h>
#include <spotcheck/core/jobmonitor.h>

#include "model/modelfile.h"

namespace spotcheck {

/// A picture's layers after neighbourhood pooling, each at its own resolution, the finest first.
using PooledLayers = std::vector<PatchGrid>;

/// CFA's patch descriptor phi (Lee et al., arXiv 2206.04325, Sec. 3.1): a 1x1 CoordConv (Liu et al., arXiv
/// 1807.03247) over all layers laid end to end on the first one's grid, with two channels more that hold the column
/// and the row in
/// [-1, 1]. Everything in it is linear, so each layer is multiplied by its part of the weights at its own resolution,
/// and the products are brought to the first one's grid: the same result with a quarter of the arithmetic.
class CfaDescriptor {
public:
    CfaDescriptor() = default;
    /// PyTorch's start for a convolution: weights and bias uniform within 1 / sqrt(inputs).
    /// `channels`: of each layer.
    CfaDescriptor(std::vector<int> channels, int outputs, std::uint64_t seed);

    int outputs() const { return m_outputs; }
    const std::vector<int> &channels() const { return m_channels; }
    /// For each layer `[outputs, channels]`, then `[outputs, 2]` for column and row, then the bias `[outputs]`.
    std::span<float> weights() { return m_weights; }
    std::span<const float> weights() const { return m_weights; }

    /// `[H, W, outputs]` on the first layer's grid. \throws Error(ModelInvalid) for other channel counts
    PatchGrid operator()(const PooledLayers &layers) const;
    /// The same, asking `monitor` between blocks. \throws Cancelled
    PatchGrid operator()(const PooledLayers &layers, const JobMonitor &monitor) const;
    /// The gradient by the weights, laid out as they are, from that by the outputs for `layers`. Overwrites `target`.
    /// \throws Cancelled
    void backward(const PooledLayers &layers, const PatchGrid &gradient, std::span<float> target,
                  const JobMonitor &monitor) const;

    void save(ModelWriter &writer) const;
    /// \throws Error(ModelInvalid)
    static CfaDescriptor load(const ModelReader &reader);

private:
    /// Where `layer`'s weights begin; for the number of layers: where the coordinates' begin.
    std::size_t offset(std::size_t layer) const;
    std::size_t biasOffset() const { return offset(m_channels.size()) + 2 * static_cast<std::size_t>(m_outputs); }

    std::vector<int> m_channels;
    int m_outputs = 0;
    std::vector<float> m_weights;
};

} // namespace spotcheck
