#include "ui/pages/compare/comparisonplot.h"

#include <QEvent>
#include <QFontMetrics>
#include <QLocale>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include "ui/report/reporttext.h"
#include "ui/report/seriesstyle.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plotstyle.h"
#include "ui/widgets/thinnedcurve.h"

namespace spotcheck::ui {

namespace {

constexpr int longestName = 170; // px; the legend must leave the curves their place

} // namespace

ComparisonPlot::ComparisonPlot(QWidget *parent)
    : QWidget(parent), m_plot(new QCustomPlot(this)), m_chance(m_plot->addGraph()), m_message(new QCPItemText(m_plot))
{
    setObjectName(QStringLiteral("comparisonPlot"));
    setAccessibleName(tr("ROC curves of all models"));
    setToolTip(tr("Share of the defective pictures that are found, against the share of the good ones that raise a "
                  "false alarm"));
    m_plot->setObjectName(QStringLiteral("comparisonPlotArea"));
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMinimumSize(0, 0);
    m_plot->plotLayout()->setMargins({});
    m_plot->axisRect()->setMinimumMargins(QMargins(0, 6, 22, 0));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        auto ticks = QSharedPointer<QCPAxisTickerText>::create();
        for (const int percent : {0, 25, 50, 75, 100})
            ticks->addTick(percent / 100.0, tr("%1 %").arg(percent));
        axis->setTicker(ticks);
        axis->setRange(-0.02, 1.02);
    }
    m_plot->xAxis->setLabel(tr("False alarm rate"));
    m_plot->yAxis->setLabel(tr("Recall"));
    m_chance->setData({0, 1}, {0, 1}, true);
    m_chance->removeFromLegend();
    m_plot->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignRight | Qt::AlignBottom);
    m_message->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_message->position->setCoords(0.5, 0.5);
    m_message->setPositionAlignment(Qt::AlignCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    applyPalette();
}

void ComparisonPlot::setComparison(const Comparison &comparison, bool isInspected)
{
    m_message->setText(isInspected ? tr("Needs good and\ndefective labels") : tr("Not inspected yet"));
    for (QCPCurve *curve : m_curves)
        m_plot->removePlottable(curve);
    m_curves.clear();
    m_series.clear();
    for (std::size_t row = 0; row < comparison.rows.size(); ++row) {
        const ComparisonRow &figures = comparison.rows[row];
        if (figures.roc.empty())
            continue;
        auto *curve = new QCPCurve(m_plot->xAxis, m_plot->yAxis);
        QVector<double> x;
        QVector<double> y;
        for (const CurvePoint &point : thinned(figures.roc, pointsOnScreen)) {
            x << point.x;
            y << point.y;
        }
        curve->setData(x, y);
        const QString name = fontMetrics().elidedText(printableText(QString::fromStdString(figures.name)),
                                                      Qt::ElideMiddle, longestName);
        curve->setName(QStringLiteral("%1  %2").arg(name, QLocale().toString(figures.imageAuroc, 'f', 3)));
        m_curves.push_back(curve);
        m_series.push_back(static_cast<int>(row));
    }
    m_plot->legend->setVisible(!m_curves.empty());
    m_chance->setVisible(!m_curves.empty());
    m_message->setVisible(m_curves.empty());
    applyPalette();
}

void ComparisonPlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyPalette();
}

void ComparisonPlot::applyPalette()
{
    const ThemeColours colours = themeColours(palette());
    const bool dark = isDark(palette());
    stylePlot(*m_plot, palette());
    m_plot->xAxis->grid()->setVisible(true);
    m_chance->setPen(QPen(colours.mutedText, 1, Qt::DotLine));
    for (std::size_t index = 0; index < m_curves.size(); ++index) {
        const SeriesStyle style = seriesStyle(m_series[index]);
        QPen pen(dark ? style.onDark : style.onLight, 2);
        pen.setCapStyle(Qt::FlatCap);
        if (!style.dashes.isEmpty())
            pen.setDashPattern(style.dashes);
        m_curves[index]->setPen(pen);
    }
    m_plot->legend->setFont(font());
    m_plot->legend->setTextColor(colours.text);
    m_plot->legend->setBrush(colours.window);
    m_plot->legend->setBorderPen(QPen(colours.border, 1));
    m_plot->legend->setIconSize(36, 14);
    m_message->setColor(colours.mutedText);
    m_message->setFont(font());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace spotcheck::ui
