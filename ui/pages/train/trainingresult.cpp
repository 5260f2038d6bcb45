#include "ui/pages/train/trainingresult.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconlabel.h"

namespace spotcheck::ui {

TrainingResult::TrainingResult(QWidget *parent)
    : Card(parent), m_title(new QLabel(this)), m_facts(new QGridLayout), m_warnings(new QLabel(this)),
      m_threshold(new QLabel(this)), m_inspect(new QPushButton(tr("Inspect the test pictures →"), this))
{
    setObjectName(QStringLiteral("trainingResult"));
    setTextRole(m_title, TextRole::Heading);
    m_title->setObjectName(QStringLiteral("trainingResultTitle"));
    m_warnings->setObjectName(QStringLiteral("trainingWarnings"));
    m_warnings->setWordWrap(true);
    setTextRole(m_warnings, TextRole::Strong);
    m_threshold->setObjectName(QStringLiteral("trainingThreshold"));
    m_threshold->setWordWrap(true);
    setTextRole(m_threshold, TextRole::Muted);
    m_inspect->setObjectName(QStringLiteral("trainingInspect"));
    m_inspect->setProperty("primary", true);
    auto *again = new QPushButton(tr("Train again"), this);
    again->setObjectName(QStringLiteral("trainAgain"));
    again->setToolTip(tr("Back to the settings; this model stays until another is trained"));
    m_facts->setHorizontalSpacing(spacing::large);
    m_facts->setVerticalSpacing(spacing::small);
    m_facts->setColumnStretch(1, 1);

    auto *heading = new QHBoxLayout;
    auto *sign = new IconLabel(QStringLiteral("good"), 24, this);
    sign->setColour(themeColours(palette()).good);
    heading->setSpacing(spacing::small);
    heading->addWidget(sign);
    heading->addWidget(m_title, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::small);
    buttons->addWidget(m_inspect);
    buttons->addWidget(again);
    buttons->addStretch();
    column()->addLayout(heading);
    column()->addSpacing(spacing::small);
    column()->addLayout(m_facts);
    column()->addSpacing(spacing::small);
    column()->addWidget(m_warnings);
    column()->addWidget(m_threshold);
    column()->addSpacing(spacing::small);
    column()->addLayout(buttons);
    column()->addStretch();
    connect(m_inspect, &QPushButton::clicked, this, &TrainingResult::inspectRequested);
    connect(again, &QPushButton::clicked, this, &TrainingResult::trainAgainRequested);
}

void TrainingResult::setModel(const Model &model, const OperatingPoint &point)
{
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const TrainingSummary &summary = model.summary();
    const QLocale locale;
    m_title->setText(tr("%1 is trained").arg(engineText(model.detector().title)));
    addFact(tr("Normal pictures learned"), locale.toString(static_cast<qlonglong>(summary.fitted)));
    addFact(tr("Held out for calibration"), locale.toString(static_cast<qlonglong>(summary.heldOut)));
    addFact(tr("Patches seen"), locale.toString(static_cast<qlonglong>(summary.fit.patches)));
    addFact(tr("Stored"), locale.toString(static_cast<qlonglong>(summary.fit.stored)));
    addFact(tr("Memory bank"), bytesText(summary.fit.bankBytes));
    if (summary.fit.coverageRadius)
        addFact(tr("Coverage radius"), locale.toString(*summary.fit.coverageRadius, 'g', 4));
    if (summary.fit.lastLoss)
        addFact(tr("Loss of the last epoch"), locale.toString(*summary.fit.lastLoss, 'g', 4));
    addFact(tr("Time"), tr("%1, of which %2 fitting and %3 calibration")
                            .arg(takenText(summary.secondsTotal), takenText(summary.secondsFitting),
                                 takenText(summary.secondsCalibration)));
    if (summary.peakMemoryBytes > 0)
        addFact(tr("Peak memory of the program"), bytesText(summary.peakMemoryBytes));
    QStringList warnings;
    for (const Message &warning : summary.warnings)
        warnings.append(engineText(warning));
    m_warnings->setText(warnings.join(QLatin1Char('\n')));
    m_warnings->setVisible(!warnings.isEmpty());
    m_threshold->setText(engineText(point.explanation(model.calibration().normals())));
}

void TrainingResult::setTestPictures(int count)
{
    m_inspect->setEnabled(count > 0);
    m_inspect->setToolTip(count > 0 ? QString() : tr("Add pictures to the test lane first"));
}

void TrainingResult::addFact(const QString &name, const QString &value)
{
    const int row = m_facts->rowCount();
    auto *label = new QLabel(name, this);
    setTextRole(label, TextRole::Muted);
    m_facts->addWidget(label, row, 0);
    m_facts->addWidget(new QLabel(value, this), row, 1);
}

} // namespace spotcheck::ui
