#include <algorithm>

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <spotcheck/core/error.h>

#include "enginetexts.h"
#include "ui/pages/train/queueresult.h"
#include "ui/report/comparisoncolumns.h"
#include "ui/report/enginetext.h"
#include "ui/report/errortext.h"
#include "ui/report/reportsections.h"
#include "ui/settings/language.h"

using namespace spotcheck;
using namespace spotcheck::ui;

namespace {

const QString sourceFolder = QStringLiteral(SPOTCHECK_SOURCE_DIR);

struct Translation {
    QString context;
    QString source;
    QStringList texts; ///< several: plural forms
    bool plural = false;
    QString type; ///< "unfinished", "vanished", "obsolete"; empty: done
};

QList<Translation> readTranslations(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(fileName));
    QList<Translation> all;
    QString context;
    QXmlStreamReader xml(&file);
    while (xml.readNextStartElement() || !xml.atEnd()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            all.push_back({context, {}, {}, xml.attributes().value("numerus") == QLatin1String("yes"), {}});
        } else if (xml.name() == QLatin1String("source")) {
            all.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            all.back().type = xml.attributes().value("type").toString();
            if (!all.back().plural)
                all.back().texts << xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform")) {
            all.back().texts << xml.readElementText();
        }
    }
    if (xml.hasError() && xml.error() != QXmlStreamReader::PrematureEndOfDocumentError)
        qFatal("%s: %s", qPrintable(fileName), qPrintable(xml.errorString()));
    return all;
}

/// Places for arguments, sorted: "%1", "%2", "%n".
QStringList places(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%(?:L?\\d|n)"));
    QStringList found;
    for (auto match = place.globalMatch(text); match.hasNext();)
        found << match.next().captured().remove(QLatin1Char('L'));
    found.removeDuplicates();
    found.sort();
    return found;
}

qsizetype accelerators(const QString &text)
{
    static const QRegularExpression key(QStringLiteral("&[^&\\s]"));
    return QString(text).remove(QStringLiteral("&&")).count(key);
}

