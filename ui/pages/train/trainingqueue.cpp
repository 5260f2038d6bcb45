#include "ui/pages/train/trainingqueue.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStringList>
#include <QToolButton>
#include <QVBoxLayout>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/detectors/registry.h>

#include "ui/theme/icons.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

namespace {

constexpr int mostQueueHeight = 140; // px of lines: the settings stay in sight on a screen of 800

/// What sets a training apart: its backbone, and the parameters that are not the defaults.
QString settingsText(const TrainingOptions &training)
{
    QStringList parts{engineText(backboneInfo(training.backbone).title)};
    if (training.precision == Precision::Fast)
        parts << TrainingQueue::tr("fast");
    for (const ParameterSpec &spec : detectorInfo(training.detector).parameters) {
        const auto value = training.parameters.find(spec.id);
        if (value != training.parameters.end() && value->second != spec.defaultValue)
            parts << QStringLiteral("%1 %2").arg(engineText(spec.title),
                                                 QString::fromStdString(toString(value->second)));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

TrainingQueue::TrainingQueue(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_area(new QScrollArea(this))
{
    setObjectName(QStringLiteral("trainingQueue"));
    setTextRole(m_title, TextRole::Strong);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_area->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_area->setMaximumHeight(mostQueueHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tiny);
    column->addWidget(m_title);
    column->addWidget(m_area);
    rebuild();
}

void TrainingQueue::add(const TrainingOptions &training)
{
    m_trainings.push_back(training);
    rebuild();
    // Once the new line has its place.
    QMetaObject::invokeMethod(
        this, [this] { m_area->verticalScrollBar()->setValue(m_area->verticalScrollBar()->maximum()); },
        Qt::QueuedConnection);
}

void TrainingQueue::removeFirst(int count)
{
    m_trainings.erase(m_trainings.begin(),
                      m_trainings.begin() + std::min<std::ptrdiff_t>(count, std::ssize(m_trainings)));
    rebuild();
}

void TrainingQueue::rebuild()
{
    const int count = static_cast<int>(m_trainings.size());
    m_title->setText(tr("%n training(s) queued", nullptr, count));
    auto *lines = new QWidget;
    lines->setProperty("transparent", true);
    auto *column = new QVBoxLayout(lines);
    column->setContentsMargins(0, 0, spacing::small, 0);
    column->setSpacing(0);
    for (int place = 0; place < count; ++place)
        column->addWidget(lineOf(place));
    if (QWidget *before = m_area->takeWidget()) // one of its buttons may have asked
        before->deleteLater();
    m_area->setWidget(lines);
    setVisible(count > 0);
    emit changed();
}

QWidget *TrainingQueue::lineOf(int place)
{
    const TrainingOptions &training = m_trainings[static_cast<std::size_t>(place)];
    auto *line = new QWidget;
    line->setProperty("transparent", true);
    auto *name = new QLabel(
        QStringLiteral("%1. %2").arg(place + 1).arg(engineText(detectorInfo(training.detector).title)), line);
    auto *settings = new QLabel(settingsText(training), line);
    setTextRole(settings, TextRole::Small);
    settings->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    settings->setToolTip(settings->text());
    auto *remove = new QToolButton(line);
    remove->setObjectName(QStringLiteral("trainUnqueue%1").arg(place));
    remove->setIcon(themedIcon(QStringLiteral("close")));
    remove->setToolTip(tr("Take it out of the queue"));
    remove->setAccessibleName(tr("Take %1 out of the queue").arg(name->text()));
    remove->setFocusPolicy(Qt::StrongFocus);
    connect(remove, &QToolButton::clicked, this, [this, place] {
        m_trainings.erase(m_trainings.begin() + place);
        rebuild();
    });
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::small);
    row->addWidget(name);
    row->addWidget(settings, 1);
    row->addWidget(remove);
    return line;
}

} // namespace spotcheck::ui
