#include "ui/pages/images/imagespage.h"

#include <memory>
#include <numeric>

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QUndoStack>
#include <QVBoxLayout>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/model/normalcheck.h>

#include "ui/dialogs/maskdialog.h"
#include "ui/dialogs/regiondialog.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/images/checkspanel.h"
#include "ui/pages/images/lanepanel.h"
#include "ui/pages/images/laneview.h"
#include "ui/pages/images/picturechecker.h"
#include "ui/pages/images/pictureimport.h"
#include "ui/pages/images/problemspanel.h"
#include "ui/pages/images/sampledelegate.h"
#include "ui/project/drawnmasks.h"
#include "ui/theme/icons.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filefilters.h"
#include "ui/widgets/format.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/thumbnailstore.h"

namespace spotcheck::ui {

namespace {

std::vector<std::filesystem::path> toPaths(const QStringList &files)
{
    std::vector<std::filesystem::path> paths;
    for (const QString &file : files)
        paths.push_back(toPath(file));
    return paths;
}

std::vector<int> toRows(const std::vector<std::size_t> &indices)
{
    return {indices.begin(), indices.end()};
}

/// The sample, where an earlier start has drawn all of it already.
std::optional<PictureImport> completeSample(const std::filesystem::path &folder, JobMonitor &monitor)
{
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        return std::nullopt;
    try {
        PictureImport found = importPictures({folder}, monitor);
        const SampleOptions wanted;
        const auto count = [](const std::vector<Sample> &samples) { return static_cast<int>(samples.size()); };
        if (found.dataset && count(found.dataset->normals) == wanted.normalCount &&
            count(found.dataset->test) == wanted.goodTestCount + wanted.defectiveTestCount)
            return found;
    } catch (const Error &) {
        // What a drawing that was broken off left behind may be no data set: it is drawn again.
    }
    return std::nullopt;
}

} // namespace

ImagesPage::ImagesPage(Document *document, JobRunner *jobs, QWidget *parent)
    : QWidget(parent), m_document(document), m_jobs(jobs),
      m_thumbnails(new ThumbnailStore(qRound(SampleDelegate::thumbnailSide * devicePixelRatioF()), this)),
      m_messages(new MessageBar(this)), m_problems(new ProblemsPanel(this)),
      m_checker(new PictureChecker(document, this)), m_checks(new ChecksPanel(this)), m_region(new QPushButton(this))
{
    setObjectName(QStringLiteral("imagesPage"));
    m_messages->setObjectName(QStringLiteral("imagesMessages"));
    auto *title = new QLabel(tr("Images"), this);
    setTextRole(title, TextRole::Title);

    auto *name = new QLabel(this);
    name->setObjectName(QStringLiteral("datasetName"));
    setTextRole(name, TextRole::Muted);
    connect(document, &Document::nameChanged, name, [name, document] { name->setText(document->name()); });
    auto *heading = new QHBoxLayout;
    heading->setSpacing(spacing::medium);
    heading->addWidget(title);
    heading->addWidget(name, 1, Qt::AlignVCenter);
    m_region->setObjectName(QStringLiteral("regionOfInterest"));
    m_region->setIcon(themedIcon(QStringLiteral("region")));
    m_region->setToolTip(tr("Choose which part of every picture is looked at"));
    connect(m_region, &QPushButton::clicked, this, &ImagesPage::editRegion);
    connect(document, &Document::samplesChanged, this, &ImagesPage::updateRegion);
    connect(document, &Document::regionChanged, this, &ImagesPage::updateRegion);
    heading->addWidget(m_region);
    updateRegion();

    auto *lanes = new QHBoxLayout;
    lanes->setSpacing(spacing::medium);
    m_normals = addLane(Lane::Normal);
    m_tests = addLane(Lane::Test);
    lanes->addWidget(m_normals, 1);
    lanes->addWidget(m_tests, 1);

    auto *page = new QVBoxLayout;
    page->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::large);
    page->setSpacing(spacing::medium);
    page->addLayout(heading);
    page->addLayout(lanes, 1);
    page->addWidget(m_problems);
    page->addWidget(m_checks);
    connect(m_checker, &PictureChecker::changed, this, &ImagesPage::updateChecks);
    connect(m_checks, &ChecksPanel::showRequested, this, &ImagesPage::select);
    connect(m_checks, &ChecksPanel::fixRequested, this, &ImagesPage::fix);
    connect(m_checks, &ChecksPanel::seekRequested, this, &ImagesPage::seekRequested);
    connect(m_checks, &ChecksPanel::checkNormalsRequested, this, &ImagesPage::checkNormalsRequested);
    connect(m_checks, &ChecksPanel::trainRequested, this, &ImagesPage::trainRequested);
    connect(document, &Document::modelsChanged, this, &ImagesPage::updateNextStep);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addLayout(page, 1);
}

