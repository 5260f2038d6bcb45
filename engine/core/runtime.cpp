#include <spotcheck/core/runtime.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <string_view>
#include <thread>

#include <malloc.h>
#include <omp.h>
#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>
#include <sys/resource.h>
#include <unistd.h>

#include "core/workerthreads.h"

// Present where the BLAS is OpenBLAS, which has a thread pool of its own.
extern "C" void openblas_set_num_threads(int threads) __attribute__((weak));
extern "C" char *openblas_get_corename() __attribute__((weak));

namespace spotcheck {

namespace {

int detectedProcessors()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

// Set once before any work starts; the only values of the process that are not handed along, because the
// libraries below keep theirs per process too.
std::atomic<int> threadCount{0};
std::atomic<Device> networkDevice{Device::Processor};

/// Pictures and features of a few megabytes come and go; given back to the system each time, their pages would have
/// to be cleared again for the next picture, which takes 3 % of an inspection. What is larger goes back at once.
void keepFreedPages()
{
#if defined(__GLIBC__)
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_TOP_PAD, 16 << 20);
#endif
}

} // namespace

std::string engineVersion()
{
    return SPOTCHECK_VERSION;
}

void configureRuntime(int threads, Device device)
{
    networkDevice = device;
    threadCount = threads > 0 ? threads : detectedProcessors();
    keepFreedPages();
    useOneThreadBelow();
    cv::setNumThreads(1);
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    if (openblas_set_num_threads)
        openblas_set_num_threads(1);
}

void restartWithSuitableBlas([[maybe_unused]] char **arguments)
{
#if defined(__x86_64__)
    constexpr const char *variable = "OPENBLAS_CORETYPE";
    if (!openblas_get_corename || std::getenv(variable))
        return;
    if (std::string_view(openblas_get_corename()) != "Prescott") // the fallback, made for SSE3
        return;
    const char *core = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") ? "SkylakeX"
                       : __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")        ? "Haswell"
                                                                                                : nullptr;
    if (!core)
        return;
    setenv(variable, core, 0);
    execv("/proc/self/exe", arguments); // comes back only where it failed: then the slow kernels have to do
#endif
}

int runtimeThreads()
{
    const int count = threadCount;
    return count > 0 ? count : detectedProcessors();
}

Device runtimeDevice()
{
    return networkDevice;
}

void useOneThreadBelow()
{
    omp_set_num_threads(1);
}

void parallelFor(std::int64_t count, JobMonitor &monitor, const std::function<void(std::int64_t)> &body)
{
    std::atomic<std::int64_t> next{0};
    const int threads = static_cast<int>(std::clamp<std::int64_t>(count, 1, runtimeThreads()));
    onThreads(threads, [&](int) {
        try {
            for (std::int64_t index = next++; index < count; index = next++) {
                monitor.throwIfCancelled();
                body(index);
            }
        } catch (...) {
            next = count; // the others stop at their next index
            throw;
        }
    });
}

void parallelRanges(std::int64_t count, const std::function<void(std::int64_t, std::int64_t)> &body)
{
    const int threads = static_cast<int>(std::clamp<std::int64_t>(count, 1, runtimeThreads()));
    onThreads(threads, [&](int worker) {
        const std::int64_t begin = count * worker / threads;
        const std::int64_t end = count * (worker + 1) / threads;
        if (begin < end)
            body(begin, end);
    });
}

std::uint64_t peakMemoryBytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024; // Linux counts in KiB
}

} // namespace spotcheck
