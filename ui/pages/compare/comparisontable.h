#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <spotcheck/comparison/comparison.h>

namespace spotcheck::ui {

/// The models' figures: a row a model, the best value of each column in bold.
class ComparisonTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole, BestRole }; ///< an invalid sort value: not known
    enum Column { NameColumn, BackboneColumn, FirstFigure };

    using QAbstractTableModel::QAbstractTableModel;

    /// `current`: the row in use, -1 for none.
    void setComparison(Comparison comparison, int current);
    const Comparison &comparison() const { return m_comparison; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const QModelIndex &index) const;

    Comparison m_comparison;
    std::vector<std::vector<bool>> m_best; ///< a column, a row
    int m_current = -1;
};

/// Sorts by value; what is not known stays at the end in both directions.
class ComparisonOrder : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit ComparisonOrder(QObject *parent = nullptr);

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace spotcheck::ui
