#pragma once

#include <spotcheck/core/jobmonitor.h>

namespace spotcheck::ui {

/// Time left in the running stage, from the speed of its last steps: smoothed, so that one slow picture does
/// not make the figure jump, and not told before it can be known. Every stage starts anew, because a step of one says
/// nothing about the next.
class TimeEstimate {
public:
    /// `seconds`: since any fixed moment. Returns the seconds left, negative while unknown.
    double update(const Progress &progress, double seconds);

private:
    Stage m_stage = Stage::Reading;
    bool m_started = false;
    std::int64_t m_step = 0;
    double m_seconds = 0;
    std::int64_t m_firstStep = 0; ///< of the stage
    double m_firstSeconds = 0;
    double m_secondsPerStep = -1;
};

} // namespace spotcheck::ui
