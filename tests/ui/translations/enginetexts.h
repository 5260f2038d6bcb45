#pragma once

#include <QStringList>

namespace spotcheck::test {

/// Every English text of the engine that the window shows, sorted, each once: what the registries describe, the
/// errors' sentences, and the literal texts of messages in the engine's sources below `sourceFolder`.
QStringList engineTexts(const QString &sourceFolder);

/// translations/enginetexts.cpp for these texts: what lupdate reads them from.
QByteArray engineTextsFile(const QStringList &texts);

} // namespace spotcheck::test
