#include "ui/pages/inspect/regiontable.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include "ui/report/reportsections.h"

namespace spotcheck::ui {

namespace {

constexpr std::size_t mostRows = 200; // a list for people; the files hold all
constexpr int shownRows = 4;

} // namespace

RegionTable::RegionTable(QWidget *parent) : QTableWidget(parent)
{
    setObjectName(QStringLiteral("regionTable"));
    setAccessibleName(tr("Defect regions of the picture"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(this, &QTableWidget::itemSelectionChanged, this, [this] {
        const auto row = static_cast<std::size_t>(currentRow());
        if (!selectedItems().isEmpty() && row < m_boxes.size())
            emit regionChosen(m_boxes[row]);
    });
}

void RegionTable::setRegions(const std::vector<Region> &regions, const std::optional<PictureScale> &scale)
{
    const QSignalBlocker blocker(this); // rows that come and go choose nothing
    const ReportTable table = spotcheck::ui::regionTable(regions, scale, mostRows);
    clear();
    m_boxes.clear();
    setColumnCount(static_cast<int>(table.heading.size()));
    setHorizontalHeaderLabels(table.heading);
    setRowCount(static_cast<int>(table.rows.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const auto index = static_cast<std::size_t>(row);
        const cv::Rect &box = regions[index].box;
        m_boxes.emplace_back(box.x, box.y, box.width, box.height);
        for (int column = 0; column < columnCount(); ++column) {
            auto *item = new QTableWidgetItem(table.rows[index][column]);
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            setItem(row, column, item);
        }
    }
}

QSize RegionTable::sizeHint() const
{
    const int rows = (shownRows + 1) * verticalHeader()->defaultSectionSize();
    return {400, horizontalHeader()->sizeHint().height() + rows};
}

} // namespace spotcheck::ui
