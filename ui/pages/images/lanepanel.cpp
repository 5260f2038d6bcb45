#include "ui/pages/images/lanepanel.h"

#include <algorithm>
#include <set>

#include <QAction>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/pages/images/laneview.h"
#include "ui/pages/images/sampledelegate.h"
#include "ui/pages/images/samplelistmodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/localfiles.h"
#include "ui/widgets/thumbnailstore.h"

namespace spotcheck::ui {

LanePanel::LanePanel(Document *document, ThumbnailStore *thumbnails, Lane lane, QWidget *parent)
    : Card(parent), m_document(document), m_lane(lane), m_model(new SampleListModel(document, lane, this)),
      m_view(new LaneView(new SampleDelegate(thumbnails, lane), this)), m_stack(new QStackedWidget(this)),
      m_count(new QLabel(this)), m_selected(new QLabel(this))
{
    setObjectName(named(""));
    setAcceptDrops(true);
    m_view->setObjectName(named("View"));
    m_view->setAccessibleName(lane == Lane::Normal ? tr("Normal pictures") : tr("Test pictures"));
    m_view->setModel(m_model);

    buildActions();
    column()->addLayout(buildHeader());
    column()->addLayout(buildSelectionBar());
    column()->addWidget(m_stack, 1);
    m_stack->addWidget(buildEmptyState());
    m_stack->addWidget(m_view);

    connect(thumbnails, &ThumbnailStore::ready, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(m_view, &LaneView::selectionMoved, this, &LanePanel::updateActions);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &LanePanel::keepPlace);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LanePanel::updateCounts);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &LanePanel::updateCounts);
    updateCounts();
}

QString LanePanel::named(const char *part) const
{
    return (m_lane == Lane::Normal ? QStringLiteral("normalLane") : QStringLiteral("testLane")) + QLatin1String(part);
}

QAction *LanePanel::makeAction(const char *part, const QString &text, const QString &icon, const QKeySequence &key,
                               const QString &help)
{
    auto *action = new QAction(themedIcon(icon), text, m_view);
    action->setObjectName(named(part));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(help, key.toString(QKeySequence::NativeText)));
    m_view->addAction(action);
    m_selectionActions.append(action);
    return action;
}

void LanePanel::buildActions()
{
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    if (m_lane == Lane::Test) {
        connect(makeAction("Good", tr("Good"), QStringLiteral("good"), Qt::Key_G, tr("These parts are good")),
                &QAction::triggered, this, [this] { labelSelected(Label::Good); });
        connect(makeAction("Defective", tr("Defective"), QStringLiteral("defective"), Qt::Key_D,
                           tr("These parts are defective")),
                &QAction::triggered, this, [this] { labelSelected(Label::Defective); });
        connect(makeAction("Unlabelled", tr("No label"), QStringLiteral("unlabelled"), Qt::Key_U,
                           tr("Take the label away")),
                &QAction::triggered, this, [this] { labelSelected(Label::Unlabelled); });
        connect(makeAction("Mask", tr("Mask…"), QStringLiteral("brush"), Qt::Key_K,
                           tr("Draw where the selected parts are defective, for pixel figures")),
                &QAction::triggered, this, [this] { emit masksRequested(m_view->selectedRows()); });
    }
    QAction *move = makeAction("Move", m_lane == Lane::Normal ? tr("Move to Test") : tr("Move to Normal"),
                               QStringLiteral("move"), Qt::Key_M,
                               m_lane == Lane::Normal ? tr("Move the selected pictures to the test lane")
                                                      : tr("Move the selected pictures to the normal lane"));
    connect(move, &QAction::triggered, this, [this] { m_document->moveSamples(m_lane, m_view->selectedRows()); });
    QAction *remove = makeAction("Remove", tr("Remove"), QStringLiteral("trash"), QKeySequence::Delete,
                                 tr("Take the selected pictures out; the files stay where they are"));
    connect(remove, &QAction::triggered, this, [this] { m_document->removeSamples(m_lane, m_view->selectedRows()); });
}

