#include <ui/pages/inspect/operatingpointpanel.h>

#include <algorithm>
#include <cmath>

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <ui/report/enginetext.h>
#include <ui/theme/textrole.h>
#include <ui/theme/theme.h>
#include <ui/widgets/badge.h>

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
    box->setMinimumWidth(88);
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
      m_rate(new QDoubleSpinBox(this)), m_fromNormals(new QPushButton(tr("Set"), this)),
      m_bestF1(new QPushButton(tr("Best F1"), this)),
      m_pixelThreshold(scoreBox(QStringLiteral("pixelThresholdBox"), tr("Pixel threshold"), this)),
      m_minimumArea(new QSpinBox(this)), m_origin(new Badge(QString(), Tone::Neutral, this)),
      m_explanation(new QLabel(this))
{
    setObjectName(QStringLiteral("operatingPointPanel"));
    m_threshold->setToolTip(tr("A picture is called defective when its score is above"));
    m_rate->setObjectName(QStringLiteral("falseAlarmBox"));
    m_rate->setAccessibleName(tr("False alarms at most"));
    m_rate->setKeyboardTracking(false);
    m_rate->setRange(0.1, 50);
    m_rate->setDecimals(1);
    m_rate->setSingleStep(0.5);
    m_rate->setSuffix(tr(" %"));
    m_rate->setValue(defaultFalseAlarmRate * 100);
    m_rate->setToolTip(tr("Sets the threshold from good pictures alone, held out from the training"));
    m_fromNormals->setObjectName(QStringLiteral("falseAlarmButton"));
    m_fromNormals->setAccessibleName(tr("Set the threshold by the false alarm rate"));
    m_fromNormals->setToolTip(m_rate->toolTip());
    m_bestF1->setObjectName(QStringLiteral("bestF1Button"));
    m_bestF1->setToolTip(tr("Sets the threshold with the highest F1 on the labelled test pictures; figures on these "
                            "pictures are too favourable afterwards"));
    m_pixelThreshold->setToolTip(tr("A pixel belongs to a defect region when its map value is above"));
    m_minimumArea->setObjectName(QStringLiteral("minimumAreaBox"));
    m_minimumArea->setAccessibleName(tr("Least defect area"));
    m_minimumArea->setToolTip(tr("Smaller defect regions are left out"));
    m_minimumArea->setKeyboardTracking(false);
    m_minimumArea->setRange(1, largestArea);
    m_minimumArea->setSuffix(tr(" px"));
    m_minimumArea->setMinimumWidth(72);
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
    grid->addWidget(named(tr("False &alarms at most"), m_rate), 1, 0);
    grid->addWidget(m_rate, 1, 1);
    auto *goals = new QHBoxLayout;
    goals->setSpacing(spacing::small);
    goals->addWidget(m_fromNormals);
    goals->addWidget(m_bestF1, 1);
    grid->addLayout(goals, 1, 2);
    grid->addWidget(named(tr("&Pixel threshold"), m_pixelThreshold), 3, 0);
    grid->addWidget(m_pixelThreshold, 3, 1);
    auto *area = new QHBoxLayout;
    area->setSpacing(spacing::small);
    area->addWidget(named(tr("&Least area"), m_minimumArea));
    area->addWidget(m_minimumArea, 1);
    grid->addLayout(area, 3, 2);
    grid->addWidget(m_explanation, 2, 0, 1, 3);
    grid->setColumnStretch(2, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(grid);
    setTabOrder(m_threshold, m_rate);
    setTabOrder(m_rate, m_fromNormals);
    setTabOrder(m_fromNormals, m_bestF1);
    setTabOrder(m_bestF1, m_pixelThreshold);
    setTabOrder(m_pixelThreshold, m_minimumArea);

    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, &OperatingPointPanel::thresholdEdited);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this,
            [this](double percent) { emit falseAlarmRateChosen(percent / 100); });
    connect(m_fromNormals, &QPushButton::clicked, this, [this] { emit falseAlarmRateChosen(m_rate->value() / 100); });
    connect(m_bestF1, &QPushButton::clicked, this, &OperatingPointPanel::bestF1Chosen);
    connect(m_pixelThreshold, &QDoubleSpinBox::valueChanged, this, &OperatingPointPanel::pixelThresholdEdited);
    connect(m_minimumArea, &QSpinBox::valueChanged, this, &OperatingPointPanel::minimumAreaEdited);
}

void OperatingPointPanel::setPoint(const OperatingPoint &point, qint64 calibrationNormals)
{
    showValue(m_threshold, point.threshold);
    showValue(m_pixelThreshold, point.pixelThreshold);
    {
        const QSignalBlocker blocker(m_minimumArea);
        m_minimumArea->setValue(static_cast<int>(std::clamp<std::int64_t>(point.minimumArea, 1, largestArea)));
    }
    switch (point.origin) {
    case OperatingPoint::Origin::FalseAlarmRate:
        showValue(m_rate, point.wantedFalseAlarmRate * 100);
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
    }
    m_explanation->setText(engineText(point.explanation(calibrationNormals)));
}

void OperatingPointPanel::setScores(double low, double high, bool hasBothLabels)
{
    scaleBox(m_threshold, low, high);
    m_bestF1->setEnabled(hasBothLabels);
}

void OperatingPointPanel::setPixelScale(double low, double high, bool hasMap)
{
    scaleBox(m_pixelThreshold, low, high);
    m_pixelThreshold->setEnabled(hasMap);
    m_minimumArea->setEnabled(hasMap);
}

void OperatingPointPanel::setHasCalibration(bool has)
{
    m_rate->setEnabled(has);
    m_fromNormals->setEnabled(has);
}

} // namespace spotcheck::ui
