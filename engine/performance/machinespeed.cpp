#include "performance/machinespeed.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <limits>
#include <mutex>
#include <vector>

#include <spotcheck/core/runtime.h>

#include "detectors/matrixproduct.h"

namespace spotcheck {

std::string processorName()
{
    std::ifstream facts("/proc/cpuinfo");
    for (std::string line; std::getline(facts, line);) {
        const auto colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos)
            return line.substr(colon + 2);
    }
    return "unknown processor";
}

double leastSeconds(int rounds, const std::function<void()> &body)
{
    using Clock = std::chrono::steady_clock;
    body();
    double least = std::numeric_limits<double>::max();
    for (int round = 0; round < rounds; ++round) {
        const Clock::time_point start = Clock::now();
        body();
        least = std::min(least, std::chrono::duration<double>(Clock::now() - start).count());
    }
    return std::max(least, 1e-9);
}

double matrixProductSpeed()
{
    constexpr int side = 512;
    constexpr double operations = static_cast<double>(side) * side * side;
    const std::vector<float> ones(static_cast<std::size_t>(side) * side, 1.0F);
    std::vector<float> product(ones.size());
    return operations /
           leastSeconds(5, [&] { innerProducts(ones.data(), side, ones.data(), side, side, product.data()); });
}

double matrixProductSpeedOfAllThreads()
{
    double sum = 0;
    std::mutex mutex;
    parallelRanges(runtimeThreads(), [&](std::int64_t, std::int64_t) {
        const double speed = matrixProductSpeed();
        const std::scoped_lock lock(mutex);
        sum += speed;
    });
    return sum;
}

} // namespace spotcheck
