#include <spotcheck/core/jobmonitor.h>

#include <spotcheck/core/error.h>

namespace spotcheck {

std::string stageId(Stage stage)
{
    switch (stage) {
    case Stage::Reading:
        return "reading";
    case Stage::Features:
        return "features";
    case Stage::Coreset:
        return "coreset";
    case Stage::Fitting:
        return "fitting";
    case Stage::Calibration:
        return "calibration";
    case Stage::Inspection:
        return "inspection";
    case Stage::Evaluation:
        return "evaluation";
    case Stage::Generation:
        return "generation";
    case Stage::Writing:
        return "writing";
    case Stage::Download:
        return "download";
    }
    return "unknown";
}

void JobMonitor::report(const Progress &) {}

bool JobMonitor::isCancelled() const
{
    return false;
}

void JobMonitor::throwIfCancelled() const
{
    if (isCancelled())
        throw Cancelled();
}

} // namespace spotcheck
