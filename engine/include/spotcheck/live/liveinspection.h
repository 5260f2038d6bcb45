#pragma once

#include <deque>
#include <memory>

#include <spotcheck/inspection/inspection.h>
#include <spotcheck/live/controlchart.h>
#include <spotcheck/live/livelog.h>
#include <spotcheck/live/livesource.h>
#include <spotcheck/model/model.h>

namespace spotcheck {

struct LiveOptions {
    OperatingPoint point;
    std::filesystem::path log;                            ///< empty: none
    std::optional<std::chrono::milliseconds> untilIdle{}; ///< ends after so long without a picture
    ChartOptions chart;
    std::int64_t rejectsInARow = 5; ///< so many rejected pictures without another one between make a notice; 0: none
    LiveClock clock{};              ///< empty: the steady clock
};

struct LiveCounts {
    std::int64_t good = 0;
    std::int64_t review = 0;
    std::int64_t defective = 0;
    std::int64_t unreadable = 0;

    std::int64_t judged() const { return good + review + defective; }
    std::int64_t total() const { return judged() + unreadable; }
    /// Share of good ones among those judged, review counting as not good; nothing before the first one.
    std::optional<double> yield() const;
};

/// From the look that found a picture complete to its verdict, waiting for others included, over the last pictures.
class LatencyWindow {
public:
    void add(double seconds);
    std::optional<double> mean() const;         ///< s
    std::optional<double> percentile95() const; ///< s, the nearest rank
    static constexpr std::size_t pictures = 1000;

private:
    std::deque<double> m_seconds;
};

/// One picture's outcome, whole: valid while it is told, so that memory stays bounded.
struct LiveResult {
    std::chrono::system_clock::time_point time;
    std::string name;
    InspectionResult result;
    cv::Mat image; ///< empty where it could not be read
    cv::Mat map;   ///< raw, at image size; empty without one
    Verdict verdict = Verdict::Failed;
    std::optional<ChartPoint> point; ///< nothing for pictures that could not be read
    double latency = 0;              ///< s
};

struct LiveStatus {
    LiveCounts counts;
    std::optional<double> latencyMean;
    std::optional<double> latencyPercentile95;
    std::int64_t waiting = 0;    ///< complete pictures that wait for their turn
    std::size_t rowsWaiting = 0; ///< of the log
    std::int64_t rejectsInARow = 0;
    Drift drift = Drift::None;
    bool sourceLost = false;
};

/// Who watches. Called on the thread of `run`.
class LiveObserver {
public:
    virtual ~LiveObserver() = default;
    /// The source was asked for the first time: what comes from now on is new.
    virtual void began(const LiveStatus &) {}
    virtual void pictureInspected(const LiveResult &result, const LiveStatus &status) = 0;
    virtual void noticed(const LiveNotice &notice, const LiveStatus &status) = 0;
};

/// Pictures from a source through a model to verdicts, counts, chart and log, one at a time.
class LiveInspection {
public:
    /// \throws Error(WriteFailed) where the log cannot be opened, Error(InvalidParameter)
    LiveInspection(std::shared_ptr<const Model> model, std::unique_ptr<LiveSource> source, LiveOptions options);
    ~LiveInspection();

    /// Until the source is finished or idle for long enough. \throws Cancelled, Error(OutOfMemory, Internal)
    void run(LiveObserver &observer, JobMonitor &monitor);

    LiveStatus status() const;
    const ControlChart &chart() const { return m_chart; }

private:
    void inspect(LivePicture picture, LiveObserver &observer);
    void judge(LiveResult &result, std::vector<LiveNotice> &notices);
    void countRow(bool rejected, std::vector<LiveNotice> &notices);
    void tell(const std::vector<LiveNotice> &notices, LiveObserver &observer) const;
    void finishLog(LiveObserver &observer);

    std::shared_ptr<const Model> m_model;
    std::unique_ptr<LiveSource> m_source;
    LiveOptions m_options;
    ControlChart m_chart;
    std::unique_ptr<LiveLog> m_log;
    LiveCounts m_counts;
    LatencyWindow m_latency;
    std::int64_t m_rejectsInARow = 0;
};

} // namespace spotcheck
