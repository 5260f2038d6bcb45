#pragma once

#include <QAbstractListModel>

#include "ui/document/document.h"

namespace spotcheck::ui {

/// One lane of the document as a list.
class SampleListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { FileRole = Qt::UserRole, LabelRole, DefectTypeRole };

    SampleListModel(Document *document, Lane lane, QObject *parent = nullptr);

    Lane lane() const { return m_lane; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    Document *m_document;
    Lane m_lane;
};

/// Rows that are dragged from one lane to the other, within this window.
struct DraggedRows {
    Lane from = Lane::Normal;
    std::vector<int> rows;
};
QString draggedRowsType();
/// Nothing where `data` holds no rows of this program.
std::optional<DraggedRows> draggedRows(const QMimeData &data);

QString labelText(Label label);

} // namespace spotcheck::ui
