#pragma once

#include <filesystem>
#include <string>

namespace spotcheck {

/// The ending of a file name with its dot, in lower case: ".png".
std::string lowerCaseEnding(const std::filesystem::path &file);

} // namespace spotcheck
