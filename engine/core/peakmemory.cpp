#include <spotcheck/core/peakmemory.h>

#include <fstream>

#include <malloc.h>

#include <spotcheck/core/runtime.h>

namespace spotcheck {

PeakMemory::PeakMemory()
{
    malloc_trim(0); // what earlier computations have freed would count as resident
    // proc(5): 5 resets the peak resident set size, which getrusage reads as well.
    std::ofstream file("/proc/self/clear_refs");
    m_restarted = static_cast<bool>(file << "5" << std::flush);
}

std::uint64_t PeakMemory::bytes() const
{
    return m_restarted ? peakMemoryBytes() : 0;
}

} // namespace spotcheck
