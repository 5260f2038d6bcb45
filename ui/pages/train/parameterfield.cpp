#include "ui/pages/train/parameterfield.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QToolButton>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

namespace {

int asInt(double value)
{
    return static_cast<int>(
        std::clamp<double>(value, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

/// Enough digits to show the smallest value and the default as they are.
int decimalsFor(const ParameterSpec &spec)
{
    const double smallest = spec.minimum > 0 ? spec.minimum : 0.01;
    int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(smallest))), 2, 8);
    const double value = std::get<double>(spec.defaultValue);
    while (decimals < 8 &&
           std::abs(value - std::round(value * std::pow(10, decimals)) / std::pow(10, decimals)) > 1e-9)
        ++decimals;
    return decimals;
}

QString suffixOf(const ParameterSpec &spec)
{
    return spec.unit.empty() ? QString() : QLatin1Char(' ') + QString::fromStdString(spec.unit);
}

} // namespace

ParameterField::ParameterField(const ParameterSpec &spec, QWidget *parent)
    : QWidget(parent), m_spec(spec), m_editor(makeEditor()), m_reset(new QToolButton(this))
{
    m_editor->setFixedWidth(editorWidth);
    m_editor->setObjectName(QStringLiteral("parameter_") + QString::fromStdString(spec.id));
    m_editor->setAccessibleName(engineText(spec.title));
    m_editor->setToolTip(engineText(spec.help));
    m_reset->setObjectName(QStringLiteral("reset_") + QString::fromStdString(spec.id));
    m_reset->setIcon(themedIcon(QStringLiteral("reset")));
    m_reset->setToolTip(tr("Back to the default, %1").arg(QString::fromStdString(toString(spec.defaultValue))));
    m_reset->setAccessibleName(tr("Reset %1 to its default").arg(engineText(spec.title)));
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(policy);
    m_reset->hide();
    connect(m_reset, &QToolButton::clicked, this, [this] { setValue(m_spec.defaultValue); });

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::tiny);
    row->addStretch();
    row->addWidget(m_reset);
    row->addWidget(m_editor);
    setFocusProxy(m_editor);
    setValue(spec.defaultValue);
}

QWidget *ParameterField::makeEditor()
{
    switch (m_spec.type) {
    case ParameterSpec::Type::Switch: {
        auto *box = new QCheckBox(tr("On"), this);
        connect(box, &QCheckBox::toggled, this, &ParameterField::announce);
        return box;
    }
    case ParameterSpec::Type::Integer: {
        auto *box = new QSpinBox(this);
        box->setRange(asInt(m_spec.minimum), asInt(m_spec.maximum));
        box->setSuffix(suffixOf(m_spec));
        connect(box, &QSpinBox::valueChanged, this, &ParameterField::announce);
        return box;
    }
    case ParameterSpec::Type::Real: {
        auto *box = new QDoubleSpinBox(this);
        box->setDecimals(decimalsFor(m_spec));
        box->setRange(m_spec.minimum, m_spec.maximum);
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        box->setSuffix(suffixOf(m_spec));
        connect(box, &QDoubleSpinBox::valueChanged, this, &ParameterField::announce);
        return box;
    }
    case ParameterSpec::Type::Choice:
        break;
    }
    auto *box = new QComboBox(this);
    for (const std::string &choice : m_spec.choices)
        box->addItem(engineText(choice).replace(QLatin1Char('_'), QLatin1Char(' ')), QString::fromStdString(choice));
    connect(box, &QComboBox::currentIndexChanged, this, &ParameterField::announce);
    return box;
}

ParameterValue ParameterField::value() const
{
    if (const auto *box = qobject_cast<const QCheckBox *>(m_editor))
        return box->isChecked();
    if (const auto *box = qobject_cast<const QSpinBox *>(m_editor))
        return static_cast<std::int64_t>(box->value());
    if (const auto *box = qobject_cast<const QDoubleSpinBox *>(m_editor))
        return box->value();
    return static_cast<const QComboBox *>(m_editor)->currentData().toString().toStdString();
}

void ParameterField::setValue(const ParameterValue &value)
{
    if (auto *box = qobject_cast<QCheckBox *>(m_editor))
        box->setChecked(std::get<bool>(value));
    else if (auto *number = qobject_cast<QSpinBox *>(m_editor))
        number->setValue(asInt(static_cast<double>(std::get<std::int64_t>(value))));
    else if (auto *real = qobject_cast<QDoubleSpinBox *>(m_editor))
        real->setValue(std::get<double>(value));
    else if (auto *choice = qobject_cast<QComboBox *>(m_editor))
        choice->setCurrentIndex(choice->findData(QString::fromStdString(std::get<std::string>(value))));
}

void ParameterField::announce()
{
    m_reset->setVisible(!isDefault());
    emit changed();
}

} // namespace spotcheck::ui
