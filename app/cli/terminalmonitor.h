#pragma once

#include <chrono>
#include <mutex>

#include <spotcheck/core/jobmonitor.h>

namespace spotcheck::cli {

/// Shows a job's progress on stderr and cancels it after an interrupt.
class TerminalMonitor : public JobMonitor {
public:
    enum class Style {
        Automatic, ///< a bar where stderr is a terminal, else nothing
        Json,      ///< one JSON object a line
        None,
    };

    explicit TerminalMonitor(Style style = Style::Automatic);
    ~TerminalMonitor() override;

    void setStyle(Style style);

    void report(const Progress &progress) override;
    bool isCancelled() const override;

    /// Takes the bar off the line, so that something else can be written there.
    void clearBar();

private:
    using Clock = std::chrono::steady_clock;

    double secondsLeft(const Progress &progress) const;
    void writeBar(const Progress &progress);
    void writeJson(const Progress &progress) const;

    std::mutex m_mutex;
    Style m_style = Style::None;
    bool m_barShown = false;
    bool m_started = false;
    Stage m_stage = Stage::Reading;
    std::int64_t m_firstStep = 0; ///< of the stage; above 0 where an earlier run had done a part
    Clock::time_point m_stageStart;
    Clock::time_point m_lastShown;
};

} // namespace spotcheck::cli
