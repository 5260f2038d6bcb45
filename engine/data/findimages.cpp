#include <spotcheck/data/dataset.h>

#include <algorithm>
#include <deque>
#include <set>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include <spotcheck/image/imagereader.h>

#include "data/holdsimage.h"

namespace spotcheck {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t entriesBetweenReports = 256; ///< well under half a second, even on a slow network share

bool isHidden(const fs::path &path)
{
    return path.filename().native().starts_with('.');
}

bool isDenied(const std::error_code &error)
{
    return error == std::errc::permission_denied || error == std::errc::operation_not_permitted;
}

std::string folderReason(const std::error_code &error)
{
    if (isDenied(error))
        return "The folder may not be opened. Ask for permission to read it, or copy the pictures elsewhere.";
    return "The folder cannot be listed (" + error.message() + "). Check the drive it lies on.";
}

std::string entryReason(const std::error_code &error)
{
    if (isDenied(error))
        return "The file may not be reached. Ask for permission to read it, or copy it elsewhere.";
    if (error == std::errc::too_many_symbolic_link_levels)
        return "The link leads back to itself. Delete it, or point it at a picture.";
    return "The file cannot be reached (" + error.message() + "). Check the drive it lies on.";
}

const char *const missingReason = "There is no such file or folder. Check whether it was moved or renamed.";
const char *const brokenLinkReason = "The link leads to nothing. Delete it, or bring back the picture it names.";
const char *const specialReason = "This is a device, pipe or socket, not a file. Choose a picture file instead.";
const char *const endingReason = "The ending is not that of a supported picture. Use PNG, JPEG, BMP, TIFF or WebP.";

/// Lists pictures below folders. Links to folders are followed, but no folder is entered twice, so that a loop
/// ends. Folders are entered before links to folders: a picture keeps its own path where both lead to it.
class ImageFinder {
public:
    ImageFinder(std::vector<FileProblem> &problems, JobMonitor &monitor) : m_problems(problems), m_monitor(monitor) {}

    void findBelow(const fs::path &named)
    {
        std::error_code error;
        const fs::file_status status = fs::status(named, error);
        const auto first = static_cast<std::ptrdiff_t>(m_images.size());
        if (fs::is_directory(status)) {
            m_folders.push_back(named);
            walk();
            std::sort(m_images.begin() + first, m_images.end(),
                      [](const fs::path &a, const fs::path &b) { return a.native() < b.native(); });
        } else if (fs::is_regular_file(status)) {
            if (hasImageEnding(named))
                add(named);
            else
                m_problems.push_back({named, endingReason});
        } else {
            m_problems.push_back({named, reasonFor(status, error, named)});
        }
    }

    /// Looks no further than the first picture.
    bool findsAnyBelow(const fs::path &folder)
    {
        m_untilFirst = true;
        m_folders.push_back(folder);
        walk();
        return !m_images.empty();
    }

    std::vector<fs::path> take() { return std::move(m_images); }

private:
    bool isDone() const { return m_untilFirst && !m_images.empty(); }

    void walk()
    {
        while (!isDone() && (!m_folders.empty() || !m_linkedFolders.empty())) {
            std::deque<fs::path> &queue = m_folders.empty() ? m_linkedFolders : m_folders;
            const fs::path folder = std::move(queue.front());
            queue.pop_front();
            list(folder);
        }
    }

    void list(const fs::path &folder)
    {
        m_monitor.throwIfCancelled();
        if (!enterOnce(folder))
            return;
        std::error_code error;
        fs::directory_iterator entry(folder, error);
        std::vector<fs::path> names;
        for (const fs::directory_iterator end; !error && entry != end; entry.increment(error)) {
            countEntry();
            if (!isHidden(entry->path()))
                names.push_back(entry->path());
        }
        if (error)
            m_problems.push_back({folder, folderReason(error)});
        // The file system's own order differs from machine to machine, and the order decides which of two links
        // to one folder is followed.
        std::sort(names.begin(), names.end());
        for (const fs::path &path : names) {
            if (isDone())
                return;
            countEntry();
            if (!takeEntry(path)) {
                m_problems.push_back({folder, folderReason(std::make_error_code(std::errc::permission_denied))});
                return;
            }
        }
    }

    /// False where the folder lets its names be listed but nothing in it be reached.
    bool takeEntry(const fs::path &path)
    {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (fs::is_directory(status)) {
            std::error_code ignored;
            (fs::is_symlink(path, ignored) ? m_linkedFolders : m_folders).push_back(path);
        } else if (fs::is_regular_file(status)) {
            if (hasImageEnding(path))
                add(path);
        } else if (isDenied(error) && !fs::is_symlink(path, error)) {
            return false;
        } else if (hasImageEnding(path)) {
            m_problems.push_back({path, reasonFor(status, error, path)});
        }
        return true;
    }

    void add(const fs::path &path)
    {
        if (m_known.insert(path.native()).second)
            m_images.push_back(path);
    }

    bool enterOnce(const fs::path &folder)
    {
        struct stat facts = {};
        if (::stat(folder.c_str(), &facts) != 0) {
            const std::error_code error(errno, std::generic_category());
            m_problems.push_back({folder, folderReason(error)});
            return false;
        }
        return m_entered.emplace(facts.st_dev, facts.st_ino).second;
    }

    void countEntry()
    {
        if (++m_entries % entriesBetweenReports != 0)
            return;
        m_monitor.throwIfCancelled();
        m_monitor.report({.stage = Stage::Reading, .step = static_cast<std::int64_t>(m_images.size())});
    }

    static std::string reasonFor(const fs::file_status &status, const std::error_code &error, const fs::path &path)
    {
        std::error_code ignored;
        if (status.type() == fs::file_type::not_found)
            return fs::is_symlink(path, ignored) ? brokenLinkReason : missingReason;
        if (fs::exists(status) && status.type() != fs::file_type::unknown)
            return specialReason;
        return entryReason(error);
    }

    std::vector<FileProblem> &m_problems;
    JobMonitor &m_monitor;
    std::vector<fs::path> m_images;
    std::set<std::string> m_known;
    std::set<std::pair<dev_t, ino_t>> m_entered;
    std::deque<fs::path> m_folders;
    std::deque<fs::path> m_linkedFolders;
    std::size_t m_entries = 0;
    bool m_untilFirst = false;
};

} // namespace

bool holdsImage(const fs::path &folder)
{
    JobMonitor unwatched;
    std::vector<FileProblem> ignored;
    return ImageFinder(ignored, unwatched).findsAnyBelow(folder);
}

std::vector<fs::path> findImages(const std::vector<fs::path> &filesAndFolders, std::vector<FileProblem> &problems,
                                 JobMonitor &monitor)
{
    ImageFinder finder(problems, monitor);
    for (const fs::path &path : filesAndFolders) {
        monitor.throwIfCancelled();
        finder.findBelow(path);
    }
    return finder.take();
}

} // namespace spotcheck
