#pragma once

#include <QSharedPointer>
#include <QWidget>

#include <ui/pages/inspect/evaluationsummary.h>

class QCPAxisTickerFixed;
class QCPBars;
class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;
class QLabel;

namespace spotcheck::ui {

/// Scores of the good, the defective and the unlabelled pictures apart, with the threshold as a line that can be
/// dragged, or moved by the arrow keys (Shift: ten times as far).
class ScoreHistogram : public QWidget {
    Q_OBJECT

public:
    explicit ScoreHistogram(QWidget *parent = nullptr);

    void setSummary(const EvaluationSummary &summary);
    void setThreshold(double threshold);
    double threshold() const { return m_threshold; }
    double keyStep() const;                ///< score units an arrow key moves
    QPoint positionOf(double score) const; ///< in the widget, at mid height of the plot

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void thresholdEdited(double threshold); ///< by the user

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyPalette();
    void edit(double threshold);
    void placeLine();
    bool isNearLine(const QPointF &position) const;

    QCustomPlot *m_plot;
    QCPBars *m_good;
    QCPBars *m_defective;
    QCPBars *m_unlabelled;
    QCPItemStraightLine *m_line;
    QCPItemText *m_handle;
    QSharedPointer<QCPAxisTickerFixed> m_countTicker;
    QLabel *m_legend;
    double m_threshold = 0;
    double m_low = 0; ///< of the scores
    double m_high = 1;
    int m_counts[3] = {0, 0, 0}; ///< good, defective, unlabelled
    bool m_dragging = false;
};

} // namespace spotcheck::ui
