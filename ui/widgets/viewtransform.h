#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace spotcheck::ui {

/// Where a picture lies in a pane: pane position = picture position x scale + offset.
class ViewTransform {
public:
    void setSizes(const QSizeF &picture, const QSizeF &pane);

    double scale() const { return m_scale; } ///< device-independent pixels a picture pixel
    bool isFitted() const { return m_fitted; }
    QPointF toPane(const QPointF &picture) const { return picture * m_scale + m_offset; }
    QPointF toPicture(const QPointF &pane) const { return (pane - m_offset) / m_scale; }
    QRectF pictureRectangle() const { return {m_offset, m_picture * m_scale}; }

    void fit();
    /// Changes the scale and keeps the picture position under `pane` where it is.
    void zoomTo(double scale, const QPointF &pane);
    void panBy(const QPointF &delta);

private:
    double fittingScale() const;
    void keepInSight();

    QSizeF m_picture;
    QSizeF m_pane;
    QPointF m_offset;
    double m_scale = 1;
    bool m_fitted = true;
};

} // namespace spotcheck::ui
