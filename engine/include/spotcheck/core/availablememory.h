#pragma once

#include <cstdint>

namespace spotcheck {

/// Memory in bytes that this process can still take before the system swaps, ends it or refuses: what the kernel
/// calls available, bounded by the limits of its control groups (containers, versions 1 and 2) and of its address
/// space (ulimit -v). 0 where the system does not tell.
std::uint64_t availableMemoryBytes();

} // namespace spotcheck
