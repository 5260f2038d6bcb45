#pragma once

#include <optional>

#include <QWidget>

#include <spotcheck/decision/picturescale.h>
#include <spotcheck/inspection/inspection.h>

#include "ui/viewer/loadedpicture.h"

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace spotcheck::ui {

class Badge;
class ColourLegend;
class ElidedLabel;
class PictureViewer;
class RegionTable;
class WhyPanel;

/// The picture with its verdict, the tools for what is laid over it, the colour scale and the read-out.
class ViewerPanel : public QWidget {
    Q_OBJECT

public:
    explicit ViewerPanel(QWidget *parent = nullptr);

    void setSource(const MapSource &source);
    /// The result that is looked at (null for none); its picture follows by `showPicture`.
    void showResult(const InspectionResult *result, const OperatingPoint &point);
    void showPicture(const PicturePointer &picture);
    void setOperatingPoint(const OperatingPoint &point);
    void setScale(const std::optional<PictureScale> &scale);
    PictureViewer *viewer() const { return m_viewer; }

signals:
    void pixelThresholdEdited(double threshold);
    void scaleEdited(const std::optional<spotcheck::PictureScale> &scale);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeTools();
    QToolButton *makeSwitch(const QString &objectName, const QString &text, const QString &toolTip);
    QToolButton *makeButton(const QString &objectName, const QString &text, const QString &toolTip,
                            void (PictureViewer::*action)());
    void showHeader();
    void showPixel(const QPoint &pixel);
    void showZoom();
    void explain(const QPoint &pixel);
    void showRegions();
    void editScale();

    MapSource m_source;
    InspectionResult m_result; ///< a copy: results may be replaced while it is on show
    OperatingPoint m_point;
    bool m_hasResult = false;
    std::optional<PictureScale> m_scale;

    Badge *m_verdict;
    ElidedLabel *m_name;
    QLabel *m_score;
    QToolButton *m_heatMap;
    QSlider *m_opacity;
    QComboBox *m_colours;
    QToolButton *m_regions;
    QToolButton *m_truth;
    QComboBox *m_mode;
    QToolButton *m_list;
    QToolButton *m_editScale;
    PictureViewer *m_viewer;
    ColourLegend *m_legend;
    ElidedLabel *m_readOut;
    QLabel *m_zoom;
    RegionTable *m_table;
    WhyPanel *m_why;
};

} // namespace spotcheck::ui
