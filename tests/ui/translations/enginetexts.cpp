#include "enginetexts.h"

#include <set>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/error.h>
#include <spotcheck/detectors/registry.h>

namespace spotcheck::test {

namespace {

using Texts = std::set<QString>;

void add(Texts &texts, const std::string &text)
{
    if (!text.empty())
        texts.insert(QString::fromStdString(text));
}

void addParameters(Texts &texts, const std::vector<ParameterSpec> &specs)
{
    static const QRegularExpression word(QStringLiteral("^[a-z_]+$")); // "layer2+layer3" and "3" are no words
    for (const ParameterSpec &spec : specs) {
        for (const std::string &text : {spec.title, spec.help, spec.unit})
            add(texts, text);
        for (const std::string &choice : spec.choices) {
            if (word.match(QString::fromStdString(choice)).hasMatch())
                add(texts, choice);
        }
    }
}

void addRegistries(Texts &texts)
{
    for (const DetectorInfo &info : detectorRegistry()) {
        for (const std::string &text : {info.title, info.analysisUnit, info.scoring, info.memoryBank, info.backbones,
                                        info.extraTraining, info.alignment, info.advice})
            add(texts, text);
        addParameters(texts, info.parameters);
        for (const ParameterPreset &preset : info.presets) {
            add(texts, preset.title);
            add(texts, preset.help);
        }
    }
    for (const BackboneInfo &info : backboneRegistry()) {
        for (const std::string &text : {info.title, info.purpose, info.licence})
            add(texts, text);
    }
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
        add(texts, errorSentence(static_cast<ErrorCode>(code)));
}

/// Literals that hold a place for an argument, "%1", joined where they stand side by side.
void addMessages(Texts &texts, const QString &sourceFolder)
{
    static const QRegularExpression literals(QStringLiteral(R"re((?:"(?:[^"\\\n]|\\.)*"\s*)+)re"));
    static const QRegularExpression joint(QStringLiteral(R"re("\s*")re"));
    static const QRegularExpression braced(QStringLiteral(R"re([{(]\s*$)re"));
    QDirIterator files(sourceFolder + QStringLiteral("/engine"), {QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        const QString source = QString::fromUtf8(file.readAll());
        if (!source.contains(QLatin1String("Message")))
            continue;
        for (auto found = literals.globalMatch(source); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            QString text = match.captured().trimmed();
            text = text.mid(1, text.size() - 2).remove(joint);
            const bool sentence = text.contains(QLatin1Char(' ')) && text.endsWith(QLatin1Char('.'));
            if (sentence && braced.match(source.left(match.capturedStart())).hasMatch())
                texts.insert(text);
        }
    }
}

QByteArray escaped(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return bytes;
}

} // namespace

QStringList engineTexts(const QString &sourceFolder)
{
    Texts texts;
    addRegistries(texts);
    addMessages(texts, sourceFolder);
    return {texts.begin(), texts.end()};
}

QByteArray engineTextsFile(const QStringList &texts)
{
    QByteArray file = "// The engine's texts that the window shows: read by lupdate, compiled by nobody.\n"
                      "// Written by: test_translations --write-engine-texts\n"
                      "static const char *const engineTexts[] = {\n";
    for (const QString &text : texts)
        file += "    QT_TRANSLATE_NOOP(\"spotcheck\", \"" + escaped(text) + "\"),\n";
    return file + "};\n";
}

} // namespace spotcheck::test
