#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include <ATen/core/Tensor.h>

#include <spotcheck/core/error.h>
#include <spotcheck/core/log.h>

namespace spotcheck {

/// Numbers that a step may make at once beside its data: 64 MB in single precision.
constexpr std::int64_t estimatesAtOnce = 16 << 20;

/// The card that computes networks, where `configureRuntime` was told to use it and LibTorch finds one. Products
/// there are of whole single precision from then on, as the processor's are.
std::optional<at::Device> cardInUse();

/// A copy on `device` of row-major `values`. Takes from them what `shape` asks for.
at::Tensor tensorOf(std::span<const float> values, at::IntArrayRef shape, const at::Device &device);

/// What `make(device)` makes for the card that is in use. Null where there is none, and where it has no room: then
/// with a message that the processor does `task`, as "compares patch features".
template <typename Make>
auto madeForCard(const std::string &task, Make make) -> decltype(make(at::Device(at::kCPU)))
{
    const std::optional<at::Device> card = cardInUse();
    if (!card)
        return nullptr;
    try {
        return make(*card);
    } catch (const Error &error) {
        if (error.code() != ErrorCode::OutOfMemory)
            throw;
        logWarning("the card has too little free memory; the processor " + task);
        return nullptr;
    }
}

} // namespace spotcheck
