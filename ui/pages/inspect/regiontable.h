#pragma once

#include <optional>
#include <vector>

#include <QTableWidget>

#include <spotcheck/decision/picturescale.h>
#include <spotcheck/decision/regions.h>

namespace spotcheck::ui {

/// The regions of the picture on show with their sizes, as the reports list them.
class RegionTable : public QTableWidget {
    Q_OBJECT

public:
    explicit RegionTable(QWidget *parent = nullptr);

    void setRegions(const std::vector<Region> &regions, const std::optional<PictureScale> &scale);

    QSize sizeHint() const override;

signals:
    void regionChosen(const QRect &box); ///< px of the picture

private:
    std::vector<QRect> m_boxes;
};

} // namespace spotcheck::ui
