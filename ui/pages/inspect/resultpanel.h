#pragma once

#include <cstddef>
#include <vector>

#include <QWidget>

#include "ui/pages/inspect/resultfilter.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;
class QStackedWidget;

namespace spotcheck::ui {

class ResultListModel;

/// The list of inspected pictures with its filter, order and search.
class ResultPanel : public QWidget {
    Q_OBJECT

public:
    explicit ResultPanel(ResultListModel *model, QWidget *parent = nullptr);

    int currentRow() const; ///< in the evaluation, -1 for none; that of the picture on show
    /// In the evaluation; the picture on show where none is selected.
    std::vector<std::size_t> selectedRows() const;
    /// The next and the previous pictures in the order of the list.
    std::vector<int> neighbours() const;
    bool selectRow(int row);     ///< false where the filter or the search hides it
    int currentPlace() const;    ///< in the list as it is shown, -1 for none
    void selectPlace(int place); ///< or the last one, where the list is shorter
    void selectFirst();
    void reveal(int row); ///< takes filter and search away if they hide it
    void walk(int step);  ///< 1: next, -1: previous
    void showKind(ResultFilter::Kind kind);
    QListView *view() const { return m_view; }
    void repaintRows(); ///< after the threshold has moved on the bars

signals:
    void currentRowChanged(int row);

private:
    void makeCurrent(const QModelIndex &index); ///< and the only one selected
    void showCurrent(const QModelIndex &current);
    void showCount();
    QWidget *makeNoMatch();
    void keepSelection();

    ResultListModel *m_model;
    ResultFilter *m_filter;
    QLineEdit *m_search;
    QComboBox *m_kind;
    QComboBox *m_order;
    QStackedWidget *m_place; ///< the list, or words where nothing matches
    QListView *m_view;
    QLabel *m_count;
};

} // namespace spotcheck::ui
