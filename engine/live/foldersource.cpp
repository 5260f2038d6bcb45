#include <spotcheck/live/foldersource.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include <spotcheck/core/error.h>
#include <spotcheck/image/imagereader.h>

#include "inspection/picturefault.h"

namespace spotcheck {

namespace fs = std::filesystem;

namespace {

constexpr int pauseShare = 4;                   ///< pause after a slow look, in lengths of that look
constexpr std::size_t mostRemembered = 100'000; ///< files that have gone; about 20 MB

} // namespace

void FolderOptions::validate() const
{
    if (pause.count() <= 0)
        throw Error(ErrorCode::InvalidParameter, "the pause between two looks must be above 0");
    if (unreadableAfter.count() < 0)
        throw Error(ErrorCode::InvalidParameter, "a picture cannot be given up before it is there");
}

FolderSource::FolderSource(FolderOptions options) : m_options(std::move(options))
{
    m_options.validate();
    if (!m_options.clock)
        m_options.clock = [] { return std::chrono::steady_clock::now(); };
    struct stat facts = {};
    if (::stat(m_options.folder.c_str(), &facts) != 0)
        throw Error(errno == ENOENT ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable, m_options.folder,
                    std::strerror(errno));
    if (!S_ISDIR(facts.st_mode))
        throw Error(ErrorCode::FileUnreadable, m_options.folder, "this is no folder");
    m_device = facts.st_dev;
}

std::chrono::milliseconds FolderSource::pause() const
{
    return std::max(m_options.pause, pauseShare * m_lookTook);
}

std::optional<LivePicture> FolderSource::next(std::vector<LiveNotice> &notices, JobMonitor &monitor)
{
    // Not more often: in two looks right after one another a file that is being written looks unchanged.
    if (m_ready.empty() && (m_look == 0 || m_options.clock() - m_lookedAt >= pause()))
        look(notices, monitor);
    while (!m_ready.empty()) {
        monitor.throwIfCancelled();
        const std::string path = std::move(m_ready.front());
        m_ready.pop_front();
        if (std::optional<LivePicture> picture = read(path))
            return picture;
    }
    return std::nullopt;
}

std::optional<FolderSource::Facts> FolderSource::factsOf(const fs::path &file)
{
    struct stat facts = {};
    if (::stat(file.c_str(), &facts) != 0)
        return std::nullopt;
    return Facts{facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec};
}

void FolderSource::look(std::vector<LiveNotice> &notices, JobMonitor &monitor)
{
    const TimePoint begin = m_options.clock();
    m_lookedAt = begin;
    struct stat root = {};
    if (::stat(m_options.folder.c_str(), &root) != 0)
        return lose(notices, std::strerror(errno));
    if (!S_ISDIR(root.st_mode))
        return lose(notices, "this is no folder any more");
    std::vector<FileProblem> problems;
    const std::vector<fs::path> images = findImages({m_options.folder}, problems, monitor);
    const auto own = std::find_if(problems.begin(), problems.end(),
                                  [this](const FileProblem &problem) { return problem.file == m_options.folder; });
    if (own != problems.end())
        return lose(notices, own->reason);
    welcomeBack(notices, root.st_dev);
    sayProblems(notices, problems);

    ++m_look;
    std::vector<std::pair<Facts, std::string>> settled;
    for (const fs::path &image : images)
        update(image, settled);
    // In the order of their coming, as far as the file system knows it.
    std::sort(settled.begin(), settled.end(), [](const auto &left, const auto &right) {
        const auto key = [](const auto &entry) {
            return std::tie(entry.first.seconds, entry.first.nanoseconds, entry.second);
        };
        return key(left) < key(right);
    });
    for (auto &[facts, path] : settled)
        m_ready.push_back(std::move(path));
    forgetGone();
    m_lookTook = std::chrono::duration_cast<std::chrono::milliseconds>(m_options.clock() - begin);
}

void FolderSource::update(const fs::path &path, std::vector<std::pair<Facts, std::string>> &settled)
{
    const std::optional<Facts> facts = factsOf(path);
    if (!facts)
        return; // it has gone since it was listed
    const auto [entry, isNew] = m_files.try_emplace(path.native());
    File &file = entry->second;
    file.look = m_look;
    if (isNew || file.facts != *facts) {
        file.facts = *facts;
        file.since = m_options.clock();
        file.done = isNew && m_look == 1 && !m_options.existing;
        return;
    }
    if (file.done || file.waits)
        return;
    file.waits = true;
    if (file.settled < file.since)
        file.settled = m_lookedAt;
    settled.emplace_back(*facts, path.native());
}

bool FolderSource::isExpecting() const
{
    return std::ranges::any_of(m_files, [](const auto &entry) { return !entry.second.done; });
}

void FolderSource::forgetGone()
{
    std::size_t gone = 0;
    for (auto entry = m_files.begin(); entry != m_files.end();) {
        const bool isGone = entry->second.look != m_look;
        // What was given stays known: after a drive was away for a while the same pictures are there again.
        if (isGone && entry->second.done)
            ++gone;
        entry = isGone && !entry->second.done ? m_files.erase(entry) : std::next(entry);
    }
    if (gone > mostRemembered)
        std::erase_if(m_files, [this](const auto &entry) { return entry.second.look != m_look; });
}

std::optional<LivePicture> FolderSource::read(const std::string &path)
{
    const auto entry = m_files.find(path);
    if (entry == m_files.end())
        return std::nullopt;
    File &file = entry->second;
    file.waits = false;
    const auto isTouched = [&] {
        const std::optional<Facts> now = factsOf(path);
        if (now && *now == file.facts)
            return false;
        if (now)
            file.facts = *now;
        file.since = m_options.clock();
        return true;
    };
    if (isTouched())
        return std::nullopt;

    LivePicture picture;
    picture.file = path;
    picture.name = fs::path(path).lexically_relative(m_options.folder).string();
    picture.complete = file.settled;
    try {
        picture.image = readImage(path);
    } catch (const Error &error) {
        if (!isPicturesOwnFault(error.code()))
            throw;
        // A writer may pause, longer than two looks.
        if (m_options.clock() - file.since < m_options.unreadableAfter)
            return std::nullopt;
        picture.failure = error.what();
    }
    if (isTouched())
        return std::nullopt;
    file.done = true;
    return picture;
}

void FolderSource::lose(std::vector<LiveNotice> &notices, const std::string &reason)
{
    if (m_lost)
        return;
    m_lost = true;
    notices.push_back(
        {LiveNotice::Kind::SourceLost,
         Message{"The folder %1 cannot be reached any more. Bring it back or connect its drive; watching "
                 "goes on by itself.",
                 {m_options.folder.string()}},
         reason});
}

void FolderSource::welcomeBack(std::vector<LiveNotice> &notices, std::uint64_t device)
{
    if (m_lost)
        notices.push_back({LiveNotice::Kind::SourceBack,
                           Message{"The folder %1 is back; watching goes on.", {m_options.folder.string()}}});
    // The place where a drive was mounted is an empty folder of another drive once it is away.
    else if (device != m_device)
        notices.push_back(
            {LiveNotice::Kind::SourceMoved,
             Message{"The folder %1 lies on another drive than before: a drive was connected or has gone. "
                     "Check that it is the right one.",
                     {m_options.folder.string()}}});
    m_lost = false;
    m_device = device;
}

void FolderSource::sayProblems(std::vector<LiveNotice> &notices, const std::vector<FileProblem> &problems)
{
    std::set<std::string> present;
    for (const FileProblem &problem : problems) {
        const std::string text = problem.file.string() + ": " + problem.reason;
        present.insert(text);
        if (!m_problemsSaid.contains(text))
            notices.push_back(
                {LiveNotice::Kind::FolderProblem,
                 Message{"%1 cannot be looked at. The rest of the folder is watched.", {problem.file.string()}},
                 problem.reason});
    }
    m_problemsSaid = std::move(present);
}

} // namespace spotcheck
