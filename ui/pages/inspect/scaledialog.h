#pragma once

#include <optional>

#include <QDialog>
#include <QPolygonF>

#include <spotcheck/decision/picturescale.h>

#include "ui/viewer/loadedpicture.h"

class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace spotcheck::ui {

class PictureViewer;

/// Asks how large a pixel is on the part: two clicks on a picture and the length between them, or the number.
class ScaleDialog : public QDialog {
    Q_OBJECT

public:
    /// `picture`: to measure on; null where there is none, then the number alone can be given.
    ScaleDialog(const std::optional<PictureScale> &scale, const PicturePointer &picture, QWidget *parent = nullptr);

    std::optional<PictureScale> scale() const; ///< nothing where it was taken away

private:
    QLayout *makeNumbers();
    QWidget *makeButtons(bool hasScale);
    void takePoint(const QPoint &pixel);
    void measure();
    void updateState();

    QPolygonF m_ends; ///< clicked, px
    PictureViewer *m_viewer;
    QLabel *m_distance;
    QDoubleSpinBox *m_length;
    QDoubleSpinBox *m_scale;
    QPushButton *m_accept = nullptr;
};

} // namespace spotcheck::ui
