#pragma once

namespace spotcheck {

/// Makes OpenBLAS take its work space, one block for each of `runtimeThreads()`, or fails. Where the address space is
/// limited (ulimit -v) OpenBLAS itself would ask for it again and again for ever, and the program would hang in a
/// matrix product. Blocks are kept by OpenBLAS and cost no memory before they are used. \throws Error(OutOfMemory)
void reserveMatrixMemory();

} // namespace spotcheck
