#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace spotcheck::cli {

std::string bytesText(std::uint64_t bytes);                 ///< "12.3 MB"
std::string durationText(double seconds);                   ///< "45 s", "3 min 20 s", "1 h 5 min"
std::string takenText(double seconds);                      ///< the same of what is over: "1.8 s" below ten seconds
std::string counted(std::int64_t count, const char *thing); ///< "1 picture", "2 pictures"
std::string numberText(double value, int digits = 6);       ///< significant digits; "-" for what is not a number

/// Columns padded to the widest cell, two spaces between; the last column is left as it is.
std::string columnsText(const std::vector<std::vector<std::string>> &rows);

/// Words broken into lines of at most `width`, each but the first after `indent` spaces.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

/// `text` on one line and without control characters, which become "\\n" or "\\x1b": a file's name must not steer the
/// terminal.
std::string printable(std::string_view text);

/// Writes `file: reason` as a warning on stderr.
void warn(const std::string &message);

} // namespace spotcheck::cli
