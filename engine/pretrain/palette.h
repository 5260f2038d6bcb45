#pragma once

#include <array>

#include <opencv2/core/mat.hpp>

#include "pretrain/random.h"

namespace spotcheck::pretrain {

/// Colours along a surface's heights.
class Palette {
public:
    /// Grey in nearly half of the cases, as industrial cameras are; otherwise two to five colour stops, near to
    /// one another or far apart.
    static Palette random(Random &random);

    /// `height` is clamped to [0, 1]; RGB in [0, 1].
    cv::Vec3f at(float height) const;
    /// The same palette seen through another white balance: every channel scaled by a few per cent.
    Palette tinted(Random &random, float amount) const;

private:
    static constexpr int entries = 64;
    std::array<cv::Vec3f, entries> m_colours{};
};

} // namespace spotcheck::pretrain
