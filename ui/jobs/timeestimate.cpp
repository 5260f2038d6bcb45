#include "ui/jobs/timeestimate.h"

#include <cmath>

namespace spotcheck::ui {

namespace {
// Time constant of the smoothing: long enough to calm the figure, short enough to follow a machine that is
// suddenly busy.
constexpr double smoothingSeconds = 5;
// The first steps of a stage pay for memory, kernels and a cold disk. Shorter ones say nothing of the others...
constexpr double warmUpSeconds = 1;
// ...and what follows from a few of very many neither, unless they have taken long.
constexpr std::int64_t leastShare = 50; // of the steps: one in fifty
constexpr double longSeconds = 10;
} // namespace

double TimeEstimate::update(const Progress &progress, double seconds)
{
    if (!m_started || progress.stage != m_stage || progress.step < m_step) {
        m_started = true;
        m_stage = progress.stage;
        m_step = progress.step;
        m_seconds = seconds;
        m_firstStep = progress.step;
        m_firstSeconds = seconds;
        m_secondsPerStep = -1;
        return -1;
    }
    const double elapsed = seconds - m_seconds;
    const bool warmUp = m_secondsPerStep < 0 && m_step == m_firstStep && elapsed < warmUpSeconds;
    if (progress.step > m_step && warmUp && progress.step < progress.steps) {
        m_step = progress.step;
        m_seconds = seconds;
    } else if (progress.step > m_step && elapsed > 0) {
        const double current = elapsed / static_cast<double>(progress.step - m_step);
        const double weight = m_secondsPerStep < 0 ? 1 : 1 - std::exp(-elapsed / smoothingSeconds);
        m_secondsPerStep = m_secondsPerStep < 0 ? current : m_secondsPerStep + weight * (current - m_secondsPerStep);
        m_step = progress.step;
        m_seconds = seconds;
    }
    if (m_secondsPerStep < 0 || progress.steps <= 0)
        return -1;
    if ((progress.step - m_firstStep) * leastShare < progress.steps && seconds - m_firstSeconds < longSeconds)
        return -1;
    return m_secondsPerStep * static_cast<double>(progress.steps - progress.step);
}

} // namespace spotcheck::ui
