#pragma once

#include <vector>

#include <QWidget>

#include <spotcheck/backbone/weightsstore.h>

#include "ui/document/document.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace spotcheck::ui {

class DetectorCard;
class JobRunner;
class MessageBar;
class ModelQueue;
class QueueResult;
class SpeedProbe;
class TrainingProgress;
class TrainingQueue;
class TrainingResult;
class TrainingSettings;

/// Choose a detector, set it up, see what it will need, train it.
class TrainPage : public QWidget {
    Q_OBJECT

public:
    /// `weights`: where the backbones' files are; jobs get a copy.
    TrainPage(Document *document, JobRunner *jobs, ModelQueue *queue, WeightsStore weights,
              QWidget *parent = nullptr);

    /// Of the chosen detector, or of all that were queued.
    void startTraining();
    /// Puts the chosen detector with its settings behind those that wait.
    void enqueue();
    void focusDetector(); ///< gives the keyboard to the chosen one
    void checkNormals();
    /// Looks again which backbones have weights.
    void refreshBackbones();
    /// The present settings; the parameters are those of the chosen detector.
    TrainingOptions options() const;

signals:
    void inspectRequested();   ///< the user wants to see the test pictures with the new model
    void imagesRequested();    ///< the user wants to add pictures
    void compareRequested();   ///< the user wants to see the models side by side
    void backbonesRequested(); ///< the user wants to get weights

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildCards();
    QWidget *buildSettings();
    void chooseDetector(const std::string &id);
    void updateEstimates();
    void updateCards();
    QString estimateText(const TrainingOptions &options) const;
    QString queueEstimateText() const;
    void warnOfMemory(const TrainingOptions &options);
    void measureSpeed();
    void trainOne();
    void trainQueue();
    void showQueue();
    void endQueue();
    QString obstacle() const; ///< why training cannot start, in words; empty when it can
    void leaveProgress();

    Document *m_document;
    JobRunner *m_jobs;
    ModelQueue *m_queue;
    WeightsStore m_weights;
    SpeedProbe *m_probe;
    std::vector<DetectorCard *> m_cards;
    TrainingSettings *m_settings;
    QLabel *m_estimate;
    QLabel *m_obstacle;
    MessageBar *m_memory; ///< warns that it may run out
    QPushButton *m_addNormals;
    QPushButton *m_check;
    TrainingQueue *m_waiting;
    QPushButton *m_enqueue;
    QPushButton *m_start;
    TrainingProgress *m_progress;
    TrainingResult *m_result;
    QueueResult *m_queueResult;
    QStackedWidget *m_stack;
    QWidget *m_settingsCard;
    bool m_training = false; ///< the running job is this page's
    bool m_queued = false;   ///< the queue runs for this page
};

} // namespace spotcheck::ui
