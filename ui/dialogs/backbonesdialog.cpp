#include "ui/dialogs/backbonesdialog.h"

#include <algorithm>
#include <memory>

#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <spotcheck/core/runtime.h>

#include "ui/dialogs/backbonedetails.h"
#include "ui/dialogs/backbonelist.h"
#include "ui/download/officialweights.h"
#include "ui/jobs/jobrunner.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/question.h"
#include "ui/widgets/stepbar.h"

namespace spotcheck::ui {

namespace {

constexpr int listWidth = 250; // px: the longest title and state fit

/// What changes with a file's content, without reading it.
std::string versionOf(const WeightsStore::Entry &entry)
{
    std::error_code ignored;
    const auto changed = std::filesystem::last_write_time(entry.file, ignored).time_since_epoch().count();
    return entry.file.string() + '\n' + std::to_string(entry.bytes) + '\n' + std::to_string(changed);
}

/// The one local file that is dragged; empty where there are none or several.
QString draggedFile(const QMimeData &dragged)
{
    const QList<QUrl> urls = dragged.urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

QString progressText(const QString &title, const JobProgress &progress)
{
    QString text = QStringLiteral("%1: %2").arg(title, stageText(progress.stage));
    if (progress.stage == Stage::Download && progress.steps > 0)
        text = BackbonesDialog::tr("%1: %2 of %3")
                   .arg(title, bytesText(static_cast<std::uint64_t>(progress.step)),
                        bytesText(static_cast<std::uint64_t>(progress.steps)));
    if (progress.secondsLeft >= 0)
        text += BackbonesDialog::tr(", %1 left").arg(durationText(progress.secondsLeft));
    return text;
}

} // namespace

BackbonesDialog::BackbonesDialog(WeightsStore weights, std::vector<BackboneInfo> backbones, QWidget *parent)
    : QDialog(parent), m_weights(std::move(weights)), m_backbones(std::move(backbones)), m_jobs(new JobRunner(this)),
      m_hashing(new JobRunner(this)), m_messages(new MessageBar(this)), m_list(new BackboneList(this)),
      m_details(new BackboneDetails(this))
{
    setObjectName(QStringLiteral("backbonesDialog"));
    setWindowTitle(tr("Backbones"));
    setAcceptDrops(true);
    m_messages->setObjectName(QStringLiteral("backboneMessages"));
    m_list->setObjectName(QStringLiteral("backboneList"));
    m_list->setFixedWidth(listWidth);

    auto *advice =
        new QLabel(tr("A backbone turns pictures into features; every detector builds on one. The embedded one needs "
                      "no download. Measured so far, ImageNet's ResNet-18 found somewhat more on parts and "
                      "showed better where; on photographs with planted marks the embedded one found more "
                      "(see the README). Where ImageNet's terms are no obstacle, download it once and "
                      "compare."),
                   this);
    advice->setObjectName(QStringLiteral("backboneAdvice"));
    advice->setWordWrap(true);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(spacing::medium);
    columns->addWidget(m_list);
    columns->addWidget(m_details, 1);
    auto *content = new QVBoxLayout;
    content->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::large);
    content->setSpacing(spacing::medium);
    content->addWidget(advice);
    content->addLayout(columns, 1);
    content->addWidget(createProgressRow());
    content->addWidget(createButtons());
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_messages);
    page->addLayout(content, 1);

    connect(m_list, &BackboneList::chosenChanged, this, &BackbonesDialog::showChosen);
    connect(m_details, &BackboneDetails::downloadRequested, this, &BackbonesDialog::askToDownload);
    connect(m_details, &BackboneDetails::removeRequested, this, &BackbonesDialog::askToRemove);
    connect(m_jobs, &JobRunner::started, this, &BackbonesDialog::updateState);
    connect(m_jobs, &JobRunner::finished, this, &BackbonesDialog::updateState);
    connect(m_jobs, &JobRunner::progressed, this, &BackbonesDialog::showProgress);
    connect(m_jobs, &JobRunner::failed, this,
            [this](const QString &, const JobFailure &failure) { showFailure(failure); });
    connect(m_jobs, &JobRunner::cancelled, this, [this] {
        m_messages->showMessage(MessageBar::Severity::Information,
                                tr("Cancelled. A download goes on from where it stopped when it is started again."));
    });
    connect(m_hashing, &JobRunner::finished, this, &BackbonesDialog::computeSha256);
    refresh();
    updateState();
    resize(860, 560);
    m_list->setFocus();
}

BackbonesDialog::~BackbonesDialog()
{
    m_jobs->cancelAndWait();
}

