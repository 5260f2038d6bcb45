#include "ui/pages/train/valuecurve.h"

#include <QEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

ValueCurve::ValueCurve(QWidget *parent) : QWidget(parent), m_plot(new QCustomPlot(this)), m_graph(m_plot->addGraph())
{
    m_plot->setObjectName(QStringLiteral("valueCurve"));
    m_plot->setMinimumHeight(140);
    m_plot->xAxis->setLabel(tr("Step"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    applyColours();
}

void ValueCurve::clear(const QString &valueName)
{
    m_graph->data()->clear();
    m_plot->yAxis->setLabel(valueName);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ValueCurve::add(double step, double value)
{
    m_graph->addData(step, value);
    m_plot->rescaleAxes();
    m_plot->yAxis->setRangeLower(0);
    m_plot->yAxis->scaleRange(1.05, 0);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

int ValueCurve::points() const
{
    return m_graph->dataCount();
}

void ValueCurve::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void ValueCurve::applyColours()
{
    const ThemeColours colours = themeColours(palette());
    m_plot->setBackground(colours.surface);
    m_graph->setPen(QPen(colours.selection, 2));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(QPen(colours.border));
        axis->setTickPen(QPen(colours.border));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(colours.mutedText);
        axis->setLabelColor(colours.mutedText);
        axis->setTickLabelFont(font());
        axis->setLabelFont(font());
        axis->grid()->setPen(QPen(colours.border, 1, Qt::DotLine));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace spotcheck::ui
