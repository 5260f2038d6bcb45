#pragma once

#include <vector>

#include "data/sample/part.h"

namespace spotcheck::sample {

enum class Ink { Black, Red };

/// A straight piece of print.
struct PrintLine {
    cv::Point2f from;
    cv::Point2f to;
    float halfWidth = 1;
    bool round = true; ///< ends, as of a pen; otherwise square
};

/// What is printed in one go and can be missing as one: a letter, a graduation stroke, an arrow, the code.
struct PrintElement {
    enum class Kind { Glyph, Stroke, Arrow, Code };

    Kind kind = Kind::Glyph;
    Ink ink = Ink::Black;
    std::vector<PrintLine> lines;
};

/// Everything printed on a part, in the order of the layout. Only the serial number depends on the part.
std::vector<PrintElement> printLayout(const Part &part);

void drawPrint(Surface &surface, const Placement &placement, const Part &part);

} // namespace spotcheck::sample
