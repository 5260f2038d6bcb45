#pragma once

#include <filesystem>

#include <spotcheck/core/error.h>

namespace spotcheck {

/// `error` with the file that it is about, where whoever threw it had only the content.
inline Error withFile(const Error &error, const std::filesystem::path &file)
{
    return error.file().empty() ? Error(error.code(), file, error.detail()) : error;
}

} // namespace spotcheck
