#pragma once

#include <array>

#include "pretrain/network.h"

namespace spotcheck::pretrain {

/// A factor for each channel of layer1, layer2 and layer3: [64], [128], [256].
using ChannelFactors = std::array<torch::Tensor, 3>;

/// How much each channel of layer1 to layer3 varies, over all places of all pictures and between two captures of the
/// same picture. As a memory bank does, it looks at 3x3 means.
class ChannelDeviations {
public:
    explicit ChannelDeviations(torch::Device device);
    /// Two captures of the same pictures, normalised, [N, 3, S, S] each. The network must be in evaluation.
    void add(ResNet18 &network, const torch::Tensor &first, const torch::Tensor &second);
    /// With s the deviation of a channel of the first captures and u that of its difference between captures:
    ///   f = c / max(u, 0.15 mean u), c such that the root mean square of f s over the layer's channels is 1.
    ChannelFactors factors() const;

private:
    /// Of values seen so far, by channel, in double precision.
    struct Moments {
        torch::Tensor sum;     ///< [C]
        torch::Tensor squares; ///< [C]
        std::int64_t count = 0;

        void add(const torch::Tensor &maps);
        torch::Tensor deviation() const; ///< [C], float64
    };
    std::array<Moments, 3> m_values;
    std::array<Moments, 3> m_differences;
};

/// Multiplies the channels of layer1 to layer3 by positive factors and divides the weights that read them by the
/// same, so that layer4 and what follows stay as they are.
void scaleChannels(ResNet18 &network, const ChannelFactors &factors);

} // namespace spotcheck::pretrain
