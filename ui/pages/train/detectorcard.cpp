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
    : QAbstractButton(parent), m_id(detector.id), m_size(new QLabel(this)), m_details(makeDetails(detector))
{
    setObjectName(QStringLiteral("detectorCard_") + QString::fromStdString(detector.id));
    setAccessibleName(engineText(detector.title));
    setAccessibleDescription(engineText(detector.advice));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);

    auto *title = new QLabel(engineText(detector.title), this);
    setTextRole(title, TextRole::Heading);
    m_size->setObjectName(QStringLiteral("memoryBankSize"));
    setTextRole(m_size, TextRole::Muted);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(spacing::small);
    heading->addWidget(title);
    if (!detector.hasAnomalyMap)
        heading->addWidget(new Badge(tr("No heat map"), Tone::Review, this));
    if (detector.needsAlignment)
        heading->addWidget(new Badge(tr("Aligned parts"), Tone::Review, this));
    if (detector.needsTraining)
        heading->addWidget(new Badge(tr("Extra training"), Tone::Neutral, this));
    heading->addStretch();
    heading->addWidget(m_size);

    auto *advice = new QLabel(engineText(detector.advice), this);
    advice->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::medium, spacing::small, spacing::medium, spacing::small);
    column->setSpacing(spacing::tiny);
    column->addLayout(heading);
    column->addWidget(advice);
    column->addWidget(m_details);
    for (QLabel *label : findChildren<QLabel *>())
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_details->hide();
    connect(this, &QAbstractButton::toggled, m_details, &QWidget::setVisible);
    setMemoryBankSize({});
}

QWidget *DetectorCard::makeDetails(const DetectorInfo &detector)
{
    auto *details = new QWidget(this);
    details->setObjectName(QStringLiteral("detectorFacts"));
    details->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *facts = new QGridLayout(details);
    facts->setContentsMargins(0, spacing::tiny, 0, spacing::tiny);
    facts->setHorizontalSpacing(spacing::medium);
    facts->setVerticalSpacing(spacing::tiny);
    facts->setColumnStretch(1, 1);
    const auto fact = [details, facts](const QString &name, const std::string &text) {
        const int row = facts->rowCount();
        auto *label = new QLabel(name, details);
        setTextRole(label, TextRole::Muted);
        auto *value = new QLabel(engineText(text), details);
        value->setWordWrap(true);
        facts->addWidget(label, row, 0, Qt::AlignTop);
        facts->addWidget(value, row, 1, Qt::AlignTop);
    };
    fact(tr("Compares"), detector.analysisUnit);
    fact(tr("Scores by"), detector.scoring);
    fact(tr("Stores"), detector.memoryBank);
    fact(tr("Extra training"), detector.extraTraining);
    fact(tr("Alignment"), detector.alignment);
    fact(tr("Published with"), detector.backbones);
    fact(tr("Paper"), detector.paper);
    return details;
}

void DetectorCard::setMemoryBankSize(const QString &size)
{
    m_size->setText(size);
    m_size->setToolTip(tr("What the model will hold of the normal pictures"));
    m_size->setVisible(!size.isEmpty());
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
