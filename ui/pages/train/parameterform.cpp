#include "ui/pages/train/parameterform.h"

#include <algorithm>

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/pages/train/parameterfield.h"
#include "ui/pages/train/presetchooser.h"
#include "ui/theme/icons.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

ParameterForm::ParameterForm(const std::vector<ParameterSpec> &specs, const std::vector<ParameterPreset> &presets,
                             QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::medium);
    auto *plain = new QWidget(this);
    QGridLayout *plainGrid = addGrid(plain);
    auto *advanced = new QWidget(this);
    QGridLayout *advancedGrid = addGrid(advanced);
    for (const ParameterSpec &spec : specs)
        addField(spec.advanced ? advancedGrid : plainGrid, spec);
    if (!presets.empty()) {
        auto *chooser = new PresetChooser(presets, this);
        connect(chooser, &PresetChooser::chosen, this, &ParameterForm::setValues);
        connect(this, &ParameterForm::changed, chooser, [this, chooser] { chooser->showMatch(values()); });
        column->addWidget(chooser);
    }
    column->addWidget(plain);

    const bool hasAdvanced = std::any_of(specs.begin(), specs.end(), [](const auto &spec) { return spec.advanced; });
    advanced->hide();
    if (!hasAdvanced)
        return;
    auto *fold = new QToolButton(this);
    fold->setObjectName(QStringLiteral("advancedParameters"));
    fold->setText(tr("Advanced"));
    fold->setIcon(themedIcon(QStringLiteral("chevron-right")));
    fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold->setCheckable(true);
    fold->setFocusPolicy(Qt::StrongFocus);
    fold->setToolTip(tr("Parameters that seldom need a change"));
    connect(fold, &QToolButton::toggled, this, [fold, advanced](bool shown) {
        advanced->setVisible(shown);
        fold->setIcon(themedIcon(shown ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    });
    column->addWidget(fold, 0, Qt::AlignLeft);
    column->addWidget(advanced);
}

QGridLayout *ParameterForm::addGrid(QWidget *owner)
{
    auto *grid = new QGridLayout(owner);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::medium);
    grid->setVerticalSpacing(spacing::tiny);
    grid->setColumnStretch(0, 1);
    return grid;
}

void ParameterForm::addField(QGridLayout *grid, const ParameterSpec &spec)
{
    auto *field = new ParameterField(spec, this);
    auto *title = new QLabel(engineText(spec.title), this);
    title->setBuddy(field->editor());
    auto *help = new QLabel(engineText(spec.help), this);
    setTextRole(help, TextRole::Small);
    help->setWordWrap(true);
    const int row = grid->rowCount();
    grid->addWidget(title, row, 0, Qt::AlignVCenter);
    grid->addWidget(field, row, 1);
    grid->addWidget(help, row + 1, 0, 1, 2);
    grid->setRowMinimumHeight(row + 2, spacing::small);
    m_fields.push_back(field);
    connect(field, &ParameterField::changed, this, &ParameterForm::changed);
}

void ParameterForm::setValues(const ParameterValues &values)
{
    for (ParameterField *field : m_fields) {
        const auto given = values.find(field->spec().id);
        field->setValue(given == values.end() ? field->spec().defaultValue : given->second);
    }
}

ParameterValues ParameterForm::values() const
{
    ParameterValues values;
    for (const ParameterField *field : m_fields) {
        if (!field->isDefault())
            values[field->spec().id] = field->value();
    }
    return values;
}

} // namespace spotcheck::ui
