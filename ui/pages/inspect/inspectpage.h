#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include <QThreadPool>
#include <QWidget>

#include <spotcheck/evaluation/evaluation.h>
#include <spotcheck/evaluation/thresholdgoal.h>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace spotcheck::ui {

class Document;
class EmptyState;
class FiguresPanel;
class GoodPicture;
class JobRunner;
class MessageBar;
class PictureLoader;
class ResultListModel;
class ResultPanel;
class ViewerPanel;

/// Runs the model over the test pictures, walks through the results, and sets the operating point. A job that
/// fails is told of by the window.
class InspectPage : public QWidget {
    Q_OBJECT

public:
    InspectPage(Document *document, JobRunner *jobs, QWidget *parent = nullptr);
    ~InspectPage() override; ///< waits for the figures in work

    /// Starts an inspection of the test pictures, unless a job is running or something is missing.
    void inspect();
    /// Goes to an inspected picture, also where the list's filter or search would hide it.
    void showPicture(const std::filesystem::path &image);
    /// So that the arrow keys walk the pictures; not where the page is not shown, or somebody is at work in it.
    void focusList();
    /// Rows of `Document::evaluation()->results`.
    std::vector<std::size_t> selectedResults() const;

signals:
    void trainRequested();
    void imagesRequested();
    void pictureShown(int row); ///< of the evaluation
    void summaryShown();        ///< plots and figures are those of the document's evaluation

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *makeLeft();
    void connectParts();

    bool isAtWork() const; ///< somebody, in a field of the page or in the picture
    void showState();
    void showRow(int row);
    void takeReport(const std::shared_ptr<const Model> &model, EvaluationReport report);
    void reportProblems(const EvaluationReport &report);

    void takeModel();
    void takeEvaluation();
    void showOperatingPoint();
    void showScale();
    void makeGoodPicture();
    void showGoodPicture();                              ///< whether a chosen picture can be said to be good
    std::vector<InspectionResult> choiceForGood() const; ///< of the selected ones, those it is possible for
    void askWhetherGood(const std::vector<InspectionResult> &chosen, int labelled);
    void showTaken(const QString &message);
    void choosePoint(const ThresholdGoal &goal);

    Document *m_document;
    JobRunner *m_jobs;
    std::uint64_t m_summaryAsked = 0;
    QString m_lastPicture; ///< on show, also while there are no results; with its place in the list
    int m_lastPlace = 0;

    ResultListModel *m_results;
    PictureLoader *m_loader;
    GoodPicture *m_good;
    QAction *m_thisIsGood;
    QStackedWidget *m_stack;
    MessageBar *m_messages;
    EmptyState *m_noModel = nullptr;
    EmptyState *m_noPictures = nullptr;
    EmptyState *m_ready = nullptr;
    QWidget *m_content = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_again = nullptr;
    QLabel *m_lastRun = nullptr;
    ResultPanel *m_list = nullptr;
    ViewerPanel *m_viewer = nullptr;
    FiguresPanel *m_figures = nullptr;
    QThreadPool m_pool; ///< last member: ends before what its tasks use
};

} // namespace spotcheck::ui
