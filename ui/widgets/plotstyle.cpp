#include "ui/widgets/plotstyle.h"

#include <qcustomplot.h>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

void stylePlot(QCustomPlot &plot, const QPalette &palette)
{
    const ThemeColours colours = themeColours(palette);
    const QFont font = plot.font();
    plot.setBackground(colours.window);
    for (QCPAxis *axis : {plot.xAxis, plot.yAxis, plot.xAxis2, plot.yAxis2}) {
        axis->setBasePen(QPen(colours.border, 1));
        axis->setTickPen(QPen(colours.border, 1));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLength(0, 4);
        axis->setTickLabelColor(colours.mutedText);
        axis->setLabelColor(colours.mutedText);
        axis->setTickLabelFont(font);
        axis->setLabelFont(font);
        axis->setLabelPadding(2);
        QColor line = colours.border;
        line.setAlpha(isDark(palette) ? 130 : 160);
        axis->grid()->setPen(QPen(line, 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    plot.xAxis->grid()->setVisible(false);
}

} // namespace spotcheck::ui
