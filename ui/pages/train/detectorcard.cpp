#include "ui/pages/train/detectorcard.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/theme/stylesheet.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

DetectorCard::DetectorCard(const DetectorInfo &detector, QWidget *parent)
    : QAbstractButton(parent), m_id(detector.id), m_size(new QLabel(this))
{
    setObjectName(QStringLiteral("detectorCard_") + QString::fromStdString(detector.id));
    setAccessibleName(engineText(detector.title));
    setAccessibleDescription(engineText(detector.advice));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);

    auto *title = new QLabel(engineText(detector.title), this);
    setTextRole(title, TextRole::Heading);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(spacing::small);
    heading->addWidget(title);
    heading->addStretch();
    if (detector.needsAlignment)
        heading->addWidget(new Badge(tr("Needs aligned pictures"), Tone::Review, this));
    heading->addWidget(new Badge(detector.needsTraining ? tr("Needs extra training") : tr("No extra training"),
                                 Tone::Neutral, this));

    auto *paper = new QLabel(engineText(detector.paper), this);
    setTextRole(paper, TextRole::Small);
    auto *advice = new QLabel(engineText(detector.advice), this);

    auto *facts = new QGridLayout;
    facts->setHorizontalSpacing(spacing::medium);
    facts->setVerticalSpacing(spacing::tiny);
    facts->setColumnStretch(1, 1);
    const auto fact = [this, facts](const QString &name, QLabel *value) {
        const int row = facts->rowCount();
        auto *label = new QLabel(name, this);
        setTextRole(label, TextRole::Muted);
        value->setWordWrap(true);
        facts->addWidget(label, row, 0, Qt::AlignTop);
        facts->addWidget(value, row, 1, Qt::AlignTop);
    };
    fact(tr("Compares"), new QLabel(engineText(detector.analysisUnit), this));
    fact(tr("Scores by"), new QLabel(engineText(detector.scoring), this));
    fact(tr("Stores"), new QLabel(engineText(detector.memoryBank), this));
    fact(tr("Size here"), m_size);
    m_size->setObjectName(QStringLiteral("memoryBankSize"));
    setTextRole(m_size, TextRole::Strong);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::medium, spacing::medium, spacing::medium, spacing::medium);
    column->setSpacing(spacing::small);
    column->addLayout(heading);
    column->addWidget(paper);
    column->addWidget(advice);
    column->addLayout(facts);
    for (QLabel *label : {paper, advice})
        label->setWordWrap(true);
    for (QLabel *label : findChildren<QLabel *>())
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    setMemoryBankSize({});
}

void DetectorCard::setMemoryBankSize(const QString &size)
{
    m_size->setText(size.isEmpty() ? tr("known once there are normal pictures") : size);
}

int DetectorCard::heightForWidth(int width) const
{
    return layout()->heightForWidth(width);
}

void DetectorCard::paintEvent(QPaintEvent *)
{
    const ThemeColours colours = themeColours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double stroke = isChecked() || hasFocus() ? 2 : 1;
    QColor border = isChecked() ? colours.selection : colours.border;
    if (hasFocus() && !isChecked())
        border = colours.text;
    painter.setPen(QPen(border, stroke));
    painter.setBrush(isChecked()    ? blended(colours.selection, colours.surface, 0.07)
                     : underMouse() ? blended(colours.text, colours.surface, 0.03)
                                    : colours.surface);
    const double inset = stroke / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), spacing::small, spacing::small);
}

void DetectorCard::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void DetectorCard::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace spotcheck::ui
