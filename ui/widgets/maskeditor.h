#pragma once

#include <deque>
#include <vector>

#include <QImage>
#include <QWidget>

#include <opencv2/core/mat.hpp>

#include "ui/widgets/viewtransform.h"

namespace spotcheck::ui {

/// Draws a ground-truth mask over a picture: with a brush, a polygon or an eraser. The wheel zooms to the pointer,
/// the middle button pans, the right button erases with any tool; F fits, 1 shows pixel for pixel, [ and ] change the
/// brush.
class MaskEditor : public QWidget {
    Q_OBJECT

public:
    enum class Tool { Brush, Polygon, Eraser };

    explicit MaskEditor(QWidget *parent = nullptr);

    /// Starts anew with `mask`: `CV_8UC1`, 0 good, 255 defective, of the picture's size; it is taken over.
    void setPicture(const QImage &picture, cv::Mat mask);
    void clearPicture();
    /// Says why there is no picture to draw on.
    void setPictureMissing(const QString &reason);
    bool hasPicture() const { return !m_picture.isNull(); }
    const cv::Mat &mask() const { return m_mask; }
    bool isMaskEmpty() const;
    /// Whether the mask is another one than that it started with.
    bool isChanged() const { return m_done != m_unchangedAt; }

    void setTool(Tool tool);
    Tool tool() const { return m_tool; }
    void setBrushSize(int diameter); ///< picture pixels
    int brushSize() const { return m_brushSize; }
    static constexpr int smallestBrush = 1;
    static constexpr int largestBrush = 300;

    bool canUndo() const { return !m_corners.empty() || m_done > 0; }
    bool canRedo() const { return m_done < m_steps.size(); }
    void undo();
    void redo();
    void clear();

    bool isDrawingPolygon() const { return !m_corners.empty(); }
    void fit();

    QPointF toWidget(const QPointF &pixel) const { return m_view.toPane(pixel); }

    QSize sizeHint() const override { return {640, 480}; }

signals:
    void changed(); ///< the mask, what can be undone, or the polygon that is being drawn
    void brushSizeChanged(int diameter);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    /// A part of the mask before and after an edit.
    struct Step {
        cv::Rect where;
        cv::Mat before;
        cv::Mat after;
    };

    bool isErasing() const { return m_tool == Tool::Eraser || m_erasing; }
    void beginStroke(const QPointF &pixel);
    void strokeTo(const QPointF &pixel);
    void endStroke();
    void closePolygon();
    void finishEdit(cv::Rect where); ///< what differs from `m_before` becomes a step
    void put(const cv::Rect &where, const cv::Mat &pixels);
    void refresh(cv::Rect where);
    void paintPolygon(QPainter &painter) const;

    QImage m_picture;
    QString m_missing; ///< why there is no picture; empty while one is read
    cv::Mat m_mask;
    cv::Mat m_before; ///< the mask when the edit began
    QImage m_overlay; ///< the mask as it is laid over the picture
    ViewTransform m_view;
    Tool m_tool = Tool::Brush;
    int m_brushSize = 12;
    bool m_stroking = false;
    bool m_erasing = false; ///< by the right button
    bool m_panning = false;
    cv::Rect m_touched; ///< by the stroke so far
    QPointF m_last;     ///< picture pixels
    QPointF m_pannedTo; ///< widget
    QPointF m_pointer;  ///< widget
    bool m_pointerInside = false;
    std::vector<QPointF> m_corners; ///< of the polygon that is being drawn, picture pixels
    std::deque<Step> m_steps;
    std::size_t m_done = 0;        ///< of `m_steps`; those after it can be redone
    std::size_t m_unchangedAt = 0; ///< `m_done` when the mask is the one it started with
};

} // namespace spotcheck::ui
