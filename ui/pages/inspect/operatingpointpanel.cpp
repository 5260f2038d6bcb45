#include "ui/pages/inspect/operatingpointpanel.h"

#include <algorithm>
#include <cmath>

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/pages/inspect/goalchooser.h"
#include "ui/report/enginetext.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"

namespace spotcheck::ui {

namespace {

constexpr int largestArea = 100'000'000; // px

QDoubleSpinBox *scoreBox(const QString &objectName, const QString &name, QWidget *parent)
{
    auto *box = new QDoubleSpinBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setKeyboardTracking(false); // half a number is no threshold
    box->setRange(-1e9, 1e9);
    box->setMinimumWidth(98); // "63.1966"
    return box;
}

// A two-hundredth of the range a step, and two digits more for what is typed.
void scaleBox(QDoubleSpinBox *box, double low, double high)
{
    const double range = high > low ? high - low : 1;
    const double step = std::pow(10, std::floor(std::log10(range / 100)));
    const QSignalBlocker blocker(box);
    box->setDecimals(std::clamp(static_cast<int>(-std::floor(std::log10(step))) + 2, 0, 9));
    box->setSingleStep(step);
}

// The box rounds what it shows: it must not be taken for an edit.
void showValue(QDoubleSpinBox *box, double value)
{
    const QSignalBlocker blocker(box);
    box->setValue(value);
}

} // namespace

OperatingPointPanel::OperatingPointPanel(QWidget *parent)
    : QWidget(parent), m_threshold(scoreBox(QStringLiteral("thresholdBox"), tr("Threshold"), this)),
      m_review(new QCheckBox(tr("&Review above"), this)),
      m_reviewThreshold(scoreBox(QStringLiteral("reviewThresholdBox"), tr("Review above"), this)),
      m_goal(new GoalChooser(this)),
      m_pixelThreshold(scoreBox(QStringLiteral("pixelThresholdBox"), tr("Pixel threshold"), this)),
      m_minimumArea(new QSpinBox(this)), m_minimumSquareMillimetres(new QDoubleSpinBox(this)),
      m_origin(new Badge(QString(), Tone::Neutral, this)), m_explanation(new QLabel(this))
{
    setObjectName(QStringLiteral("operatingPointPanel"));
    m_threshold->setToolTip(tr("A picture is called defective when its score is above"));
    m_review->setObjectName(QStringLiteral("reviewSwitch"));
    m_review->setToolTip(tr("Pictures with a score between this one and the threshold go to a person"));
    m_reviewThreshold->setToolTip(m_review->toolTip());
    m_reviewThreshold->setEnabled(false);
    m_pixelThreshold->setToolTip(tr("A pixel belongs to a defect region when its map value is above"));
    m_minimumArea->setObjectName(QStringLiteral("minimumAreaBox"));
    m_minimumArea->setAccessibleName(tr("Least defect area"));
    m_minimumArea->setToolTip(tr("Smaller defect regions are left out"));
    m_minimumArea->setKeyboardTracking(false);
    m_minimumArea->setRange(1, largestArea);
    m_minimumArea->setSuffix(tr(" px"));
    m_minimumArea->setMinimumWidth(88);
    m_minimumSquareMillimetres->setObjectName(QStringLiteral("minimumSquareMillimetresBox"));
    m_minimumSquareMillimetres->setAccessibleName(m_minimumArea->accessibleName());
    m_minimumSquareMillimetres->setKeyboardTracking(false);
    m_minimumSquareMillimetres->setSuffix(tr(" mm²"));
    m_minimumSquareMillimetres->setMinimumWidth(132); // "0.0025 mm²"
    m_origin->setObjectName(QStringLiteral("originBadge"));
    m_explanation->setObjectName(QStringLiteral("operatingPointExplanation"));
    m_explanation->setWordWrap(true);
    m_explanation->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTextRole(m_explanation, TextRole::Small);
    // Room for two lines, so that nothing below moves while the threshold is dragged.
    m_explanation->setMinimumHeight(2 * m_explanation->fontMetrics().lineSpacing());

    const auto named = [this](const QString &text, QWidget *buddy) {
        auto *label = new QLabel(text, this);
        label->setBuddy(buddy);
        return label;
    };
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing::small);
    grid->setVerticalSpacing(spacing::tiny);
    grid->addWidget(named(tr("&Threshold"), m_threshold), 0, 0);
    grid->addWidget(m_threshold, 0, 1);
    grid->addWidget(m_origin, 0, 2, Qt::AlignLeft | Qt::AlignVCenter);
    grid->addWidget(m_review, 1, 0);
    grid->addWidget(m_reviewThreshold, 1, 1);
    grid->addWidget(m_goal, 2, 0, 1, 3);
    grid->addWidget(named(tr("&Pixel threshold"), m_pixelThreshold), 4, 0);
    grid->addWidget(m_pixelThreshold, 4, 1);
    m_areaName = named(tr("&Least area"), m_minimumArea);
    grid->addWidget(m_areaName, 5, 0);
    for (QWidget *area : {static_cast<QWidget *>(m_minimumArea), static_cast<QWidget *>(m_minimumSquareMillimetres)})
        grid->addWidget(area, 5, 1, 1, 2, Qt::AlignLeft); // one of them is hidden
    grid->addWidget(m_explanation, 3, 0, 1, 3);
    grid->setColumnStretch(2, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(grid);
    setTabOrder(m_threshold, m_review);
    setTabOrder(m_review, m_reviewThreshold);
    setTabOrder(m_reviewThreshold, m_goal);
    setTabOrder(m_goal, m_pixelThreshold);
    setTabOrder(m_pixelThreshold, m_minimumArea);
    setTabOrder(m_minimumArea, m_minimumSquareMillimetres);
    setScale({});

    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, [this](double threshold) {
        m_exactThreshold = threshold;
        emit thresholdEdited(threshold);
    });
    connect(m_review, &QCheckBox::toggled, this, [this](bool on) {
        emit reviewThresholdEdited(on ? std::optional(firstReviewThreshold()) : std::nullopt);
    });
    connect(m_reviewThreshold, &QDoubleSpinBox::valueChanged, this,
            [this](double threshold) { emit reviewThresholdEdited(threshold); });
    connect(m_goal, &GoalChooser::chosen, this, &OperatingPointPanel::goalChosen);
    connect(m_pixelThreshold, &QDoubleSpinBox::valueChanged, this, &OperatingPointPanel::pixelThresholdEdited);
    connect(m_minimumArea, &QSpinBox::valueChanged, this, &OperatingPointPanel::minimumAreaEdited);
    connect(m_minimumSquareMillimetres, &QDoubleSpinBox::valueChanged, this, [this](double wanted) {
        emit minimumAreaEdited(std::min<qint64>(m_scale->pixelsCovering(wanted), largestArea));
    });
}