LanePanel *ImagesPage::addLane(Lane lane)
{
    auto *panel = new LanePanel(m_document, m_thumbnails, lane, this);
    connect(panel, &LanePanel::addPicturesRequested, this, [this, lane] { choosePictures(lane); });
    connect(panel, &LanePanel::addFolderRequested, this, [this, lane] { chooseFolder(lane); });
    connect(panel, &LanePanel::sampleRequested, this, [this] { openSample(sampleFolder()); });
    connect(panel, &LanePanel::masksRequested, this, &ImagesPage::drawMasks);
    connect(panel, &LanePanel::filesDropped, this, [this, lane](const QStringList &paths) { addPaths(paths, lane); });
    return panel;
}

void ImagesPage::updateRegion()
{
    m_region->setEnabled(!m_document->samples(Lane::Normal).empty() || !m_document->samples(Lane::Test).empty());
    const RegionOfInterest &region = m_document->regionOfInterest();
    const auto polygons = static_cast<int>(region.include.size() + region.ignore.size());
    m_region->setText(region.isWholePicture() ? tr("Region of interest…")
                                              : tr("Region of interest: %n polygon(s)…", nullptr, polygons));
}

void ImagesPage::editRegion()
{
    std::vector<std::filesystem::path> pictures;
    for (const Lane lane : {Lane::Normal, Lane::Test}) {
        for (const Sample &sample : m_document->samples(lane))
            pictures.push_back(sample.image);
    }
    auto *dialog = new RegionDialog(m_document->regionOfInterest(), std::move(pictures), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_document->setRegionOfInterest(dialog->region()); });
    dialog->open();
}

void ImagesPage::updateChecks()
{
    const auto normals = static_cast<int>(m_document->samples(Lane::Normal).size());
    const int pictures = normals + static_cast<int>(m_document->samples(Lane::Test).size());
    m_checks->setNormalsCheckable(normals >= 2 * leastFolds);
    updateNextStep();
    if (m_checker->isBusy())
        m_checks->setChecking(pictures);
    else
        m_checks->setFindings(m_checker->findings(), pictures);
}

void ImagesPage::updateNextStep()
{
    m_checks->setTrainingNext(!m_document->samples(Lane::Normal).empty() && m_document->models().empty());
}

void ImagesPage::select(const PictureFinding &finding)
{
    m_normals->view()->selectRows(toRows(finding.normals));
    m_tests->view()->selectRows(toRows(finding.test));
    (finding.test.empty() ? m_normals : m_tests)->view()->setFocus();
}

void ImagesPage::fix(const PictureFinding &finding)
{
    const std::vector<int> tests = toRows(finding.test);
    switch (finding.check) {
    case PictureCheck::FewNormals:
        choosePictures(Lane::Normal);
        break;
    case PictureCheck::MaskUnusable:
    case PictureCheck::MaskMissing:
        drawMasks(tests);
        break;
    default:
        m_document->undoStack()->beginMacro(
            tr("take pictures out (%1)").arg(finding.normals.size() + finding.test.size()));
        m_document->removeSamples(Lane::Normal, toRows(finding.normals));
        m_document->removeSamples(Lane::Test, tests);
        m_document->undoStack()->endMacro();
        break;
    }
}

void ImagesPage::drawMasks(const std::vector<int> &rows)
{
    std::vector<Sample> pictures;
    pictures.reserve(rows.size());
    for (const int row : rows)
        pictures.push_back(m_document->samples(Lane::Test)[static_cast<std::size_t>(row)]);
    if (pictures.empty())
        return;
    auto *dialog = new MaskDialog(std::move(pictures), standardMaskFolder(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Modal: the rows stay what they are while it is open.
    connect(dialog, &MaskDialog::maskDrawn, this, [this, rows](int place, const std::filesystem::path &mask) {
        m_document->setMasks({{rows[static_cast<std::size_t>(place)], mask}});
    });
    dialog->open();
}

QString ImagesPage::sampleFolder()
{
    // By version: a later program may draw other pictures.
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("sample-") + QString::fromStdString(engineVersion()));
}

void ImagesPage::choosePictures(Lane lane)
{
    const QString where = lane == Lane::Normal ? tr("Add pictures of good parts") : tr("Add pictures to test");
    const QStringList files = QFileDialog::getOpenFileNames(this, where, {}, pictureFileFilter());
    if (!files.isEmpty())
        addPaths(files, lane);
}

void ImagesPage::chooseFolder(Lane lane)
{
    const QString folder = QFileDialog::getExistingDirectory(
        this, lane == Lane::Normal ? tr("Add a folder of good parts") : tr("Add a folder of pictures to test"));
    if (!folder.isEmpty())
        addPaths({folder}, lane);
}

void ImagesPage::chooseDataset()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Add a data set"));
    if (!folder.isEmpty())
        addDataset(folder);
}

void ImagesPage::addDataset(const QString &folder)
{
    if (m_document->samples(Lane::Normal).empty() && m_document->samples(Lane::Test).empty())
        openDataset(folder);
    else
        addPaths({folder});
}

