#pragma once

#include <vector>

#include <QListView>

namespace spotcheck::ui {

/// The grid of tiles of one lane. Scrolls by pixels, draws its tiles uniformly, and gives the dragged tiles a
/// picture with their number.
class LaneView : public QListView {
    Q_OBJECT

public:
    explicit LaneView(QWidget *parent = nullptr);

    std::vector<int> selectedRows() const; ///< ascending

signals:
    void selectionMoved(); ///< selected rows changed

protected:
    void startDrag(Qt::DropActions supportedActions) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
};

} // namespace spotcheck::ui
