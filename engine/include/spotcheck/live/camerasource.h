#pragma once

#include <memory>

#include <spotcheck/live/livesource.h>

namespace spotcheck {

struct CameraOptions {
    std::string address;                            ///< "0": the first camera; or a stream's URL, or a video file
    std::chrono::milliseconds pause{0};             ///< least time between two pictures
    std::chrono::milliseconds firstRetry{1'000};    ///< after the camera went away; doubles with every failure ...
    std::chrono::milliseconds longestRetry{30'000}; ///< ... up to this
    bool endsWithFile = true; ///< a video file is over at its end; otherwise it counts as a camera that went away
    LiveClock clock{};        ///< empty: the steady clock

    /// \throws Error(InvalidParameter)
    void validate() const;
};

/// Pictures of a camera, a stream or a video file, through OpenCV. Of a camera the newest frame is taken, of a file
/// every one. A camera that cannot be opened or stops giving pictures is said and opened again, with growing pauses.
class CameraSource : public LiveSource {
public:
    /// Opens nothing yet. \throws Error(InvalidParameter)
    explicit CameraSource(CameraOptions options);
    ~CameraSource() override;

    std::optional<LivePicture> next(std::vector<LiveNotice> &notices, JobMonitor &monitor) override;
    std::chrono::milliseconds pause() const override;
    bool isFinished() const override { return m_finished; }
    bool isLost() const override { return m_lost; }

private:
    bool open();
    bool grabNewest();
    bool decode(cv::Mat &frame);
    void lose(std::vector<LiveNotice> &notices);

    struct Capture; ///< keeps OpenCV's header out of this one
    CameraOptions m_options;
    std::unique_ptr<Capture> m_capture;
    bool m_isFile = false;
    bool m_finished = false;
    bool m_lost = false;
    std::int64_t m_frames = 0;
    std::chrono::milliseconds m_retry{0};
    std::chrono::steady_clock::time_point m_due; ///< before it nothing is tried
};

} // namespace spotcheck
