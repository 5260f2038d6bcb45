#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include <QThreadPool>
#include <QWidget>

#include <spotcheck/comparison/comparison.h>

class QLabel;
class QModelIndex;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace spotcheck::ui {

class ComparisonOrder;
class ComparisonPlot;
class ComparisonTable;
class DisagreementModel;
class Document;
class EmptyState;
class JobRunner;
class ModelQueue;

/// The trained models side by side on the same test pictures: figures, ROC curves, and where their verdicts differ.
class ComparePage : public QWidget {
    Q_OBJECT

public:
    /// `settings`: what all detectors are trained with, asked for when a training starts.
    ComparePage(Document *document, JobRunner *jobs, ModelQueue *queue, std::function<TrainingOptions()> settings,
                QWidget *parent = nullptr);
    ~ComparePage() override; ///< waits for the figures in work

    /// Trains every detector with the present settings and runs it over the test pictures.
    void trainAll();
    /// Runs those models over the test pictures that have no run over all of them yet.
    void inspectMissing();
    /// Writes the comparison shown; the file's ending says which format. Runs as a job.
    void exportTo(const QString &file);

    const Comparison &comparison() const;

signals:
    void imagesRequested();
    void trainRequested();
    void pictureRequested(const std::filesystem::path &image); ///< in Inspect, with what is now the current model
    void comparisonShown();                                    ///< figures are those of the document's models

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeQueueStrip();
    QWidget *makeContent();
    QPushButton *makeButton(const char *name, const QString &text, const QString &help);
    void connectParts();

    void refresh();
    void take(Comparison comparison, std::vector<int> missing);
    void showState();
    void showQueue();
    void showNotes();
    bool isInspected() const;
    std::ptrdiff_t inspectedModels() const;
    int selectedRow() const; ///< of the comparison, -1 for none
    void useSelected();
    void removeSelected();
    void openPicture(const QModelIndex &index);
    void chooseExportFile(const QString &ending);

    Document *m_document;
    JobRunner *m_jobs;
    std::function<TrainingOptions()> m_settings;
    std::uint64_t m_asked = 0;
    bool m_stale = true;        ///< what is shown is not of now; made good when the page is seen
    std::vector<int> m_missing; ///< models without a run over all test pictures

    ModelQueue *m_queue;
    ComparisonTable *m_table;
    ComparisonOrder *m_order;
    DisagreementModel *m_disagreements;
    EmptyState *m_noModels = nullptr;
    EmptyState *m_oneModel = nullptr;
    QWidget *m_content = nullptr;
    QStackedWidget *m_stack;
    QTableView *m_tableView = nullptr;
    QTableView *m_disagreementView = nullptr;
    QLabel *m_disagreementTitle = nullptr;
    ComparisonPlot *m_plot = nullptr;
    QLabel *m_notes = nullptr;
    QWidget *m_strip = nullptr;
    QLabel *m_stripWords = nullptr;
    QProgressBar *m_stripBar = nullptr;
    std::vector<QPushButton *> m_trainAll; ///< the header's, and those of the empty states
    QPushButton *m_addTests = nullptr;
    QPushButton *m_inspect = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_export = nullptr;
    QThreadPool m_pool; ///< last member: ends before what its tasks use
};

} // namespace spotcheck::ui
