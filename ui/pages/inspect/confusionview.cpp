#include "ui/pages/inspect/confusionview.h"

#include <QGridLayout>
#include <QLabel>

#include "ui/pages/inspect/confusioncell.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/verdictmark.h"

namespace spotcheck::ui {

ConfusionView::ConfusionView(QWidget *parent)
    : QWidget(parent), m_found(new ConfusionCell(outcomeWord(Outcome::Found), ConfusionCell::Kind::Right, this)),
      m_reviewDefective(new ConfusionCell(outcomeWord(Outcome::Review), ConfusionCell::Kind::Review, this)),
      m_reviewGood(new ConfusionCell(outcomeWord(Outcome::Review), ConfusionCell::Kind::Review, this)),
      m_missed(new ConfusionCell(outcomeWord(Outcome::Missed), ConfusionCell::Kind::Wrong, this)),
      m_falseAlarm(new ConfusionCell(outcomeWord(Outcome::FalseAlarm), ConfusionCell::Kind::Wrong, this)),
      m_right(new ConfusionCell(outcomeWord(Outcome::Right), ConfusionCell::Kind::Right, this))
{
    setObjectName(QStringLiteral("confusionView"));
    setAccessibleName(tr("Confusion matrix"));
    m_found->setObjectName(QStringLiteral("confusionFound"));
    m_found->setToolTip(tr("Defective pictures that are called defective"));
    m_missed->setObjectName(QStringLiteral("confusionMissed"));
    m_missed->setToolTip(tr("Defective pictures that are called good. Click to list them."));
    m_falseAlarm->setObjectName(QStringLiteral("confusionFalseAlarm"));
    m_falseAlarm->setToolTip(tr("Good pictures that are called defective. Click to list them."));
    m_reviewDefective->setObjectName(QStringLiteral("confusionReviewDefective"));
    m_reviewDefective->setToolTip(tr("Defective pictures that go to a person. Click to list what goes to review."));
    m_reviewGood->setObjectName(QStringLiteral("confusionReviewGood"));
    m_reviewGood->setToolTip(tr("Good pictures that go to a person. Click to list what goes to review."));
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
    m_reviewCaption = caption(tr("for\nreview"), Qt::AlignCenter);
    grid->addWidget(caption(tr("called\ndefective"), Qt::AlignCenter), 0, 1);
    grid->addWidget(m_reviewCaption, 0, 2);
    grid->addWidget(caption(tr("called\ngood"), Qt::AlignCenter), 0, 3);
    grid->addWidget(caption(tr("defective"), Qt::AlignRight | Qt::AlignVCenter), 1, 0);
    grid->addWidget(caption(tr("good"), Qt::AlignRight | Qt::AlignVCenter), 2, 0);
    grid->addWidget(m_found, 1, 1);
    grid->addWidget(m_reviewDefective, 1, 2);
    grid->addWidget(m_missed, 1, 3);
    grid->addWidget(m_falseAlarm, 2, 1);
    grid->addWidget(m_reviewGood, 2, 2);
    grid->addWidget(m_right, 2, 3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->setRowStretch(1, 1);
    grid->setRowStretch(2, 1);

    for (const ConfusionCell *review : {m_reviewDefective, m_reviewGood})
        connect(review, &ConfusionCell::clicked, this, &ConfusionView::reviewClicked);
    setConfusion({}, false);
    connect(m_missed, &ConfusionCell::clicked, this, &ConfusionView::missedClicked);
    connect(m_falseAlarm, &ConfusionCell::clicked, this, &ConfusionView::falseAlarmsClicked);
}

void ConfusionView::setConfusion(const BandedConfusion &confusion, bool hasBand)
{
    m_found->setCount(confusion.decided.truePositives);
    m_reviewDefective->setCount(confusion.reviewDefective());
    m_missed->setCount(confusion.caught.falseNegatives);
    m_falseAlarm->setCount(confusion.decided.falsePositives);
    m_reviewGood->setCount(confusion.reviewGood());
    m_right->setCount(confusion.caught.trueNegatives);
    static_cast<QGridLayout *>(layout())->setColumnStretch(2, hasBand ? 1 : 0);
    for (QWidget *part : {static_cast<QWidget *>(m_reviewDefective), static_cast<QWidget *>(m_reviewGood),
                          static_cast<QWidget *>(m_reviewCaption)})
        part->setVisible(hasBand);
}

} // namespace spotcheck::ui
