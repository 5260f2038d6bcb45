#pragma once

#include <QImage>
#include <QWidget>

namespace spotcheck::ui {

/// A patch in a frame, with its surroundings.
class PatchView : public QWidget {
    Q_OBJECT

public:
    explicit PatchView(QWidget *parent = nullptr);

    /// `patch`: in pixels of `surroundings`; both empty shows nothing.
    void setPatch(const QImage &surroundings, const QRect &patch);
    bool isEmpty() const { return m_surroundings.isNull(); }
    QSize sizeHint() const override { return {120, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_surroundings;
    QRect m_patch;
};

/// The square around `patch` that is shown with it, within a picture of `size`.
QRect surroundingsOf(const QRect &patch, const QSize &size);

} // namespace spotcheck::ui
