#include <spotcheck/core/crashreports.h>

#include <algorithm>
#include <cctype>
#include <system_error>

#include <spotcheck/core/log.h>

namespace spotcheck {

namespace fs = std::filesystem;

fs::path standardCrashFolder()
{
    const fs::path folder = standardLogFolder();
    return folder.empty() ? folder : folder / "crashes";
}

std::vector<CrashReport> crashReports(const fs::path &folder, const std::string &program)
{
    // "crash-spotcheck-20261126...txt" is not one of spotcheck-cli.
    const std::string beginning = "crash-" + program + "-";
    std::vector<CrashReport> reports;
    std::error_code problem;
    for (fs::directory_iterator entry(folder, problem), end; !problem && entry != end; entry.increment(problem)) {
        const std::string name = entry->path().filename().string();
        const bool ours = name.size() > beginning.size() && name.starts_with(beginning) && name.ends_with(".txt") &&
                          std::isdigit(static_cast<unsigned char>(name[beginning.size()]));
        std::error_code gone;
        const fs::file_time_type time = ours ? fs::last_write_time(entry->path(), gone) : fs::file_time_type();
        if (ours && !gone)
            reports.push_back({entry->path(), time});
    }
    std::ranges::sort(reports, std::greater(), &CrashReport::time);
    return reports;
}

} // namespace spotcheck
