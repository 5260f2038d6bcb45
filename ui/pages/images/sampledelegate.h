#pragma once

#include <QStyledItemDelegate>

#include "ui/document/document.h"

namespace spotcheck::ui {

class ThumbnailStore;

/// Draws a tile: picture, file name and, in the test lane, the label as a word on its colour.
class SampleDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    SampleDelegate(ThumbnailStore *thumbnails, Lane lane, QObject *parent = nullptr);

    static constexpr int pictureWidth = 128; ///< at least; `setTileWidth` gives more
    static constexpr int pictureHeight = 104;
    static constexpr int thumbnailSide = 192; ///< px, of the longer side: enough for the widest tile

    /// Of the whole tile, at least the least one's.
    void setTileWidth(int width) { m_tileWidth = width; }
    static int leastTileWidth();

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintPicture(QPainter *painter, const QRect &area, const QString &file, const QPalette &palette) const;

    ThumbnailStore *m_thumbnails;
    Lane m_lane;
    int m_tileWidth = leastTileWidth();
};

} // namespace spotcheck::ui
