#pragma once

class QProgressBar;

namespace spotcheck::ui {

struct JobProgress;

/// Shows how many of a stage's steps are done; where their number is not known, that something is going on.
void showSteps(QProgressBar *bar, const JobProgress &progress);

} // namespace spotcheck::ui
