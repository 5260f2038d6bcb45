#include <ui/pages/inspect/figurespanel.h>

#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <ui/pages/inspect/confusionview.h>
#include <ui/pages/inspect/operatingpointpanel.h>
#include <ui/pages/inspect/ratesview.h>
#include <ui/pages/inspect/rocplot.h>
#include <ui/pages/inspect/scorehistogram.h>
#include <ui/theme/textrole.h>
#include <ui/theme/theme.h>

namespace spotcheck::ui {

FiguresPanel::FiguresPanel(QWidget *parent)
    : QScrollArea(parent), m_histogram(new ScoreHistogram(this)), m_panel(new OperatingPointPanel(this)),
      m_confusion(new ConfusionView(this)), m_roc(new RocPlot(this)), m_rates(new RatesView(this)),
      m_labelsNeeded(
          new QLabel(tr("Label test pictures as good or defective to see rates and their intervals."), this))
{
    setObjectName(QStringLiteral("figuresArea"));
    m_labelsNeeded->setObjectName(QStringLiteral("labelsNeeded"));
    m_labelsNeeded->setWordWrap(true);
    setTextRole(m_labelsNeeded, TextRole::Muted);
    layOut();

    const auto byHand = [this](double threshold) { editThreshold(threshold, OperatingPoint::Origin::ByHand); };
    connect(m_histogram, &ScoreHistogram::thresholdEdited, this, byHand);
    connect(m_panel, &OperatingPointPanel::thresholdEdited, this, byHand);
    // Dragging along the ROC curve is choosing by the labels of the test pictures.
    connect(m_roc, &RocPlot::thresholdEdited, this,
            [this](double threshold) { editThreshold(threshold, OperatingPoint::Origin::TestLabels); });
    connect(m_panel, &OperatingPointPanel::bestF1Chosen, this, [this] {
        if (std::isfinite(m_summary.bestF1Threshold))
            editThreshold(m_summary.bestF1Threshold, OperatingPoint::Origin::TestLabels);
    });
    connect(m_panel, &OperatingPointPanel::falseAlarmRateChosen, this, &FiguresPanel::falseAlarmRateChosen);
    connect(m_panel, &OperatingPointPanel::pixelThresholdEdited, this, [this](double threshold) {
        OperatingPoint point = m_point;
        point.pixelThreshold = static_cast<float>(threshold);
        emit pointEdited(point);
    });
    connect(m_panel, &OperatingPointPanel::minimumAreaEdited, this, [this](qint64 area) {
        OperatingPoint point = m_point;
        point.minimumArea = area;
        emit pointEdited(point);
    });
    connect(m_confusion, &ConfusionView::missedClicked, this, &FiguresPanel::missedClicked);
    connect(m_confusion, &ConfusionView::falseAlarmsClicked, this, &FiguresPanel::falseAlarmsClicked);
}

void FiguresPanel::layOut()
{
    auto *figures = new QWidget(this);
    auto *counts = new QHBoxLayout;
    counts->setSpacing(spacing::small);
    counts->addWidget(m_confusion, 1);
    counts->addWidget(m_roc, 1);
    auto *column = new QVBoxLayout(figures);
    column->setContentsMargins(0, spacing::small, spacing::small, spacing::small);
    column->setSpacing(spacing::small);
    column->addWidget(m_histogram, 3);
    column->addWidget(m_panel);
    column->addLayout(counts, 3);
    column->addWidget(m_rates);
    column->addWidget(m_labelsNeeded);

    setWidget(figures);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(figures->minimumSizeHint().width() + spacing::medium); // with room for the scroll bar
}

void FiguresPanel::setModelFacts(qint64 calibrationNormals, const DisplayScale &scale, bool hasMap)
{
    m_calibrationNormals = calibrationNormals;
    m_panel->setHasCalibration(calibrationNormals > 0);
    m_panel->setPixelScale(scale.low, scale.high, hasMap);
}

void FiguresPanel::setSummary(const EvaluationSummary &summary)
{
    m_summary = summary;
    m_histogram->setSummary(summary);
    m_roc->setSummary(summary);
    const bool hasBoth = summary.good > 0 && summary.defective > 0;
    const bool hasSome = summary.good > 0 || summary.defective > 0;
    if (!summary.bins.empty())
        m_panel->setScores(summary.bins.front().low, summary.bins.back().high, hasBoth);
    m_labelsNeeded->setVisible(!hasBoth);
    m_confusion->setVisible(hasSome);
    m_rates->setVisible(hasSome);
    m_panel->setPoint(m_point, m_calibrationNormals); // the boxes show other digits now
}

void FiguresPanel::forgetSummary()
{
    m_summary = {};
}

void FiguresPanel::setOperatingPoint(const OperatingPoint &point, const Confusion &confusion)
{
    m_point = point;
    m_panel->setPoint(point, m_calibrationNormals);
    m_histogram->setThreshold(point.threshold);
    m_confusion->setConfusion(confusion);
    m_rates->setConfusion(confusion);
    m_roc->setConfusion(confusion);
}

void FiguresPanel::editThreshold(double threshold, OperatingPoint::Origin origin)
{
    OperatingPoint point = m_point;
    point.threshold = threshold;
    point.origin = origin;
    emit pointEdited(point);
}

} // namespace spotcheck::ui
