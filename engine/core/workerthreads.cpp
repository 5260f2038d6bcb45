#include "core/workerthreads.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <new>
#include <string>
#include <system_error>
#include <utility>

#include <spotcheck/core/log.h>
#include <spotcheck/core/runtime.h>

namespace spotcheck {

namespace {

/// Once a process: whoever meets the limit once meets it at every picture.
void warnOfFewerThreads(std::size_t started, int wanted, const char *reason)
{
    static std::atomic_flag warned;
    if (!warned.test_and_set())
        logWarning("only " + std::to_string(started) + " of " + std::to_string(wanted) +
                   " threads could be started (" + reason +
                   "); the work goes on with these. Raise the limit of processes, or choose fewer threads");
}

} // namespace

std::jthread startThread(std::function<void()> work)
{
    return std::jthread(std::move(work));
}

std::vector<std::jthread> startThreads(int count, const std::function<void(int)> &work, const ThreadStart &start)
{
    std::vector<std::jthread> threads;
    threads.reserve(static_cast<std::size_t>(count));
    try {
        for (int index = 0; index < count; ++index)
            threads.push_back(start([&work, index] { work(index); }));
    } catch (const std::system_error &error) {
        warnOfFewerThreads(threads.size(), count, error.what());
    } catch (const std::bad_alloc &) {
        warnOfFewerThreads(threads.size(), count, "not enough memory");
    }
    return threads;
}

void onThreads(int count, const std::function<void(int)> &body, const ThreadStart &start)
{
    std::mutex mutex;
    std::exception_ptr first;
    const std::function<void(int)> guarded = [&](int worker) {
        useOneThreadBelow();
        try {
            body(worker);
        } catch (...) {
            const std::scoped_lock lock(mutex);
            if (!first)
                first = std::current_exception();
        }
    };
    {
        const std::vector<std::jthread> threads = startThreads(count - 1, guarded, start);
        for (int worker = static_cast<int>(threads.size()); worker < count; ++worker)
            guarded(worker);
    }
    if (first)
        std::rethrow_exception(first);
}

} // namespace spotcheck
