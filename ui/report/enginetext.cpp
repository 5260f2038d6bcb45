#include "ui/report/enginetext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace spotcheck::ui {

QString engineText(const std::string &english)
{
    return QCoreApplication::translate("spotcheck", english.c_str());
}

namespace {

/// A figure with its unit as the engine writes it ("7.7 %", "1.5 GB"), with the decimal separator of `numbers`. What
/// only looks like one in part, a file's name or a version, stays.
QString inLanguage(QString argument, const QLocale &numbers)
{
    static const QRegularExpression figure(QStringLiteral("^-?\\d+\\.\\d+( (%|[A-Za-z]+))?$"));
    if (figure.match(argument).hasMatch())
        argument.replace(QLatin1Char('.'), numbers.decimalPoint());
    return argument;
}

} // namespace

QString engineText(const Message &message, const QLocale &numbers)
{
    Message spoken{engineText(message.text).toStdString(), {}};
    for (const std::string &argument : message.arguments)
        spoken.arguments.push_back(inLanguage(engineText(argument), numbers).toStdString());
    return QString::fromStdString(spoken.english());
}

QString engineText(const std::vector<Message> &messages)
{
    QStringList sentences;
    for (const Message &message : messages)
        sentences << engineText(message);
    return sentences.join(QLatin1Char(' '));
}

} // namespace spotcheck::ui
