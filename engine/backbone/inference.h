#pragma once

#include <exception>
#include <new>
#include <string>
#include <string_view>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <omp.h>

#include <spotcheck/core/error.h>

namespace spotcheck {

/// LibTorch keeps to the calling thread while this lives. OpenMP's thread count belongs to each thread, and
/// LibTorch sets it by itself in a thread that uses it for the first time: asking for the count gets that over with.
class SingleThread {
public:
    SingleThread() : m_before(omp_get_max_threads())
    {
        at::get_num_threads();
        omp_set_num_threads(1);
    }
    ~SingleThread() { omp_set_num_threads(m_before); }
    SingleThread(const SingleThread &) = delete;
    SingleThread &operator=(const SingleThread &) = delete;

private:
    int m_before;
};

/// Calls `work` without gradients and on this thread alone; translates LibTorch's and oneDNN's exceptions. `purpose`:
/// of the memory, should it be short.
template <typename Work>
auto inference(const char *purpose, Work work)
{
    try {
        const c10::InferenceMode withoutGradients;
        const SingleThread single;
        return work();
    } catch (const Error &) {
        throw;
    } catch (const std::bad_alloc &) {
        throw Error(ErrorCode::OutOfMemory, std::string(purpose));
    } catch (const std::exception &problem) {
        const std::string_view text = problem.what();
        // LibTorch's allocator has no exception type of its own.
        const bool memory = text.find("can't allocate memory") != std::string_view::npos ||
                            text.find("not enough memory") != std::string_view::npos ||
                            text.find("CUDA out of memory") != std::string_view::npos;
        const std::string firstLine(text.substr(0, text.find('\n')));
        throw Error(memory ? ErrorCode::OutOfMemory : ErrorCode::Internal, firstLine);
    }
}

} // namespace spotcheck
