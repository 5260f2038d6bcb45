#include "ui/dialogs/exportreportdialog.h"

#include <memory>
#include <utility>

#include <QCheckBox>
#include <QDate>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/dialogs/reportfieldsbox.h"
#include "ui/dialogs/reportfolder.h"
#include "ui/dialogs/reportjob.h"
#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/report/reporttext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/question.h"

namespace spotcheck::ui {

namespace {

QString settingsKey(const char *name)
{
    return QStringLiteral("report/") + QLatin1String(name);
}

} // namespace

ExportReportDialog::ExportReportDialog(Document *document, JobRunner *jobs, QWidget *parent,
                                       const QString &projectFile)
    : QDialog(parent), m_document(document), m_jobs(jobs)
{
    setObjectName(QStringLiteral("exportReportDialog"));
    setWindowTitle(tr("Export report"));

    m_form = new QWidget(this);
    m_fields = new ReportFieldsBox(projectFile.isEmpty() ? document->name() : projectFile, m_form);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(spacing::medium);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(spacing::medium);
    choices->addWidget(createFormatBox());
    choices->addWidget(createPictureBox());
    form->addLayout(choices);
    form->addWidget(m_fields);
    form->addWidget(createPlaceBox());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    layout->setSpacing(spacing::medium);
    layout->addWidget(m_form);
    layout->addWidget(createProgressRow());
    layout->addWidget(createButtons());

    restoreChoices();
    connect(m_fields, &ReportFieldsBox::lotChanged, this, &ExportReportDialog::suggestFolder);
    connect(m_document, &Document::evaluationChanged, this, &ExportReportDialog::updateState);
    connect(m_jobs, &JobRunner::started, this, &ExportReportDialog::updateState);
    connect(m_jobs, &JobRunner::finished, this, &ExportReportDialog::updateState);
    connect(m_jobs, &JobRunner::progressed, this, &ExportReportDialog::showProgress);
    connect(m_jobs, &JobRunner::failed, this,
            [this](const QString &, const JobFailure &failure) { showFailure(failure); });
    connect(m_jobs, &JobRunner::cancelled, this, [this] {
        if (m_running)
            endRun(tr("Cancelled."));
    });
    updateState();
}

QWidget *ExportReportDialog::createFormatBox()
{
    auto *box = new QGroupBox(tr("Write"), m_form);
    auto *layout = new QVBoxLayout(box);
    const auto add = [&](ReportFormat format, const char *name, const QString &text, bool checked) {
        auto *check = new QCheckBox(text, box);
        check->setObjectName(QLatin1String(name));
        check->setChecked(checked);
        connect(check, &QCheckBox::toggled, this, &ExportReportDialog::updateState);
        layout->addWidget(check);
        m_formats.push_back({format, check});
    };
    add(ReportFormat::Pdf, "formatPdf", tr("PDF, to print and sign"), true);
    add(ReportFormat::Html, "formatHtml", tr("HTML, one file for the browser"), false);
    add(ReportFormat::Csv, "formatCsv", tr("CSV, a line a picture and a line a region"), false);
    add(ReportFormat::Json, "formatJson", tr("JSON, with every region"), false);
    add(ReportFormat::Coco, "formatCoco", tr("COCO, for labelling tools"), false);
    add(ReportFormat::Annotated, "formatAnnotated", tr("Annotated pictures (PNG)"), false);
    return box;
}

QWidget *ExportReportDialog::createPictureBox()
{
    auto *box = new QGroupBox(tr("Pictures shown in the report"), m_form);
    auto *layout = new QVBoxLayout(box);
    m_defectivePictures = new QRadioButton(tr("Those judged defective"), box);
    m_defectivePictures->setObjectName(QStringLiteral("picturesDefective"));
    m_defectivePictures->setChecked(true);
    m_allPictures = new QRadioButton(tr("All"), box);
    m_allPictures->setObjectName(QStringLiteral("picturesAll"));
    m_selectedPictures = new QRadioButton(tr("Those selected in the list"), box);
    m_selectedPictures->setObjectName(QStringLiteral("picturesSelected"));
    m_selectedPictures->setEnabled(false);
    for (QRadioButton *button : {m_defectivePictures, m_allPictures, m_selectedPictures})
        layout->addWidget(button);
    auto *note = new QLabel(
        tr("Annotated pictures are those chosen here. Verdict, score and SHA-256 are listed for every picture."),
        box);
    note->setWordWrap(true);
    layout->addWidget(note);
    layout->addStretch();
    return box;
}

QWidget *ExportReportDialog::createPlaceBox()
{
    auto *box = new QGroupBox(tr("Where to"), m_form);
    auto *layout = new QVBoxLayout(box);
    auto *row = new QHBoxLayout;
    m_folder = new QLineEdit(box);
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folder->setAccessibleName(tr("Folder of the report"));
    connect(m_folder, &QLineEdit::textChanged, this, &ExportReportDialog::updateState);
    auto *browse = new QPushButton(tr("&Browse…"), box);
    browse->setObjectName(QStringLiteral("browse"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ExportReportDialog::chooseFolder);
    row->addWidget(m_folder);
    row->addWidget(browse);
    layout->addLayout(row);
    m_keepModel = new QCheckBox(tr("Keep the model with the report, so that its SHA-256 can be checked"), box);
    m_keepModel->setObjectName(QStringLiteral("keepModel"));
    m_keepModel->setChecked(true);
    layout->addWidget(m_keepModel);
    return box;
}

QWidget *ExportReportDialog::createProgressRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_message = new QLabel(row);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_progress = new QProgressBar(row);
    m_progress->setObjectName(QStringLiteral("progress"));
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setTextVisible(false); // the bar is lower than a line of text
    m_progress->hide();
    layout->addWidget(m_message);
    layout->addWidget(m_progress);
    return row;
}

QWidget *ExportReportDialog::createButtons()
{
    auto *box = new QDialogButtonBox(this);
    m_export = new QPushButton(tr("&Export"), this);
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setDefault(true);
    m_export->setProperty("primary", true); // before the box takes it, which settles its style
    box->addButton(m_export, QDialogButtonBox::ActionRole);
    m_open = box->addButton(tr("Ope&n"), QDialogButtonBox::ActionRole);
    m_open->setObjectName(QStringLiteral("open"));
    m_close = box->addButton(QDialogButtonBox::Close);
    m_close->setObjectName(QStringLiteral("close"));
    connect(m_export, &QPushButton::clicked, this, &ExportReportDialog::startExport);
    connect(m_open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFile::decodeName(m_written.c_str()))); });
    connect(box, &QDialogButtonBox::rejected, this, &ExportReportDialog::reject);
    return box;
}

