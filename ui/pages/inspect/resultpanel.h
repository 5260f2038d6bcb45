#pragma once

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

    int currentRow() const; ///< in the evaluation, -1 for none
    /// The next and the previous pictures in the order of the list.
    std::vector<int> neighbours() const;
    void selectRow(int row);
    void selectFirst();
    void reveal(int row); ///< takes filter and search away if they hide it
    void walk(int step);  ///< 1: next, -1: previous
    void showKind(ResultFilter::Kind kind);
    QListView *view() const { return m_view; }
    void repaintRows(); ///< after the threshold has moved on the bars

signals:
    void currentRowChanged(int row);

private:
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
