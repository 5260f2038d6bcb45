#include "ui/widgets/viewtransform.h"

#include <algorithm>

namespace spotcheck::ui {

namespace {

constexpr double largestScale = 64;
constexpr double fitMargin = 8; // px on each side

// Along one axis: a picture that is smaller than the pane is centred, a larger one leaves no gap.
double keptOffset(double offset, double picture, double pane)
{
    if (picture <= pane)
        return (pane - picture) / 2;
    return std::clamp(offset, pane - picture, 0.0);
}

} // namespace

void ViewTransform::setSizes(const QSizeF &picture, const QSizeF &pane)
{
    if (picture == m_picture && pane == m_pane)
        return;
    const bool otherPicture = picture != m_picture;
    const QPointF centre = toPicture({m_pane.width() / 2, m_pane.height() / 2});
    m_picture = picture;
    m_pane = pane;
    if (m_fitted || otherPicture) {
        fit();
        return;
    }
    m_offset = QPointF(pane.width() / 2, pane.height() / 2) - centre * m_scale;
    keepInSight();
}

double ViewTransform::fittingScale() const
{
    if (m_picture.isEmpty())
        return 1;
    const double width = std::max(1.0, m_pane.width() - 2 * fitMargin);
    const double height = std::max(1.0, m_pane.height() - 2 * fitMargin);
    return std::min({width / m_picture.width(), height / m_picture.height(), largestScale});
}

void ViewTransform::fit()
{
    m_fitted = true;
    m_scale = fittingScale();
    keepInSight();
}

void ViewTransform::zoomTo(double scale, const QPointF &pane)
{
    const double smallest = std::min(fittingScale(), 1.0);
    const QPointF anchor = toPicture(pane);
    m_scale = std::clamp(scale, smallest, largestScale);
    m_offset = pane - anchor * m_scale;
    m_fitted = false;
    keepInSight();
}

void ViewTransform::panBy(const QPointF &delta)
{
    m_offset += delta;
    m_fitted = false;
    keepInSight();
}

void ViewTransform::keepInSight()
{
    m_offset = {keptOffset(m_offset.x(), m_picture.width() * m_scale, m_pane.width()),
                keptOffset(m_offset.y(), m_picture.height() * m_scale, m_pane.height())};
}

} // namespace spotcheck::ui
