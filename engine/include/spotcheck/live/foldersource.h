#pragma once

#include <deque>
#include <map>
#include <set>

#include <spotcheck/data/dataset.h>
#include <spotcheck/live/livesource.h>

namespace spotcheck {

struct FolderOptions {
    std::filesystem::path folder;
    bool existing = false; ///< also the pictures that are there already
    /// Between two looks into the folder. A look that takes long (many files, a slow drive) is followed by a pause of
    /// four times its length.
    std::chrono::milliseconds pause{300};
    /// A picture that stays as it is for this long and cannot be read is given up.
    std::chrono::milliseconds unreadableAfter{10'000};
    LiveClock clock{}; ///< empty: the steady clock

    /// \throws Error(InvalidParameter)
    void validate() const;
};

/// Pictures that come into a folder or below it. One is given when it is complete: size and modification time were
/// alike in two looks, it decodes, and it was not touched meanwhile. One that is overwritten later is given again.
/// Only sameness of times is asked for, so that the computer's clock may jump. Links are followed, no folder is
/// entered twice. A folder that goes away is waited for, and its pictures are still known when it comes back.
class FolderSource : public LiveSource {
public:
    /// \throws Error(FileNotFound, FileUnreadable, InvalidParameter)
    explicit FolderSource(FolderOptions options);

    std::optional<LivePicture> next(std::vector<LiveNotice> &notices, JobMonitor &monitor) override;
    std::chrono::milliseconds pause() const override;
    std::int64_t waiting() const override { return static_cast<std::int64_t>(m_ready.size()); }
    bool isLost() const override { return m_lost; }
    /// Half-written ones are looked at again until they are whole or given up.
    bool isExpecting() const override;

private:
    using TimePoint = std::chrono::steady_clock::time_point;

    /// What tells one version of a file from another.
    struct Facts {
        std::int64_t bytes = -1;
        std::int64_t seconds = 0; ///< of the modification time
        std::int64_t nanoseconds = 0;
        bool operator==(const Facts &) const = default;
    };
    struct File {
        Facts facts;
        TimePoint since;        ///< it has been as it is
        TimePoint settled;      ///< it was found complete
        std::uint64_t look = 0; ///< in which it was seen last
        bool waits = false;     ///< in `m_ready`
        bool done = false;      ///< given, or not to be given, as it is
    };

    static std::optional<Facts> factsOf(const std::filesystem::path &file);
    void look(std::vector<LiveNotice> &notices, JobMonitor &monitor);
    void lose(std::vector<LiveNotice> &notices, const std::string &reason);
    void welcomeBack(std::vector<LiveNotice> &notices, std::uint64_t device);
    void sayProblems(std::vector<LiveNotice> &notices, const std::vector<FileProblem> &problems);
    void update(const std::filesystem::path &path, std::vector<std::pair<Facts, std::string>> &settled);
    void forgetGone();
    std::optional<LivePicture> read(const std::string &path);

    FolderOptions m_options;
    std::map<std::string, File> m_files;
    std::deque<std::string> m_ready; ///< oldest first
    std::set<std::string> m_problemsSaid;
    std::uint64_t m_look = 0;
    std::uint64_t m_device = 0;
    TimePoint m_lookedAt;
    std::chrono::milliseconds m_lookTook{0};
    bool m_lost = false;
};

} // namespace spotcheck
