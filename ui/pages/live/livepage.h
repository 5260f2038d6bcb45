#pragma once

#include <QWidget>

#include "ui/pages/live/livesession.h"
#include "ui/settings/preferences.h"
#include "ui/viewer/mapsource.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace spotcheck::ui {

class Badge;
class ControlChartPlot;
class Document;
class ElidedLabel;
class EmptyState;
class LiveFigures;
class LiveMessages;
class LiveSetup;
class MessageBar;
class RejectStrip;
class VerdictField;

/// Pictures judged as they come, with the document's current model and its operating point at the start.
class LivePage : public QWidget {
    Q_OBJECT

public:
    explicit LivePage(Document *document, QWidget *parent = nullptr);
    ~LivePage() override; ///< stops the inspection

    void start();
    void stop();
    bool isRunning() const { return m_session->isRunning(); }

signals:
    void trainRequested();
    void modelRequested(); ///< a file of one
    void runningChanged(bool running);
    void updated(); ///< what is shown follows the inspection

private:
    QWidget *makeHeader();
    QWidget *makeContent();
    QWidget *makeChart();
    void connectParts();
    QString summaryOf(const LiveChoice &choice) const;
    void clearResults();
    void leaveOtherModel();
    void showState();
    QString waitingText() const;
    void showLost(bool lost);
    void showDrift(Drift drift);
    void showRules(const std::vector<ChartPoint> &points);
    void take(const LiveUpdate &update);
    void openReject(const LiveReject &reject);
    void takeFailure(const JobFailure &failure);
    void end();
    void remember();
    void sayChanged();

    Document *m_document;
    Preferences m_preferences;
    LiveSession *m_session;
    bool m_isStopping = false;
    bool m_hasBegun = false; ///< what comes from now on is new
    bool m_hasShot = false;
    bool m_isLost = false;                ///< the source: nothing is judged
    bool m_hasLimits = false;             ///< of the control chart: without, drift is unknown
    std::shared_ptr<const Model> m_judge; ///< whose results are shown; null where none are
    MapSource m_source;                   ///< of that model
    RegionOptions m_regionOptions;

    QStackedWidget *m_stack;
    EmptyState *m_noModel = nullptr;
    QWidget *m_content = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_stop = nullptr;
    ElidedLabel *m_summary = nullptr; ///< what is watched, in place of the setup
    LiveSetup *m_setup = nullptr;
    MessageBar *m_bar = nullptr;
    LiveMessages *m_messages = nullptr;
    VerdictField *m_verdict = nullptr;
    LiveFigures *m_figures = nullptr;
    ControlChartPlot *m_chart = nullptr;
    Badge *m_drift = nullptr;
    QLabel *m_limits = nullptr;
    QLabel *m_rule = nullptr; ///< that was broken last
    RejectStrip *m_rejects = nullptr;
};

} // namespace spotcheck::ui
