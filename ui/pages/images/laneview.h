#pragma once

#include <vector>

#include <QListView>

namespace spotcheck::ui {

class SampleDelegate;

/// The grid of tiles of one lane. Scrolls by pixels, draws its tiles uniformly, and gives the dragged tiles a
/// picture with their number.
class LaneView : public QListView {
    Q_OBJECT

public:
    /// Takes the delegate over.
    explicit LaneView(SampleDelegate *delegate, QWidget *parent = nullptr);

    std::vector<int> selectedRows() const; ///< ascending
    /// Selects these rows and no others, and brings the first one into sight.
    void selectRows(const std::vector<int> &rows);

signals:
    void selectionMoved(); ///< selected rows changed

protected:
    void resizeEvent(QResizeEvent *event) override;
    void startDrag(Qt::DropActions supportedActions) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void shareWidth(); ///< evenly among the tiles of a row

    SampleDelegate *m_delegate;
};

} // namespace spotcheck::ui
