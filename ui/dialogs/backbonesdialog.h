#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <vector>

#include <QDialog>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/backbone/weightsstore.h>

class QLabel;
class QProgressBar;
class QPushButton;

namespace spotcheck::ui {

class BackboneDetails;
class BackboneList;
class JobRunner;
class MessageBar;
struct JobFailure;
struct JobProgress;

/// Which backbones have weights on this computer, and how to get others: download from the official address, import
/// of a file by button or drop. Has its own jobs, so that a download and a training may run side by side. Nothing
/// goes over the network before the user has read whose terms the weights are under and agreed.
class BackbonesDialog : public QDialog {
    Q_OBJECT

public:
    /// `backbones`: the rows of the list.
    BackbonesDialog(WeightsStore weights, std::vector<BackboneInfo> backbones, QWidget *parent = nullptr);
    ~BackbonesDialog() override; ///< ends a running download first; what came so far is kept

    void done(int result) override; ///< while something runs: asks it to stop first

signals:
    void weightsChanged(); ///< there is a file more or less

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *createProgressRow();
    QWidget *createButtons();

    const BackboneInfo *chosen() const;
    const WeightsStore::Entry *entryOf(const std::string &id) const;
    void refresh();
    void showChosen();
    void computeSha256();
    void updateState();

    void askToDownload();
    void download(const BackboneInfo &backbone);
    void chooseFile();
    void importFile(const QString &file);
    void askToRemove();
    void remove(const BackboneInfo &backbone);

    void startJob(const QString &title, std::function<WeightsStore::Entry(JobMonitor &)> work);
    void showProgress(const JobProgress &progress);
    void showInstalled(const WeightsStore::Entry &entry);
    void showFailure(const JobFailure &failure);

    WeightsStore m_weights;
    std::vector<BackboneInfo> m_backbones;
    std::vector<WeightsStore::Entry> m_entries;
    /// By file, size and time of change, so that a file is read once as long as it stays the same.
    std::map<std::string, QString> m_sha256;
    bool m_closing = false; ///< as soon as the job has stopped
    JobRunner *m_jobs;
    JobRunner *m_hashing;
    MessageBar *m_messages;
    BackboneList *m_list;
    BackboneDetails *m_details;
    QWidget *m_progressRow;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_import;
};

} // namespace spotcheck::ui
