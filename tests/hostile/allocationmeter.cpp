#include "allocationmeter.h"

#include <algorithm>
#include <atomic>
#include <cerrno>

#include <malloc.h>

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define SPOTCHECK_METER 1
#else
#define SPOTCHECK_METER 0
#endif

namespace {

std::atomic<std::size_t> taken = 0;
std::atomic<std::size_t> most = 0;

} // namespace

#if SPOTCHECK_METER

// glibc's own names of what is replaced (malloc/malloc.c).
extern "C" {
void *__libc_malloc(std::size_t size);
void *__libc_calloc(std::size_t count, std::size_t size);
void *__libc_realloc(void *block, std::size_t size);
void *__libc_memalign(std::size_t alignment, std::size_t size);
void __libc_free(void *block);
}

namespace {

void *counted(void *block)
{
    if (block == nullptr)
        return block;
    const std::size_t size = malloc_usable_size(block);
    const std::size_t now = taken.fetch_add(size) + size;
    std::size_t before = most.load();
    while (now > before && !most.compare_exchange_weak(before, now)) {
    }
    return block;
}

void discount(void *block)
{
    if (block != nullptr)
        taken.fetch_sub(malloc_usable_size(block));
}

} // namespace

extern "C" {

void *malloc(std::size_t size) noexcept
{
    return counted(__libc_malloc(size));
}

void *calloc(std::size_t count, std::size_t size) noexcept
{
    return counted(__libc_calloc(count, size));
}

void *realloc(void *block, std::size_t size) noexcept
{
    const std::size_t before = block != nullptr ? malloc_usable_size(block) : 0;
    void *moved = __libc_realloc(block, size);
    if (moved != nullptr || size == 0)
        taken.fetch_sub(before);
    return counted(moved);
}

void *memalign(std::size_t alignment, std::size_t size) noexcept
{
    return counted(__libc_memalign(alignment, size));
}

void *aligned_alloc(std::size_t alignment, std::size_t size) noexcept
{
    return counted(__libc_memalign(alignment, size));
}

int posix_memalign(void **block, std::size_t alignment, std::size_t size) noexcept
{
    void *found = __libc_memalign(alignment, size);
    if (found == nullptr)
        return ENOMEM;
    *block = counted(found);
    return 0;
}

void free(void *block) noexcept
{
    discount(block);
    __libc_free(block);
}
}

#endif

namespace spotcheck::test {

AllocationMeter::AllocationMeter() : m_before(taken.load())
{
    most.store(m_before);
}

std::size_t AllocationMeter::peak() const
{
    return std::max(most.load(), m_before) - m_before;
}

bool AllocationMeter::works()
{
    return SPOTCHECK_METER == 1;
}

} // namespace spotcheck::test