void ExportReportDialog::setSelectedPictures(std::vector<std::size_t> rows)
{
    m_selected = std::move(rows);
    m_selectedPictures->setEnabled(!m_selected.empty());
    if (m_selected.empty() && m_selectedPictures->isChecked())
        m_defectivePictures->setChecked(true);
}

void ExportReportDialog::restoreChoices()
{
    const QSettings settings;
    for (const FormatBox &format : m_formats)
        format.box->setChecked(
            settings.value(settingsKey(qPrintable(format.box->objectName())), format.box->isChecked()).toBool());
    m_allPictures->setChecked(settings.value(settingsKey("allPictures"), false).toBool());
    m_keepModel->setChecked(settings.value(settingsKey("keepModel"), true).toBool());

    suggestFolder();
}

void ExportReportDialog::suggestFolder()
{
    if (m_folder->text() != m_suggestedFolder)
        return; // chosen by hand
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString parent = QSettings().value(settingsKey("parentFolder"), documents).toString();
    const QString name = m_document->name().isEmpty() ? tr("Spotcheck") : m_document->name();
    //: Name of a new folder; %1 is the project
    const QStringList words{tr("%1 report").arg(name), QDate::currentDate().toString(Qt::ISODate),
                            m_fields->fields().lot};
    m_suggestedFolder = QDir::toNativeSeparators(freeFolder(parent, words.join(QLatin1Char(' '))));
    m_folder->setText(m_suggestedFolder);
}

void ExportReportDialog::rememberChoices()
{
    QSettings settings;
    for (const FormatBox &format : m_formats)
        settings.setValue(settingsKey(qPrintable(format.box->objectName())), format.box->isChecked());
    m_fields->remember();
    settings.setValue(settingsKey("allPictures"), m_allPictures->isChecked());
    settings.setValue(settingsKey("keepModel"), m_keepModel->isChecked());
    settings.setValue(settingsKey("parentFolder"), QFileInfo(m_folder->text()).absolutePath());
}

std::vector<ReportFormat> ExportReportDialog::wantedFormats() const
{
    std::vector<ReportFormat> formats;
    for (const FormatBox &format : m_formats) {
        if (format.box->isChecked())
            formats.push_back(format.format);
    }
    return formats;
}

ReportPictures ExportReportDialog::wantedPictures() const
{
    if (m_allPictures->isChecked())
        return ReportPictures::All;
    return m_selectedPictures->isChecked() ? ReportPictures::Selected : ReportPictures::Defective;
}

void ExportReportDialog::chooseFolder()
{
    QFileDialog dialog(this, tr("Folder of the report"), m_folder->text());
    dialog.setFileMode(QFileDialog::Directory);
    if (dialog.exec() == QDialog::Accepted)
        m_folder->setText(QDir::toNativeSeparators(dialog.selectedFiles().constFirst()));
}

bool ExportReportDialog::isPossible() const
{
    const auto evaluation = m_document->evaluation();
    return m_document->model() && evaluation && !evaluation->results.empty();
}

void ExportReportDialog::updateState()
{
    const bool possible = isPossible();
    m_form->setEnabled(!m_running);
    m_export->setEnabled(possible && !m_jobs->isBusy() && !wantedFormats().empty() &&
                         !m_folder->text().trimmed().isEmpty());
    m_open->setVisible(!m_written.empty());
    m_open->setEnabled(!m_running);
    m_close->setText(m_running ? tr("Cancel") : tr("Close"));
    if (m_running)
        return;
    m_progress->hide();
    if (!possible)
        m_message->setText(tr("There is nothing to report yet: inspect the test pictures first."));
    else if (m_jobs->isBusy())
        m_message->setText(tr("The report can be written when the running job is done: %1").arg(m_jobs->title()));
}

