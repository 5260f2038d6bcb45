#include "pretrain/surfaces/surfaces.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace spotcheck::pretrain {

namespace {

struct AffineMap {
    float a, b, c, d, e, f;
};

/// A contraction made of two rotations around singular values below one, so that the attractor is bounded.
AffineMap randomContraction(Random &program)
{
    const float first = program.angle();
    const float second = program.angle();
    const float large = program.uniform(0.45F, 0.85F);
    const float small = program.uniform(0.2F, 0.8F) * large * program.sign();
    const float c1 = std::cos(first);
    const float s1 = std::sin(first);
    const float c2 = std::cos(second);
    const float s2 = std::sin(second);
    return {c1 * large * c2 - s1 * small * s2, -c1 * large * s2 - s1 * small * c2, program.uniform(-1, 1),
            s1 * large * c2 + c1 * small * s2, -s1 * large * s2 + c1 * small * c2, program.uniform(-1, 1)};
}

} // namespace

cv::Mat1f drawAttractor(Random program, const View &view, Random &instance, int size)
{
    std::vector<AffineMap> maps(static_cast<std::size_t>(2 + program.below(3)));
    for (AffineMap &map : maps)
        map = randomContraction(program);
    const float copies = program.uniform(1, 3.5F); // attractors side by side, so that every crop shows some
    const float floorHeight = program.uniform(0, 0.4F);
    for (AffineMap &map : maps) {
        map.c += 0.03F * instance.normal();
        map.f += 0.03F * instance.normal();
    }

    const float period = static_cast<float>(size) * view.scale / copies;
    cv::Mat1f density(size, size, 0.0F);
    float x = 0;
    float y = 0;
    const int points = 8000;
    const int tiles = static_cast<int>(std::ceil(static_cast<float>(size) / period)) + 1;
    for (int index = 0; index < points; ++index) {
        const AffineMap &map = maps[static_cast<std::size_t>(instance.below(static_cast<int>(maps.size())))];
        const float next = map.a * x + map.b * y + map.c;
        y = map.d * x + map.e * y + map.f;
        x = next;
        if (index < 20)
            continue; // not yet on the attractor
        const float turnedX = std::cos(view.angle) * x - std::sin(view.angle) * y + view.offsetX / 64;
        const float turnedY = std::sin(view.angle) * x + std::cos(view.angle) * y + view.offsetY / 64;
        const float u = 0.25F * turnedX - std::floor(0.25F * turnedX);
        const float v = 0.25F * turnedY - std::floor(0.25F * turnedY);
        for (int tileY = 0; tileY < tiles; ++tileY) {
            const int row = static_cast<int>((v + static_cast<float>(tileY)) * period);
            for (int tileX = 0; tileX < tiles && row < size; ++tileX) {
                const int column = static_cast<int>((u + static_cast<float>(tileX)) * period);
                if (column < size)
                    density(row, column) += 1;
            }
        }
    }
    cv::GaussianBlur(density, density, {0, 0}, 0.7);
    double peak = 0;
    cv::minMaxLoc(density, nullptr, &peak);
    const float scale = 1 / std::log1p(4 * std::max(static_cast<float>(peak), 1e-3F));
    for (float &value : density)
        value = floorHeight + (1 - floorHeight) * std::log1p(4 * value) * scale;
    return density;
}

} // namespace spotcheck::pretrain
