#pragma once

#include <memory>
#include <vector>

#include <QLocale>
#include <QString>

class QCoreApplication;
class QTranslator;

namespace spotcheck::ui {

/// A language that the window speaks.
struct Language {
    QString code; ///< "en", "de", "ko": as it stands in the settings and in the files' names
    QString name; ///< in the language itself: "Deutsch"
};

/// English first, which is the source.
const std::vector<Language> &languages();

/// The code of the language that is shown for a user's choice: `code` itself where the program speaks it, otherwise
/// (empty: no choice) the first of the system's languages that it does, otherwise English.
QString languageFor(const QString &code, const QLocale &system = QLocale::system());

/// Speaks one language for as long as it lives: the program's texts, those of Qt's own dialogs, and the locale that
/// numbers and dates are written by. Windows must be made after it.
class ActiveLanguage {
public:
    ActiveLanguage(QCoreApplication &application, const QString &code);
    ~ActiveLanguage();
    ActiveLanguage(const ActiveLanguage &) = delete;
    ActiveLanguage &operator=(const ActiveLanguage &) = delete;

private:
    QCoreApplication &m_application;
    QLocale m_before;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace spotcheck::ui