void ExportReportDialog::startExport()
{
    ReportJob wanted;
    wanted.model = m_document->model();
    wanted.evaluation = m_document->evaluation();
    if (!isPossible())
        return;
    wanted.operatingPoint = m_document->operatingPoint();
    wanted.fields = m_fields->fields();
    wanted.logo = m_fields->logo();
    wanted.scale = m_document->scale();
    wanted.dataSet = m_document->name();
    wanted.formats = wantedFormats();
    wanted.pictures = wantedPictures();
    wanted.selected = m_selected;
    wanted.folder = QFile::encodeName(QFileInfo(m_folder->text().trimmed()).absoluteFilePath()).toStdString();
    wanted.keepModel = m_keepModel->isChecked();
    if (wanted.overwrites().empty())
        write(wanted);
    else
        askToOverwrite(wanted);
}

void ExportReportDialog::askToOverwrite(const ReportJob &wanted)
{
    QStringList names;
    for (const std::filesystem::path &file : wanted.overwrites())
        names << fromPath(file.filename());
    QMessageBox *question =
        makeQuestion(QStringLiteral("earlierReport"), tr("There is a report in this folder already."),
                     tr("%1 would be overwritten. What the new report does not write stays there.")
                         .arg(names.join(QStringLiteral(", "))),
                     this);
    QPushButton *another = question->addButton(tr("Write to a new folder"), QMessageBox::AcceptRole);
    another->setObjectName(QStringLiteral("newReportFolder"));
    QPushButton *overwrite = question->addButton(tr("Overwrite"), QMessageBox::DestructiveRole);
    overwrite->setObjectName(QStringLiteral("overwriteReport"));
    question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(another);
    connect(overwrite, &QPushButton::clicked, this, [this, wanted] { write(wanted); });
    connect(another, &QPushButton::clicked, this, [this] {
        const QFileInfo taken(m_folder->text().trimmed());
        const bool suggested = m_folder->text() == m_suggestedFolder; // and goes on to follow the lot
        m_folder->setText(QDir::toNativeSeparators(freeFolder(taken.absolutePath(), taken.fileName())));
        if (suggested)
            m_suggestedFolder = m_folder->text();
        startExport();
    });
    question->open();
}

void ExportReportDialog::write(const ReportJob &wanted)
{
    auto report = std::make_shared<ExportedReport>();
    const QPointer<ExportReportDialog> self(this);
    m_running = m_jobs->start(
        tr("Export report"), [wanted, report](JobMonitor &monitor) { *report = wanted.run(monitor); },
        [self, report] {
            if (self)
                self->showWritten(*report);
        });
    if (!m_running)
        return updateState();
    rememberChoices();
    m_written.clear();
    m_message->setText(tr("Writing the report…"));
    m_message->setToolTip({});
    m_progress->setRange(0, 0);
    m_progress->show();
    updateState();
}

void ExportReportDialog::showProgress(const JobProgress &progress)
{
    if (!m_running)
        return;
    constexpr int fineness = 1000;
    m_progress->setRange(0, progress.steps > 0 ? fineness : 0);
    if (progress.steps > 0)
        m_progress->setValue(static_cast<int>(fineness * progress.step / progress.steps));
}

void ExportReportDialog::showWritten(const ExportedReport &report)
{
    m_written = report.written.front();
    const QFileInfo first(QFile::decodeName(m_written.c_str()));
    QString message = tr("Written to %1").arg(QDir::toNativeSeparators(first.absolutePath()));
    QStringList reasons;
    for (const LeftOutPicture &picture : report.leftOut)
        reasons << printablePath(picture.image) + QStringLiteral(": ") + picture.reason;
    if (!reasons.isEmpty())
        message += QLatin1Char('\n') + tr("%n picture(s) could not be annotated, the first is %1", nullptr,
                                          static_cast<int>(reasons.size()))
                                           .arg(reasons.constFirst());
    endRun(message);
    constexpr qsizetype mostReasons = 20; // a tooltip is no higher than the screen
    m_message->setToolTip(reasons.mid(0, mostReasons).join(QLatin1Char('\n')));
    m_open->setFocus();
}

void ExportReportDialog::showFailure(const JobFailure &failure)
{
    if (!m_running)
        return;
    endRun(failure.message);
    m_message->setToolTip(failure.detail); // the whole path and the technical reason
}

void ExportReportDialog::endRun(const QString &message)
{
    m_running = false;
    updateState();
    m_message->setText(message); // after it: the runner is still busy with handing over the outcome
}

void ExportReportDialog::done(int result)
{
    if (m_running) {
        m_jobs->cancel();
        return;
    }
    QDialog::done(result);
}

} // namespace spotcheck::ui
