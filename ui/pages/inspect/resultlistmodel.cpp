#include "ui/pages/inspect/resultlistmodel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <spotcheck/evaluation/evaluation.h>

#include "ui/report/errortext.h"
#include "ui/report/reporttext.h"

namespace spotcheck::ui {

namespace {

QString pathText(const std::filesystem::path &path)
{
    return QString::fromStdString(path.string());
}

bool samePictures(const Evaluation *left, const Evaluation *right)
{
    return left && right &&
           std::equal(
               left->results.begin(), left->results.end(), right->results.begin(), right->results.end(),
               [](const InspectionResult &a, const InspectionResult &b) { return a.sample.image == b.sample.image; });
}

} // namespace

ResultListModel::ResultListModel(QObject *parent) : QAbstractListModel(parent) {}

void ResultListModel::setEvaluation(std::shared_ptr<const Evaluation> evaluation)
{
    const bool same = samePictures(m_evaluation.get(), evaluation.get());
    if (!same)
        beginResetModel();
    m_evaluation = std::move(evaluation);

    m_ranked.clear();
    for (int row = 0; row < rowCount(); ++row)
        if (const InspectionResult *inspected = result(row); inspected->prediction)
            m_ranked.push_back({inspected->prediction->score, row});
    std::sort(m_ranked.begin(), m_ranked.end(),
              [](const RankedRow &a, const RankedRow &b) { return a.score < b.score; });
    if (!m_ranked.empty()) {
        // A few glaring defects should not press all other bars together.
        m_barLow = m_ranked.front().score;
        m_barHigh = m_ranked[(m_ranked.size() - 1) * 99 / 100].score;
    }

    if (!same)
        endResetModel();
    else if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

void ResultListModel::setOperatingPoint(const OperatingPoint &point)
{
    const OperatingPoint before = m_point;
    m_point = point;
    int firstRow = rowCount();
    int lastRow = -1;
    // One range, although not every row in it has changed: a filter takes many rows in or out at once far faster
    // than one by one.
    const auto passed = [&](double from, double to) {
        const auto above = [](double threshold, const RankedRow &ranked) { return threshold < ranked.score; };
        const auto first = std::upper_bound(m_ranked.begin(), m_ranked.end(), std::min(from, to), above);
        const auto last = std::upper_bound(first, m_ranked.end(), std::max(from, to), above);
        for (auto ranked = first; ranked != last; ++ranked) {
            firstRow = std::min(firstRow, ranked->row);
            lastRow = std::max(lastRow, ranked->row);
        }
    };
    passed(before.threshold, point.threshold);
    passed(before.lowerThreshold(), point.lowerThreshold());
    if (lastRow >= 0)
        emit dataChanged(index(firstRow), index(lastRow), {VerdictRole, OutcomeRole});
}

const InspectionResult *ResultListModel::result(int row) const
{
    if (!m_evaluation || row < 0 || row >= rowCount())
        return nullptr;
    return &m_evaluation->results[static_cast<std::size_t>(row)];
}

Verdict ResultListModel::verdict(int row) const
{
    const InspectionResult *inspected = result(row);
    return inspected ? m_point.verdict(*inspected) : Verdict::Failed;
}

Outcome ResultListModel::outcome(int row) const
{
    const InspectionResult *inspected = result(row);
    return inspected ? outcomeOf(m_point.verdict(*inspected), inspected->sample.label) : Outcome::Unreadable;
}

int ResultListModel::rowOf(const QString &path) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (pathText(result(row)->sample.image) == path)
            return row;
    return -1;
}

int ResultListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_evaluation ? 0 : static_cast<int>(m_evaluation->results.size());
}

double ResultListModel::onBar(double score) const
{
    // Two straight pieces, below and above the threshold.
    const double limit = m_point.threshold;
    if (score <= limit) {
        const double span = limit - m_barLow;
        return span > 0 ? thresholdOnBar * std::clamp((score - m_barLow) / span, 0.0, 1.0) : thresholdOnBar;
    }
    const double span = m_barHigh - limit;
    return span > 0 ? thresholdOnBar + (1 - thresholdOnBar) * std::min((score - limit) / span, 1.0) : 1.0;
}

QString ResultListModel::accessibleText(int row) const
{
    const InspectionResult &inspected = *result(row);
    QString text = printableFileName(inspected.sample.image) + QStringLiteral(", ") + verdictWord(verdict(row));
    if (const Outcome held = outcome(row); isWrong(held))
        text += QStringLiteral(", ") + outcomeWord(held);
    if (inspected.prediction)
        text += QStringLiteral(", ") + scoreText(inspected.prediction->score);
    return text;
}

QVariant ResultListModel::data(const QModelIndex &index, int role) const
{
    const InspectionResult *inspected = result(index.row());
    if (!inspected)
        return {};
    const double score =
        inspected->prediction ? inspected->prediction->score : std::numeric_limits<double>::quiet_NaN();
    switch (role) {
    case NameRole:
        return printableFileName(inspected->sample.image);
    case Qt::ToolTipRole:
        return inspected->failure.empty() ? printablePath(inspected->sample.image) : reasonText(inspected->failure);
    case Qt::AccessibleTextRole:
        return accessibleText(index.row());
    case PathRole:
        return pathText(inspected->sample.image);
    case DefectTypeRole:
        return QString::fromStdString(inspected->sample.defectType);
    case ScoreRole:
        return score;
    case VerdictRole:
        return static_cast<int>(verdict(index.row()));
    case OutcomeRole:
        return static_cast<int>(outcome(index.row()));
    case BarRole:
        return inspected->prediction ? onBar(score) : 0.0;
    default:
        return {};
    }
}

} // namespace spotcheck::ui
