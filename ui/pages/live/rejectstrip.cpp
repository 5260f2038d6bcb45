#include "ui/pages/live/rejectstrip.h"

#include <algorithm>

#include <QKeyEvent>
#include <QPainter>

#include "ui/pages/live/verdictfield.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/verdictmark.h"

namespace spotcheck::ui {

namespace {

constexpr int side = 72; // px, of a thumbnail
constexpr int markSide = 18;

QPixmap decorated(const LiveReject &reject, const ThemeColours &colours, double ratio)
{
    QPixmap tile(QSize(side, side) * ratio);
    tile.setDevicePixelRatio(ratio);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (reject.thumbnail.isNull()) {
        themedIcon(QStringLiteral("broken-picture")).paint(&painter, QRect(side / 4, side / 4, side / 2, side / 2));
    } else {
        const QSizeF size = QSizeF(reject.thumbnail.size()).scaled(side, side, Qt::KeepAspectRatio);
        painter.drawImage(QRectF(QPointF((side - size.width()) / 2, (side - size.height()) / 2), size),
                          reject.thumbnail);
    }
    // On a plate of its own: the part may have the colour of the mark.
    const QRectF plate(side - markSide - 2, 2, markSide, markSide);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(plate, 4, 4);
    paintVerdictMark(painter, plate.adjusted(3, 3, -3, -3), reject.verdict, verdictColour(reject.verdict, colours));
    return tile;
}

} // namespace

RejectStrip::RejectStrip(QWidget *parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("liveRejects"));
    setAccessibleName(tr("Recent pictures that are not OK, unreadable, or for review"));
    setViewMode(QListView::IconMode);
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setMovement(QListView::Static);
    setIconSize(QSize(side, side));
    setSpacing(spacing::tiny);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QListWidget::itemClicked, this, &RejectStrip::open);
}

void RejectStrip::open(const QListWidgetItem *item)
{
    if (item)
        emit opened(*item->data(Qt::UserRole).value<std::shared_ptr<const LiveReject>>());
}

void RejectStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open(currentItem());
    else
        QListWidget::keyPressEvent(event);
}

void RejectStrip::add(const LiveReject &reject)
{
    const QString word = VerdictField::wordOf(reject.verdict);
    auto *item = new QListWidgetItem(QIcon(decorated(reject, themeColours(palette()), devicePixelRatioF())),
                                     reject.score ? scoreText(*reject.score) : word);
    item->setToolTip(word + QLatin1Char('\n') + reject.detail + QLatin1Char('\n') + tr("Click to look at it"));
    item->setData(Qt::UserRole, QVariant::fromValue(std::make_shared<const LiveReject>(reject)));
    item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2, %3").arg(word, reject.name, item->text()));
    const int caption = fontMetrics().horizontalAdvance(VerdictField::wordOf(Verdict::Failed)); // the longest
    item->setSizeHint(QSize(std::max(side, caption + spacing::small) + spacing::small,
                            side + fontMetrics().height() + spacing::small));
    insertItem(0, item);
    while (count() > static_cast<int>(LiveSession::mostRejects))
        delete takeItem(count() - 1);
}

void RejectStrip::paintEvent(QPaintEvent *event)
{
    QListWidget::paintEvent(event);
    if (count() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(themeColours(palette()).mutedText);
    painter.drawText(viewport()->rect(), Qt::AlignCenter,
                     tr("None so far: pictures that are not OK, unreadable, or for review appear here"));
}

QSize RejectStrip::sizeHint() const
{
    constexpr int scrollBar = 14;
    return {400, side + fontMetrics().height() + 3 * spacing::small + scrollBar};
}

QSize RejectStrip::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

} // namespace spotcheck::ui
