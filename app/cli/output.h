#pragma once

#include <filesystem>

namespace spotcheck::cli {

/// What cannot be written in the end is told before the long work starts.
/// \throws Error(WriteFailed)
void checkFileIsWritable(const std::filesystem::path &file);
/// Makes the folder if need be. \throws Error(WriteFailed)
void makeWritableFolder(const std::filesystem::path &folder);

/// What is read must not be written over. \throws UsageError naming the file, where both are the same one
void refuseToOverwrite(const std::filesystem::path &input, const std::filesystem::path &output);

} // namespace spotcheck::cli
