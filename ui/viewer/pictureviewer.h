#pragma once

#include <array>
#include <optional>

#include <QImage>
#include <QPolygonF>
#include <QTimer>
#include <QWidget>

#include <spotcheck/decision/calibration.h>

#include "ui/report/colourmap.h"
#include "ui/viewer/loadedpicture.h"
#include "ui/viewer/overlaypainter.h"
#include "ui/widgets/viewtransform.h"

namespace spotcheck::ui {

enum class ViewMode { Overlay, SideBySide, Swipe };

/// Shows a picture with what the detector found laid over it. Zoom with the wheel or + and -, pan by dragging or
/// Shift and the arrows, F fits, 1 shows pixel for pixel; Space or B, held, shows the bare picture.
class PictureViewer : public QWidget {
    Q_OBJECT

public:
    explicit PictureViewer(QWidget *parent = nullptr);

    void setPicture(const PicturePointer &picture);
    void setPending(); ///< another picture is being read; the old one stays for a moment
    void clear();
    const PicturePointer &picture() const { return m_picture; }

    void setScale(const DisplayScale &scale);
    void setColourMap(ColourMap colours);
    void setHeatMapShown(bool shown);
    void setOpacity(double opacity); ///< [0, 1]
    void setRegionsShown(bool shown);
    void setTruthShown(bool shown);
    void setMode(ViewMode mode);
    ViewMode mode() const { return m_mode; }
    /// A framed spot, in picture pixels; an empty rectangle takes it away.
    void setMarker(const QRectF &spot);
    const QRectF &marker() const { return m_marker; }
    /// A measured line with its ends, in picture pixels; or its first end alone, or nothing.
    void setRuler(const QPolygonF &ends);

    void fit();
    void showPixelForPixel();
    void zoomBy(double factor);
    void setBare(bool bare);
    bool isBare() const { return m_bare; }
    double zoom() const { return m_view.scale() * devicePixelRatioF(); } ///< screen pixels a picture pixel
    QPointF toPicture(const QPointF &position) const;                    ///< of a position in the widget
    QPointF fromPicture(const QPointF &position) const;                  ///< in the (first) pane

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void pictureShown(int row);
    void pixelHovered(const QPoint &pixel);
    void pixelLeft();
    void spotClicked(const QPoint &pixel);
    void zoomChanged();
    void bareChanged(bool bare);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    std::array<QRectF, 2> panes() const; ///< the second is empty except side by side
    QPointF inPane(const QPointF &position) const;
    std::optional<QPoint> pixelAt(const QPointF &position) const;
    bool isOnDivider(const QPointF &position) const;
    void layoutView();
    void paintPane(QPainter &painter, const QRectF &pane, const QRectF &clip, bool overlay);
    void paintRuler(QPainter &painter);
    void paintRemark(QPainter &painter);
    void paintMessage(QPainter &painter, const QString &text);
    void updateHeatMap();

    PicturePointer m_picture;
    QImage m_heatMap;
    DisplayScale m_scale;
    ColourMap m_colours = ColourMap::Viridis;
    OverlayStyle m_style;
    ViewMode m_mode = ViewMode::Overlay;
    ViewTransform m_view;
    QRectF m_marker;
    QPolygonF m_ruler;
    double m_divider = 0.5; ///< share of the width left of the swipe line
    bool m_bare = false;
    bool m_pending = false;
    QTimer m_pendingTimer;

    enum class Drag { None, Pan, Divider } m_drag = Drag::None;
    QPointF m_pressedAt;
    QPointF m_draggedTo;
    bool m_moved = false;
};

} // namespace spotcheck::ui