QString fileOf(const QString &code)
{
    return QStringLiteral("%1/translations/spotcheck_%2.ts").arg(sourceFolder, code);
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

    void addLanguages() const
    {
        QTest::addColumn<QString>("code");
        for (const Language &language : languages()) {
            if (language.code != QLatin1String("en"))
                QTest::newRow(qPrintable(language.code)) << language.code;
        }
    }

private slots:
    void theEnginesTextsAreListed()
    {
        QFile file(sourceFolder + "/translations/enginetexts.cpp");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList texts = test::engineTexts(sourceFolder);
        QVERIFY(texts.contains(QString::fromStdString(errorSentence(ErrorCode::WriteFailed))));
        QVERIFY2(file.readAll() == test::engineTextsFile(texts),
                 "translations/enginetexts.cpp is out of date: run test_translations --write-engine-texts");
    }

    /// What lupdate would find new in the sources is missing in the files.
    void everyTextOfTheSourcesIsThere_data() { addLanguages(); }
    void everyTextOfTheSourcesIsThere()
    {
        QFETCH(QString, code);
        QTemporaryDir folder;
        const QString fresh = folder.filePath("fresh.ts");
        QVERIFY(QFile::copy(fileOf(code), fresh));
        QProcess lupdate;
        lupdate.start(SPOTCHECK_LUPDATE,
                      {"-silent", "-locations", "none", "-no-obsolete", "-I", sourceFolder, sourceFolder + "/ui",
                       sourceFolder + "/app/main.cpp", sourceFolder + "/translations/enginetexts.cpp", "-ts", fresh});
        QVERIFY(lupdate.waitForFinished(120'000));
        QCOMPARE(lupdate.exitCode(), 0);
        const QList<Translation> translations = readTranslations(fresh);
        QVERIFY(translations.size() > 500);
        QStringList missing;
        for (const Translation &translation : translations) {
            const bool empty = translation.texts.isEmpty() || translation.texts.contains(QString());
            if (!translation.type.isEmpty() || empty)
                missing << translation.context + ": " + translation.source;
        }
        QVERIFY2(missing.isEmpty(),
                 qPrintable(QString("%1 texts are not translated, run update_translations and translate them:\n%2")
                                .arg(missing.size())
                                .arg(missing.mid(0, 40).join('\n'))));
    }

    void translationsKeepWhatTheSourceHolds_data() { addLanguages(); }
    void translationsKeepWhatTheSourceHolds()
    {
        QFETCH(QString, code);
        const int plurals = code == QLatin1String("ko") ? 1 : 2;
        for (const Translation &translation : readTranslations(fileOf(code))) {
            if (translation.plural)
                QCOMPARE(translation.texts.size(), plurals);
            for (const QString &text : translation.texts) {
                const QByteArray where = (translation.source + " -> " + text).toUtf8();
                QStringList wanted = places(translation.source);
                QStringList found = places(text);
                if (translation.plural) { // a singular form may say "one" in words
                    wanted.removeAll("%n");
                    found.removeAll("%n");
                }
                QVERIFY2(found == wanted, where);
                QVERIFY2((accelerators(text) > 0) == (accelerators(translation.source) > 0), where);
                QVERIFY2(text.endsWith(QChar(0x2026)) == translation.source.endsWith(QChar(0x2026)), where);
            }
        }
    }

    void englishHasItsPlurals()
    {
        for (const Translation &translation : readTranslations(fileOf("en"))) {
            QVERIFY2(translation.plural, qPrintable(translation.source));
            QVERIFY2(translation.type.isEmpty() && translation.texts.size() == 2 && !translation.texts.contains(""),
                     qPrintable(translation.source));
        }
    }

    /// What happened, and what to do about it: two sentences at least, in each language its own.
    void everyErrorSaysWhatToDo_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("code");
        for (const Language &language : languages()) {
            for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
                QTest::addRow("%s %s", qPrintable(language.code), errorId(static_cast<ErrorCode>(code)).c_str())
                    << language.code << code;
        }
    }
    void everyErrorSaysWhatToDo()
    {
        QFETCH(const QString, language);
        QFETCH(const int, code);
        const auto error = static_cast<ErrorCode>(code);
        const QString english = QString::fromStdString(errorSentence(error));
        const ActiveLanguage active(*qApp, language);
        const QString text = engineText(english.toStdString());
        QCOMPARE(text == english, language == QLatin1String("en"));
        static const QRegularExpression end(QStringLiteral("[.!?](?=\\s|$)"));
        QVERIFY2(text.count(end) >= 2, qPrintable(text));
        QVERIFY2(text.endsWith(QLatin1Char('.')), qPrintable(text));
        // A code without an entry of its own would be taken for the last one.
        QCOMPARE(english == QString::fromStdString(errorSentence(ErrorCode::Internal)), error == ErrorCode::Internal);
        if (language == QLatin1String("ko"))
            QVERIFY2(
                std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Hangul; }),
                qPrintable(text));
    }

    /// The engine keeps reasons as English text, for logs and files; the window and its reports translate them.
    void aKeptReasonIsSpokenInTheLanguage()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const std::string sentence = errorSentence(static_cast<ErrorCode>(code));
            const std::string kept = Error(static_cast<ErrorCode>(code), "/parts/Öse.png", "layer4: \"x\"").what();
            QCOMPARE(reasonText(kept), QString::fromStdString(kept));
            const ActiveLanguage german(*qApp, "de");
            QCOMPARE(reasonText(kept), "/parts/Öse.png: " + engineText(sentence) + " (layer4: \"x\")");
        }
        const ActiveLanguage german(*qApp, "de");
        QCOMPARE(reasonText("somebody else's words"), QString("somebody else's words"));
        ComparisonRow row;
        row.failure = Error(ErrorCode::LayerMissing, "layer4").what();
        QCOMPARE(rowNote(row), engineText(errorSentence(ErrorCode::LayerMissing)) + " (layer4)");

        ReportContent content;
        content.entries.resize(1);
        content.entries[0].result.failure =
            Error(ErrorCode::ImageTruncated, std::filesystem::path("/parts/a.png")).what();
        const QString said = "/parts/a.png: " + engineText(errorSentence(ErrorCode::ImageTruncated));
        QCOMPARE(entryFacts(content, content.entries[0]), said);
        QCOMPARE(listRemark(content.entries[0]), said);
    }

    void aFailedTrainingSaysWhyInTheLanguage()
    {
        const ActiveLanguage german(*qApp, "de");
        QueueResult result;
        Entrant failed;
        failed.name = "PaDiM";
        failed.failure = Error(ErrorCode::WeightsMissing, "resnet50").what();
        result.setOutcome({}, {failed}, 0);
        const QString said = engineText(errorSentence(ErrorCode::WeightsMissing)) + " (resnet50)";
        const QList<QLabel *> labels = result.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [&](const QLabel *label) { return label->text().contains(said); }));
    }

    void aLanguageIsSpokenAsLongAsItIsActive()
    {
        const std::string english = errorSentence(ErrorCode::WriteFailed);
        const QString before = engineText(english);
        QCOMPARE(before, QString::fromStdString(english));
        {
            const ActiveLanguage german(*qApp, "de");
            QVERIFY(engineText(english) != before);
            QCOMPARE(QLocale().toString(1.5, 'f', 1), QString("1,5"));
            QCOMPARE(engineText(Message{"no such text %1", {"7"}}), QString("no such text 7"));
        }
        QCOMPARE(engineText(english), before);
        const ActiveLanguage korean(*qApp, "ko");
        const QString text = engineText(english);
        QVERIFY2(std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Hangul; }),
                 qPrintable(text));
    }

    /// Figures within the engine's sentences are written as the window writes its own; what is no figure stays.
    void figuresAreThoseOfTheLanguage_data()
    {
        QTest::addColumn<std::string>("argument");
        QTest::addColumn<QString>("german");
        QTest::newRow("share") << std::string("7.7 %") << "7,7 %";
        QTest::newRow("size") << std::string("1.5 GB") << "1,5 GB";
        QTest::newRow("factor") << std::string("2.5") << "2,5";
        QTest::newRow("count") << std::string("12") << "12";
        QTest::newRow("file") << std::string("/parts/1.5/7.7 %.png") << "/parts/1.5/7.7 %.png";
        QTest::newRow("version") << std::string("1.2.3") << "1.2.3";
        QTest::newRow("degrees") << std::string("64, 128") << "64, 128";
    }
    void figuresAreThoseOfTheLanguage()
    {
        QFETCH(const std::string, argument);
        QFETCH(const QString, german);
        const Message message{"%1", {argument}};
        {
            const ActiveLanguage active(*qApp, "de");
            QCOMPARE(engineText(message), german);
        }
        const ActiveLanguage active(*qApp, "en");
        QCOMPARE(engineText(message), QString::fromStdString(argument));
    }

    void theUsersChoiceComesBeforeTheSystems()
    {
        QCOMPARE(languageFor("ko", QLocale("de_DE")), QString("ko"));
        QCOMPARE(languageFor("", QLocale("de_AT")), QString("de"));
        QCOMPARE(languageFor("", QLocale("pl_PL")), QString("en"));
        QCOMPARE(languageFor("xx", QLocale("ko_KR")), QString("ko"));
    }
};

int main(int argc, char *argv[])
{
    if (argc > 1 && QByteArray(argv[1]) == "--write-engine-texts") {
        QFile file(sourceFolder + "/translations/enginetexts.cpp");
        const QByteArray content = test::engineTextsFile(test::engineTexts(sourceFolder));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? 0 : 1;
    }
    QApplication application(argc, argv);
    TestTranslations test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_translations.moc"
