#pragma once

#include <QDialog>

#include "ui/settings/preferences.h"

class QComboBox;
class QLabel;

namespace spotcheck::ui {

/// Language and colours. A choice counts at once; a language is spoken from the next start on, and the dialog says
/// so.
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    explicit PreferencesDialog(Preferences &preferences, QWidget *parent = nullptr);

signals:
    void colourSchemeChosen(spotcheck::ui::ColourScheme scheme);

private:
    void chooseLanguage();

    Preferences &m_preferences;
    QComboBox *m_language;
    QLabel *m_nextStart;
};

} // namespace spotcheck::ui