QHBoxLayout *LanePanel::buildHeader()
{
    auto *title = new QLabel(m_lane == Lane::Normal ? tr("Normal") : tr("Test"), this);
    setTextRole(title, TextRole::Heading);
    m_count->setObjectName(named("Count"));
    setTextRole(m_count, TextRole::Muted);
    m_selected->setObjectName(named("Selected"));
    setTextRole(m_selected, TextRole::Strong);
    m_selected->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    const auto button = [this](const char *part, const QString &text, const QString &icon, const QString &help) {
        auto *made = new QToolButton(this);
        made->setObjectName(named(part));
        made->setText(text);
        made->setIcon(themedIcon(icon));
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setFocusPolicy(Qt::StrongFocus);
        made->setToolTip(help);
        return made;
    };
    QToolButton *pictures =
        button("AddPictures", tr("Pictures…"), QStringLiteral("add-pictures"), tr("Add picture files to this lane"));
    QToolButton *folder = button("AddFolder", tr("Folder…"), QStringLiteral("open-data-set"),
                                 tr("Add every picture below a folder to this lane"));
    connect(pictures, &QToolButton::clicked, this, &LanePanel::addPicturesRequested);
    connect(folder, &QToolButton::clicked, this, &LanePanel::addFolderRequested);

    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::small);
    row->addWidget(title);
    row->addWidget(m_count);
    row->addWidget(m_selected, 1);
    row->addWidget(pictures);
    row->addWidget(folder);
    return row;
}

QHBoxLayout *LanePanel::buildSelectionBar()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::tiny);
    const auto addButton = [this, row](QAction *action, Qt::ToolButtonStyle style) {
        auto *button = new QToolButton(this);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setDefaultAction(action);
        button->setToolButtonStyle(style);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(action->text());
        row->addWidget(button);
    };
    for (QAction *action : m_selectionActions.first(m_selectionActions.size() - 2))
        addButton(action, Qt::ToolButtonTextBesideIcon);
    if (m_lane == Lane::Test) {
        m_defectType = new QComboBox(this);
        m_defectType->setObjectName(named("DefectType"));
        m_defectType->setEditable(true);
        m_defectType->setInsertPolicy(QComboBox::NoInsert);
        m_defectType->lineEdit()->setPlaceholderText(tr("Defect type"));
        m_defectType->setToolTip(tr("Name the kind of defect of the selected pictures, then press Enter"));
        m_defectType->setAccessibleName(tr("Defect type"));
        m_defectType->setMinimumWidth(124);
        const auto apply = [this] {
            m_document->setLabel(m_lane, m_view->selectedRows(), Label::Defective,
                                 m_defectType->currentText().trimmed());
        };
        connect(m_defectType, &QComboBox::activated, this, apply);
        connect(m_defectType->lineEdit(), &QLineEdit::returnPressed, this, apply);
        row->addWidget(m_defectType);
    }
    row->addStretch();
    for (QAction *action : m_selectionActions.last(2))
        addButton(action, m_lane == Lane::Normal ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    return row;
}

QWidget *LanePanel::buildEmptyState()
{
    EmptyState *empty = nullptr;
    if (m_lane == Lane::Normal) {
        empty = new EmptyState(QStringLiteral("good"), tr("Start with pictures of good parts"),
                               tr("Drop files or folders here. Spotcheck learns from them what a good part looks "
                                  "like; 20 to 200 are a good start. No defects are needed."),
                               m_stack);
    } else {
        empty = new EmptyState(QStringLiteral("inspect"), tr("Then pictures to inspect"),
                               tr("Drop files or folders here. Label a few as good or defective to see how well "
                                  "the verdicts fit."),
                               m_stack);
    }
    empty->setObjectName(named("Empty"));
    QPushButton *add = empty->addButton(tr("Add pictures…"), m_lane == Lane::Normal);
    add->setObjectName(named("EmptyAdd"));
    connect(add, &QPushButton::clicked, this, &LanePanel::addPicturesRequested);
    if (m_lane == Lane::Normal) {
        QPushButton *sample = empty->addButton(tr("Open the sample"));
        sample->setObjectName(named("EmptySample"));
        sample->setToolTip(tr("Draws a small data set with defects, so that everything can be tried"));
        connect(sample, &QPushButton::clicked, this, &LanePanel::sampleRequested);
    }
    return empty;
}

