#include "ui/pages/train/presetchooser.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

PresetChooser::PresetChooser(std::vector<ParameterPreset> presets, QWidget *parent)
    : QWidget(parent), m_presets(std::move(presets)), m_buttons(new QButtonGroup(this)), m_help(new QLabel(this))
{
    setTextRole(m_help, TextRole::Small);
    m_help->setObjectName(QStringLiteral("presetHelp"));
    m_help->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::small);
    for (std::size_t index = 0; index < m_presets.size(); ++index) {
        const ParameterPreset &preset = m_presets[index];
        auto *button = new QPushButton(engineText(preset.title), this);
        button->setObjectName(QStringLiteral("preset_") + QString::fromStdString(preset.id));
        button->setToolTip(engineText(preset.help));
        button->setCheckable(true);
        row->addWidget(button, 1);
        m_buttons->addButton(button, static_cast<int>(index));
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tiny);
    column->addLayout(row);
    column->addWidget(m_help);
    connect(m_buttons, &QButtonGroup::idClicked, this,
            [this](int index) { emit chosen(m_presets[static_cast<std::size_t>(index)].values); });
    showMatch({});
}

void PresetChooser::showMatch(const ParameterValues &values)
{
    m_buttons->setExclusive(false); // for as long as none may be checked
    m_help->setText(tr("Your own values."));
    for (std::size_t index = 0; index < m_presets.size(); ++index) {
        const bool match = m_presets[index].values == values;
        m_buttons->button(static_cast<int>(index))->setChecked(match);
        if (match)
            m_help->setText(engineText(m_presets[index].help));
    }
    m_buttons->setExclusive(true);
}

} // namespace spotcheck::ui
