#pragma once

#include <QFile>
#include <QJsonDocument>

/// A stored reference file; an empty document (which no test accepts) if it is missing.
inline QJsonDocument readJsonFile(const char *name)
{
    QFile file(QStringLiteral(SPOTCHECK_TEST_DATA "/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}
