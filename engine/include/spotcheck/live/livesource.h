#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/core/message.h>

namespace spotcheck {

/// Something around a live inspection that people should know, said once when it begins and once when it is over.
struct LiveNotice {
    enum class Kind {
        SourceLost,    ///< folder deleted or unmounted, camera gone
        SourceBack,    ///< and it goes on
        SourceMoved,   ///< the folder lies on another drive than before
        FolderProblem, ///< a part of the folder that cannot be looked at
        LogBehind,     ///< rows cannot be written and wait in memory
        LogCaughtUp,
        RowsLost, ///< too many rows waited, or the inspection ended before they could be written
        Drift,
        DriftOver,
        RejectsInARow,
        RejectsOver,
    };
    Kind kind = Kind::SourceLost;
    Message message;
    std::string detail{}; ///< the technical reason, in English

    bool isTrouble() const;      ///< and not the good news that one is over
    std::string english() const; ///< with the technical reason in brackets
};

/// A picture that came in, or the reason why it cannot be read.
struct LivePicture {
    std::string name;           ///< below the folder, or the number of a camera's frame
    std::filesystem::path file; ///< empty for a camera
    cv::Mat image;              ///< as `readImage` gives it; empty where it cannot be read
    std::string failure;        ///< an English sentence that names the file; empty when there is a picture
    std::chrono::steady_clock::time_point complete; ///< when it was there to be inspected
};

/// Time that never jumps; tests put in their own.
using LiveClock = std::function<std::chrono::steady_clock::time_point()>;

/// Where pictures come from, one after the other. Belongs to one thread.
class LiveSource {
public:
    LiveSource() = default;
    LiveSource(const LiveSource &) = delete;
    LiveSource &operator=(const LiveSource &) = delete;
    virtual ~LiveSource() = default;

    /// The next picture, or nothing where none is there now. Trouble with the source does not throw, it is added to
    /// `notices`. \throws Error(OutOfMemory, Internal), Cancelled
    virtual std::optional<LivePicture> next(std::vector<LiveNotice> &notices, JobMonitor &monitor) = 0;
    /// How long it is worth waiting after nothing was there.
    virtual std::chrono::milliseconds pause() const = 0;
    virtual std::int64_t waiting() const { return 0; } ///< complete pictures that nobody has asked for yet
    virtual bool isFinished() const { return false; }  ///< nothing will come any more
    virtual bool isExpecting() const { return false; } ///< something is there that is not complete yet
    virtual bool isLost() const = 0;                   ///< the source is away at present
};

} // namespace spotcheck
