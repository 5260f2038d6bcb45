#include "text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <sstream>

namespace spotcheck::cli {

namespace {

template <typename... Values>
std::string formatted(const char *format, Values... values)
{
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, values...);
    return buffer.data();
}

} // namespace

std::string bytesText(std::uint64_t bytes)
{
    constexpr std::array units{"B", "kB", "MB", "GB", "TB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 1000 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    return formatted(unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
}

std::string durationText(double seconds)
{
    const auto whole = static_cast<long>(std::lround(seconds));
    if (whole < 60)
        return formatted("%ld s", whole);
    if (whole < 3600)
        return formatted("%ld min %ld s", whole / 60, whole % 60);
    return formatted("%ld h %ld min", whole / 3600, whole % 3600 / 60);
}

std::string takenText(double seconds)
{
    return seconds < 9.95 ? formatted("%.1f s", seconds) : durationText(seconds);
}

std::string counted(std::int64_t count, const char *thing)
{
    return std::to_string(count) + ' ' + thing + (count == 1 ? "" : "s");
}

std::string numberText(double value, int digits)
{
    return std::isfinite(value) ? formatted("%.*g", digits, value) : "-";
}

namespace {

/// Characters of UTF-8 text: all bytes but those that go on with one.
std::size_t shownLength(const std::string &text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

} // namespace

std::string columnsText(const std::vector<std::vector<std::string>> &rows)
{
    std::vector<std::size_t> widths;
    for (const auto &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], shownLength(row[column]));
    }
    std::string text;
    for (const auto &row : rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            text += row[column];
            if (column + 1 < row.size())
                text += std::string(widths[column] - shownLength(row[column]) + 2, ' ');
        }
        text += '\n';
    }
    return text;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent)
{
    std::istringstream words{std::string(text)};
    std::string lines;
    std::size_t used = 0;
    for (std::string word; words >> word;) {
        if (used > 0 && used + 1 + word.size() > width) {
            lines += '\n' + std::string(indent, ' ');
            used = 0;
        } else if (used > 0) {
            lines += ' ';
            ++used;
        }
        lines += word;
        used += word.size();
    }
    return lines;
}

std::string printable(std::string_view text)
{
    std::string shown;
    for (const char character : text) {
        const auto code = static_cast<unsigned char>(character);
        if (character == '\n')
            shown += "\\n";
        else if (code < 0x20 || code == 0x7F)
            shown += formatted("\\x%02x", code);
        else
            shown += character;
    }
    return shown;
}

void warn(const std::string &message)
{
    std::fputs(("spotcheck-cli: warning: " + printable(message) + "\n").c_str(), stderr);
}

} // namespace spotcheck::cli
