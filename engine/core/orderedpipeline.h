#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/core/runtime.h>

#include "core/workerthreads.h"

namespace spotcheck {

/// `produce(index)` for 0 <= index < count on `runtimeThreads()` threads, `consume(index, result)` on the calling
/// thread in order of index. At most two results a thread wait to be consumed, so that memory stays bounded
/// however many indices there are. The first exception of either side stops the rest and is rethrown. Where the
/// system gives fewer threads, these do the work, and the calling thread does all of it where it gives none.
template <class Result>
void orderedPipeline(std::int64_t count, JobMonitor &monitor, const std::function<Result(std::int64_t)> &produce,
                     const std::function<void(std::int64_t, Result)> &consume, const ThreadStart &start = startThread)
{
    std::mutex mutex;
    std::condition_variable changed;
    std::map<std::int64_t, Result> ready;
    std::int64_t next = 0;     // the next index to produce
    std::int64_t consumed = 0; // indices below were consumed
    std::exception_ptr failure;

    const int threads = static_cast<int>(std::clamp<std::int64_t>(count, 1, runtimeThreads()));
    const std::int64_t window = 2 * threads;

    const auto stopWith = [&](std::exception_ptr exception) {
        const std::scoped_lock lock(mutex);
        if (!failure)
            failure = std::move(exception);
        changed.notify_all();
    };
    const std::function<void(int)> work = [&](int) {
        useOneThreadBelow();
        try {
            for (;;) {
                std::int64_t index = 0;
                {
                    std::unique_lock lock(mutex);
                    changed.wait(lock, [&] { return failure || next >= count || next < consumed + window; });
                    if (failure || next >= count)
                        return;
                    index = next++;
                }
                monitor.throwIfCancelled();
                Result result = produce(index);
                const std::scoped_lock lock(mutex);
                ready.emplace(index, std::move(result));
                changed.notify_all();
            }
        } catch (...) {
            stopWith(std::current_exception());
        }
    };

    {
        const std::vector<std::jthread> workers = startThreads(threads, work, start);
        try {
            for (; workers.empty() && consumed < count; ++consumed) {
                monitor.throwIfCancelled();
                consume(consumed, produce(consumed));
            }
            while (consumed < count) {
                std::optional<Result> result;
                {
                    std::unique_lock lock(mutex);
                    changed.wait(lock, [&] { return failure || ready.contains(consumed); });
                    if (failure)
                        break;
                    const auto found = ready.find(consumed);
                    result.emplace(std::move(found->second));
                    ready.erase(found);
                }
                monitor.throwIfCancelled();
                consume(consumed, std::move(*result));
                const std::scoped_lock lock(mutex);
                ++consumed;
                changed.notify_all();
            }
        } catch (...) {
            stopWith(std::current_exception());
        }
    }
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace spotcheck
