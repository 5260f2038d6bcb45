#include "ui/window/runningquestion.h"

#include <QCoreApplication>
#include <QPushButton>

#include "ui/jobs/jobrunner.h"
#include "ui/widgets/question.h"

namespace spotcheck::ui {

void askAboutRunning(const RunningQuestion &wanted, const JobRunner *jobs, QWidget *window)
{
    QMessageBox *question = makeQuestion(
        wanted.name, QCoreApplication::translate("RunningQuestion", "“%1” is still running.").arg(wanted.title),
        wanted.consequence, window);
    QPushButton *stop = question->addButton(wanted.stop, QMessageBox::AcceptRole);
    stop->setObjectName(QStringLiteral("stopRunning"));
    question->setDefaultButton(
        question->addButton(QCoreApplication::translate("RunningQuestion", "Go on"), QMessageBox::RejectRole));
    QObject::connect(stop, &QPushButton::clicked, question, wanted.stopped);
    QObject::connect(jobs, &JobRunner::finished, question, [question, isRunning = wanted.isRunning] {
        if (!isRunning())
            question->close(); // what has ended meanwhile needs no decision
    });
    question->open();
}

} // namespace spotcheck::ui
