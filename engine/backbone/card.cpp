#include "backbone/card.h"

#include <ATen/ATen.h>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/runtime.h>

namespace spotcheck {

std::optional<at::Device> cardInUse()
{
    if (runtimeDevice() != Device::Cuda || !Backbone::canUseCuda())
        return std::nullopt;
    at::globalContext().setAllowTF32CuBLAS(false); // which keeps ten bits of a number
    return at::Device(at::kCUDA);
}

at::Tensor tensorOf(std::span<const float> values, at::IntArrayRef shape, const at::Device &device)
{
    // A view that LibTorch only reads.
    return at::from_blob(const_cast<float *>(values.data()), shape, at::kFloat).to(device, at::kFloat, false, true);
}

} // namespace spotcheck
