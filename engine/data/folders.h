#pragma once

#include <filesystem>
#include <system_error>

namespace spotcheck {

/// False also where the system does not say.
inline bool isFolder(const std::filesystem::path &path)
{
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored);
}

} // namespace spotcheck
