#include "ui/project/pictureseeker.h"

#include <algorithm>
#include <system_error>

namespace spotcheck::ui {

namespace fs = std::filesystem;

namespace {

bool isLost(const fs::path &file)
{
    std::error_code unknown;
    return !file.empty() && !fs::exists(file, unknown);
}

/// How many names at the end of two paths agree.
int commonTail(const fs::path &a, const fs::path &b)
{
    int count = 0;
    auto left = a.end();
    auto right = b.end();
    while (left != a.begin() && right != b.begin() && *--left == *--right)
        ++count;
    return count;
}

struct ByName {
    bool operator()(const fs::path &a, const fs::path &b) const { return a.filename() < b.filename(); }
};

} // namespace

PictureSeeker::PictureSeeker(const fs::path &folder, JobMonitor &monitor)
{
    std::vector<FileProblem> ignored; // a folder that cannot be opened holds nothing that could be found
    m_files = findImages({folder}, ignored, monitor);
    std::stable_sort(m_files.begin(), m_files.end(), ByName());
}

fs::path PictureSeeker::found(const fs::path &lost) const
{
    const auto [begin, end] = std::equal_range(m_files.begin(), m_files.end(), lost, ByName());
    int most = 0;
    for (auto file = begin; file != end; ++file)
        most = std::max(most, commonTail(*file, lost));
    const auto agrees = [&](const fs::path &file) { return commonTail(file, lost) == most; };
    return std::count_if(begin, end, agrees) == 1 ? *std::find_if(begin, end, agrees) : fs::path();
}

std::vector<std::pair<int, Sample>> PictureSeeker::replacements(const std::vector<Sample> &lane) const
{
    std::vector<std::pair<int, Sample>> replaced;
    for (std::size_t row = 0; row < lane.size(); ++row) {
        Sample sample = lane[row];
        for (fs::path *file : {&sample.image, &sample.mask}) {
            if (!isLost(*file))
                continue;
            if (fs::path now = found(*file); !now.empty())
                *file = std::move(now);
        }
        if (!(sample == lane[row]))
            replaced.emplace_back(static_cast<int>(row), std::move(sample));
    }
    return replaced;
}

} // namespace spotcheck::ui
