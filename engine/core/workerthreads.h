#pragma once

#include <functional>
#include <thread>
#include <vector>

namespace spotcheck {

/// Makes a thread that runs what it is given. Tests put in one that fails.
using ThreadStart = std::function<std::jthread(std::function<void()>)>;
std::jthread startThread(std::function<void()> work);

/// `count` threads that run `work(index)`, or as many of the first ones as the system gives: none at the worst. A
/// machine at its limit of processes then works on, if more slowly. `work` must outlive them.
std::vector<std::jthread> startThreads(int count, const std::function<void(int)> &work,
                                       const ThreadStart &start = startThread);

/// Runs `body(worker)` for 0 <= worker < count on as many threads, the calling one included, and rethrows the first
/// exception. The calling thread does the part of those that could not be made.
void onThreads(int count, const std::function<void(int)> &body, const ThreadStart &start = startThread);

} // namespace spotcheck
