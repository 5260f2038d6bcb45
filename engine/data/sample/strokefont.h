#pragma once

#include <string_view>
#include <vector>

#include <opencv2/core/types.hpp>

namespace spotcheck::sample {

struct Segment {
    cv::Point2f from;
    cv::Point2f to;
};

/// Width of a letter's cell without the gap to the next, for a letter 6 units high.
constexpr float glyphWidth = 4;
constexpr float glyphHeight = 6;
constexpr float glyphAdvance = 6; ///< from one letter to the next

/// The strokes of a capital letter, digit or sign in its cell of 4 x 6 units, origin at the top left.
/// Empty for a blank and for letters that the plate does not need.
std::vector<Segment> glyphStrokes(char letter);

} // namespace spotcheck::sample
