#include "ui/dialogs/maskdialog.h"

#include <algorithm>
#include <memory>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/image/imagereader.h>

#include "ui/jobs/jobrunner.h"
#include "ui/project/drawnmasks.h"
#include "ui/report/errortext.h"
#include "ui/report/heatmapimage.h"
#include "ui/theme/icons.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/maskeditor.h"

namespace spotcheck::ui {

namespace {

// px, of the longer side that is drawn on: a larger picture's mask is enlarged when it is kept. Bounds memory and the
// time of a brush stroke.
constexpr int largestPaintedSide = 4096;

/// A picture as it is drawn on.
struct Opened {
    cv::Size size;
    QImage picture;
    cv::Mat mask;
    QString problem; ///< with the mask that it had
};

Opened openPicture(const Sample &sample)
{
    Opened opened;
    cv::Mat pixels = toDisplayDepth(readImage(sample.image));
    opened.size = pixels.size();
    cv::Mat mask(pixels.size(), CV_8UC1, cv::Scalar(0));
    if (!sample.mask.empty()) {
        try {
            const cv::Mat before = readMask(sample.mask);
            if (before.size() == pixels.size())
                mask = before;
            else
                opened.problem =
                    MaskDialog::tr("The mask it had is of another size than the picture. Draw a new one.");
        } catch (const Error &error) {
            opened.problem = errorText(error);
        }
    }
    if (const int side = std::max(pixels.cols, pixels.rows); side > largestPaintedSide) {
        const double factor = static_cast<double>(largestPaintedSide) / side;
        cv::resize(pixels, pixels, {}, factor, factor, cv::INTER_AREA);
        cv::resize(mask, mask, pixels.size(), 0, 0, cv::INTER_NEAREST);
    }
    opened.picture = toQImage(pixels).copy();
    opened.mask = mask;
    return opened;
}

} // namespace

MaskDialog::MaskDialog(std::vector<Sample> pictures, std::filesystem::path folder, QWidget *parent)
    : QDialog(parent), m_pictures(std::move(pictures)), m_folder(std::move(folder)), m_jobs(new JobRunner(this)),
      m_editor(new MaskEditor(this)), m_brush(new QSlider(Qt::Horizontal, this)), m_brushWords(new QLabel(this)),
      m_hint(new QLabel(this)), m_count(new QLabel(this)), m_undo(new QPushButton(tr("Undo"), this)),
      m_redo(new QPushButton(tr("Redo"), this)), m_clear(new QPushButton(tr("Clear"), this)),
      m_previous(new QPushButton(tr("Previous"), this)), m_next(new QPushButton(tr("Next"), this)),
      m_close(new QPushButton(tr("Done"), this))
{
    setObjectName(QStringLiteral("maskDialog"));
    setWindowTitle(tr("Masks"));
    m_editor->setObjectName(QStringLiteral("maskEditor"));
    m_hint->setObjectName(QStringLiteral("maskHint"));
    m_hint->setWordWrap(true);
    setTextRole(m_hint, TextRole::Muted);
    m_count->setObjectName(QStringLiteral("maskCount"));
    setTextRole(m_count, TextRole::Muted);
    m_count->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    const auto set = [this](QPushButton *button, const char *name, const QString &help, const QKeySequence &key) {
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false); // Enter closes a polygon
        bindKey(button, key);
        button->setToolTip(
            key.isEmpty() ? help : QStringLiteral("%1 (%2)").arg(help, key.toString(QKeySequence::NativeText)));
    };
    set(m_undo, "maskUndo", tr("Take the last step back"), QKeySequence::Undo);
    set(m_redo, "maskRedo", tr("Do again what was taken back"), QKeySequence::Redo);
    set(m_clear, "maskClear", tr("Take the whole mask away"), {});
    set(m_previous, "maskPrevious", tr("Keep this mask and go to the picture before"), Qt::Key_PageUp);
    set(m_next, "maskNext", tr("Keep this mask and go to the next picture"), Qt::Key_PageDown);
    set(m_close, "maskDone", tr("Keep this mask and close"), {});
    m_close->setProperty("primary", true);
    connect(m_undo, &QPushButton::clicked, m_editor, &MaskEditor::undo);
    connect(m_redo, &QPushButton::clicked, m_editor, &MaskEditor::redo);
    connect(m_clear, &QPushButton::clicked, m_editor, &MaskEditor::clear);
    connect(m_previous, &QPushButton::clicked, this, [this] { keep([this] { showPicture(m_place - 1); }); });
    connect(m_next, &QPushButton::clicked, this, [this] { keep([this] { showPicture(m_place + 1); }); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_editor, &MaskEditor::changed, this, [this] {
        m_givenUp = false;
        updateButtons();
    });
    connect(m_jobs, &JobRunner::failed, this, [this](const QString &, const JobFailure &failure) {
        if (m_editor->hasPicture()) { // it could not be kept
            m_hint->setText(failure.message + QLatin1Char(' ') + tr("Closing again gives this mask up."));
            m_givenUp = true;
        } else {
            m_editor->setPictureMissing(m_pictures.size() > 1
                                            ? failure.message + QLatin1Char('\n') + tr("Go on to another picture.")
                                            : failure.message);
        }
    });
    connect(m_jobs, &JobRunner::finished, this, &MaskDialog::updateButtons);

    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(spacing::small);
    bottom->addWidget(m_previous);
    bottom->addWidget(m_next);
    bottom->addWidget(m_count, 1);
    bottom->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(buildTools());
    column->addWidget(m_editor, 1);
    column->addWidget(m_hint);
    column->addLayout(bottom);
    resize(1000, 760);
    showPicture(0);
}

MaskDialog::~MaskDialog()
{
    m_jobs->cancelAndWait();
}

void MaskDialog::bindKey(QAbstractButton *button, const QKeySequence &key)
{
    // A button's own shortcut clicks a tenth of a second later, and takes quick presses for one.
    if (!key.isEmpty())
        connect(new QShortcut(key, this), &QShortcut::activated, button, &QAbstractButton::click);
}

QWidget *MaskDialog::buildTools()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::small);
    auto *tools = new QButtonGroup(bar);
    const auto addTool = [&](MaskEditor::Tool tool, const QString &text, const char *name, const QString &icon,
                             int key, const QString &help) {
        auto *button = new QToolButton(bar);
        button->setObjectName(QLatin1String(name));
        button->setText(text);
        button->setIcon(themedIcon(icon));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setChecked(tool == m_editor->tool());
        button->setFocusPolicy(Qt::StrongFocus);
        bindKey(button, key);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(help, QKeySequence(key).toString(QKeySequence::NativeText)));
        connect(button, &QToolButton::clicked, this, [this, tool] {
            m_editor->setTool(tool);
            showHint();
            m_editor->setFocus();
        });
        tools->addButton(button);
        row->addWidget(button);
    };
    addTool(MaskEditor::Tool::Brush, tr("Brush"), "maskBrush", QStringLiteral("brush"), Qt::Key_B,
            tr("Mark what is defective"));
    addTool(MaskEditor::Tool::Polygon, tr("Polygon"), "maskPolygon", QStringLiteral("region"), Qt::Key_P,
            tr("Mark a part corner by corner; a double click or Enter closes it"));
    addTool(MaskEditor::Tool::Eraser, tr("Eraser"), "maskEraser", QStringLiteral("eraser"), Qt::Key_E,
            tr("Take marks away; the right button does so with every tool"));
    m_brush->setObjectName(QStringLiteral("maskBrushSize"));
    m_brush->setRange(MaskEditor::smallestBrush, 100);
    m_brush->setFixedWidth(120);
    m_brush->setAccessibleName(tr("Width of the brush"));
    m_brush->setToolTip(tr("Width of the brush in picture pixels ([ and ])"));
    m_brushWords->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("000 px")));
    setTextRole(m_brushWords, TextRole::Muted);
    const auto showSize = [this](int size) {
        const QSignalBlocker quiet(m_brush);
        m_brush->setValue(size);
        m_brushWords->setText(tr("%1 px").arg(size));
    };
    connect(m_brush, &QSlider::valueChanged, m_editor, &MaskEditor::setBrushSize);
    connect(m_editor, &MaskEditor::brushSizeChanged, this, showSize);
    showSize(m_editor->brushSize());
    row->addWidget(m_brush);
    row->addWidget(m_brushWords);
    row->addStretch();
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addWidget(m_clear);
    return bar;
}

