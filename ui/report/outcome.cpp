#include "ui/report/outcome.h"

#include <QCoreApplication>

namespace spotcheck::ui {

Outcome outcomeOf(Verdict verdict, Label label)
{
    if (verdict == Verdict::Failed)
        return Outcome::Unreadable;
    if (label == Label::Unlabelled)
        return Outcome::Unlabelled;
    if (verdict == Verdict::Review)
        return Outcome::Review;
    if (label == Label::Defective)
        return verdict == Verdict::Defective ? Outcome::Found : Outcome::Missed;
    return verdict == Verdict::Defective ? Outcome::FalseAlarm : Outcome::Right;
}

bool isWrong(Outcome outcome)
{
    return outcome == Outcome::Missed || outcome == Outcome::FalseAlarm;
}

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Found:
        return QCoreApplication::translate("Verdict", "Found");
    case Outcome::Missed:
        return QCoreApplication::translate("Verdict", "Missed");
    case Outcome::FalseAlarm:
        return QCoreApplication::translate("Verdict", "False alarm");
    case Outcome::Right:
        return QCoreApplication::translate("Verdict", "Right");
    case Outcome::Review:
        return QCoreApplication::translate("Verdict", "Review");
    case Outcome::Unreadable:
        return QCoreApplication::translate("Verdict", "Unreadable");
    case Outcome::Unlabelled:
        break;
    }
    return {};
}

} // namespace spotcheck::ui
