#include "data/contentgroups.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <system_error>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

namespace spotcheck {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t sampleBytes = 4096;

/// Start, middle and end of a file: pictures of one camera share the start, seldom all three.
std::string contentSample(const fs::path &file, std::uintmax_t size)
{
    std::ifstream stream(file, std::ios::binary);
    std::size_t digest = 0;
    std::array<char, sampleBytes> block{};
    for (const std::uintmax_t place :
         {std::uintmax_t{0}, size / 2, size - std::min<std::uintmax_t>(size, sampleBytes)}) {
        stream.seekg(static_cast<std::streamoff>(place));
        stream.read(block.data(), sampleBytes);
        const auto length = static_cast<std::size_t>(stream.gcount());
        stream.clear();
        digest = digest * 31 + std::hash<std::string_view>()({block.data(), length});
    }
    return std::to_string(size) + ':' + std::to_string(digest);
}

using Groups = std::map<std::string, std::vector<std::size_t>>;

/// Splits what looks alike so far by a closer look. An empty key takes a file out.
std::vector<std::vector<std::size_t>> split(const std::vector<std::size_t> &members,
                                            const std::function<std::string(std::size_t)> &key, JobMonitor &monitor)
{
    std::vector<std::string> keys(members.size());
    parallelFor(static_cast<std::int64_t>(members.size()), monitor,
                [&](std::int64_t place) { keys[place] = key(members[place]); });
    Groups groups;
    for (std::size_t place = 0; place < members.size(); ++place) {
        if (!keys[place].empty())
            groups[keys[place]].push_back(members[place]);
    }
    std::vector<std::vector<std::size_t>> several;
    for (auto &[name, group] : groups) {
        if (group.size() > 1)
            several.push_back(std::move(group));
    }
    return several;
}

std::vector<std::size_t> membersOf(const std::vector<std::vector<std::size_t>> &groups)
{
    std::vector<std::size_t> members;
    for (const std::vector<std::size_t> &group : groups)
        members.insert(members.end(), group.begin(), group.end());
    return members;
}

} // namespace

std::vector<std::vector<std::size_t>> contentGroups(const std::vector<fs::path> &files, JobMonitor &monitor)
{
    std::vector<std::uintmax_t> sizes(files.size());
    std::vector<std::size_t> all(files.size());
    for (std::size_t index = 0; index < files.size(); ++index)
        all[index] = index;
    const auto sizeKey = [&](std::size_t index) {
        std::error_code problem;
        sizes[index] = fs::file_size(files[index], problem);
        return problem ? std::string() : std::to_string(sizes[index]);
    };
    const auto sampleKey = [&](std::size_t index) { return contentSample(files[index], sizes[index]); };
    const auto contentKey = [&](std::size_t index) {
        try {
            return sha256OfFile(files[index]);
        } catch (const Error &) {
            return std::string(); // gone meanwhile
        }
    };
    auto groups = split(all, sizeKey, monitor);
    groups = split(membersOf(groups), sampleKey, monitor);
    groups = split(membersOf(groups), contentKey, monitor);
    std::sort(groups.begin(), groups.end());
    return groups;
}

} // namespace spotcheck
