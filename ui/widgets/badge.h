#pragma once

#include <QColor>
#include <QLabel>
#include <QRect>
#include <QString>

class QPainter;
class QPalette;

namespace spotcheck::ui {

/// What a badge means; its word stands beside the colour, always.
enum class Tone { Neutral, Good, Defective, Review, Selection };

QColor toneColour(Tone tone, const QPalette &palette);

/// A word on a tinted pill.
class Badge : public QLabel {
    Q_OBJECT

public:
    explicit Badge(const QString &text = {}, Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    void setTone(Tone tone);
    Tone tone() const { return m_tone; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// For delegates: the same pill, its left edge and vertical centre at `anchor`. Returns what it covers.
    static QRect paint(QPainter *painter, const QPoint &anchor, const QString &text, Tone tone,
                       const QPalette &palette);
    static QSize sizeFor(const QFontMetrics &metrics, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

} // namespace spotcheck::ui
