#include "output.h"

#include <system_error>

#include <unistd.h>

#include <spotcheck/core/error.h>

#include "command.h"

namespace spotcheck::cli {

namespace fs = std::filesystem;

namespace {

void checkPermission(const fs::path &target, const fs::path &folder)
{
    if (access(folder.c_str(), W_OK) != 0)
        throw Error(ErrorCode::WriteFailed, target, "no permission to write to " + folder.string());
}

} // namespace

void refuseToOverwrite(const fs::path &input, const fs::path &output)
{
    std::error_code ignored; // a file that is not there is not written over
    if (fs::equivalent(input, output, ignored))
        throw UsageError(output.string() + " is what would be read; give another file to write to");
}

void checkFileIsWritable(const fs::path &file)
{
    std::error_code ignored;
    const fs::path folder = file.has_parent_path() ? file.parent_path() : ".";
    if (!fs::is_directory(folder, ignored))
        throw Error(ErrorCode::WriteFailed, file, "there is no folder " + folder.string());
    if (fs::is_directory(file, ignored))
        throw Error(ErrorCode::WriteFailed, file, "this is a folder");
    checkPermission(file, folder);
}

void makeWritableFolder(const fs::path &folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw Error(ErrorCode::WriteFailed, folder, error.message());
    checkPermission(folder, folder);
}

} // namespace spotcheck::cli
