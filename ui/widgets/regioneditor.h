#pragma once

#include <optional>
#include <vector>

#include <QImage>
#include <QTransform>
#include <QWidget>

#include <spotcheck/image/regionofinterest.h>

namespace spotcheck::ui {

/// Draws and changes the polygons of a region of interest on a picture. A click sets a corner, a double click or
/// Enter closes the polygon, Escape drops it; corners are dragged; a right click on a line sets a corner there, on a
/// corner it takes it away; a click into a polygon of the kind that is drawn chooses it, and Delete removes it. With
/// Shift, or into a polygon of the other kind, a click draws: most parts to ignore lie within one to look at.
class RegionEditor : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Include, Ignore };

    explicit RegionEditor(QWidget *parent = nullptr);

    void setPicture(const QImage &picture);
    /// Takes the picture away and says this in its place.
    void setPictureMissing(const QString &reason);
    void setRegion(const RegionOfInterest &region);
    /// Without the polygon that is being drawn.
    const RegionOfInterest &region() const { return m_region; }
    /// Of the polygons drawn from now on.
    void setKind(Kind kind) { m_kind = kind; }
    bool isDrawing() const { return !m_drawn.empty(); }
    bool hasChosen() const { return m_chosen.has_value(); }

    /// Steps back over the last change of this editor, and forward again.
    void undo();
    void redo();
    bool canUndo() const { return !m_drawn.empty() || !m_history.empty(); }
    bool canRedo() const { return m_drawn.empty() && !m_undone.empty(); }
    void removeChosen();
    void dropDrawn(); ///< the polygon that is being drawn
    void clear();

    /// Where a share of the picture lies in the widget, and back.
    QPointF toWidget(const cv::Point2d &share) const;
    cv::Point2d toShare(const QPointF &position) const;

    QSize sizeHint() const override { return {640, 480}; }

signals:
    void changed(); ///< the region, what is chosen, or what is being drawn

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Chosen {
        Kind kind;
        std::size_t polygon;
        std::optional<std::size_t> corner; ///< that is being dragged
    };

    std::vector<RelativePolygon> &polygons(Kind kind)
    {
        return kind == Kind::Include ? m_region.include : m_region.ignore;
    }
    QRectF pictureArea() const;
    QPolygonF onWidget(const RelativePolygon &polygon) const;
    std::optional<Chosen> cornerAt(const QPointF &position) const;
    std::optional<Chosen> polygonAt(const QPointF &position) const;
    /// The line under the mouse, named by the corner that it leads to.
    std::optional<Chosen> lineAt(const QPointF &position) const;
    /// The polygon that a click there chooses rather than drawing another.
    std::optional<Chosen> chosenByClick(const QPointF &position, Qt::KeyboardModifiers modifiers) const;
    void changeCornerAt(const QPointF &position);
    void remember();
    void closeDrawn();

    QImage m_picture;
    QString m_missing; ///< why there is no picture; empty while one is read
    RegionOfInterest m_region;
    Kind m_kind = Kind::Include;
    RelativePolygon m_drawn; ///< not closed yet
    cv::Point2d m_pointer;   ///< where the next corner would be
    std::optional<Chosen> m_chosen;
    std::vector<RegionOfInterest> m_history;
    std::vector<RegionOfInterest> m_undone; ///< the next one last
};

} // namespace spotcheck::ui
