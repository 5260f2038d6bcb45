#include "ui/pages/images/sampledelegate.h"

#include <QAbstractItemView>
#include <QFileInfo>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/pages/images/samplelistmodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/thumbnailstore.h"

namespace spotcheck::ui {

namespace {

Tone toneOf(Label label)
{
    switch (label) {
    case Label::Good:
        return Tone::Good;
    case Label::Defective:
        return Tone::Defective;
    case Label::Unlabelled:
        break;
    }
    return Tone::Neutral;
}

/// A shape beside the colour: the word may be a defect type that nobody else knows.
QString signOf(Label label)
{
    switch (label) {
    case Label::Good:
        return QStringLiteral("✓");
    case Label::Defective:
        return QStringLiteral("✕");
    case Label::Unlabelled:
        break;
    }
    return QStringLiteral("–");
}

} // namespace

SampleDelegate::SampleDelegate(ThumbnailStore *thumbnails, Lane lane, QObject *parent)
    : QStyledItemDelegate(parent), m_thumbnails(thumbnails), m_lane(lane)
{}

int SampleDelegate::leastTileWidth()
{
    return pictureWidth + 2 * spacing::small;
}

QSize SampleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int line = option.fontMetrics.height() + spacing::tiny;
    const int lines = m_lane == Lane::Test ? 2 * line + spacing::tiny : line;
    return {m_tileWidth, pictureHeight + lines + 2 * spacing::small};
}

void SampleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeColours colours = themeColours(option.palette);
    const QRect tile = option.rect.adjusted(2, 2, -2, -2);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(selected ? QPen(colours.selection, 1.5) : QPen(colours.border, 1));
        painter->setBrush(blended(colours.selection, colours.surface, selected ? 0.16 : 0.05));
        painter->drawRoundedRect(tile, 6, 6);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active)) {
        painter->setPen(QPen(colours.text, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(tile, 6, 6);
    }

    const QRect picture(option.rect.left() + spacing::small, option.rect.top() + spacing::small,
                        option.rect.width() - 2 * spacing::small, pictureHeight);
    paintPicture(painter, picture, index.data(SampleListModel::FileRole).toString(), option.palette);

    painter->setFont(option.font);
    const int line = option.fontMetrics.height() + spacing::tiny;
    const QRect name(picture.left(), picture.bottom() + 1, picture.width(), line);
    painter->setPen(colours.text);
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(QFileInfo(index.data().toString()).completeBaseName(),
                                                    Qt::ElideMiddle, name.width()));
    if (m_lane == Lane::Test) {
        const auto label = static_cast<Label>(index.data(SampleListModel::LabelRole).toInt());
        const QString type = index.data(SampleListModel::DefectTypeRole).toString();
        const QString words = signOf(label) + QLatin1Char(' ') + (type.isEmpty() ? labelText(label) : type);
        const int room = name.width() - 2 * spacing::small;
        Badge::paint(painter, QPoint(name.left(), name.bottom() + 2 + line / 2),
                     option.fontMetrics.elidedText(words, Qt::ElideRight, room), toneOf(label), option.palette);
    }
    painter->restore();
}

void SampleDelegate::paintPicture(QPainter *painter, const QRect &area, const QString &file,
                                  const QPalette &palette) const
{
    const ThemeColours colours = themeColours(palette);
    const Thumbnail *thumbnail = m_thumbnails->find(file);
    if (!thumbnail || !thumbnail->failure.isEmpty()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(blended(thumbnail ? colours.defective : colours.mutedText, colours.surface, 0.10));
        painter->drawRoundedRect(area, spacing::tiny, spacing::tiny);
    }
    if (!thumbnail)
        return;
    if (!thumbnail->failure.isEmpty()) {
        constexpr int iconSize = 32;
        QRect icon(0, 0, iconSize, iconSize);
        icon.moveCenter(area.center() - QPoint(0, spacing::small));
        themedIcon(QStringLiteral("broken-picture"), colours.defective).paint(painter, icon);
        painter->setPen(colours.defective);
        painter->drawText(QRect(area.left(), icon.bottom(), area.width(), area.bottom() - icon.bottom()),
                          Qt::AlignCenter, tr("Unreadable"));
        return;
    }
    const QSize fitted = thumbnail->pixmap.size().scaled(area.size(), Qt::KeepAspectRatio);
    QRect place(QPoint(), fitted);
    place.moveCenter(area.center());
    painter->drawPixmap(place, thumbnail->pixmap);
}

bool SampleDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &,
                               const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    const QString file = index.data(SampleListModel::FileRole).toString();
    const Thumbnail *thumbnail = m_thumbnails->find(file);
    const bool broken = thumbnail && !thumbnail->failure.isEmpty();
    QToolTip::showText(event->globalPos(), broken ? thumbnail->failure : file, view);
    return true;
}

} // namespace spotcheck::ui
