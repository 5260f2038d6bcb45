#include "ui/pages/images/laneview.h"

#include <algorithm>

#include <QDrag>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include "ui/pages/images/sampledelegate.h"
#include "ui/theme/theme.h"

namespace spotcheck::ui {

namespace {

QPixmap dragPicture(int count, const QString &words, const QWidget *view)
{
    const QFontMetrics metrics = view->fontMetrics();
    const int stack = std::min(count, 3) - 1;
    const QSize size(metrics.horizontalAdvance(words) + 2 * spacing::medium + stack * 4,
                     metrics.height() + spacing::medium + stack * 4);
    QPixmap picture(size * view->devicePixelRatioF());
    picture.setDevicePixelRatio(view->devicePixelRatioF());
    picture.fill(Qt::transparent);
    const ThemeColours colours = themeColours(view->palette());
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(view->palette().color(QPalette::HighlightedText));
    painter.setBrush(colours.selection);
    const QSize card(size.width() - stack * 4 - 1, size.height() - stack * 4 - 1);
    for (int layer = stack; layer >= 0; --layer)
        painter.drawRoundedRect(QRect(QPoint(layer * 4, layer * 4), card), 6, 6);
    painter.drawText(QRect(QPoint(), card), Qt::AlignCenter, words);
    return picture;
}

} // namespace

LaneView::LaneView(SampleDelegate *delegate, QWidget *parent) : QListView(parent), m_delegate(delegate)
{
    delegate->setParent(this);
    setItemDelegate(delegate);
    // A wrapped list lays out 100,000 uniform tiles by arithmetic; QListView's icon mode keeps a tree of them.
    setProperty("flat", true); // the card around it has the border
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionRectVisible(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalScrollBar()->setSingleStep(40);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly); // drops are the lane's, header and empty state included
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
}

void LaneView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    shareWidth();
}

void LaneView::shareWidth()
{
    // QListView wraps as if the scroll bar were there, and a row that fills its room to the last pixel.
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, verticalScrollBar());
    const int room = maximumViewportSize().width() - scrollBar - 2;
    const int columns = std::max(1, room / SampleDelegate::leastTileWidth());
    m_delegate->setTileWidth(std::max(SampleDelegate::leastTileWidth(), room / columns));
    scheduleDelayedItemsLayout();
}

std::vector<int> LaneView::selectedRows() const
{
    std::vector<int> rows;
    if (!selectionModel())
        return rows;
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void LaneView::selectRows(const std::vector<int> &rows)
{
    // Runs of rows become one range each: thousands of single ones make the selection slow.
    QItemSelection wanted;
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
            ++last;
        wanted.select(model()->index(rows[first], 0), model()->index(rows[last], 0));
        first = last + 1;
    }
    selectionModel()->select(wanted, QItemSelectionModel::ClearAndSelect);
    if (!rows.empty()) {
        const QModelIndex top = model()->index(rows.front(), 0);
        selectionModel()->setCurrentIndex(top, QItemSelectionModel::NoUpdate);
        scrollTo(top, QAbstractItemView::PositionAtTop);
    }
}

void LaneView::startDrag(Qt::DropActions)
{
    const QModelIndexList indexes = selectionModel()->selectedIndexes();
    if (indexes.isEmpty())
        return;
    const int count = static_cast<int>(indexes.size());
    auto *drag = new QDrag(this);
    drag->setMimeData(model()->mimeData(indexes));
    drag->setPixmap(dragPicture(count, tr("%n picture(s)", nullptr, count), this));
    drag->exec(Qt::MoveAction);
}

void LaneView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    emit selectionMoved();
}

} // namespace spotcheck::ui
