#include "ui/pages/inspect/figurespanel.h"

#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/pages/inspect/agreementview.h"
#include "ui/pages/inspect/confusionview.h"
#include "ui/pages/inspect/curvetabs.h"
#include "ui/pages/inspect/operatingpointpanel.h"
#include "ui/pages/inspect/ratesview.h"
#include "ui/pages/inspect/scorehistogram.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"

namespace spotcheck::ui {

FiguresPanel::FiguresPanel(QWidget *parent)
    : QScrollArea(parent), m_histogram(new ScoreHistogram(this)), m_panel(new OperatingPointPanel(this)),
      m_confusion(new ConfusionView(this)), m_curves(new CurveTabs(this)), m_rates(new RatesView(this)),
      m_agreement(new AgreementView(this)),
      m_labelsNeeded(
          new QLabel(tr("Label test pictures as good or defective to see rates and their intervals."), this))
{
    setObjectName(QStringLiteral("figuresArea"));
    m_labelsNeeded->setObjectName(QStringLiteral("labelsNeeded"));
    m_labelsNeeded->setWordWrap(true);
    setTextRole(m_labelsNeeded, TextRole::Muted);
    layOut();

    connectParts();
}

void FiguresPanel::connectParts()
{
    const auto byHand = [this](double threshold) { editThreshold(threshold, OperatingPoint::Origin::ByHand); };
    const auto review = [this](std::optional<double> threshold) {
        emit pointEdited(m_point.withReviewThreshold(threshold));
    };
    const auto pixels = [this](double threshold) {
        OperatingPoint point = m_point;
        point.pixelThreshold = static_cast<float>(threshold);
        emit pointEdited(point);
    };
    connect(m_histogram, &ScoreHistogram::thresholdEdited, this, byHand);
    connect(m_histogram, &ScoreHistogram::reviewThresholdEdited, this, review);
    connect(m_panel, &OperatingPointPanel::thresholdEdited, this, byHand);
    connect(m_panel, &OperatingPointPanel::reviewThresholdEdited, this, review);
    // Dragging along a curve is choosing by the labels of the test pictures.
    connect(m_curves, &CurveTabs::thresholdEdited, this,
            [this](double threshold) { editThreshold(threshold, OperatingPoint::Origin::TestLabels); });
    connect(m_curves, &CurveTabs::pixelThresholdEdited, this, pixels);
    connect(m_panel, &OperatingPointPanel::goalChosen, this, &FiguresPanel::goalChosen);
    connect(m_panel, &OperatingPointPanel::pixelThresholdEdited, this, pixels);
    connect(m_panel, &OperatingPointPanel::minimumAreaEdited, this, [this](qint64 area) {
        OperatingPoint point = m_point;
        point.minimumArea = area;
        emit pointEdited(point);
    });
    connect(m_confusion, &ConfusionView::missedClicked, this, &FiguresPanel::missedClicked);
    connect(m_confusion, &ConfusionView::falseAlarmsClicked, this, &FiguresPanel::falseAlarmsClicked);
    connect(m_confusion, &ConfusionView::reviewClicked, this, &FiguresPanel::reviewClicked);
}

void FiguresPanel::layOut()
{
    auto *figures = new QWidget(this);
    auto *column = new QVBoxLayout(figures);
    column->setContentsMargins(0, spacing::small, spacing::small, spacing::small);
    column->setSpacing(spacing::small);
    column->addWidget(m_histogram, 3);
    column->addWidget(m_panel);
    column->addWidget(m_confusion);
    column->addWidget(m_rates);
    column->addWidget(m_agreement);
    column->addWidget(m_curves, 3);
    column->addWidget(m_labelsNeeded);

    setWidget(figures);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    followContent();
}

/// Rows that appear and texts that grow ask for more: nothing is cut while the window has the room.
void FiguresPanel::followContent()
{
    setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
}

bool FiguresPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        followContent();
    return QScrollArea::eventFilter(watched, event);
}

void FiguresPanel::setModelFacts(qint64 calibrationNormals, const DisplayScale &scale, bool hasMap)
{
    m_calibrationNormals = calibrationNormals;
    m_panel->setNormals(calibrationNormals);
    m_panel->setPixelScale(scale.low, scale.high, hasMap);
}

void FiguresPanel::setDegreesOfFreedom(const std::vector<int> &degrees)
{
    m_panel->setDegreesOfFreedom(degrees);
}

void FiguresPanel::setScale(const std::optional<PictureScale> &scale)
{
    m_panel->setScale(scale);
}

void FiguresPanel::setSummary(const EvaluationSummary &summary)
{
    m_summary = summary;
    m_histogram->setSummary(summary);
    m_curves->setSummary(summary);
    const bool hasBoth = summary.good > 0 && summary.defective > 0;
    const bool hasSome = summary.good > 0 || summary.defective > 0;
    if (!summary.bins.empty())
        m_panel->setScores(summary.bins.front().low, summary.bins.back().high);
    m_panel->setLabels(summary.defective > 0, hasBoth);
    m_labelsNeeded->setVisible(!hasBoth);
    m_confusion->setVisible(hasSome);
    m_rates->setVisible(hasSome);
    m_agreement->setVisible(hasBoth);
    m_panel->setPoint(m_point, m_calibrationNormals); // the boxes show other digits now
}

void FiguresPanel::forgetSummary()
{
    m_summary = {};
}

void FiguresPanel::setOperatingPoint(const OperatingPoint &point, const BandedConfusion &confusion)
{
    m_point = point;
    const bool hasBand = point.reviewThreshold.has_value();
    m_panel->setPoint(point, m_calibrationNormals);
    m_histogram->setReviewThreshold(point.reviewThreshold);
    m_histogram->setThreshold(point.threshold);
    m_confusion->setConfusion(confusion, hasBand);
    m_rates->setConfusion(confusion, hasBand);
    m_agreement->setAgreement(agreementOf(confusion));
    m_curves->setOperatingPoint(point, confusion.decided);
}

void FiguresPanel::editThreshold(double threshold, OperatingPoint::Origin origin)
{
    emit pointEdited(m_point.withThreshold(threshold, origin));
}

} // namespace spotcheck::ui
