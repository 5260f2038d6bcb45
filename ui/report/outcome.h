#pragma once

#include <QString>

#include <spotcheck/data/dataset.h>
#include <spotcheck/inspection/inspection.h>

namespace spotcheck::ui {

/// A verdict held against the label.
enum class Outcome { Unlabelled, Found, Missed, FalseAlarm, Right, Review, Unreadable };
Outcome outcomeOf(Verdict verdict, Label label);

bool isWrong(Outcome outcome);        ///< the label says the opposite of the verdict
QString outcomeWord(Outcome outcome); ///< empty for Unlabelled

} // namespace spotcheck::ui
