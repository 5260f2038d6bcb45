#pragma once

#include <QStyledItemDelegate>

namespace spotcheck::ui {

/// A picture in two lines: name and score; verdict, defect type, what went wrong, and a bar with the threshold.
class ResultDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ResultDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace spotcheck::ui
