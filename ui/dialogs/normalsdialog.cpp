#include "ui/dialogs/normalsdialog.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <spotcheck/detectors/anomalymap.h>
#include <spotcheck/detectors/registry.h>
#include <spotcheck/image/imagereader.h>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/viewer/pictureviewer.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

namespace {

constexpr int defaultFolds = 5;
constexpr int leastPictureWidth = 400; // px
constexpr int placeRole = Qt::UserRole;
constexpr RegionOptions noRegions{std::numeric_limits<float>::infinity(), 1};

// Four digits of the largest score, and as many places for all, so that they stand below one another.
int scoreDecimals(double largest)
{
    return largest > 0 ? std::clamp(3 - static_cast<int>(std::floor(std::log10(largest))), 0, 9) : 3;
}

} // namespace

NormalsDialog::NormalsDialog(Document *document, JobRunner *jobs, WeightsStore weights, TrainingOptions options,
                             QWidget *parent)
    : QDialog(parent), m_document(document), m_jobs(jobs), m_reading(new JobRunner(this)),
      m_weights(std::move(weights)), m_options(std::move(options)), m_folds(new QSpinBox(this)),
      m_start(new QPushButton(tr("Check"), this)), m_words(new QLabel(this)), m_bar(new QProgressBar(this)),
      m_list(new QTreeWidget(this)), m_picture(new PictureViewer(this)), m_remove(new QPushButton(this)),
      m_train(new QPushButton(tr("Train again"), this))
{
    setObjectName(QStringLiteral("normalsDialog"));
    setWindowTitle(tr("Check my normals"));
    m_folds->setObjectName(QStringLiteral("normalsFolds"));
    m_folds->setRange(leastFolds, mostFolds);
    m_folds->setValue(defaultFolds);
    m_start->setObjectName(QStringLiteral("normalsStart"));
    m_start->setProperty("primary", true);
    m_words->setObjectName(QStringLiteral("normalsWords"));
    m_words->setWordWrap(true);
    m_words->setText(
        tr("Every normal picture is scored by %1 as trained without it. A defective part that slipped in "
           "among the normals comes to the top of the list. Each round takes about as long as a training.")
            .arg(engineText(detectorInfo(m_options.detector).title)));
    m_bar->setObjectName(QStringLiteral("normalsProgress"));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->hide();
    m_list->setObjectName(QStringLiteral("normalsList"));
    m_list->setHeaderLabels({tr("Picture"), tr("Score"), tr("Share that scores as high")});
    m_list->setRootIsDecorated(false);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAccessibleName(tr("Normal pictures, those that stand out most first"));
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_picture->setObjectName(QStringLiteral("normalsPicture"));
    m_picture->setMinimumWidth(leastPictureWidth);
    m_picture->setRegionsShown(false); // there is no threshold yet
    m_list->installEventFilter(this);
    auto *hint = new QLabel(tr("Hold Space to see the bare picture; the wheel zooms."), this);
    setTextRole(hint, TextRole::Muted);
    m_remove->setObjectName(QStringLiteral("normalsRemove"));
    m_train->setObjectName(QStringLiteral("normalsTrain"));

    auto *rounds = new QLabel(tr("&Rounds"), this);
    rounds->setBuddy(m_folds);
    auto *top = new QHBoxLayout;
    top->setSpacing(spacing::small);
    top->addWidget(m_words, 1);
    top->addSpacing(spacing::medium);
    top->addWidget(rounds);
    top->addWidget(m_folds);
    top->addWidget(m_start);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(spacing::medium);
    middle->addWidget(m_list, 1);
    middle->addWidget(m_picture, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_remove, QDialogButtonBox::ActionRole);
    buttons->addButton(m_train, QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addLayout(top);
    column->addWidget(m_bar);
    column->addLayout(middle, 1);
    column->addWidget(hint);
    column->addWidget(buttons);
    resize(980, 640);

    connect(m_start, &QPushButton::clicked, this, [this] { m_checking ? m_jobs->cancel() : start(); });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &NormalsDialog::showPicture);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &NormalsDialog::updateButtons);
    connect(m_remove, &QPushButton::clicked, this, &NormalsDialog::removeChosen);
    connect(m_train, &QPushButton::clicked, this, [this] {
        close();
        emit trainRequested();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_jobs, &JobRunner::progressed, this, [this](const JobProgress &progress) {
        if (m_checking && progress.steps > 0)
            m_bar->setValue(static_cast<int>(1000 * progress.step / progress.steps));
    });
    connect(m_jobs, &JobRunner::failed, this, [this](const QString &, const JobFailure &failure) {
        if (m_checking)
            m_words->setText(failure.message + QLatin1Char('\n') + failure.detail);
    });
    connect(m_jobs, &JobRunner::finished, this, [this] {
        m_checking = false;
        updateButtons();
    });
    connect(m_jobs, &JobRunner::started, this, &NormalsDialog::updateButtons);
    connect(m_reading, &JobRunner::failed, this,
            [this](const QString &, const JobFailure &failure) { showProblem(failure.message); });
    connect(m_reading, &JobRunner::finished, this, &NormalsDialog::showPicture);
    updateButtons();
}

NormalsDialog::~NormalsDialog()
{
    m_reading->disconnect(this);
    m_reading->cancelAndWait();
    if (m_checking)
        m_jobs->cancelAndWait();
}

