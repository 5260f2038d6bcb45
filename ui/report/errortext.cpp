#include "ui/report/errortext.h"

#include <new>

#include <QFile>

#include <spotcheck/core/error.h>

#include "ui/report/enginetext.h"

namespace spotcheck::ui {

QString errorText(const std::exception &exception)
{
    const auto *error = dynamic_cast<const Error *>(&exception);
    if (!error) {
        const bool memory = dynamic_cast<const std::bad_alloc *>(&exception) != nullptr;
        return engineText(errorSentence(memory ? ErrorCode::OutOfMemory : ErrorCode::Internal));
    }
    QString text = engineText(errorSentence(error->code()));
    if (!error->file().empty())
        text = QStringLiteral("%1: %2").arg(QFile::decodeName(error->file().c_str()), text);
    if (!error->detail().empty())
        text += QStringLiteral(" (%1)").arg(QString::fromStdString(error->detail()));
    return text;
}

QString reasonText(const std::string &english)
{
    const QString text = QString::fromStdString(english);
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const std::string sentence = errorSentence(static_cast<ErrorCode>(code));
        const QString known = QString::fromStdString(sentence);
        if (const qsizetype place = text.indexOf(known); place >= 0)
            return QString(text).replace(place, known.size(), engineText(sentence));
    }
    return text;
}

} // namespace spotcheck::ui