void LanePanel::labelSelected(Label label)
{
    m_document->setLabel(m_lane, m_view->selectedRows(), label);
}

/// Remembers where the list stood, so that removing a picture does not throw the reader back to the top.
void LanePanel::keepPlace()
{
    const int row = m_view->currentIndex().row();
    const int scroll = m_view->verticalScrollBar()->value();
    connect(
        m_model, &QAbstractItemModel::modelReset, this,
        [this, row, scroll] {
            if (row >= 0 && m_model->rowCount() > 0) {
                const int kept = std::min(row, m_model->rowCount() - 1);
                m_view->selectionModel()->setCurrentIndex(m_model->index(kept), QItemSelectionModel::ClearAndSelect);
            }
            m_view->doItemsLayout();
            m_view->verticalScrollBar()->setValue(scroll);
        },
        Qt::SingleShotConnection);
}

void LanePanel::updateCounts()
{
    const std::vector<Sample> &samples = m_document->samples(m_lane);
    const int total = static_cast<int>(samples.size());
    const auto count = [&samples](Label label) {
        return std::count_if(samples.begin(), samples.end(), [label](const Sample &s) { return s.label == label; });
    };
    QString text = total == 0 ? tr("no pictures yet") : QString::number(total);
    if (total > 0 && m_lane == Lane::Normal)
        text += tr(", for training");
    if (total > 0 && m_lane == Lane::Test) {
        text += tr(": %1 good, %2 defective").arg(count(Label::Good)).arg(count(Label::Defective));
        if (const auto unlabelled = count(Label::Unlabelled); unlabelled > 0)
            text += tr(", %1 without label").arg(unlabelled);
    }
    m_count->setText(text);
    m_stack->setCurrentIndex(total == 0 ? 0 : 1);
    updateDefectTypes();
    updateActions();
}

void LanePanel::updateActions()
{
    const std::vector<int> rows = m_view->selectedRows();
    for (QAction *action : m_selectionActions)
        action->setEnabled(!rows.empty());
    const int count = static_cast<int>(rows.size());
    m_selected->setText(count > 1 ? tr("%1 selected").arg(count) : QString());
    if (!m_defectType)
        return;
    m_defectType->setEnabled(count > 0);
    const bool one = count == 1 && rows.front() < static_cast<int>(m_document->samples(m_lane).size());
    m_defectType->setEditText(one ? QString::fromStdString(m_document->samples(m_lane)[rows.front()].defectType)
                                  : QString());
}

void LanePanel::updateDefectTypes()
{
    if (!m_defectType)
        return;
    std::set<std::string> types;
    for (const Sample &sample : m_document->samples(m_lane)) {
        if (!sample.defectType.empty())
            types.insert(sample.defectType);
    }
    m_defectType->clear();
    for (const std::string &type : types)
        m_defectType->addItem(QString::fromStdString(type));
}

bool LanePanel::accepts(const QMimeData &dragged) const
{
    const auto rows = draggedRows(dragged);
    return rows ? rows->from != m_lane : !localFiles(dragged).isEmpty();
}

void LanePanel::setDropHighlight(bool shown)
{
    m_dropHighlight = shown;
    update();
}

void LanePanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (!accepts(*event->mimeData()))
        return;
    if (event->mimeData()->hasUrls())
        event->setDropAction(Qt::CopyAction); // the files stay where they are
    event->accept();
    setDropHighlight(true);
}

void LanePanel::dragLeaveEvent(QDragLeaveEvent *)
{
    setDropHighlight(false);
}

void LanePanel::dropEvent(QDropEvent *event)
{
    setDropHighlight(false);
    if (!accepts(*event->mimeData()))
        return;
    if (const auto rows = draggedRows(*event->mimeData())) {
        event->accept();
        m_document->moveSamples(rows->from, rows->rows);
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
    emit filesDropped(localFiles(*event->mimeData()));
}

void LanePanel::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    if (!m_dropHighlight)
        return;
    const ThemeColours colours = themeColours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.selection, 2));
    painter.setBrush(blended(colours.selection, colours.surface, 0.08));
    painter.drawRoundedRect(rect().adjusted(2, 2, -2, -2), spacing::small, spacing::small);
}

} // namespace spotcheck::ui
