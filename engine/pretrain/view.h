#pragma once

#include <cmath>

#include <opencv2/core/mat.hpp>

namespace spotcheck::pretrain {

/// Where the camera looks at an endless surface: surface = rotation(angle) * (pixel - centre) / scale + offset.
/// Surface units are pixels at scale 1.
struct View {
    float angle = 0; ///< radians
    float scale = 1; ///< above 1 is closer
    float offsetX = 0;
    float offsetY = 0;

    cv::Point2f toSurface(float column, float row, int size) const
    {
        const float x = (column - 0.5F * static_cast<float>(size)) / scale;
        const float y = (row - 0.5F * static_cast<float>(size)) / scale;
        return {std::cos(angle) * x - std::sin(angle) * y + offsetX,
                std::sin(angle) * x + std::cos(angle) * y + offsetY};
    }
};

/// A surface drawn as heights: CV_32FC1 [size, size], about [0, 1].
template <typename Height>
cv::Mat1f drawHeights(const View &view, int size, Height height)
{
    cv::Mat1f field(size, size);
    const float cosine = std::cos(view.angle) / view.scale;
    const float sine = std::sin(view.angle) / view.scale;
    const cv::Point2f origin = view.toSurface(0, 0, size);
    for (int row = 0; row < size; ++row) {
        float *out = field[row];
        for (int column = 0; column < size; ++column) {
            const auto c = static_cast<float>(column);
            const auto r = static_cast<float>(row);
            out[column] = height(origin.x + cosine * c - sine * r, origin.y + sine * c + cosine * r);
        }
    }
    return field;
}

} // namespace spotcheck::pretrain
