#include "ui/pages/compare/comparisontable.h"

#include <algorithm>
#include <cstdlib>

#include <QFont>

#include <spotcheck/backbone/backbone.h>

#include "ui/report/comparisoncolumns.h"
#include "ui/report/enginetext.h"
#include "ui/report/reporttext.h"

namespace spotcheck::ui {

namespace {

/// On two lines, broken at the space nearest to the middle: narrow columns let more of them be seen.
QString onTwoLines(QString title)
{
    qsizetype best = -1;
    for (qsizetype place = title.indexOf(QLatin1Char(' ')); place >= 0;
         place = title.indexOf(QLatin1Char(' '), place + 1))
        if (best < 0 || std::abs(2 * place - title.size()) < std::abs(2 * best - title.size()))
            best = place;
    if (best > 0)
        title[best] = QLatin1Char('\n');
    return title;
}

/// As every other page calls it; the id where this program does not know the backbone.
QString backboneTitle(const std::string &id)
{
    const auto known = std::ranges::find(backboneRegistry(), id, &BackboneInfo::id);
    return known == backboneRegistry().end() ? QString::fromStdString(id) : engineText(known->title);
}

} // namespace

void ComparisonTable::setComparison(Comparison comparison, int current)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    m_current = current;
    m_best.clear();
    for (const ComparisonColumn &column : comparisonColumns())
        m_best.push_back(bestRows(m_comparison, column));
    endResetModel();
}

int ComparisonTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comparison.rows.size());
}

int ComparisonTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstFigure + static_cast<int>(comparisonColumns().size());
}

QString ComparisonTable::text(const QModelIndex &index) const
{
    const ComparisonRow &row = m_comparison.rows[static_cast<std::size_t>(index.row())];
    if (index.column() == NameColumn) {
        const QString name = printableText(QString::fromStdString(row.name));
        if (!row.failure.empty())
            return tr("%1 (failed)").arg(name);
        return index.row() == m_current ? tr("%1 (in use)").arg(name) : name;
    }
    if (index.column() == BackboneColumn)
        return backboneTitle(row.backbone);
    return comparisonColumns()[static_cast<std::size_t>(index.column() - FirstFigure)].text(row, QLocale());
}

QVariant ComparisonTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ComparisonRow &row = m_comparison.rows[static_cast<std::size_t>(index.row())];
    const bool isFigure = index.column() >= FirstFigure;
    const auto column = static_cast<std::size_t>(std::max(0, index.column() - FirstFigure));
    const bool best = isFigure && m_best[column][static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::AccessibleTextRole:
        return best ? tr("%1, best of the column").arg(text(index)) : text(index);
    case Qt::ToolTipRole:
        if (!isFigure)
            return QStringList{rowNote(row), QString::fromStdString(row.parameters)}
                .join(QLatin1Char('\n'))
                .trimmed();
        return best ? tr("Best of the column") : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isFigure ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole: {
        QFont font;
        font.setBold(best);
        return font;
    }
    case SortRole:
        if (isFigure) {
            const auto value = comparisonColumns()[column].value(row);
            return value ? QVariant(*value) : QVariant();
        }
        return text(index);
    case BestRole:
        return best;
    default:
        return {};
    }
}

QVariant ComparisonTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (section < FirstFigure)
        return role == Qt::DisplayRole ? (section == NameColumn ? tr("Model") : tr("Backbone")) : QVariant();
    const ComparisonColumn &column = comparisonColumns()[static_cast<std::size_t>(section - FirstFigure)];
    if (role == Qt::DisplayRole)
        return onTwoLines(column.title);
    return role == Qt::ToolTipRole ? column.help : QVariant();
}

ComparisonOrder::ComparisonOrder(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(ComparisonTable::SortRole);
}

bool ComparisonOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (!a.isValid() || !b.isValid())
        return sortOrder() == Qt::AscendingOrder ? a.isValid() && !b.isValid() : !a.isValid() && b.isValid();
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace spotcheck::ui
