#pragma once

#include <memory>
#include <span>
#include <vector>

#include <ATen/core/Tensor.h>

#include "detectors/cfadescriptor.h"
#include "detectors/cfaloss.h"
#include "detectors/memorybank.h"

namespace spotcheck {

/// A step of CFA's training in LibTorch's tensors, for a card: what `CfaDescriptor`, `cfaLoss` and
/// `CfaDescriptor::backward` compute, to rounding. Constant once made.
class CfaTensors {
public:
    /// Null without a card in use. \throws Error(Internal)
    static std::unique_ptr<const CfaTensors> onCard(const MemoryBank &bank, const CfaLossOptions &options);

    /// \throws Error(OutOfMemory, Internal)
    CfaTensors(const MemoryBank &bank, const CfaLossOptions &options, const at::Device &device);

    /// On the device.
    struct Gradient {
        at::Tensor weights; ///< flat, as `CfaDescriptor::weights`
        at::Tensor figures; ///< `[2]` in double precision: the loss, and its derivative by the radius
    };
    /// Of the loss of all positions of `pictures`, which have layers of the same sizes. The layers and weights are
    /// copied to the device; nothing is copied back. \throws c10::Error
    Gradient gradient(const CfaDescriptor &descriptor, double radius,
                      std::span<const PooledLayers *const> pictures) const;

    /// The same, copied back: the gradient to `target`. \throws Error(OutOfMemory, Internal)
    CfaLoss gradient(const CfaDescriptor &descriptor, double radius, std::span<const PooledLayers *const> pictures,
                     std::span<float> target) const;

private:
    struct DescriptorLoss {
        at::Tensor gradient; ///< `[P, dimensions]`
        at::Tensor figures;
    };
    /// As `cfaLoss`, of `descriptors` `[P, dimensions]`, in blocks of bounded memory.
    DescriptorLoss loss(const at::Tensor &descriptors, double radius) const;

    CfaLossOptions m_options;
    at::Tensor m_centroids;      ///< `[M, dimensions]`
    at::Tensor m_squaredLengths; ///< `[1, M]`
};

} // namespace spotcheck
