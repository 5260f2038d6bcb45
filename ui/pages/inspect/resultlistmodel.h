#pragma once

#include <memory>
#include <vector>

#include <QAbstractListModel>

#include <spotcheck/inspection/inspection.h>

#include "ui/widgets/verdictmark.h"

namespace spotcheck {
struct Evaluation;
}

namespace spotcheck::ui {

/// Where the threshold lies on every score bar: at one place, so that a glance down the list tells the sides apart.
constexpr double thresholdOnBar = 0.6;

/// The inspected pictures, one a row, in the order of the evaluation. Verdicts follow the operating point; a
/// change touches only the rows between the old and the new threshold.
class ResultListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::DisplayRole,
        PathRole = Qt::UserRole,
        DefectTypeRole,
        ScoreRole,   ///< double, NaN where the picture could not be read
        VerdictRole, ///< int of Verdict
        OutcomeRole, ///< int of Outcome
        BarRole,     ///< length of the score bar, [0, 1]: `thresholdOnBar` is a score at the threshold
    };

    explicit ResultListModel(QObject *parent = nullptr);

    /// Keeps rows (and with them selections) where the pictures are the same as before.
    void setEvaluation(std::shared_ptr<const Evaluation> evaluation);
    void setOperatingPoint(const OperatingPoint &point);

    const InspectionResult *result(int row) const; ///< null outside
    Verdict verdict(int row) const;
    Outcome outcome(int row) const;
    int rowOf(const QString &path) const; ///< -1 if there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct RankedRow {
        double score = 0;
        int row = 0;
    };

    QString accessibleText(int row) const;
    double onBar(double score) const;

    std::shared_ptr<const Evaluation> m_evaluation;
    OperatingPoint m_point;
    std::vector<RankedRow> m_ranked; ///< ascending in score
    double m_barLow = 0;
    double m_barHigh = 1;
};

} // namespace spotcheck::ui
