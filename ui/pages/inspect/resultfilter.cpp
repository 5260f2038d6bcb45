#include "ui/pages/inspect/resultfilter.h"

#include <cmath>

#include <QLocale>

#include "ui/pages/inspect/resultlistmodel.h"

namespace spotcheck::ui {

ResultFilter::ResultFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    // The C locale knows no numbers in names.
    const QLocale locale;
    m_collator.setLocale(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    m_collator.setNumericMode(true); // 9.png before 10.png
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setSortRole(ResultListModel::ScoreRole);
    sort(0, Qt::AscendingOrder);
}

void ResultFilter::setKind(Kind kind)
{
    m_kind = kind;
    m_pinned = -1;
    invalidateFilter();
}

void ResultFilter::setSearch(const QString &text)
{
    m_search = text.trimmed();
    m_pinned = -1;
    invalidateFilter();
}

void ResultFilter::setOrder(Order order)
{
    m_order = order;
    invalidate();
}

void ResultFilter::setPinnedRow(int sourceRow)
{
    if (sourceRow == m_pinned)
        return;
    const int before = m_pinned;
    m_pinned = sourceRow;
    if (before >= 0 && before < sourceModel()->rowCount() && !matches(before))
        invalidateFilter();
}

bool ResultFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return row == m_pinned || matches(row);
}

bool ResultFilter::matches(int row) const
{
    // Asked for thousands of rows at every step of a dragged threshold: nothing is read that nobody wants to know.
    if (m_kind == Kind::All && m_search.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0);
    if (!m_search.isEmpty() &&
        !index.data(ResultListModel::NameRole).toString().contains(m_search, Qt::CaseInsensitive) &&
        !index.data(ResultListModel::DefectTypeRole).toString().contains(m_search, Qt::CaseInsensitive))
        return false;

    const auto outcome = [&] { return static_cast<Outcome>(index.data(ResultListModel::OutcomeRole).toInt()); };
    const auto verdict = [&] { return static_cast<Verdict>(index.data(ResultListModel::VerdictRole).toInt()); };
    switch (m_kind) {
    case Kind::All:
        return true;
    case Kind::CalledDefective:
        return verdict() == Verdict::Defective;
    case Kind::ForReview:
        return verdict() == Verdict::Review;
    case Kind::CalledGood:
        return verdict() == Verdict::Good;
    case Kind::Missed:
        return outcome() == Outcome::Missed;
    case Kind::FalseAlarms:
        return outcome() == Outcome::FalseAlarm;
    case Kind::Unreadable:
        return verdict() == Verdict::Failed;
    }
    return true;
}

bool ResultFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (m_order != Order::Name) {
        const double a = left.data(ResultListModel::ScoreRole).toDouble();
        const double b = right.data(ResultListModel::ScoreRole).toDouble();
        if (std::isnan(a) != std::isnan(b))
            return std::isnan(b); // what could not be read comes last in either order
        if (!std::isnan(a) && a != b)
            return m_order == Order::HighestScore ? a > b : a < b;
    }
    const QString leftName = left.data(ResultListModel::NameRole).toString();
    const QString rightName = right.data(ResultListModel::NameRole).toString();
    if (const int order = m_collator.compare(leftName, rightName); order != 0)
        return order < 0;
    return left.row() < right.row();
}

} // namespace spotcheck::ui
