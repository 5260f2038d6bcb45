#include "data/sample/strokefont.h"

#include <array>

namespace spotcheck::sample {

namespace {

/// Polylines of a glyph as pairs of digits, x then y; a blank lifts the pen.
struct Glyph {
    char letter;
    std::string_view pen;
};

constexpr std::array glyphs{
    Glyph{'0', "103041453616050110"},
    Glyph{'1', "022026 1636"},
    Glyph{'2', "01103041420646"},
    Glyph{'3', "0110304142334445361605 1333"},
    Glyph{'4', "36300444"},
    Glyph{'5', "400002324345361605"},
    Glyph{'6', "4130100105163645443303"},
    Glyph{'7', "00404116"},
    Glyph{'8', "103041423344453616050413020110 1333"},
    Glyph{'9', "0516364541301001021343"},
    Glyph{'-', "1333"},
    Glyph{'+', "0343 2125"},
    Glyph{'.', "2626"},
    Glyph{'A', "062046 1434"},
    Glyph{'C', "4130100105163645"},
    Glyph{'E', "40000646 0333"},
    Glyph{'H', "0006 4046 0343"},
    Glyph{'K', "0006 4003 1246"},
    Glyph{'N', "06004640"},
    Glyph{'O', "103041453616050110"},
    Glyph{'P', "06003041423303"},
    Glyph{'S', "413010010213334445361605"},
    Glyph{'T', "0040 2026"},
    Glyph{'V', "002640"},
    Glyph{'Y', "002340 2326"},
};

cv::Point2f penPosition(std::string_view pair)
{
    return {static_cast<float>(pair[0] - '0'), static_cast<float>(pair[1] - '0')};
}

std::vector<Segment> strokesOf(std::string_view pen)
{
    std::vector<Segment> strokes;
    while (!pen.empty()) {
        const std::string_view line = pen.substr(0, pen.find(' '));
        for (std::size_t at = 0; at + 4 <= line.size(); at += 2)
            strokes.push_back({penPosition(line.substr(at)), penPosition(line.substr(at + 2))});
        pen.remove_prefix(std::min(pen.size(), line.size() + 1));
    }
    return strokes;
}

} // namespace

std::vector<Segment> glyphStrokes(char letter)
{
    for (const Glyph &glyph : glyphs) {
        if (glyph.letter == letter)
            return strokesOf(glyph.pen);
    }
    return {};
}

} // namespace spotcheck::sample
