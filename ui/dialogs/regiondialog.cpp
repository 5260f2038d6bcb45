#include "ui/dialogs/regiondialog.h"

#include <memory>

#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <spotcheck/core/error.h>
#include <spotcheck/image/imagereader.h>

#include "ui/jobs/jobrunner.h"
#include "ui/report/heatmapimage.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/question.h"
#include "ui/widgets/regioneditor.h"

namespace spotcheck::ui {

namespace {

constexpr int mostOffered = 200;       // pictures to draw over
constexpr int largestShownSide = 1600; // px: no screen's part of this dialog is larger

} // namespace

RegionDialog::RegionDialog(const RegionOfInterest &region, std::vector<std::filesystem::path> pictures,
                           QWidget *parent)
    : QDialog(parent), m_before(region), m_pictures(std::move(pictures)), m_reading(new JobRunner(this)),
      m_editor(new RegionEditor(this)), m_picture(new QComboBox(this)), m_hint(new QLabel(this)),
      m_undo(new QPushButton(tr("Undo"), this)), m_redo(new QPushButton(tr("Redo"), this)),
      m_remove(new QPushButton(tr("Remove"), this)), m_clear(new QPushButton(tr("Whole picture"), this))
{
    setObjectName(QStringLiteral("regionDialog"));
    setWindowTitle(tr("Region of interest"));
    m_editor->setObjectName(QStringLiteral("regionEditor"));
    m_picture->setObjectName(QStringLiteral("regionPicture"));
    m_picture->setAccessibleName(tr("Picture to draw over"));
    m_pictures.resize(std::min<std::size_t>(m_pictures.size(), mostOffered));
    for (const std::filesystem::path &picture : m_pictures)
        m_picture->addItem(fromPath(picture.filename()));
    m_hint->setWordWrap(true);
    m_hint->setText(tr("Click corner by corner, and close the polygon with a double click or Enter. Drag a corner to "
                       "move it; a right click on a line sets a corner, on a corner it takes it away. A click into "
                       "a polygon of the chosen kind selects it; with Shift it draws another one inside. What lies "
                       "in the shade is not looked at; models trained from now on follow it."));
    setTextRole(m_hint, TextRole::Muted);
    m_undo->setObjectName(QStringLiteral("regionUndo"));
    m_redo->setObjectName(QStringLiteral("regionRedo"));
    m_redo->setToolTip(tr("Do again what was taken back (%1)")
                           .arg(QKeySequence(QKeySequence::Redo).toString(QKeySequence::NativeText)));
    m_remove->setObjectName(QStringLiteral("regionRemove"));
    m_clear->setObjectName(QStringLiteral("regionClear"));
    m_undo->setToolTip(
        tr("Take the last step back (%1)").arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
    m_remove->setToolTip(
        tr("Remove the chosen polygon (%1)").arg(QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText)));
    m_clear->setToolTip(tr("Remove all polygons: everything is looked at"));

    auto *include = new QRadioButton(tr("Look &here"), this);
    include->setObjectName(QStringLiteral("regionInclude"));
    include->setChecked(true);
    auto *ignore = new QRadioButton(tr("&Ignore this"), this);
    ignore->setObjectName(QStringLiteral("regionIgnore"));
    connect(include, &QRadioButton::toggled, m_editor, [this](bool checked) {
        m_editor->setKind(checked ? RegionEditor::Kind::Include : RegionEditor::Kind::Ignore);
    });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    for (QPushButton *button :
         {m_undo, m_redo, m_remove, m_clear, m_accept, buttons->button(QDialogButtonBox::Cancel)})
        button->setAutoDefault(false); // Enter closes a polygon
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_undo, &QPushButton::clicked, m_editor, &RegionEditor::undo);
    connect(m_redo, &QPushButton::clicked, m_editor, &RegionEditor::redo);
    connect(m_remove, &QPushButton::clicked, m_editor, &RegionEditor::removeChosen);
    connect(m_clear, &QPushButton::clicked, m_editor, &RegionEditor::clear);
    connect(m_editor, &RegionEditor::changed, this, &RegionDialog::updateButtons);
    connect(m_picture, &QComboBox::currentIndexChanged, this, &RegionDialog::showPicture);
    connect(m_reading, &JobRunner::failed, this,
            [this](const QString &, const JobFailure &failure) { showPictureMissing(failure.message); });
    connect(m_reading, &JobRunner::finished, this, [this] { m_picture->setEnabled(true); });

