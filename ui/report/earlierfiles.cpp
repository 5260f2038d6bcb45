#include "ui/report/earlierfiles.h"

#include <system_error>
#include <unordered_set>

namespace spotcheck::ui {

namespace {

namespace fs = std::filesystem;

using Paths = std::unordered_set<std::string>;

/// A folder that cannot be listed has nothing to tell: writing to it says what is wrong.
std::int64_t countOthers(const fs::path &folder, const fs::path &ending, const Paths &written)
{
    std::int64_t count = 0;
    std::error_code error;
    std::error_code ignored;
    fs::recursive_directory_iterator entry(folder, error);
    for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
        const fs::path &path = entry->path();
        if (path.extension() == ending && entry->is_regular_file(ignored) && !written.contains(path.native()))
            ++count;
    }
    return count;
}

} // namespace

std::vector<EarlierFiles> earlierFiles(const fs::path &folder, const ExportedReport &report)
{
    Paths written;
    for (const fs::path &file : report.files)
        written.insert(file.native());
    std::vector<EarlierFiles> earlier;
    const auto addFile = [&](const char *name) {
        std::error_code ignored;
        if (fs::is_regular_file(folder / name, ignored) && !written.contains((folder / name).native()))
            earlier.push_back({.name = name});
    };
    for (const ReportFormatName &format : reportFormatNames()) {
        if (*format.ending == '\0') {
            addFile(format.file);
            if (format.format == ReportFormat::Csv)
                addFile(regionsFile);
        } else if (const std::int64_t count = countOthers(folder / format.file, format.ending, written); count > 0) {
            earlier.push_back({.name = format.file, .isFolder = true, .files = count});
        }
    }
    return earlier;
}

} // namespace spotcheck::ui
