#include "ui/dialogs/preferencesdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>

#include "ui/settings/language.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formlabels.h"

namespace spotcheck::ui {

PreferencesDialog::PreferencesDialog(Preferences &preferences, QWidget *parent)
    : QDialog(parent), m_preferences(preferences), m_language(new QComboBox(this)), m_nextStart(new QLabel(this))
{
    setObjectName(QStringLiteral("preferencesDialog"));
    setWindowTitle(tr("Preferences"));
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(tr("As the system"), QString());
    for (const Language &language : languages())
        m_language->addItem(language.name, language.code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language())));
    m_nextStart->setObjectName(QStringLiteral("languageNextStart"));
    m_nextStart->setWordWrap(true);
    m_nextStart->setText(tr("The language changes at the next start of Spotcheck."));
    setTextRole(m_nextStart, TextRole::Muted);

    auto *colours = new QComboBox(this);
    colours->setObjectName(QStringLiteral("colours"));
    colours->addItem(tr("As the system"), static_cast<int>(ColourScheme::FollowSystem));
    colours->addItem(tr("Light"), static_cast<int>(ColourScheme::Light));
    colours->addItem(tr("Dark"), static_cast<int>(ColourScheme::Dark));
    colours->setCurrentIndex(colours->findData(static_cast<int>(preferences.colourScheme())));
    connect(m_language, &QComboBox::currentIndexChanged, this, &PreferencesDialog::chooseLanguage);
    connect(colours, &QComboBox::currentIndexChanged, this,
            [this, colours] { emit colourSchemeChosen(static_cast<ColourScheme>(colours->currentData().toInt())); });

    auto *form = new QFormLayout(this);
    form->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    form->setSpacing(spacing::medium);
    form->addRow(tr("&Language"), m_language);
    form->addRow(QString(), m_nextStart);
    form->addRow(tr("&Colours"), colours);
    centreLabels(form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    form->addRow(buttons);
    setMinimumWidth(420);
}

void PreferencesDialog::chooseLanguage()
{
    m_preferences.setLanguage(m_language->currentData().toString());
    setTextRole(m_nextStart, TextRole::Strong); // now it matters
}

} // namespace spotcheck::ui
