#include "terminalmonitor.h"

#include <algorithm>
#include <cstdio>
#include <string>

#include <unistd.h>

#include <nlohmann/json.hpp>

#include "interrupt.h"
#include "text.h"

namespace spotcheck::cli {

namespace {

constexpr auto shortestPause = std::chrono::milliseconds(100); ///< between two lines of progress
constexpr int barCells = 24;

const char *stageTitle(Stage stage)
{
    switch (stage) {
    case Stage::Reading:
        return "Reading files";
    case Stage::Features:
        return "Features";
    case Stage::Coreset:
        return "Choosing the memory bank";
    case Stage::Fitting:
        return "Fitting";
    case Stage::Calibration:
        return "Calibrating";
    case Stage::Inspection:
        return "Inspecting";
    case Stage::Evaluation:
        return "Evaluating";
    case Stage::Generation:
        return "Drawing pictures";
    case Stage::Writing:
        return "Writing";
    case Stage::Download:
        return "Downloading";
    }
    return "";
}

} // namespace

TerminalMonitor::TerminalMonitor(Style style)
{
    setStyle(style);
}

TerminalMonitor::~TerminalMonitor()
{
    clearBar();
}

void TerminalMonitor::setStyle(Style style)
{
    m_style = style == Style::Automatic && isatty(STDERR_FILENO) == 0 ? Style::None : style;
}

void TerminalMonitor::report(const Progress &progress)
{
    if (m_style == Style::None)
        return;
    const std::lock_guard lock(m_mutex);
    const Clock::time_point now = Clock::now();
    const bool newStage = !m_started || progress.stage != m_stage;
    if (newStage) {
        m_started = true;
        m_stage = progress.stage;
        m_firstStep = progress.step;
        m_stageStart = now;
    }
    const bool done = progress.steps > 0 && progress.step >= progress.steps;
    if (!newStage && !done && now - m_lastShown < shortestPause)
        return;
    m_lastShown = now;
    if (m_style == Style::Json)
        writeJson(progress);
    else
        writeBar(progress);
}

bool TerminalMonitor::isCancelled() const
{
    return wasInterrupted();
}

double TerminalMonitor::secondsLeft(const Progress &progress) const
{
    const std::int64_t done = progress.step - m_firstStep;
    if (done <= 0 || progress.steps <= 0)
        return -1;
    const double elapsed = std::chrono::duration<double>(Clock::now() - m_stageStart).count();
    // The first steps carry the stage's preparation: nothing is promised from them.
    if (elapsed < 1 || done * 50 < progress.steps - m_firstStep)
        return -1;
    return elapsed / static_cast<double>(done) * static_cast<double>(progress.steps - progress.step);
}

void TerminalMonitor::writeBar(const Progress &progress)
{
    std::string line = "\r\033[K";
    if (progress.steps > 0) {
        const double share =
            std::clamp(static_cast<double>(progress.step) / static_cast<double>(progress.steps), 0.0, 1.0);
        const int filled = static_cast<int>(share * barCells);
        line += '[';
        line.append(static_cast<std::size_t>(filled), '#');
        line.append(static_cast<std::size_t>(barCells - filled), '.');
        line += "] ";
        line += std::to_string(static_cast<int>(100 * share)) + " %  ";
    }
    line += stageTitle(progress.stage);
    const auto stepText = [&progress](std::int64_t step) {
        return progress.stage == Stage::Download ? bytesText(static_cast<std::uint64_t>(step)) : std::to_string(step);
    };
    if (progress.steps > 0)
        line += "  " + stepText(progress.step) + " of " + stepText(progress.steps);
    else if (progress.step > 0)
        line += "  " + stepText(progress.step);
    if (const double left = secondsLeft(progress); left >= 1)
        line += "  " + durationText(left) + " left";
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
    m_barShown = true;
}

void TerminalMonitor::writeJson(const Progress &progress) const
{
    nlohmann::ordered_json line{
        {"stage", stageId(progress.stage)}, {"step", progress.step}, {"steps", progress.steps}};
    if (progress.steps > 0)
        line["percent"] = 100.0 * static_cast<double>(progress.step) / static_cast<double>(progress.steps);
    if (const double left = secondsLeft(progress); left >= 0)
        line["seconds_left"] = left;
    if (progress.value)
        line["value"] = *progress.value;
    std::fputs((line.dump() + "\n").c_str(), stderr);
    std::fflush(stderr);
}

void TerminalMonitor::clearBar()
{
    const std::lock_guard lock(m_mutex);
    if (!m_barShown)
        return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    m_barShown = false;
}

} // namespace spotcheck::cli
