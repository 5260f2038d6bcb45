#include "ui/pages/inspect/resultpanel.h"

#include <algorithm>

#include <QComboBox>
#include <QGridLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/pages/inspect/resultdelegate.h"
#include "ui/pages/inspect/resultlistmodel.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"

namespace spotcheck::ui {

ResultPanel::ResultPanel(ResultListModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_filter(new ResultFilter(this)), m_search(new QLineEdit(this)),
      m_kind(new QComboBox(this)), m_order(new QComboBox(this)), m_place(new QStackedWidget(this)),
      m_view(new QListView(m_place)), m_count(new QLabel(this))
{
    m_filter->setSourceModel(model);

    m_search->setObjectName(QStringLiteral("resultSearch"));
    m_search->setAccessibleName(tr("Search by name"));
    m_search->setPlaceholderText(tr("Search name or defect type"));
    m_search->setClearButtonEnabled(true);

    m_kind->setObjectName(QStringLiteral("resultFilter"));
    m_kind->setAccessibleName(tr("Pictures to show"));
    m_kind->setToolTip(tr("Pictures to show"));
    const auto addKind = [this](const QString &text, ResultFilter::Kind kind) {
        m_kind->addItem(text, static_cast<int>(kind));
    };
    addKind(tr("All pictures"), ResultFilter::Kind::All);
    addKind(tr("Called defective"), ResultFilter::Kind::CalledDefective);
    addKind(tr("For review"), ResultFilter::Kind::ForReview);
    addKind(tr("Called good"), ResultFilter::Kind::CalledGood);
    addKind(tr("Missed"), ResultFilter::Kind::Missed);
    addKind(tr("False alarms"), ResultFilter::Kind::FalseAlarms);
    addKind(tr("Unreadable"), ResultFilter::Kind::Unreadable);

    m_order->setObjectName(QStringLiteral("resultOrder"));
    m_order->setAccessibleName(tr("Order of the pictures"));
    m_order->setToolTip(tr("Order of the pictures"));
    const auto addOrder = [this](const QString &text, ResultFilter::Order order) {
        m_order->addItem(text, static_cast<int>(order));
    };
    addOrder(tr("Highest score"), ResultFilter::Order::HighestScore);
    addOrder(tr("Lowest score"), ResultFilter::Order::LowestScore);
    addOrder(tr("Name"), ResultFilter::Order::Name);

    m_view->setObjectName(QStringLiteral("resultList"));
    m_view->setAccessibleName(tr("Inspected pictures"));
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new ResultDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);

    for (QComboBox *box : {m_kind, m_order}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }

    m_count->setObjectName(QStringLiteral("resultCount"));

    m_place->addWidget(m_view);
    m_place->addWidget(makeNoMatch());

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_search, 0, 0, 1, 2);
    layout->addWidget(m_kind, 1, 0);
    layout->addWidget(m_order, 1, 1);
    layout->addWidget(m_place, 2, 0, 1, 2);
    layout->addWidget(m_count, 3, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 1);
    setTabOrder(m_search, m_kind);
    setTabOrder(m_kind, m_order);
    setTabOrder(m_order, m_view);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setSearch(text);
        keepSelection();
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setKind(static_cast<ResultFilter::Kind>(m_kind->currentData().toInt()));
        keepSelection();
    });
    connect(m_order, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setOrder(static_cast<ResultFilter::Order>(m_order->currentData().toInt()));
        m_view->scrollTo(m_view->currentIndex());
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ResultPanel::showCurrent);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, [this] { showCount(); });
    connect(m_filter, &QAbstractItemModel::modelReset, this, &ResultPanel::showCount);
    // Its row is another picture's then.
    connect(model, &QAbstractItemModel::modelAboutToBeReset, m_filter, &ResultFilter::forgetPinnedRow);
    showCount();
}

QWidget *ResultPanel::makeNoMatch()
{
    auto *page = new QWidget(m_place);
    auto *words = new QLabel(tr("No picture matches"), page);
    words->setObjectName(QStringLiteral("noResultMatches"));
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    setTextRole(words, TextRole::Muted);
    auto *all = new QPushButton(tr("Show all pictures"), page);
    all->setObjectName(QStringLiteral("showAllResults"));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    column->addStretch();
    column->addWidget(words);
    column->addWidget(all, 0, Qt::AlignHCenter);
    column->addStretch();
    page->setFocusProxy(all);
    connect(all, &QPushButton::clicked, this, [this] {
        m_search->clear();
        showKind(ResultFilter::Kind::All);
        m_view->setFocus();
    });
    return page;
}