void MaskDialog::showPicture(int place)
{
    m_place = std::clamp(place, 0, static_cast<int>(m_pictures.size()) - 1);
    m_editor->clearPicture();
    m_problem.clear();
    showHint();
    const Sample &sample = m_pictures[static_cast<std::size_t>(m_place)];
    m_count->setText(tr("%1 of %2: %3")
                         .arg(QString::number(m_place + 1), QString::number(m_pictures.size()),
                              fromPath(sample.image.filename())));
    auto opened = std::make_shared<Opened>();
    m_jobs->start(
        tr("Read the picture"), [opened, sample](JobMonitor &) { *opened = openPicture(sample); },
        [this, opened] {
            m_size = opened->size;
            m_editor->setPicture(opened->picture, opened->mask);
            m_problem = opened->problem;
            showHint();
            m_editor->setFocus();
        });
    updateButtons();
}

void MaskDialog::showHint()
{
    const QString tool = m_editor->tool() == MaskEditor::Tool::Polygon
                             ? tr("Click the corners; a double click or Enter closes the polygon, Esc gives it up.")
                             : QString();
    const QString always =
        tr("Wheel: zoom. Middle button: move. Right button: erase. F: whole picture. 1: pixel for pixel.");
    m_hint->setText(!m_problem.isEmpty() ? m_problem : tool.isEmpty() ? always : tool + QLatin1Char(' ') + always);
}

