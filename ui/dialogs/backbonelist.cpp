#include "ui/dialogs/backbonelist.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <spotcheck/backbone/backbone.h>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int stateRole = Qt::UserRole + 1;
constexpr int presentRole = Qt::UserRole + 2;
constexpr int iconSize = 16;

/// Title above, state below; a tick where the weights are here.
class BackboneDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {220, 2 * option.fontMetrics.height() + 2 * spacing::small};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ThemeColours colours = themeColours(option.palette);
        painter->save();
        painter->setFont(option.font);
        QColor tint = colours.selection;
        if (option.state & QStyle::State_Selected) {
            tint.setAlpha(isDark(option.palette) ? 70 : 40);
            painter->fillRect(option.rect, tint);
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                              colours.selection);
        } else if (option.state & QStyle::State_MouseOver) {
            tint.setAlpha(20);
            painter->fillRect(option.rect, tint);
        }
        const QRect inner =
            option.rect.adjusted(spacing::small + 2, spacing::small, -spacing::small, -spacing::small);
        const int line = option.fontMetrics.height();
        const int textWidth = inner.width() - iconSize - spacing::small;
        painter->setPen(colours.text);
        painter->drawText(
            QRect(inner.left(), inner.top(), textWidth, line), Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, textWidth));
        painter->setPen(colours.mutedText);
        painter->drawText(QRect(inner.left(), inner.bottom() - line + 1, textWidth, line),
                          Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data(stateRole).toString(), Qt::ElideRight, textWidth));
        if (index.data(presentRole).toBool())
            themedIcon(QStringLiteral("good"), colours.good)
                .paint(painter,
                       QRect(inner.right() - iconSize + 1, inner.top() + (line - iconSize) / 2, iconSize, iconSize));
        painter->restore();
    }
};

} // namespace

QString weightsStateText(const WeightsStore::Entry &entry)
{
    if (entry.file.empty())
        return BackboneList::tr("Not on this computer");
    return entry.shipped ? BackboneList::tr("Comes with the program")
                         : BackboneList::tr("Installed, %1").arg(bytesText(entry.bytes));
}

BackboneList::BackboneList(QWidget *parent) : QListWidget(parent)
{
    setItemDelegate(new BackboneDelegate(this));
    setAccessibleName(tr("Backbones"));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::currentItemChanged, this, &BackboneList::chosenChanged);
}

void BackboneList::setEntries(const std::vector<WeightsStore::Entry> &entries)
{
    const std::string before = chosen();
    {
        const QSignalBlocker quiet(this);
        clear();
        for (const WeightsStore::Entry &entry : entries) {
            const QString title = engineText(backboneInfo(entry.id).title);
            auto *item = new QListWidgetItem(title, this);
            item->setData(idRole, QString::fromStdString(entry.id));
            item->setData(stateRole, weightsStateText(entry));
            item->setData(presentRole, !entry.file.empty());
            item->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(title, weightsStateText(entry)));
        }
    }
    choose(before.empty() && !entries.empty() ? entries.front().id : before);
}

void BackboneList::choose(const std::string &id)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(idRole).toString().toStdString() == id)
            setCurrentRow(row);
    }
}

std::string BackboneList::chosen() const
{
    return currentItem() ? currentItem()->data(idRole).toString().toStdString() : std::string();
}

} // namespace spotcheck::ui
