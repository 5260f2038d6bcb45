#pragma once

#include <QWidget>

class QCPGraph;
class QCustomPlot;

namespace spotcheck::ui {

/// The live curve of a training: coverage radius of a coreset, or a loss. In the colours of the theme.
class ValueCurve : public QWidget {
    Q_OBJECT

public:
    explicit ValueCurve(QWidget *parent = nullptr);

    void clear(const QString &valueName);
    void add(double step, double value);
    int points() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColours();

    QCustomPlot *m_plot;
    QCPGraph *m_graph;
};

} // namespace spotcheck::ui
