#include "ui/pages/inspect/resultdelegate.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

#include "ui/pages/inspect/resultlistmodel.h"
#include "ui/theme/theme.h"

namespace spotcheck::ui {

namespace {

constexpr int markSize = 10;
constexpr int scoreBarWidth = 72;
constexpr int barHeight = 6;

int drawWord(QPainter &painter, const QRect &line, int x, const QString &word, const QColor &colour)
{
    const int space = line.right() - x;
    if (space <= 0 || word.isEmpty())
        return x;
    const QString shown = painter.fontMetrics().elidedText(word, Qt::ElideRight, space);
    painter.setPen(colour);
    painter.drawText(QRect(x, line.top(), space, line.height()), Qt::AlignLeft | Qt::AlignVCenter, shown);
    return x + painter.fontMetrics().horizontalAdvance(shown);
}

void drawBar(QPainter &painter, const QRect &line, const QModelIndex &index, const QColor &colour,
             const ThemeColours &colours)
{
    const QRectF track(line.right() - scoreBarWidth + 1, line.center().y() - barHeight / 2.0 + 1, scoreBarWidth,
                       barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.border);
    painter.drawRoundedRect(track, 2, 2);
    QRectF filled = track;
    filled.setWidth(std::max(2.0, track.width() * index.data(ResultListModel::BarRole).toDouble()));
    painter.setBrush(colour);
    painter.drawRoundedRect(filled, 2, 2);
    const double limit = track.left() + track.width() * thresholdOnBar;
    painter.fillRect(QRectF(limit - 1, track.top() - 3, 2, barHeight + 6), colours.text);
}

} // namespace

ResultDelegate::ResultDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

QSize ResultDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, 2 * option.fontMetrics.height() + 3 * spacing::tiny};
}

void ResultDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeColours colours = themeColours(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);

    // A tint: the colours of the verdict stay readable on a selected row.
    if (option.state & QStyle::State_Selected) {
        QColor tint = colours.selection;
        tint.setAlpha(isDark(option.palette) ? 70 : 40);
        painter->fillRect(option.rect, tint);
    } else if (option.state & QStyle::State_MouseOver) {
        QColor tint = colours.selection;
        tint.setAlpha(20);
        painter->fillRect(option.rect, tint);
    }
    // A bar at the edge: of several that are selected, the one on show.
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->currentIndex() == index)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), colours.selection);

    const QRect inner = option.rect.adjusted(spacing::small + 2, spacing::tiny, -spacing::small, -spacing::tiny);
    const int lineHeight = option.fontMetrics.height();
    const QRect upper(inner.left(), inner.top(), inner.width(), lineHeight);
    const QRect lower(inner.left(), inner.bottom() - lineHeight + 1, inner.width(), lineHeight);
    const auto verdict = static_cast<Verdict>(index.data(ResultListModel::VerdictRole).toInt());
    const auto outcome = static_cast<Outcome>(index.data(ResultListModel::OutcomeRole).toInt());
    const QColor colour = verdictColour(verdict, colours);

    painter->setFont(option.font);
    const QString score = scoreText(index.data(ResultListModel::ScoreRole).toDouble());
    const int scoreWidth = option.fontMetrics.horizontalAdvance(score);
    painter->setPen(colours.text);
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, score);
    const QString name = index.data(ResultListModel::NameRole).toString();
    painter->drawText(
        upper, Qt::AlignLeft | Qt::AlignVCenter,
        option.fontMetrics.elidedText(name, Qt::ElideMiddle, upper.width() - scoreWidth - spacing::small));

    paintVerdictMark(*painter, QRectF(lower.left(), lower.center().y() - markSize / 2.0 + 1, markSize, markSize),
                     verdict, colour);
    const bool hasBar = verdict != Verdict::Failed;
    const QRect words = lower.adjusted(markSize + 6, 0, hasBar ? -scoreBarWidth - spacing::small : 0, 0);
    int x = words.left();
    if (isWrong(outcome)) {
        // Says the verdict as well: what was missed is called good, a false alarm is called defective.
        QFont bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        x = drawWord(*painter, words, x, outcomeWord(outcome), colours.text);
        painter->setFont(option.font);
    } else {
        x = drawWord(*painter, words, x, verdictWord(verdict), colour);
    }
    if (const QString type = index.data(ResultListModel::DefectTypeRole).toString(); !type.isEmpty()) {
        x = drawWord(*painter, words, x, QStringLiteral(" · "), colours.mutedText);
        drawWord(*painter, words, x, type, colours.mutedText);
    }
    if (hasBar)
        drawBar(*painter, lower, index, colour, colours);

    painter->setPen(colours.border);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

} // namespace spotcheck::ui
