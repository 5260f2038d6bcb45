#include "backbone/kernelmemory.h"

#include <optional>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "core/availablememory.h"

namespace spotcheck {

namespace {

// A kernel of oneDNN has room for 256 KB of code, and a convolution with its reorders takes a few of them.
constexpr std::uint64_t kernelBytes = 16'000'000;
// The C library sets 128 MiB aside for the first allocation of a new thread, if only to give back half.
constexpr std::uint64_t arenaBytes = 135'000'000;
// A convolution of a ResNet has at most four times as many outputs as inputs.
constexpr std::uint64_t outputsAnInput = 4;

} // namespace

void requireKernelMemory(std::uint64_t inputBytes)
{
    const std::optional<std::uint64_t> left = addressSpaceLeft();
    if (!left)
        return;
    const auto threads = static_cast<std::uint64_t>(runtimeThreads());
    const std::uint64_t needed = arenaBytes + threads * (kernelBytes + outputsAnInput * inputBytes);
    if (*left < needed)
        throw Error(ErrorCode::OutOfMemory, "there is no room for the network's kernels on " +
                                                std::to_string(threads) + " threads; fewer may do");
}

} // namespace spotcheck