void MaskDialog::keep(std::function<void()> proceed)
{
    if (m_editor->isDrawingPolygon()) {
        m_hint->setText(tr("Close the polygon first with Enter, or give it up with Esc."));
        return;
    }
    if (!m_editor->hasPicture() || !m_editor->isChanged()) {
        proceed();
        return;
    }
    if (m_jobs->isBusy())
        return;
    const int place = m_place;
    auto written = std::make_shared<std::filesystem::path>();
    const bool none = m_editor->isMaskEmpty();
    m_jobs->start(
        tr("Keep the mask"),
        [written, none, mask = m_editor->mask().clone(), size = m_size, folder = m_folder,
         picture = m_pictures[static_cast<std::size_t>(place)].image](JobMonitor &) {
            if (none)
                return;
            cv::Mat whole = mask;
            if (mask.size() != size)
                cv::resize(mask, whole, size, 0, 0, cv::INTER_NEAREST);
            *written = writeDrawnMask(whole, picture, folder);
        },
        [this, written, place, proceed = std::move(proceed)] {
            m_pictures[static_cast<std::size_t>(place)].mask = *written;
            emit maskDrawn(place, *written);
            QMetaObject::invokeMethod(this, proceed, Qt::QueuedConnection); // once the runner is free again
        });
    updateButtons();
}

void MaskDialog::done(int result)
{
    // However the dialog is closed, what was drawn is kept: it can be undone in the window.
    if (m_givenUp)
        QDialog::done(result);
    else
        keep([this, result] { QDialog::done(result); });
}

void MaskDialog::updateButtons()
{
    const bool ready = m_editor->hasPicture() && !m_jobs->isBusy();
    m_undo->setEnabled(ready && m_editor->canUndo());
    m_redo->setEnabled(ready && m_editor->canRedo());
    m_clear->setEnabled(ready && !m_editor->isMaskEmpty());
    const bool whole = !m_jobs->isBusy() && !m_editor->isDrawingPolygon();
    m_previous->setEnabled(whole && m_place > 0);
    m_next->setEnabled(whole && m_place + 1 < static_cast<int>(m_pictures.size()));
    m_close->setEnabled(whole);
}

void MaskDialog::keyPressEvent(QKeyEvent *event)
{
    // Enter belongs to the polygons.
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

} // namespace spotcheck::ui
