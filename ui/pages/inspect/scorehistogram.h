#pragma once

#include <optional>

#include <QSharedPointer>
#include <QWidget>

#include "ui/pages/inspect/evaluationsummary.h"

class QCPAxisTickerFixed;
class QCPBars;
class QCPItemRect;
class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;
class QLabel;

namespace spotcheck::ui {

/// Scores of the good, the defective and the unlabelled pictures apart, with the threshold, and the lower end of the
/// review band where there is one, as lines that can be dragged, or moved by the arrow keys (Shift: ten times as far;
/// Ctrl: the lower line).
class ScoreHistogram : public QWidget {
    Q_OBJECT

public:
    explicit ScoreHistogram(QWidget *parent = nullptr);

    void setSummary(const EvaluationSummary &summary);
    void setThreshold(double threshold);
    double threshold() const { return m_threshold; }
    void setReviewThreshold(std::optional<double> threshold); ///< nothing: no band
    double keyStep() const;                                   ///< score units an arrow key moves
    QPoint positionOf(double score) const;                    ///< in the widget, at mid height of the plot

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void thresholdEdited(double threshold); ///< by the user
    void reviewThresholdEdited(double threshold);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyPalette();
    enum class Line { None, Threshold, Review };
    void edit(Line line, double threshold);
    void placeLines();
    void placeLabels();
    Line lineNear(const QPointF &position) const;

    QCustomPlot *m_plot;
    QCPBars *m_good;
    QCPBars *m_defective;
    QCPBars *m_unlabelled;
    QCPItemStraightLine *m_line;
    QCPItemStraightLine *m_reviewLine;
    QCPItemRect *m_band;
    QCPItemText *m_handle;
    QCPItemText *m_reviewHandle;
    QSharedPointer<QCPAxisTickerFixed> m_countTicker;
    QLabel *m_legend;
    double m_threshold = 0;
    double m_low = 0; ///< of the scores
    double m_high = 1;
    int m_counts[3] = {0, 0, 0}; ///< good, defective, unlabelled
    std::optional<double> m_reviewThreshold;
    Line m_dragged = Line::None;
};

} // namespace spotcheck::ui
