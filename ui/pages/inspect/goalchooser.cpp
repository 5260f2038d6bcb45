#include "ui/pages/inspect/goalchooser.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

QDoubleSpinBox *GoalChooser::makeBox(const QString &objectName, const QString &name, const QString &toolTip)
{
    auto *box = new QDoubleSpinBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setToolTip(toolTip);
    box->setKeyboardTracking(false); // half a number is no goal
    box->setRange(0.1, 50);
    box->setDecimals(1);
    box->setSingleStep(0.5);
    box->setSuffix(tr(" %"));
    connect(box, &QDoubleSpinBox::valueChanged, this, &GoalChooser::choose);
    return box;
}

QWidget *GoalChooser::makePage(const QList<QWidget *> &parts)
{
    auto *page = new QWidget(this);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::tiny);
    for (QWidget *part : parts)
        row->addWidget(part, 1);
    m_pages->addWidget(page);
    return page;
}

QWidget *GoalChooser::makeCosts()
{
    auto *costs = new QWidget(this);
    auto *grid = new QGridLayout(costs);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::small);
    grid->setVerticalSpacing(spacing::tiny);
    for (QDoubleSpinBox *box : {m_missCost, m_prevalence}) {
        auto *name = new QLabel(box->accessibleName(), costs);
        name->setBuddy(box);
        name->setToolTip(box->toolTip());
        const int line = grid->rowCount();
        grid->addWidget(name, line, 0);
        grid->addWidget(box, line, 1);
    }
    grid->setColumnStretch(0, 1);
    return costs;
}

GoalChooser::GoalChooser(QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox(this)), m_pages(new QStackedWidget(this)),
      m_set(new QPushButton(tr("Set"), this))
{
    setObjectName(QStringLiteral("goalChooser"));
    m_kind->setObjectName(QStringLiteral("goalBox"));
    m_kind->setAccessibleName(tr("Goal of the threshold"));
    const QString favourable =
        tr("From the labels of the test pictures; figures on these pictures are too favourable "
           "afterwards");
    addKind(tr("False alarms at most"), tr("From good pictures alone, held out from the training"),
            ThresholdGoal::Kind::FalseAlarmRate);
    addKind(tr("Misses at most"), favourable, ThresholdGoal::Kind::MissRate);
    addKind(tr("Best F1"), favourable, ThresholdGoal::Kind::BestF1);
    addKind(tr("Least cost"), favourable, ThresholdGoal::Kind::LeastCost);
    addKind(tr("Mean + 3 sigma"),
            tr("Mean and three standard deviations of good pictures held out from the training; promises no rate"),
            ThresholdGoal::Kind::NormalSpread);
    addKind(tr("Youden's index"), tr("Largest recall less false alarm rate.") + QLatin1Char(' ') + favourable,
            ThresholdGoal::Kind::Youden);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents); // the widest goal is read whole, in every language

    m_rate = makeBox(QStringLiteral("falseAlarmBox"), tr("False alarms at most"),
                     tr("Sets the threshold from good pictures alone, held out from the training"));
    m_chiSquareRate =
        makeBox(QStringLiteral("chiSquareRateBox"), tr("False alarms of the chi-square limit"), chiSquareToolTip());
    m_missRate = makeBox(QStringLiteral("missRateBox"), tr("Misses at most"),
                         tr("Share of the defective test pictures that may be called good"));
    m_missCost = makeBox(QStringLiteral("missCostBox"), tr("Cost of a miss in false alarms"),
                         tr("What a missed defect costs, as a multiple of what a false alarm costs"));
    m_prevalence = makeBox(QStringLiteral("prevalenceBox"), tr("Share of defective parts"),
                           tr("Share of defective parts where the detector will work, usually far less than in the "
                              "test set"));
    {
        const QSignalBlocker rate(m_rate);
        const QSignalBlocker chiSquare(m_chiSquareRate);
        const QSignalBlocker misses(m_missRate);
        const QSignalBlocker cost(m_missCost);
        const QSignalBlocker prevalence(m_prevalence);
        m_rate->setValue(defaultFalseAlarmRate * 100);
        m_chiSquareRate->setValue(defaultFalseAlarmRate * 100);
        m_missRate->setRange(0, 99);
        m_missRate->setValue(5);
        m_missCost->setRange(0.1, 1'000'000);
        m_missCost->setSingleStep(1);
        m_missCost->setSuffix(tr(" : 1"));
        m_missCost->setValue(ErrorCosts{}.miss);
        m_prevalence->setRange(0.01, 99);
        m_prevalence->setDecimals(2);
        m_prevalence->setValue(ErrorCosts{}.prevalence * 100);
    }
    m_costs = makeCosts();
    makePage({m_rate});
    makePage({m_missRate});
    makePage({}); // best F1
    makePage({}); // least cost: two boxes with their names, on rows of their own
    makePage({}); // spread of the normals
    makePage({}); // Youden's index
    makePage({m_chiSquareRate});
    m_set->setObjectName(QStringLiteral("goalButton"));
    m_set->setAccessibleName(tr("Set the threshold by the goal"));
    m_set->setToolTip(m_rate->toolTip());

    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::tiny); // the panel must fit a window of 1280 px
    row->addWidget(m_kind, 1);
    row->addWidget(m_pages);
    row->addWidget(m_set);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tiny);
    column->addLayout(row);
    column->addWidget(m_costs);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        showPossible();
    });
    connect(m_set, &QPushButton::clicked, this, &GoalChooser::choose);
    showPossible();
}

