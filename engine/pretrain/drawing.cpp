#include <cstddef>
#include <cstring>

#include <opencv2/core/mat.hpp>

#include "pretrain/random.h"
#include "pretrain/recipe.h"

/// The generator for programs in other languages (resources/backbone/train.py). `pixels`: 3 size^2 bytes, RGB. May be
/// called from several threads.
extern "C" void spotcheck_draw(std::uint64_t seed, int surface, std::uint64_t picture, int size,
                               unsigned char *pixels)
{
    using namespace spotcheck::pretrain;
    const cv::Mat drawn = drawSurface(mixSeeds(seed, static_cast<std::uint64_t>(surface)), picture, size);
    const std::size_t rowBytes = 3 * static_cast<std::size_t>(size);
    for (int row = 0; row < size; ++row)
        std::memcpy(pixels + static_cast<std::size_t>(row) * rowBytes, drawn.ptr(row), rowBytes);
}
