#pragma once

#include <cstdint>

namespace spotcheck {

/// Measures the peak memory of this process from its construction on, so that one of several computations can be told
/// apart from those before it. One at a time: a second one starts the measurement anew.
class PeakMemory {
public:
    PeakMemory();

    /// Largest resident memory since then, what was resident before included; 0 where the system cannot tell.
    std::uint64_t bytes() const;

private:
    bool m_restarted = false;
};

} // namespace spotcheck
