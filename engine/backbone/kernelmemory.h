#pragma once

#include <cstdint>

namespace spotcheck {

/// To be asked for before each convolution with oneDNN, on the thread that computes it. oneDNN writes its kernels
/// when they are first wanted, and does not look whether it got memory for them (version 2.6: the program ends with
/// SIGSEGV). Where the address space is limited (ulimit -v) this fails in time, with room to spare for what the
/// other threads take meanwhile; elsewhere it costs one call of the system. `inputBytes`: of the convolution's input.
/// \throws Error(OutOfMemory)
void requireKernelMemory(std::uint64_t inputBytes);

} // namespace spotcheck
