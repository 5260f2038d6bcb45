#pragma once

#include <string>
#include <vector>

#include <QLocale>
#include <QString>

#include <spotcheck/core/message.h>

namespace spotcheck::ui {

/// A text that the engine has in English (titles, help, sentences), in the window's language. Those that the engine
/// can say are listed for the translators in translations/enginetexts.cpp.
QString engineText(const std::string &english);
/// `numbers`: whose decimal separator figures have; reports have a point in every language, in tables as in
/// sentences.
QString engineText(const Message &message, const QLocale &numbers = QLocale());
/// One after the other, as a paragraph.
QString engineText(const std::vector<Message> &messages);

} // namespace spotcheck::ui
