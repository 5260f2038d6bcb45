#include "core/availablememory.h"

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>

#include <sys/resource.h>
#include <unistd.h>

#include <spotcheck/core/availablememory.h>

namespace spotcheck {

namespace fs = std::filesystem;

namespace {

/// The number that a file consists of; nothing for "max" and for a file that is not there.
std::optional<std::uint64_t> numberIn(const fs::path &file)
{
    std::ifstream stream(file);
    std::uint64_t number = 0;
    return stream >> number ? std::optional(number) : std::nullopt;
}

/// The number behind a word, in lines of "word number ...".
std::optional<std::uint64_t> numberBehind(const fs::path &file, std::string_view wanted)
{
    std::ifstream stream(file);
    std::string word;
    for (std::string rest; stream >> word; std::getline(stream, rest)) {
        std::uint64_t number = 0;
        if (word == wanted)
            return stream >> number ? std::optional(number) : std::nullopt;
    }
    return std::nullopt;
}

struct GroupFiles {
    const char *limit;
    const char *usage;
    const char *droppable; ///< in memory.stat: file pages that were not used lately
};

constexpr GroupFiles version2{"memory.max", "memory.current", "inactive_file"};
constexpr GroupFiles version1{"memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"};

std::optional<std::uint64_t> leftIn(const fs::path &group, const GroupFiles &files)
{
    const std::optional<std::uint64_t> limit = numberIn(group / files.limit);
    const std::optional<std::uint64_t> usage = numberIn(group / files.usage);
    constexpr std::uint64_t none = 1ULL << 60; // version 1 writes "no limit" as a number near 2^63
    if (!limit || !usage || *limit >= none)
        return std::nullopt;
    const std::uint64_t droppable = numberBehind(group / "memory.stat", files.droppable).value_or(0);
    const std::uint64_t inUse = *usage - std::min(*usage, droppable);
    return *limit - std::min(*limit, inUse);
}

std::optional<std::uint64_t> lesser(std::optional<std::uint64_t> a, std::optional<std::uint64_t> b)
{
    return a && b ? std::min(a, b) : (a ? a : b);
}

/// Of "version 2: 0::/a/b", "version 1: 5:cpu,memory:/a/b".
struct GroupLine {
    fs::path group;
    bool isVersion2 = false;
};

std::optional<GroupLine> memoryGroup(const std::string &line)
{
    const std::size_t first = line.find(':');
    const std::size_t second = line.find(':', first == std::string::npos ? first : first + 1);
    if (second == std::string::npos)
        return std::nullopt;
    const std::string controllers = ',' + line.substr(first + 1, second - first - 1) + ',';
    const bool isVersion2 = controllers == ",,";
    if (!isVersion2 && controllers.find(",memory,") == std::string::npos)
        return std::nullopt;
    return GroupLine{fs::path(line.substr(second + 1)).relative_path(), isVersion2};
}

} // namespace

std::optional<std::uint64_t> systemMemoryLeft(const fs::path &proc)
{
    const std::optional<std::uint64_t> kibibytes = numberBehind(proc / "meminfo", "MemAvailable:");
    return kibibytes ? std::optional(*kibibytes * 1024) : std::nullopt;
}

std::optional<std::uint64_t> groupMemoryLeft(const fs::path &proc, const fs::path &groups)
{
    std::optional<std::uint64_t> left;
    std::ifstream lines(proc / "self/cgroup");
    for (std::string line; std::getline(lines, line);) {
        const std::optional<GroupLine> found = memoryGroup(line);
        if (!found)
            continue;
        const fs::path root = found->isVersion2 ? groups : groups / "memory";
        const GroupFiles &files = found->isVersion2 ? version2 : version1;
        // Every group above may have a limit too. In a container the path may be the host's, and only the root is
        // there: it is then the container's own group.
        for (fs::path group = found->group;; group = group.parent_path()) {
            left = lesser(left, leftIn(root / group, files));
            if (group.empty())
                break;
        }
    }
    return left;
}

std::optional<std::uint64_t> addressSpaceLeft()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return std::nullopt;
    const std::uint64_t pages = numberIn("/proc/self/statm").value_or(0);
    const std::uint64_t used = pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return limit.rlim_cur - std::min<std::uint64_t>(limit.rlim_cur, used);
}

std::uint64_t availableMemoryBytes()
{
    const std::optional<std::uint64_t> physical =
        lesser(systemMemoryLeft("/proc"), groupMemoryLeft("/proc", "/sys/fs/cgroup"));
    return lesser(physical, addressSpaceLeft()).value_or(0);
}

} // namespace spotcheck
