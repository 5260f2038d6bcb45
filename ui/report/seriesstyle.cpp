#include "ui/report/seriesstyle.h"

#include <array>

namespace spotcheck::ui {

SeriesStyle seriesStyle(int index)
{
    static const std::array<SeriesStyle, seriesStyleCount> styles{{
        {QColor(0x0072b2), QColor(0x56b4e9), {}},
        {QColor(0xc04a00), QColor(0xff9468), {6, 2.5}},
        {QColor(0x007a5a), QColor(0x2fc79b), {1.5, 2}},
        {QColor(0xa8508a), QColor(0xe39ac6), {7, 2, 1.5, 2}},
        {QColor(0x9a6a00), QColor(0xe6b43c), {3, 2}},
        {QColor(0x444b57), QColor(0xc8cfda), {9, 2}},
        {QColor(0x2f6fae), QColor(0x9cc8f0), {6, 2, 1.5, 2, 1.5, 2}},
        {QColor(0x8a3b12), QColor(0xf0c4a8), {2.5, 2, 6, 2}},
    }};
    return styles[static_cast<std::size_t>(index % seriesStyleCount)];
}

} // namespace spotcheck::ui
