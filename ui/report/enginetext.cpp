#include "ui/report/enginetext.h"

#include <QCoreApplication>
#include <QStringList>

namespace spotcheck::ui {

QString engineText(const std::string &english)
{
    return QCoreApplication::translate("spotcheck", english.c_str());
}

QString engineText(const Message &message)
{
    Message spoken{engineText(message.text).toStdString(), {}};
    for (const std::string &argument : message.arguments)
        spoken.arguments.push_back(engineText(argument).toStdString());
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