void NormalsDialog::start()
{
    m_normals = m_document->samples(Lane::Normal);
    auto check = std::make_shared<NormalCheck>();
    m_checking = m_jobs->start(
        tr("Check my normals"),
        [check, normals = m_normals, options = m_options, folds = m_folds->value(), weights = m_weights](
            JobMonitor &monitor) { *check = checkNormals(normals, options, folds, weights, monitor); },
        [this, check] { showCheck(check); });
    m_bar->setValue(0);
    updateButtons();
}

void NormalsDialog::showCheck(std::shared_ptr<const NormalCheck> check)
{
    m_check = std::move(check);
    m_list->clear();
    m_picture->setScale(m_check->scale);
    const QLocale locale;
    const int decimals = m_check->normals.empty() ? 0 : scoreDecimals(m_check->normals.front().prediction.score);
    for (std::size_t place = 0; place < m_check->normals.size(); ++place) {
        const CheckedNormal &normal = m_check->normals[place];
        auto *row = new QTreeWidgetItem(m_list, {fromPath(m_normals[normal.index].image.filename()),
                                                 locale.toString(normal.prediction.score, 'f', decimals),
                                                 tr("%1 %").arg(locale.toString(100 * normal.rank, 'f', 1))});
        row->setData(0, placeRole, static_cast<int>(place));
        row->setToolTip(0, fromPath(m_normals[normal.index].image));
        row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        row->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_words->setText(tr("Look at the first ones: is the part good, and the picture as the others? The list ranks, it "
                        "does not judge; some picture is always the first."));
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->setFocus();
}

void NormalsDialog::showPicture()
{
    const QTreeWidgetItem *row = m_list->currentItem();
    const int place = row ? row->data(0, placeRole).toInt() : -1;
    if (place == m_wanted || m_reading->isBusy())
        return; // it is there, or comes when the one before has been read
    m_wanted = place;
    if (place < 0) {
        m_picture->clear();
        return;
    }
    auto shown = std::make_shared<LoadedPicture>();
    m_picture->setPending();
    m_reading->start(
        tr("Read the picture"),
        [shown, check = m_check, place,
         file = m_normals[m_check->normals[static_cast<std::size_t>(place)].index].image](JobMonitor &) {
            const Prediction &prediction = check->normals[static_cast<std::size_t>(place)].prediction;
            *shown = loadedPicture(readImage(file),
                                   expandAnomalyMap(prediction.patches, check->preprocessing, prediction.imageSize,
                                                    prediction.alignment),
                                   noRegions);
            shown->row = place;
        },
        [this, shown] { m_picture->setPicture(shown); });
}

void NormalsDialog::showProblem(const QString &text)
{
    auto none = std::make_shared<LoadedPicture>();
    none->row = m_wanted;
    none->failure = text;
    m_picture->setPicture(none);
}

bool NormalsDialog::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (watched != m_list || !isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Space)
        return QDialog::eventFilter(watched, event);
    if (!static_cast<QKeyEvent *>(event)->isAutoRepeat())
        m_picture->setBare(event->type() == QEvent::KeyPress);
    return true;
}

std::vector<int> NormalsDialog::chosen() const
{
    std::vector<int> places;
    for (const QTreeWidgetItem *row : m_list->selectedItems())
        places.push_back(row->data(0, placeRole).toInt());
    return places;
}

void NormalsDialog::removeChosen()
{
    // The lane may have changed since the check: pictures are known by their file.
    std::set<std::filesystem::path> files;
    for (const int place : chosen())
        files.insert(m_normals[m_check->normals[static_cast<std::size_t>(place)].index].image);
    std::vector<int> rows;
    const std::vector<Sample> &lane = m_document->samples(Lane::Normal);
    for (std::size_t row = 0; row < lane.size(); ++row) {
        if (files.contains(lane[row].image))
            rows.push_back(static_cast<int>(row));
    }
    m_document->removeSamples(Lane::Normal, rows);
    const QList<QTreeWidgetItem *> removed = m_list->selectedItems();
    int next = m_list->topLevelItemCount();
    for (QTreeWidgetItem *row : removed)
        next = std::min(next, m_list->indexOfTopLevelItem(row));
    qDeleteAll(removed);
    m_list->setCurrentItem(m_list->topLevelItem(std::min(next, m_list->topLevelItemCount() - 1)));
    m_list->setFocus();
    m_words->setText(tr("%n picture(s) removed from the normals. Undo in the window takes it back.", nullptr,
                        static_cast<int>(rows.size())));
    updateButtons();
}

void NormalsDialog::updateButtons()
{
    const auto count = static_cast<int>(m_list->selectedItems().size());
    m_remove->setText(count == 0 ? tr("Remove from the normals")
                                 : tr("Remove %n picture(s) from the normals", nullptr, count));
    m_remove->setEnabled(count > 0 && !m_checking);
    m_train->setEnabled(!m_jobs->isBusy());
    m_start->setText(m_checking ? tr("Cancel") : tr("Check"));
    m_start->setEnabled(m_checking || !m_jobs->isBusy());
    m_folds->setEnabled(!m_checking);
    m_bar->setVisible(m_checking);
}

} // namespace spotcheck::ui