void ImagesPage::addPaths(const QStringList &paths, std::optional<Lane> lane)
{
    startImport(tr("Add pictures"), paths, lane, false);
}

void ImagesPage::openDataset(const QString &folder)
{
    startImport(tr("Open %1").arg(QDir(folder).dirName()), {folder}, std::nullopt, true);
}

void ImagesPage::openSample(const QString &folder)
{
    auto imported = std::make_shared<PictureImport>();
    const bool started = m_jobs->start(
        tr("Open the sample"),
        [imported, path = toPath(folder)](JobMonitor &monitor) {
            if (auto drawnBefore = completeSample(path, monitor)) {
                *imported = std::move(*drawnBefore);
                return;
            }
            writeSampleDataset(path, {}, monitor);
            *imported = importPictures({path}, monitor);
        },
        [this, imported] { deliver(*imported, std::nullopt, true); });
    if (!started)
        sayBusy();
}

void ImagesPage::startImport(const QString &title, const QStringList &paths, std::optional<Lane> lane, bool replace)
{
    auto imported = std::make_shared<PictureImport>();
    const bool started = m_jobs->start(
        title,
        [imported, files = toPaths(paths)](JobMonitor &monitor) { *imported = importPictures(files, monitor); },
        [this, imported, lane, replace] { deliver(*imported, lane, replace); });
    if (!started)
        sayBusy();
}

void ImagesPage::deliver(const PictureImport &imported, std::optional<Lane> lane, bool replace)
{
    m_messages->dismiss();
    m_problems->setProblems(imported.problems);
    if (imported.dataset)
        deliverDataset(*imported.dataset, replace);
    else if (imported.pictures.empty())
        m_messages->showMessage(MessageBar::Severity::Warning,
                                tr("No picture was found there. Spotcheck reads PNG, JPEG, BMP, TIFF and WebP."));
    else if (lane)
        add(*lane, imported.pictures);
    else
        askForLane(imported.pictures);
}

void ImagesPage::deliverDataset(const Dataset &dataset, bool replace)
{
    const QString name = QString::fromStdString(dataset.name);
    const bool replacesName = replace || m_document->name().isEmpty();
    const auto pictures = static_cast<int>(dataset.normals.size() + dataset.test.size());
    if (!replacesName && m_document->countNew(Lane::Normal, dataset.normals) == 0 &&
        m_document->countNew(Lane::Test, dataset.test) == 0) {
        sayKnown(pictures); // nothing that could be undone
        return;
    }
    m_document->undoStack()->beginMacro((replace ? tr("open %1") : tr("add %1")).arg(name));
    if (replace) {
        for (Lane lane : {Lane::Normal, Lane::Test}) {
            std::vector<int> rows(m_document->samples(lane).size());
            std::iota(rows.begin(), rows.end(), 0);
            m_document->removeSamples(lane, rows);
        }
    }
    const int added =
        m_document->addSamples(Lane::Normal, dataset.normals) + m_document->addSamples(Lane::Test, dataset.test);
    if (replacesName)
        m_document->setName(name);
    m_document->undoStack()->endMacro();
    m_normals->view()->setFocus();
    if (added < pictures)
        sayKnown(pictures - added);
}

void ImagesPage::sayKnown(int pictures)
{
    m_messages->showMessage(MessageBar::Severity::Information,
                            tr("%n picture(s) were there already and were not added again.", nullptr, pictures));
}

void ImagesPage::add(Lane lane, const std::vector<Sample> &pictures)
{
    const int known = static_cast<int>(pictures.size()) - m_document->addSamples(lane, pictures);
    (lane == Lane::Normal ? m_normals : m_tests)->view()->setFocus();
    if (known > 0)
        m_messages->showMessage(
            MessageBar::Severity::Information,
            tr("%n picture(s) were in this lane already and were not added again.", nullptr, known));
}

void ImagesPage::askForLane(std::vector<Sample> pictures)
{
    m_messages->showMessage(MessageBar::Severity::Information, tr("%n picture(s) found. Which lane are they for?",
                                                                  nullptr, static_cast<int>(pictures.size())));
    QPushButton *normal = m_messages->addButton(tr("Normal (for training)"));
    normal->setObjectName(QStringLiteral("askNormal"));
    QPushButton *test = m_messages->addButton(tr("Test"));
    test->setObjectName(QStringLiteral("askTest"));
    const auto shared = std::make_shared<const std::vector<Sample>>(std::move(pictures));
    connect(normal, &QPushButton::clicked, this, [this, shared] { add(Lane::Normal, *shared); });
    connect(test, &QPushButton::clicked, this, [this, shared] { add(Lane::Test, *shared); });
    normal->setFocus();
}

void ImagesPage::sayBusy()
{
    m_messages->showMessage(
        MessageBar::Severity::Information,
        tr("“%1” is still running. Wait for it or cancel it, then try again.").arg(m_jobs->title()));
}

} // namespace spotcheck::ui
