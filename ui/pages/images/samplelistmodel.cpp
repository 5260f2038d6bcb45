#include "ui/pages/images/samplelistmodel.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QFileInfo>
#include <QMimeData>

#include "ui/widgets/format.h"

namespace spotcheck::ui {

SampleListModel::SampleListModel(Document *document, Lane lane, QObject *parent)
    : QAbstractListModel(parent), m_document(document), m_lane(lane)
{
    connect(document, &Document::samplesChanged, this, [this](Lane changed) {
        if (changed == m_lane) {
            beginResetModel();
            endResetModel();
        }
    });
    connect(document, &Document::labelsChanged, this, [this](Lane changed) {
        if (changed == m_lane && rowCount() > 0)
            emit dataChanged(index(0), index(rowCount() - 1), {LabelRole, DefectTypeRole});
    });
}

int SampleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_document->samples(m_lane).size());
}

QVariant SampleListModel::data(const QModelIndex &index, int role) const
{
    // The document may have shrunk already while the view still holds an index of before.
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Sample &sample = m_document->samples(m_lane)[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return fromPath(sample.image.filename());
    case FileRole:
        return fromPath(sample.image);
    case LabelRole:
        return QVariant::fromValue(static_cast<int>(sample.label));
    case DefectTypeRole:
        return QString::fromStdString(sample.defectType);
    case Qt::AccessibleTextRole:
        return m_lane == Lane::Normal
                   ? fromPath(sample.image.filename())
                   : QStringLiteral("%1, %2").arg(fromPath(sample.image.filename()), labelText(sample.label));
    default:
        return {};
    }
}

Qt::ItemFlags SampleListModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index) | Qt::ItemIsDragEnabled;
}

QStringList SampleListModel::mimeTypes() const
{
    return {draggedRowsType()};
}

QMimeData *SampleListModel::mimeData(const QModelIndexList &indexes) const
{
    QList<qint32> rows;
    for (const QModelIndex &index : indexes)
        rows.append(index.row());
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << QCoreApplication::applicationPid() << static_cast<qint32>(m_lane) << rows;
    auto *data = new QMimeData;
    data->setData(draggedRowsType(), bytes);
    return data;
}

QString draggedRowsType()
{
    return QStringLiteral("application/x-spotcheck-rows");
}

std::optional<DraggedRows> draggedRows(const QMimeData &data)
{
    if (!data.hasFormat(draggedRowsType()))
        return std::nullopt;
    QDataStream stream(data.data(draggedRowsType()));
    qint64 process = 0;
    qint32 lane = 0;
    QList<qint32> rows;
    stream >> process >> lane >> rows;
    if (stream.status() != QDataStream::Ok || process != QCoreApplication::applicationPid())
        return std::nullopt;
    return DraggedRows{static_cast<Lane>(lane), std::vector<int>(rows.begin(), rows.end())};
}

QString labelText(Label label)
{
    switch (label) {
    case Label::Good:
        return QCoreApplication::translate("Label", "Good");
    case Label::Defective:
        return QCoreApplication::translate("Label", "Defective");
    case Label::Unlabelled:
        break;
    }
    return QCoreApplication::translate("Label", "No label");
}

} // namespace spotcheck::ui
