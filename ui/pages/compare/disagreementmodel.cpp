#include "ui/pages/compare/disagreementmodel.h"

#include "ui/report/comparisoncolumns.h"
#include "ui/report/reporttext.h"

namespace spotcheck::ui {

namespace {

bool contradicts(const std::optional<Verdict> &verdict, Label label)
{
    return (verdict == Verdict::Good && label == Label::Defective) ||
           (verdict == Verdict::Defective && label == Label::Good);
}

} // namespace

void DisagreementModel::setComparison(Comparison comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    m_rows.clear();
    for (std::size_t row = 0; row < m_comparison.rows.size(); ++row) {
        if (m_comparison.rows[row].inspected)
            m_rows.push_back(static_cast<int>(row));
    }
    endResetModel();
}

const Disagreement &DisagreementModel::picture(int row) const
{
    return m_comparison.disagreements[static_cast<std::size_t>(row)];
}

int DisagreementModel::rowOfColumn(int column) const
{
    return column < FirstVerdict ? -1 : m_rows[static_cast<std::size_t>(column - FirstVerdict)];
}

int DisagreementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comparison.disagreements.size());
}

int DisagreementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstVerdict + static_cast<int>(m_rows.size());
}

QVariant DisagreementModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Disagreement &divided = picture(index.row());
    if (role == Qt::ToolTipRole)
        return printablePath(divided.image);
    const bool text = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (!text)
        return {};
    if (index.column() == PictureColumn) {
        const std::filesystem::path folder = divided.image.parent_path().filename();
        return printablePath(folder / divided.image.filename());
    }
    if (index.column() == LabelColumn)
        return labelName(divided.label);
    const auto &verdict = divided.verdicts[static_cast<std::size_t>(rowOfColumn(index.column()))];
    if (!contradicts(verdict, divided.label))
        return verdictText(verdict);
    return role == Qt::DisplayRole ? QStringLiteral("✗ ") + verdictText(verdict)
                                   : tr("%1, against the label").arg(verdictText(verdict));
}

QVariant DisagreementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == PictureColumn)
        return tr("Picture");
    if (section == LabelColumn)
        return tr("Label");
    const auto row = static_cast<std::size_t>(rowOfColumn(section));
    return printableText(QString::fromStdString(m_comparison.rows[row].name));
}

} // namespace spotcheck::ui
