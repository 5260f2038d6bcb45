#pragma once

#include <string>
#include <vector>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace spotcheck::test {

/// Stored reference values beside the tests.
inline QJsonObject readJson(const QString &file)
{
    QFile stream(file);
    if (!stream.open(QIODevice::ReadOnly))
        qFatal("reference values are missing: %s", qPrintable(file));
    return QJsonDocument::fromJson(stream.readAll()).object();
}

inline std::vector<double> numbers(const QJsonValue &array)
{
    std::vector<double> values;
    for (const QJsonValue &value : array.toArray())
        values.push_back(value.toDouble());
    return values;
}

} // namespace spotcheck::test
