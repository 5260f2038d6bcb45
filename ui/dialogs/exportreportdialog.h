#pragma once

#include <filesystem>
#include <vector>

#include <QDialog>

#include "ui/report/reportexport.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace spotcheck::ui {

class Document;
class JobRunner;
class ReportFieldsBox;
struct JobFailure;
struct JobProgress;
struct ReportJob;

/// Asks what to write about the last inspection and where, writes it as a job, and offers to open the result. The
/// free fields and the choices are remembered; an earlier report is not written over without a question.
class ExportReportDialog : public QDialog {
    Q_OBJECT

public:
    /// `projectFile`: tells projects of one name apart; empty before the first saving.
    ExportReportDialog(Document *document, JobRunner *jobs, QWidget *parent = nullptr,
                       const QString &projectFile = {});

    /// Rows of `Document::evaluation()->results`; without any, "Selected pictures" cannot be chosen.
    void setSelectedPictures(std::vector<std::size_t> rows);

    void done(int result) override; ///< while the report is being written: asks it to stop, and stays

private:
    QWidget *createFormatBox();
    QWidget *createPictureBox();
    QWidget *createPlaceBox();
    QWidget *createProgressRow();
    QWidget *createButtons();

    void restoreChoices();
    void rememberChoices();
    void suggestFolder(); ///< a free one, unless the user has chosen one
    std::vector<ReportFormat> wantedFormats() const;
    ReportPictures wantedPictures() const;
    void chooseFolder();
    void updateState();

    bool isPossible() const; ///< there is at least one result
    void startExport();
    void askToOverwrite(const ReportJob &wanted);
    void write(const ReportJob &wanted);
    void showProgress(const JobProgress &progress);
    void showWritten(const ExportedReport &report);
    void showFailure(const JobFailure &failure);
    void endRun(const QString &message);

    Document *m_document;
    JobRunner *m_jobs;
    std::vector<std::size_t> m_selected;
    std::filesystem::path m_written; ///< what "Open" opens
    QString m_suggestedFolder;
    bool m_running = false;

    struct FormatBox {
        ReportFormat format;
        QCheckBox *box;
    };
    std::vector<FormatBox> m_formats;
    QWidget *m_form;
    QRadioButton *m_defectivePictures;
    QRadioButton *m_allPictures;
    QRadioButton *m_selectedPictures;
    ReportFieldsBox *m_fields = nullptr;
    QLineEdit *m_folder;
    QCheckBox *m_keepModel;
    QLabel *m_message;
    QProgressBar *m_progress;
    QPushButton *m_export;
    QPushButton *m_open;
    QPushButton *m_close;
};

} // namespace spotcheck::ui
