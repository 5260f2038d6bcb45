#pragma once

#include <cstddef>

namespace spotcheck::test {

/// Measures what the whole program takes from the heap, by whatever library, while it lives: malloc and its kin are
/// replaced in programs that link allocationmeter.cpp. One at a time.
class AllocationMeter {
public:
    AllocationMeter();
    /// Bytes, beyond what was taken when it began.
    std::size_t peak() const;

    /// False under sanitizers, which have a heap of their own.
    static bool works();

private:
    std::size_t m_before;
};

} // namespace spotcheck::test
