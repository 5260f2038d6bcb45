#include "core/matrixmemory.h"

#include <string>
#include <vector>

#include <sys/mman.h>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

// Of OpenBLAS; another BLAS has none of them, and needs none of this.
extern "C" void *blas_memory_alloc(int) __attribute__((weak));
extern "C" void blas_memory_free(void *) __attribute__((weak));

namespace spotcheck {

namespace {

constexpr std::size_t blockBytes = 136'000'000; // of OpenBLAS 0.3, on x86-64 with AVX-512, and a little more

} // namespace

void reserveMatrixMemory()
{
    if (!blas_memory_alloc || !blas_memory_free)
        return;
    // Room is looked for even where OpenBLAS has the block already: it does not tell.
    std::vector<void *> blocks;
    bool enough = true;
    for (int thread = 0; thread < runtimeThreads() && enough; ++thread) {
        void *room = ::mmap(nullptr, blockBytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        enough = room != MAP_FAILED;
        if (!enough)
            break;
        ::munmap(room, blockBytes);
        blocks.push_back(blas_memory_alloc(0));
    }
    for (void *block : blocks)
        blas_memory_free(block);
    if (!enough)
        throw Error(ErrorCode::OutOfMemory, "there is no room for matrix products on " +
                                                std::to_string(runtimeThreads()) + " threads; fewer may do");
}

} // namespace spotcheck