ThresholdGoal::Kind GoalChooser::kind() const
{
    return static_cast<ThresholdGoal::Kind>(m_kind->currentData().toInt());
}

void GoalChooser::choose()
{
    ThresholdGoal goal;
    goal.kind = kind();
    goal.rate = (goal.kind == ThresholdGoal::Kind::MissRate    ? m_missRate
                 : goal.kind == ThresholdGoal::Kind::ChiSquare ? m_chiSquareRate
                                                               : m_rate)
                    ->value() /
                100;
    goal.degreesOfFreedom = m_degreesOfFreedom;
    goal.costs.miss = m_missCost->value();
    goal.costs.prevalence = m_prevalence->value() / 100;
    emit chosen(goal);
}

void GoalChooser::setRate(double rate)
{
    const QSignalBlocker blocker(m_rate);
    m_rate->setValue(rate * 100);
}

void GoalChooser::setNormals(qint64 normals)
{
    m_normals = normals;
    showPossible();
}

void GoalChooser::setLabels(bool hasDefective, bool hasBoth)
{
    m_hasDefective = hasDefective;
    m_hasBoth = hasBoth;
    showPossible();
}

QString GoalChooser::chiSquareToolTip()
{
    return tr("As if the features were normally distributed; refused where held-out good pictures speak against it");
}

void GoalChooser::setDegreesOfFreedom(const std::vector<int> &degrees)
{
    m_degreesOfFreedom = degrees;
    const int index = m_kind->findData(static_cast<int>(ThresholdGoal::Kind::ChiSquare));
    if (degrees.empty() && index >= 0)
        m_kind->removeItem(index);
    else if (!degrees.empty() && index < 0)
        addKind(tr("Chi-square limit"), chiSquareToolTip(), ThresholdGoal::Kind::ChiSquare);
    showPossible();
}

void GoalChooser::addKind(const QString &text, const QString &toolTip, ThresholdGoal::Kind kind)
{
    m_kind->addItem(text, static_cast<int>(kind));
    m_kind->setItemData(m_kind->count() - 1, toolTip, Qt::ToolTipRole);
}

void GoalChooser::showPossible()
{
    bool possible = m_hasBoth;
    QString needed = tr("Needs test pictures labelled good and defective");
    switch (kind()) {
    case ThresholdGoal::Kind::FalseAlarmRate:
    case ThresholdGoal::Kind::NormalSpread:
    case ThresholdGoal::Kind::ChiSquare:
        possible = m_normals > (kind() == ThresholdGoal::Kind::NormalSpread ? 1 : 0);
        needed = tr("Needs good pictures held out from the training");
        break;
    case ThresholdGoal::Kind::MissRate:
        possible = m_hasDefective;
        needed = tr("Needs test pictures labelled defective");
        break;
    case ThresholdGoal::Kind::BestF1:
    case ThresholdGoal::Kind::LeastCost:
    case ThresholdGoal::Kind::Youden:
        break;
    }
    m_set->setEnabled(possible);
    m_pages->setEnabled(possible);
    m_costs->setEnabled(possible);
    m_costs->setVisible(kind() == ThresholdGoal::Kind::LeastCost);
    m_set->setToolTip(possible ? m_kind->currentData(Qt::ToolTipRole).toString() : needed);
}

} // namespace spotcheck::ui
