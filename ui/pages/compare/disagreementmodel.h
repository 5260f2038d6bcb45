#pragma once

#include <QAbstractTableModel>

#include <spotcheck/comparison/comparison.h>

namespace spotcheck::ui {

/// The pictures on which the verdicts differ: a row a picture, a column a model. A verdict against the label has a
/// cross.
class DisagreementModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { PictureColumn, LabelColumn, FirstVerdict };

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(Comparison comparison);
    const Disagreement &picture(int row) const;
    /// The comparison's row that a column shows; -1 for the picture and its label.
    int rowOfColumn(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Comparison m_comparison;
    std::vector<int> m_rows; ///< of the comparison that have a run, in the order of the columns
};

} // namespace spotcheck::ui
