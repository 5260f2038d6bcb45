#include <cmath>
#include <numbers>
#include <string>
#include <string_view>
#include <utility>

#include "data/sample/noise.h"
#include "data/sample/print.h"
#include "data/sample/strokefont.h"

namespace spotcheck::sample {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

class Layout {
public:
    /// A line of text, its first letter's top left at `origin`.
    void text(std::string_view letters, cv::Point2f origin, float height, float halfWidth)
    {
        const float unit = height / glyphHeight;
        for (const char letter : letters) {
            PrintElement element{PrintElement::Kind::Glyph, Ink::Black, {}};
            for (const Segment &stroke : glyphStrokes(letter))
                element.lines.push_back({origin + stroke.from * unit, origin + stroke.to * unit, halfWidth, true});
            if (!element.lines.empty())
                m_elements.push_back(std::move(element));
            origin.x += glyphAdvance * unit;
        }
    }

    void centredText(std::string_view letters, cv::Point2f centre, float height, float halfWidth)
    {
        const float unit = height / glyphHeight;
        const float width = (static_cast<float>(letters.size() - 1) * glyphAdvance + glyphWidth) * unit;
        text(letters, centre - cv::Point2f(width, height) / 2, height, halfWidth);
    }

    /// 41 strokes over three quarters of a circle, every fourth longer and numbered 0 to 10.
    void scale()
    {
        constexpr int strokes = 41;
        for (int index = 0; index < strokes; ++index) {
            const float angle = (-0.75F + 1.5F * static_cast<float>(index) / (strokes - 1)) * pi;
            const cv::Point2f outwards(std::sin(angle), -std::cos(angle));
            const bool isLong = index % 4 == 0;
            const PrintLine line{dialCentre + outwards * 70, dialCentre + outwards * (isLong ? 89.0F : 81.0F),
                                 isLong ? 1.25F : 0.8F, false};
            m_elements.push_back({PrintElement::Kind::Stroke, Ink::Black, {line}});
            if (isLong)
                centredText(std::to_string(index / 4), dialCentre + outwards * 103, 12, 1.0F);
        }
    }

    void arrow(cv::Point2f from, cv::Point2f to)
    {
        PrintElement element{PrintElement::Kind::Arrow, Ink::Red, {}};
        element.lines.push_back({from, to, 1.9F, true});
        element.lines.push_back({to, to + cv::Point2f(-11, -8), 1.9F, true});
        element.lines.push_back({to, to + cv::Point2f(-11, 8), 1.9F, true});
        m_elements.push_back(std::move(element));
    }

    /// A square code after the look of a data matrix: two solid edges, two dotted ones, and modules that spell
    /// the type, which is the same on every part.
    void code(cv::Point2f origin)
    {
        constexpr int modules = 14;
        constexpr float module = 5;
        PrintElement element{PrintElement::Kind::Code, Ink::Black, {}};
        const std::uint64_t seed = childSeed(0xC0DE, 40);
        for (int row = 0; row < modules; ++row) {
            const auto isDark = [&](int column) {
                if (column == 0 || row == modules - 1)
                    return true;
                if (row == 0 || column == modules - 1)
                    return (row + column) % 2 == 0;
                return latticeNoise(seed, column, row) > 0;
            };
            for (int column = 0; column < modules; ++column) {
                if (!isDark(column))
                    continue;
                const int first = column;
                while (column + 1 < modules && isDark(column + 1))
                    ++column;
                const float middle = origin.y + (static_cast<float>(row) + 0.5F) * module;
                element.lines.push_back({{origin.x + static_cast<float>(first) * module, middle},
                                         {origin.x + static_cast<float>(column + 1) * module, middle},
                                         module / 2,
                                         false});
            }
        }
        m_elements.push_back(std::move(element));
    }

    std::vector<PrintElement> take() { return std::move(m_elements); }

private:
    std::vector<PrintElement> m_elements;
};

} // namespace

std::vector<PrintElement> printLayout(const Part &part)
{
    std::string number = std::to_string(part.serialNumber);
    number.insert(0, 6 - number.size(), '0');
    Layout layout;
    layout.centredText("SPOTCHECK", {0, -178}, 17, 1.7F);
    layout.scale();
    layout.centredText("-", {-52, 56}, 11, 1.1F);
    layout.arrow({-34, 56}, {34, 56});
    layout.centredText("+", {52, 56}, 11, 1.1F);
    layout.text("TYPE SC-40", {-124, 107}, 14, 1.15F);
    layout.text("NO " + number, {-124, 134}, 14, 1.15F);
    layout.text("24V 1.5A", {-124, 161}, 14, 1.15F);
    layout.code({60, 106});
    return layout.take();
}

} // namespace spotcheck::sample
