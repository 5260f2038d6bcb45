#pragma once

#include <optional>

#include <QElapsedTimer>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/detectors/detector.h>

#include "ui/widgets/card.h"

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace spotcheck::ui {

class StageList;
class ValueCurve;
struct JobProgress;

/// What is seen of a training while it runs: stages, bar, time left, live curve, log, Cancel.
class TrainingProgress : public Card {
    Q_OBJECT

public:
    explicit TrainingProgress(QWidget *parent = nullptr);

    void begin(const QString &title, const DetectorInfo &detector);
    void setProgress(const JobProgress &progress);
    void setCancelling();

signals:
    void cancelRequested();

private:
    void enterStage(Stage stage);
    void log(const QString &line);

    QLabel *m_title;
    StageList *m_stages;
    QProgressBar *m_bar;
    QLabel *m_timeLeft;
    ValueCurve *m_curve;
    QPlainTextEdit *m_log;
    QPushButton *m_cancel;
    std::optional<Stage> m_stage;
    QElapsedTimer m_stageTime;
};

} // namespace spotcheck::ui
