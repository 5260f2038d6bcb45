#include "ui/report/colourmap.h"

#include <algorithm>
#include <cstdint>

namespace spotcheck::ui {

namespace {

using Stops = std::array<std::array<std::uint8_t, 3>, 33>;

// Every eighth entry of the published 256-entry tables: viridis and inferno by S. van der Walt and N. Smith (CC0),
// cividis by Nunez, Anderton and Renslow, PLOS ONE 13(7), 2018. Straight lines between them stay within two grey
// levels of the tables (six for cividis at its blue end).
constexpr Stops viridisStops{
    {{68, 1, 84},    {71, 13, 96},   {72, 24, 106},  {72, 35, 116},  {71, 45, 123},  {69, 55, 129},  {66, 64, 134},
     {62, 73, 137},  {59, 82, 139},  {55, 91, 141},  {51, 99, 141},  {47, 107, 142}, {44, 114, 142}, {41, 122, 142},
     {38, 130, 142}, {35, 137, 142}, {33, 144, 140}, {31, 151, 139}, {31, 159, 136}, {33, 166, 133}, {39, 173, 129},
     {49, 181, 123}, {62, 188, 116}, {77, 194, 108}, {92, 200, 99},  {110, 206, 88}, {130, 211, 77}, {149, 216, 64},
     {170, 220, 50}, {192, 223, 37}, {213, 226, 26}, {234, 229, 26}, {253, 231, 37}}};
constexpr Stops cividisStops{{{0, 34, 78},     {0, 40, 91},     {0, 46, 106},    {5, 51, 113},    {26, 56, 111},
                              {39, 62, 110},   {50, 67, 109},   {59, 73, 108},   {67, 78, 108},   {75, 84, 108},
                              {83, 90, 109},   {90, 95, 110},   {97, 101, 111},  {104, 106, 113}, {111, 112, 115},
                              {118, 118, 118}, {124, 124, 120}, {131, 129, 121}, {139, 135, 120}, {146, 141, 120},
                              {154, 147, 118}, {162, 153, 117}, {170, 160, 115}, {179, 166, 112}, {187, 173, 109},
                              {195, 179, 105}, {204, 186, 100}, {212, 193, 95},  {221, 200, 88},  {230, 208, 81},
                              {239, 215, 72},  {248, 223, 60},  {254, 232, 56}}};
constexpr Stops infernoStops{
    {{0, 0, 4},      {4, 3, 18},     {11, 7, 36},     {21, 11, 55},    {33, 12, 74},   {47, 10, 91},   {61, 9, 101},
     {74, 12, 107},  {86, 16, 110},  {99, 21, 110},   {112, 25, 110},  {125, 30, 109}, {137, 34, 106}, {150, 39, 102},
     {163, 44, 97},  {175, 49, 91},  {187, 54, 84},   {198, 61, 77},   {209, 69, 69},  {218, 79, 60},  {227, 89, 50},
     {235, 101, 41}, {241, 114, 30}, {246, 127, 20},  {249, 140, 10},  {251, 155, 6},  {252, 170, 15}, {251, 186, 31},
     {249, 201, 50}, {245, 217, 73}, {242, 232, 101}, {243, 245, 134}, {252, 255, 164}}};

const Stops &stopsOf(ColourMap map)
{
    switch (map) {
    case ColourMap::Cividis:
        return cividisStops;
    case ColourMap::Inferno:
        return infernoStops;
    case ColourMap::Viridis:
        break;
    }
    return viridisStops;
}

} // namespace

const std::vector<ColourMap> &colourMaps()
{
    static const std::vector<ColourMap> all{ColourMap::Viridis, ColourMap::Cividis, ColourMap::Inferno};
    return all;
}

QColor colourAt(ColourMap map, double position)
{
    const Stops &stops = stopsOf(map);
    const double scaled = std::clamp(position, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(scaled), stops.size() - 2);
    const double share = scaled - static_cast<double>(below);
    const auto channel = [&](std::size_t index) {
        return static_cast<int>(stops[below][index] * (1 - share) + stops[below + 1][index] * share + 0.5);
    };
    return {channel(0), channel(1), channel(2)};
}

ColourTable colourTable(ColourMap map)
{
    ColourTable table{};
    for (std::size_t index = 0; index < table.size(); ++index)
        table[index] = colourAt(map, static_cast<double>(index) / 255.0).rgb();
    return table;
}

} // namespace spotcheck::ui