void OperatingPointPanel::setPoint(const OperatingPoint &point, qint64 calibrationNormals)
{
    m_exactThreshold = point.threshold;
    showValue(m_threshold, point.threshold);
    showValue(m_pixelThreshold, point.pixelThreshold);
    {
        const QSignalBlocker blocker(m_review);
        m_review->setChecked(point.reviewThreshold.has_value());
    }
    m_reviewThreshold->setEnabled(point.reviewThreshold.has_value());
    showValue(m_reviewThreshold, point.lowerThreshold());
    showArea(point.minimumArea);
    switch (point.origin) {
    case OperatingPoint::Origin::FalseAlarmRate:
        if (point.wantedFalseAlarmRate > 0) // else there is no model yet
            m_goal->setRate(point.wantedFalseAlarmRate);
        m_origin->setText(point.supported ? tr("From normals") : tr("Too few normals"));
        m_origin->setTone(point.supported ? Tone::Good : Tone::Review);
        break;
    case OperatingPoint::Origin::ByHand:
        m_origin->setText(tr("By hand"));
        m_origin->setTone(Tone::Neutral);
        break;
    case OperatingPoint::Origin::TestLabels:
        m_origin->setText(tr("Test labels were used"));
        m_origin->setTone(Tone::Review);
        break;
    case OperatingPoint::Origin::NormalSpread:
        m_origin->setText(tr("3 sigma of normals"));
        m_origin->setTone(Tone::Neutral);
        break;
    case OperatingPoint::Origin::ChiSquare:
        m_origin->setText(tr("Chi-square limit"));
        m_origin->setTone(Tone::Neutral);
        break;
    }
    m_explanation->setText(engineText(point.explanation(calibrationNormals)));
}

void OperatingPointPanel::showArea(std::int64_t pixels)
{
    const auto shown = static_cast<int>(std::clamp<std::int64_t>(pixels, 1, largestArea));
    {
        const QSignalBlocker blocker(m_minimumArea);
        m_minimumArea->setValue(shown);
    }
    if (m_scale)
        showValue(m_minimumSquareMillimetres, m_scale->squareMillimetres(shown));
}

void OperatingPointPanel::setScale(const std::optional<PictureScale> &scale)
{
    m_scale = scale;
    if (scale) { // a step is at least a pixel
        const double pixel = scale->squareMillimetres(1);
        const double step = std::pow(10, std::ceil(std::log10(pixel)));
        const QSignalBlocker blocker(m_minimumSquareMillimetres);
        m_minimumSquareMillimetres->setDecimals(std::clamp(static_cast<int>(-std::log10(step)) + 2, 0, 12));
        m_minimumSquareMillimetres->setRange(0, scale->squareMillimetres(largestArea));
        m_minimumSquareMillimetres->setSingleStep(step);
        m_minimumSquareMillimetres->setToolTip(
            tr("Smaller defect regions are left out; a pixel is %1 mm²").arg(QLocale().toString(pixel, 'g', 3)));
    }
    m_minimumArea->setVisible(!scale);
    m_minimumSquareMillimetres->setVisible(scale.has_value());
    m_areaName->setBuddy(scale ? static_cast<QWidget *>(m_minimumSquareMillimetres) : m_minimumArea);
    showArea(m_minimumArea->value());
}

void OperatingPointPanel::setDegreesOfFreedom(const std::vector<int> &degrees)
{
    m_goal->setDegreesOfFreedom(degrees);
}

double OperatingPointPanel::firstReviewThreshold() const
{
    const double threshold = m_exactThreshold;
    return threshold > m_lowest ? threshold - (threshold - m_lowest) / 3 : threshold;
}

void OperatingPointPanel::setScores(double low, double high)
{
    m_lowest = low;
    scaleBox(m_threshold, low, high);
    scaleBox(m_reviewThreshold, low, high);
}

void OperatingPointPanel::setLabels(bool hasDefective, bool hasBoth)
{
    m_goal->setLabels(hasDefective, hasBoth);
}

void OperatingPointPanel::setPixelScale(double low, double high, bool hasMap)
{
    scaleBox(m_pixelThreshold, low, high);
    m_pixelThreshold->setEnabled(hasMap);
    m_minimumArea->setEnabled(hasMap);
    m_minimumSquareMillimetres->setEnabled(hasMap);
}

void OperatingPointPanel::setNormals(qint64 normals)
{
    m_goal->setNormals(normals);
}

} // namespace spotcheck::ui
