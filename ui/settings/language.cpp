#include "ui/settings/language.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace spotcheck::ui {

namespace {

bool isSpoken(const QString &code)
{
    return std::ranges::any_of(languages(), [&](const Language &language) { return language.code == code; });
}

/// The user's own locale where it is of that language, so that a Swiss reads Swiss numbers.
QLocale localeOf(const QString &code)
{
    const QLocale system = QLocale::system();
    const QLocale plain(code);
    return system.language() == plain.language() ? system : plain;
}

} // namespace

const std::vector<Language> &languages()
{
    static const std::vector<Language> all{
        {QStringLiteral("en"), QStringLiteral("English")},
        {QStringLiteral("de"), QStringLiteral("Deutsch")},
        {QStringLiteral("ko"), QStringLiteral("한국어")},
    };
    return all;
}

QString languageFor(const QString &code, const QLocale &system)
{
    if (isSpoken(code))
        return code;
    for (const QString &wanted : system.uiLanguages()) {
        QString language = wanted.section(QLatin1Char('-'), 0, 0);
        if (isSpoken(language))
            return language;
    }
    return languages().front().code;
}

ActiveLanguage::ActiveLanguage(QCoreApplication &application, const QString &code) : m_application(application)
{
    const auto install = [this](const QString &name, const QString &folder) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(name, folder))
            return;
        m_application.installTranslator(translator.get());
        m_translators.push_back(std::move(translator));
    };
    install(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("spotcheck_") + code, QStringLiteral(":/i18n"));
    QLocale::setDefault(localeOf(code));
}

ActiveLanguage::~ActiveLanguage()
{
    for (const std::unique_ptr<QTranslator> &translator : m_translators)
        m_application.removeTranslator(translator.get());
    QLocale::setDefault(m_before);
}

} // namespace spotcheck::ui
