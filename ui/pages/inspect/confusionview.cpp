#include <ui/pages/inspect/confusionview.h>

#include <QGridLayout>
#include <QLabel>

#include <ui/pages/inspect/confusioncell.h>
#include <ui/pages/inspect/verdictmark.h>
#include <ui/theme/textrole.h>
#include <ui/theme/theme.h>

namespace spotcheck::ui {

ConfusionView::ConfusionView(QWidget *parent)
    : QWidget(parent), m_found(new ConfusionCell(outcomeWord(Outcome::Found), false, this)),
      m_missed(new ConfusionCell(outcomeWord(Outcome::Missed), true, this)),
      m_falseAlarm(new ConfusionCell(outcomeWord(Outcome::FalseAlarm), true, this)),
      m_right(new ConfusionCell(outcomeWord(Outcome::Right), false, this))
{
    setObjectName(QStringLiteral("confusionView"));
    setAccessibleName(tr("Confusion matrix"));
    m_found->setObjectName(QStringLiteral("confusionFound"));
    m_found->setToolTip(tr("Defective pictures that are called defective"));
    m_missed->setObjectName(QStringLiteral("confusionMissed"));
    m_missed->setToolTip(tr("Defective pictures that are called good. Click to list them."));
    m_falseAlarm->setObjectName(QStringLiteral("confusionFalseAlarm"));
    m_falseAlarm->setToolTip(tr("Good pictures that are called defective. Click to list them."));
    m_right->setObjectName(QStringLiteral("confusionRight"));
    m_right->setToolTip(tr("Good pictures that are called good"));

    const auto caption = [this](const QString &text, Qt::Alignment alignment) {
        auto *label = new QLabel(text, this);
        label->setAlignment(alignment);
        setTextRole(label, TextRole::Small);
        return label;
    };
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(spacing::tiny);
    grid->addWidget(caption(tr("called\ndefective"), Qt::AlignCenter), 0, 1);
    grid->addWidget(caption(tr("called\ngood"), Qt::AlignCenter), 0, 2);
    grid->addWidget(caption(tr("defective"), Qt::AlignRight | Qt::AlignVCenter), 1, 0);
    grid->addWidget(caption(tr("good"), Qt::AlignRight | Qt::AlignVCenter), 2, 0);
    grid->addWidget(m_found, 1, 1);
    grid->addWidget(m_missed, 1, 2);
    grid->addWidget(m_falseAlarm, 2, 1);
    grid->addWidget(m_right, 2, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->setRowStretch(1, 1);
    grid->setRowStretch(2, 1);

    connect(m_missed, &ConfusionCell::clicked, this, &ConfusionView::missedClicked);
    connect(m_falseAlarm, &ConfusionCell::clicked, this, &ConfusionView::falseAlarmsClicked);
}

void ConfusionView::setConfusion(const Confusion &confusion)
{
    m_found->setCount(confusion.truePositives);
    m_missed->setCount(confusion.falseNegatives);
    m_falseAlarm->setCount(confusion.falsePositives);
    m_right->setCount(confusion.trueNegatives);
}

} // namespace spotcheck::ui
