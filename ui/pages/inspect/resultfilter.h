#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace spotcheck::ui {

/// Which pictures the list shows, and in which order. The picture on show stays in the list, even while a moving
/// threshold takes it out of the filter: looking at it must not jump away.
class ResultFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Kind { All, CalledDefective, ForReview, CalledGood, Missed, FalseAlarms, Unreadable };
    enum class Order { HighestScore, LowestScore, Name };

    explicit ResultFilter(QObject *parent = nullptr);

    void setKind(Kind kind);
    void setSearch(const QString &text); ///< in the name or the defect type, any case
    void setOrder(Order order);
    void setPinnedRow(int sourceRow);         ///< -1 for none
    void forgetPinnedRow() { m_pinned = -1; } ///< before the rows are numbered anew
    Kind kind() const { return m_kind; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool matches(int row) const;

    Kind m_kind = Kind::All;
    Order m_order = Order::HighestScore;
    QString m_search;
    QCollator m_collator;
    int m_pinned = -1;
};

} // namespace spotcheck::ui
