#include "pretrain/drawnpictures.h"

#include <atomic>
#include <cstring>
#include <exception>
#include <mutex>
#include <thread>

#include <opencv2/core/mat.hpp>

#include "pretrain/random.h"
#include "pretrain/recipe.h"

namespace spotcheck::pretrain {

PictureSet drawPictures(const PoolOptions &options, const std::vector<PictureName> &names, int size,
                        JobMonitor &monitor)
{
    const auto count = static_cast<std::int64_t>(names.size());
    PictureSet set{torch::empty({count, size, size, 3}, torch::kUInt8), torch::empty({count}, torch::kInt64)};
    auto *pixels = set.pixels.data_ptr<std::uint8_t>();
    auto *surfaces = set.surfaces.data_ptr<std::int64_t>();
    const std::size_t rowBytes = static_cast<std::size_t>(size) * 3;
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failureGuard;
    const auto draw = [&] {
        try {
            for (std::size_t index = next++; index < names.size(); index = next++) {
                monitor.throwIfCancelled();
                monitor.report({.stage = Stage::Generation,
                                .step = static_cast<std::int64_t>(index),
                                .steps = count,
                                .value = {}});
                const PictureName &name = names[index];
                const cv::Mat picture = drawSurface(options.surfaceSeed(name.surface), name.number, size);
                for (int row = 0; row < size; ++row) {
                    std::memcpy(pixels + (index * static_cast<std::size_t>(size) + static_cast<std::size_t>(row)) *
                                             rowBytes,
                                picture.ptr(row), rowBytes);
                }
                surfaces[index] = name.surface;
            }
        } catch (...) {
            const std::lock_guard lock(failureGuard);
            failure = std::current_exception();
            next = names.size();
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int thread = 1; thread < options.threads; ++thread)
            helpers.emplace_back(draw);
        draw();
    }
    if (failure)
        std::rethrow_exception(failure);
    return set;
}

std::vector<PictureName> randomPictures(const PoolOptions &options, std::int64_t count, std::uint64_t firstNumber,
                                        std::uint64_t seed)
{
    Random random(seed);
    std::vector<PictureName> names;
    for (std::int64_t index = 0; index < count; ++index)
        names.push_back({random.below(options.surfaces), firstNumber + static_cast<std::uint64_t>(index)});
    return names;
}

torch::Tensor asFloats(const torch::Tensor &pixels)
{
    return pixels.permute({0, 3, 1, 2}).to(torch::kFloat32) / 255;
}

} // namespace spotcheck::pretrain