QWidget *BackbonesDialog::createProgressRow()
{
    m_progressRow = new QWidget(this);
    m_progressText = new QLabel(m_progressRow);
    m_progressText->setObjectName(QStringLiteral("backboneProgressText"));
    m_progress = new QProgressBar(m_progressRow);
    m_progress->setObjectName(QStringLiteral("backboneProgress"));
    m_progress->setAccessibleName(tr("Progress of the download"));
    m_progress->setTextVisible(false);
    m_cancel = new QPushButton(tr("Ca&ncel"), m_progressRow);
    m_cancel->setObjectName(QStringLiteral("backboneCancel"));
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_jobs->cancel();
    });
    auto *words = new QVBoxLayout;
    words->setSpacing(spacing::tiny);
    words->addWidget(m_progressText);
    words->addWidget(m_progress);
    auto *row = new QHBoxLayout(m_progressRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::medium);
    row->addLayout(words, 1);
    row->addWidget(m_cancel);
    return m_progressRow;
}

QWidget *BackbonesDialog::createButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::medium);
    m_import = new QPushButton(tr("&Import from a file…"), row);
    m_import->setObjectName(QStringLiteral("backboneImport"));
    m_import->setAutoDefault(false);
    connect(m_import, &QPushButton::clicked, this, &BackbonesDialog::chooseFile);
    auto *hint = new QLabel(tr("or drop a weights file here"), row);
    setTextRole(hint, TextRole::Muted);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, row);
    QPushButton *close = box->button(QDialogButtonBox::Close);
    close->setObjectName(QStringLiteral("backboneClose"));
    close->setIcon({}); // the style's own does not follow the theme
    connect(box, &QDialogButtonBox::rejected, this, &BackbonesDialog::reject);
    layout->addWidget(m_import);
    layout->addWidget(hint);
    layout->addStretch();
    layout->addWidget(box);
    return row;
}

const BackboneInfo *BackbonesDialog::chosen() const
{
    const auto found = std::ranges::find(m_backbones, m_list->chosen(), &BackboneInfo::id);
    return found == m_backbones.end() ? nullptr : &*found;
}

const WeightsStore::Entry *BackbonesDialog::entryOf(const std::string &id) const
{
    const auto found = std::ranges::find(m_entries, id, &WeightsStore::Entry::id);
    return found == m_entries.end() ? nullptr : &*found;
}

void BackbonesDialog::refresh()
{
    m_entries = m_weights.list();
    std::vector<WeightsStore::Entry> rows;
    for (const BackboneInfo &backbone : m_backbones) {
        if (const WeightsStore::Entry *entry = entryOf(backbone.id))
            rows.push_back(*entry);
    }
    m_list->setEntries(rows);
    showChosen();
    computeSha256();
}

void BackbonesDialog::showChosen()
{
    const BackboneInfo *backbone = chosen();
    const WeightsStore::Entry *entry = backbone ? entryOf(backbone->id) : nullptr;
    if (!entry)
        return;
    const auto known = m_sha256.find(versionOf(*entry));
    m_details->setBackbone(*backbone, *entry, known == m_sha256.end() ? QString() : known->second);
}

/// One file after the other: the largest takes a second.
void BackbonesDialog::computeSha256()
{
    const auto unknown = std::ranges::find_if(m_entries, [this](const WeightsStore::Entry &entry) {
        return !entry.file.empty() && !m_sha256.contains(versionOf(entry));
    });
    if (unknown == m_entries.end() || m_hashing->isBusy())
        return;
    const std::string version = versionOf(*unknown);
    m_sha256[version] = tr("cannot be read"); // unless it can: a file that fails is not tried for ever
    auto digest = std::make_shared<std::string>();
    m_hashing->start(
        tr("SHA-256"), [digest, file = unknown->file](JobMonitor &) { *digest = sha256OfFile(file); },
        [this, digest, version] {
            m_sha256[version] = QString::fromStdString(*digest);
            showChosen();
        });
}

void BackbonesDialog::updateState()
{
    const bool busy = m_jobs->isBusy();
    m_details->setBusy(busy);
    m_import->setEnabled(!busy);
    m_progressRow->setVisible(busy);
    m_cancel->setEnabled(busy);
    if (m_closing && !busy)
        done(QDialog::Rejected);
}

