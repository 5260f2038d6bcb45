#pragma once

#include <string>

namespace spotcheck::ui {

/// `stem` and `ending` as a file name that file systems take: at most 255 bytes. A longer stem is cut between
/// characters, and the digest of the whole keeps apart what only differed behind the cut.
std::string fittingFileName(const std::string &stem, const std::string &ending);

} // namespace spotcheck::ui