    auto *tools = new QHBoxLayout;
    tools->setSpacing(spacing::small);
    tools->addWidget(include);
    tools->addWidget(ignore);
    tools->addSpacing(spacing::medium);
    tools->addWidget(m_undo);
    tools->addWidget(m_redo);
    tools->addWidget(m_remove);
    tools->addWidget(m_clear);
    tools->addStretch();
    tools->addWidget(m_picture);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addLayout(tools);
    column->addWidget(m_editor, 1);
    column->addWidget(m_hint);
    column->addWidget(buttons);
    resize(960, 720);

    m_editor->setRegion(region);
    m_editor->setFocus();
    showPicture(0);
}

RegionDialog::~RegionDialog()
{
    m_reading->cancelAndWait();
}

const RegionOfInterest &RegionDialog::region() const
{
    return m_editor->region();
}

void RegionDialog::showPicture(int index)
{
    auto shown = std::make_shared<QImage>();
    m_picture->setEnabled(false); // one is read at a time
    m_reading->start(
        tr("Read the picture"),
        [shown, file = m_pictures[static_cast<std::size_t>(index)]](JobMonitor &) {
            const cv::Mat picture = toDisplayDepth(readImage(file));
            const QImage whole = toQImage(picture);
            *shown =
                std::max(whole.width(), whole.height()) > largestShownSide
                    ? whole.scaled(largestShownSide, largestShownSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                    : whole.copy();
        },
        [this, shown] { m_editor->setPicture(*shown); });
}

void RegionDialog::showPictureMissing(const QString &reason)
{
    m_editor->setPictureMissing(
        m_pictures.size() > 1 ? reason + QLatin1Char('\n') + tr("Choose another picture to draw over.") : reason);
}

void RegionDialog::reject()
{
    if (!m_editor->isDrawing() && m_editor->region() == m_before) {
        QDialog::reject();
        return;
    }
    QMessageBox *question = makeQuestion(QStringLiteral("regionQuestion"), tr("Drop the changed polygons?"),
                                         tr("The region of interest stays as it was before."), this);
    QPushButton *drop = question->addButton(tr("Drop"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(tr("Go on drawing"), QMessageBox::RejectRole));
    connect(drop, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    question->open();
}

void RegionDialog::updateButtons()
{
    m_undo->setEnabled(m_editor->canUndo());
    m_redo->setEnabled(m_editor->canRedo());
    m_remove->setEnabled(m_editor->hasChosen());
    m_clear->setEnabled(m_editor->isDrawing() || !m_editor->region().isWholePicture());
    bool possible = !m_editor->isDrawing();
    try {
        m_editor->region().validate();
    } catch (const Error &) { // polygons that leave nothing to look at
        possible = false;
    }
    m_accept->setEnabled(possible);
    m_accept->setToolTip(possible                ? QString()
                         : m_editor->isDrawing() ? tr("Close the polygon first, or drop it with Escape.")
                                                 : tr("These polygons leave nothing to look at."));
}

void RegionDialog::keyPressEvent(QKeyEvent *event)
{
    // Enter belongs to the polygons; the button or its key closes the dialog. Escape gives up half a polygon wherever
    // the focus is.
    if (event->key() == Qt::Key_Escape && m_editor->isDrawing())
        m_editor->dropDrawn();
    else if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

} // namespace spotcheck::ui