void BackbonesDialog::askToDownload()
{
    const BackboneInfo *backbone = chosen();
    if (!backbone)
        return;
    QMessageBox *question = makeQuestion(
        QStringLiteral("backboneQuestion"),
        tr("Download the weights of %1, about %2 MB?")
            .arg(engineText(backbone->title))
            .arg(officialFigures(*backbone).megabytes),
        tr("%1.\n\nImageNet's pictures are licensed for non-commercial research and education. Whether that binds "
           "weights trained on them is not settled: clear it for your company before you use them.")
            .arg(engineText(backbone->licence)),
        this);
    question->addButton(QMessageBox::Cancel);
    QPushButton *agree = question->addButton(tr("&Download"), QMessageBox::AcceptRole);
    agree->setObjectName(QStringLiteral("backboneAgree"));
    question->setDefaultButton(agree);
    connect(agree, &QPushButton::clicked, this, [this, wanted = *backbone] { download(wanted); });
    question->open();
}

void BackbonesDialog::download(const BackboneInfo &backbone)
{
    startJob(engineText(backbone.title), [backbone, weights = m_weights](JobMonitor &monitor) {
        return fetchOfficialWeights(backbone, weights, monitor);
    });
}

void BackbonesDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import weights"), QString(),
                                   tr("Weights (*.safetensors *.pth *.pt);;All files (*)"));
    connect(dialog, &QDialog::finished, dialog, &QObject::deleteLater);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BackbonesDialog::importFile);
    dialog->open();
}

void BackbonesDialog::importFile(const QString &file)
{
    startJob(QFileInfo(file).fileName(), [path = toPath(file), weights = m_weights](JobMonitor &monitor) {
        return weights.importFile(path, {}, monitor); // its shapes tell which network it belongs to
    });
}

void BackbonesDialog::askToRemove()
{
    const BackboneInfo *backbone = chosen();
    if (!backbone)
        return;
    QMessageBox *question =
        makeQuestion(QStringLiteral("backboneQuestion"),
                     tr("Delete the weights of %1 from this computer?").arg(engineText(backbone->title)),
                     tr("Models trained with them cannot inspect until the same weights are back."), this);
    question->addButton(QMessageBox::Cancel);
    QPushButton *agree = question->addButton(tr("De&lete"), QMessageBox::DestructiveRole);
    agree->setObjectName(QStringLiteral("backboneAgree"));
    connect(agree, &QPushButton::clicked, this, [this, unwanted = *backbone] { remove(unwanted); });
    question->open();
}

void BackbonesDialog::remove(const BackboneInfo &backbone)
{
    try {
        m_weights.remove(backbone.id);
        m_messages->showMessage(MessageBar::Severity::Information,
                                tr("The weights of %1 were deleted.").arg(engineText(backbone.title)));
    } catch (const Error &error) {
        m_messages->showMessage(MessageBar::Severity::Error, engineText(errorSentence(error.code())),
                                QString::fromStdString(error.what()));
    }
    refresh();
    emit weightsChanged();
}

void BackbonesDialog::startJob(const QString &title, std::function<WeightsStore::Entry(JobMonitor &)> work)
{
    auto entry = std::make_shared<WeightsStore::Entry>();
    const bool started = m_jobs->start(
        title, [entry, work = std::move(work)](JobMonitor &monitor) { *entry = work(monitor); },
        [this, entry] { showInstalled(*entry); });
    if (!started)
        return;
    m_messages->dismiss();
    m_progressText->setText(title);
    m_progress->setRange(0, 0);
    m_list->setFocus(); // and not on Cancel, where one key too many would end it
}

void BackbonesDialog::showProgress(const JobProgress &progress)
{
    m_progressText->setText(progressText(m_jobs->title(), progress));
    showSteps(m_progress, progress);
}

void BackbonesDialog::showInstalled(const WeightsStore::Entry &entry)
{
    refresh();
    m_list->choose(entry.id);
    m_list->setFocus();
    m_messages->showMessage(MessageBar::Severity::Information,
                            tr("The weights of %1 are installed (%2). Choose it on the Train page.")
                                .arg(engineText(backboneInfo(entry.id).title), bytesText(entry.bytes)));
    emit weightsChanged();
}

void BackbonesDialog::showFailure(const JobFailure &failure)
{
    m_messages->showMessage(MessageBar::Severity::Error, failure.message, failure.detail);
    m_list->setFocus();
}

void BackbonesDialog::done(int result)
{
    m_closing = m_jobs->isBusy();
    if (m_closing)
        m_jobs->cancel();
    else
        QDialog::done(result);
}

void BackbonesDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_jobs->isBusy() || draggedFile(*event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void BackbonesDialog::dropEvent(QDropEvent *event)
{
    const QString file = draggedFile(*event->mimeData());
    if (m_jobs->isBusy() || file.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    importFile(file);
}

} // namespace spotcheck::ui
