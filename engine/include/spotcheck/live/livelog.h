#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>
#include <vector>

#include <spotcheck/inspection/inspection.h>
#include <spotcheck/live/controlchart.h>
#include <spotcheck/live/livesource.h>

namespace spotcheck {

/// One picture of a live inspection.
struct LiveRow {
    std::chrono::system_clock::time_point time;
    std::string picture;
    Verdict verdict = Verdict::Failed;
    std::optional<Prediction> prediction{};
    double threshold = 0;
    std::optional<double> reviewThreshold{};
    std::optional<ChartPoint> point{}; ///< of the control chart
    double latency = 0;                ///< s
    std::string failure{};
};

/// Results as CSV, one row a picture, on the disk before `add` returns: a program that is killed leaves at most half
/// a last line, which the next `LiveLog` of the file cuts off. Where the disk is full or the folder has gone, rows
/// wait in memory and are written as soon as it works again.
class LiveLog {
public:
    /// Goes on with a file that a `LiveLog` wrote, or makes a new one.
    /// \throws Error(WriteFailed) where that is not possible, or the file holds something else
    explicit LiveLog(std::filesystem::path file);
    LiveLog(const LiveLog &) = delete;
    LiveLog &operator=(const LiveLog &) = delete;
    ~LiveLog();

    const std::filesystem::path &file() const { return m_file; }
    /// Writes the row, or keeps it. Says so when rows begin to wait, and when they have been written.
    void add(const LiveRow &row, std::vector<LiveNotice> &notices);
    /// Tries again where rows wait.
    void retry(std::vector<LiveNotice> &notices);
    std::size_t waiting() const { return m_waiting.size(); }
    std::int64_t lost() const { return m_lost; } ///< rows that were dropped, being the oldest of too many

    static const std::string &header(); ///< the first line, with its end
    static std::string line(const LiveRow &row);
    static constexpr std::size_t mostWaiting = 100'000; ///< rows; about 30 MB

private:
    void open();
    void close();
    void append(const std::string &text);
    bool isStillThere() const;
    void writeWaiting(std::vector<LiveNotice> &notices);

    std::filesystem::path m_file;
    int m_descriptor = -1;
    std::int64_t m_end = 0; ///< bytes of whole lines in the file
    std::deque<std::string> m_waiting;
    std::int64_t m_lost = 0;
    bool m_behind = false;
};

} // namespace spotcheck
