#include "ui/widgets/stepbar.h"

#include <QProgressBar>

#include "ui/jobs/jobrunner.h"

namespace spotcheck::ui {

namespace {
constexpr int barRange = 1000; // thousandths: a coreset has more steps than an int holds
}

void showSteps(QProgressBar *bar, const JobProgress &progress)
{
    bar->setRange(0, progress.steps > 0 ? barRange : 0);
    if (progress.steps > 0)
        bar->setValue(static_cast<int>(barRange * progress.step / progress.steps));
}

} // namespace spotcheck::ui