int ResultPanel::currentRow() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? m_filter->mapToSource(current).row() : -1;
}

std::vector<std::size_t> ResultPanel::selectedRows() const
{
    QModelIndexList selected = m_view->selectionModel()->selectedIndexes();
    if (selected.isEmpty() && m_view->currentIndex().isValid())
        selected << m_view->currentIndex();
    std::vector<std::size_t> rows;
    rows.reserve(static_cast<std::size_t>(selected.size()));
    for (const QModelIndex &index : selected)
        rows.push_back(static_cast<std::size_t>(m_filter->mapToSource(index).row()));
    return rows;
}

std::vector<int> ResultPanel::neighbours() const
{
    std::vector<int> rows;
    const QModelIndex current = m_view->currentIndex();
    for (const int step : {1, -1, 2, -2}) {
        const QModelIndex index = m_filter->index(current.row() + step, 0);
        if (current.isValid() && index.isValid())
            rows.push_back(m_filter->mapToSource(index).row());
    }
    return rows;
}

bool ResultPanel::selectRow(int row)
{
    const QModelIndex index = m_filter->mapFromSource(m_model->index(row));
    if (!index.isValid())
        return false;
    makeCurrent(index);
    m_view->scrollTo(index);
    return true;
}

void ResultPanel::reveal(int row)
{
    if (!m_filter->mapFromSource(m_model->index(row)).isValid()) {
        m_search->clear();
        showKind(ResultFilter::Kind::All);
    }
    selectRow(row);
}

int ResultPanel::currentPlace() const
{
    return m_view->currentIndex().row();
}

void ResultPanel::selectPlace(int place)
{
    const QModelIndex index = m_filter->index(std::clamp(place, 0, std::max(0, m_filter->rowCount() - 1)), 0);
    makeCurrent(index);
    m_view->scrollTo(index);
}

void ResultPanel::selectFirst()
{
    makeCurrent(m_filter->index(0, 0));
    m_view->scrollToTop();
}

void ResultPanel::walk(int step)
{
    const QModelIndex current = m_view->currentIndex();
    const QModelIndex next = m_filter->index(current.isValid() ? current.row() + step : 0, 0);
    if (next.isValid())
        makeCurrent(next);
}

// Not the view's own way, which asks the keyboard: with Shift held down it would add to the selection.
void ResultPanel::makeCurrent(const QModelIndex &index)
{
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

void ResultPanel::showKind(ResultFilter::Kind kind)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(kind)));
}

void ResultPanel::repaintRows()
{
    m_view->viewport()->update();
}

void ResultPanel::showCurrent(const QModelIndex &current)
{
    const int row = current.isValid() ? m_filter->mapToSource(current).row() : -1;
    emit currentRowChanged(row);
    // After this event: rows must not leave the list while it is changing its current one.
    QMetaObject::invokeMethod(
        this, [this] { m_filter->setPinnedRow(currentRow()); }, Qt::QueuedConnection);
}

void ResultPanel::keepSelection()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        selectFirst();
    else if (!m_view->selectionModel()->hasSelection())
        makeCurrent(current); // what was selected has left the list, and the next one has moved up
    m_view->scrollTo(m_view->currentIndex());
    m_filter->setPinnedRow(currentRow());
    showCount();
}

void ResultPanel::showCount()
{
    const int shown = m_filter->rowCount();
    const int all = m_model->rowCount();
    const bool isEmpty = all > 0 && shown == 0;
    const bool hadFocus = m_view->hasFocus(); // which would go anywhere
    m_place->setCurrentIndex(isEmpty ? 1 : 0);
    if (isEmpty && hadFocus)
        m_place->currentWidget()->setFocus();
    m_count->setText(shown == all ? tr("%n picture(s)", nullptr, all) : tr("%1 of %2 pictures").arg(shown).arg(all));
}

} // namespace spotcheck::ui
