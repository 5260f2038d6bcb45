#include "ui/pages/inspect/figurerow.h"

#include <cmath>

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <spotcheck/evaluation/curves.h>

#include "ui/theme/textrole.h"

namespace spotcheck::ui {

QString percentText(double share)
{
    return std::isfinite(share) ? QStringLiteral("%1 %").arg(QLocale().toString(share * 100, 'f', 1))
                                : QStringLiteral("–");
}

void FigureRow::setVisible(bool visible) const
{
    for (QLabel *label : {title, value, interval, note})
        label->setVisible(visible);
}

void FigureRow::setToolTip(const QString &toolTip) const
{
    for (QLabel *label : {title, value, interval, note})
        label->setToolTip(toolTip);
}

void FigureRow::showRate(const Rate &rate) const
{
    value->setText(rate.total > 0 ? percentText(rate.value) : QStringLiteral("–"));
    interval->setText(rate.total > 0 ? QStringLiteral("[%1, %2]").arg(percentText(rate.low), percentText(rate.high))
                                     : QStringLiteral("–"));
}

FigureRow addFigureRow(QWidget *parent, QGridLayout *grid, const QString &name, const QString &objectName,
                       const QString &toolTip)
{
    const int line = grid->rowCount();
    auto *title = new QLabel(name, parent);
    grid->addWidget(title, line, 0);
    const auto add = [&](int column, const QString &part, TextRole role) {
        auto *label = new QLabel(parent);
        label->setObjectName(objectName + part);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        setTextRole(label, role);
        grid->addWidget(label, line, column);
        return label;
    };
    const FigureRow row{title, add(1, QString(), TextRole::Strong),
                        add(2, QStringLiteral("Interval"), TextRole::Body),
                        add(3, QStringLiteral("Note"), TextRole::Muted)};
    row.value->setAccessibleName(name);
    row.setToolTip(toolTip);
    return row;
}

void addFigureCaption(QWidget *parent, QGridLayout *grid, const QString &text, int column)
{
    auto *label = new QLabel(text, parent);
    label->setAlignment(Qt::AlignRight);
    setTextRole(label, TextRole::Small);
    grid->addWidget(label, 0, column);
}

} // namespace spotcheck::ui
