#include <algorithm>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include "ui/guide/guidetext.h"
#include "ui/settings/language.h"

using namespace spotcheck::ui;

namespace {

const QString sourceFolder = QStringLiteral(SPOTCHECK_SOURCE_DIR);

/// A text of the program as a reader sees it: without key marks and the points behind it.
QString asSeen(QString text)
{
    static const QRegularExpression bracketedKey(QStringLiteral("\\(&.\\)"));
    return text.remove(bracketedKey).remove(QLatin1Char('&')).remove(QChar(0x2026)).simplified();
}

/// The window's texts in `language`. lupdate collects them all; test_translations sees to it that the files are up to
/// date.
QStringList textsOfTheProgram(const QString &language)
{
    const bool english = language == "en"; // the language of the sources, which every file holds
    QFile file(sourceFolder + QStringLiteral("/translations/spotcheck_%1.ts").arg(english ? "de" : language));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    QStringList texts;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String(english ? "source" : "numerusform"))
            texts << asSeen(xml.readElementText());
        else if (!english && xml.name() == QLatin1String("translation"))
            texts << asSeen(xml.readElementText(QXmlStreamReader::IncludeChildElements));
    }
    return texts;
}

/// Whether `name` is one of `texts`; what stands for a place ("%1") is free.
bool isInTheProgram(const QString &name, const QStringList &texts)
{
    static const QRegularExpression place(QStringLiteral("%(?:L?\\d|n)"));
    if (texts.contains(name))
        return true;
    for (const QString &text : texts) {
        const QStringList parts = text.split(place);
        const QString words = parts.join(QString());
        if (parts.size() < 2 || std::count_if(words.begin(), words.end(), [](QChar c) { return c.isLetter(); }) < 2)
            continue; // "%1: %2" would allow everything
        QStringList escaped;
        for (const QString &part : parts)
            escaped << QRegularExpression::escape(part);
        if (QRegularExpression('^' + escaped.join(".+") + '$').match(name).hasMatch())
            return true;
    }
    return false;
}

/// First captures of `expression` in `text`, which must be outside of code.
QStringList captures(const QString &text, const QString &expression)
{
    static const QRegularExpression code(QStringLiteral("```.*?```|`[^`]*`"),
                                         QRegularExpression::DotMatchesEverythingOption);
    QStringList found;
    for (auto match = QRegularExpression(expression).globalMatch(QString(text).remove(code)); match.hasNext();)
        found << match.next().captured(1).simplified();
    return found;
}

} // namespace

/// The guide's text against the program: it names nothing that is not there. In every language that there is a guide
/// for.
class TestGuide : public QObject {
    Q_OBJECT

    static void addLanguages()
    {
        QTest::addColumn<QString>("folder");
        for (const QString &language :
             QDir(sourceFolder + "/resources/guide").entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (language != "pictures")
                QTest::newRow(qPrintable(language)) << sourceFolder + "/resources/guide/" + language;
        }
    }

    static QList<GuideChapter> chapters()
    {
        QFETCH(QString, folder);
        return readGuide(folder);
    }

private slots:
    void everyLanguageHasTheSameChapters_data() { addLanguages(); }
    void everyLanguageHasTheSameChapters()
    {
        const QList<GuideChapter> english = readGuide(sourceFolder + "/resources/guide/en");
        const QList<GuideChapter> here = chapters();
        QVERIFY(english.size() >= 12);
        QCOMPARE(here.size(), english.size());
        for (qsizetype index = 0; index < here.size(); ++index) {
            QCOMPARE(here[index].file, english[index].file);
            QCOMPARE(here[index].sections.size(), english[index].sections.size());
            QCOMPARE(here[index].sections.front().level, 1);
        }
    }

    void picturesExist_data() { addLanguages(); }
    void picturesExist()
    {
        QFETCH(QString, folder);
        QSet<QString> shown;
        for (const GuideChapter &chapter : chapters()) {
            for (const QString &name : captures(chapter.markdown, R"(!\[[^\]]*\]\(([^)]+)\))")) {
                QVERIFY2(!QImage(folder + '/' + name).isNull(), qPrintable(chapter.file + ": " + name));
                shown.insert(QFileInfo(name).fileName());
            }
        }
        // And none lies there unused.
        const QDir pictures(sourceFolder + "/resources/guide/pictures");
        for (const QString &name : pictures.entryList({"*.png"}))
            QVERIFY2(shown.contains(name), qPrintable(name));
    }

    void picturesAreSmall()
    {
        qint64 bytes = 0;
        for (const QFileInfo &file : QDir(sourceFolder + "/resources/guide/pictures").entryInfoList(QDir::Files))
            bytes += file.size();
        QVERIFY2(bytes < 1'500'000, qPrintable(QString::number(bytes)));
    }

    void linksLeadSomewhere_data() { addLanguages(); }
    void linksLeadSomewhere()
    {
        const QList<GuideChapter> all = chapters();
        int links = 0;
        for (const GuideChapter &chapter : all) {
            for (const QString &link : captures(chapter.markdown, R"((?<!!)\[[^\]]*\]\(([^)]+)\))")) {
                const QString file = link.section('#', 0, 0);
                const QString anchor = link.section('#', 1);
                bool found = false;
                for (const GuideChapter &target : all) {
                    if (target.file != (file.isEmpty() ? chapter.file : file))
                        continue;
                    found = anchor.isEmpty();
                    for (const GuideSection &section : target.sections)
                        found |= section.anchor == anchor;
                }
                QVERIFY2(found, qPrintable(chapter.file + ": " + link));
                ++links;
            }
        }
        QVERIFY(links > 0);
    }

    /// Bold is a name of the program: of a page, a button, a menu, a field.
    void boldNamesAreInTheProgram_data() { addLanguages(); }
    void boldNamesAreInTheProgram()
    {
        const QStringList texts = textsOfTheProgram(QTest::currentDataTag());
        QVERIFY(texts.size() > 500);
        QVERIFY(!isInTheProgram("Press here", texts));
        QStringList unknown;
        int names = 0;
        for (const GuideChapter &chapter : chapters()) {
            for (const QString &name : captures(chapter.markdown, R"(\*\*([^*]+)\*\*)")) {
                ++names;
                if (!isInTheProgram(asSeen(name), texts))
                    unknown << chapter.file + ": " + name;
            }
        }
        QVERIFY(names > 50);
        QVERIFY2(unknown.isEmpty(), qPrintable("not in the program:\n" + unknown.join('\n')));
    }

    /// The comparison itself can fail.
    void namesAreToldFromOtherWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("known");
        QTest::newRow("plain") << "Missed" << true;
        QTest::newRow("with a key") << "Save project" << true;
        QTest::newRow("with a place") << "Train PatchCore" << true;
        QTest::newRow("unknown") << "Press here" << false;
        QTest::newRow("in part") << "Save" << false;
    }

    void namesAreToldFromOtherWords()
    {
        QFETCH(QString, name);
        QTEST(isInTheProgram(name, textsOfTheProgram("en")), "known");
    }

    void whatIsBuiltInIsWhatLiesInTheFolder()
    {
        const QList<GuideChapter> built = readGuide(guideFolder("en"));
        const QList<GuideChapter> source = readGuide(sourceFolder + "/resources/guide/en");
        QCOMPARE(built.size(), source.size());
        for (qsizetype index = 0; index < built.size(); ++index)
            QCOMPARE(built[index].markdown, source[index].markdown);
        QCOMPARE(guideFolder("xx"), guideFolder("en"));
    }

    void anchorsAreThoseOfRepositories_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("anchor");
        QTest::newRow("words") << "From good pictures alone"
                               << "from-good-pictures-alone";
        QTest::newRow("signs") << "“Too few normals”: what now?"
                               << "too-few-normals-what-now";
        QTest::newRow("bold") << "The page **Live**"
                              << "the-page-live";
        QTest::newRow("umlaut") << "Über Prüfmaße"
                                << "über-prüfmaße";
    }

    void anchorsAreThoseOfRepositories()
    {
        QFETCH(QString, heading);
        QTEST(guideAnchor(heading), "anchor");
    }

    void codeHoldsNoHeadings()
    {
        const GuideChapter chapter =
            readGuideChapter("a.md", "# One\n\n```\n# no heading\n```\n\n## Two\n\nwords **here**\n");
        QCOMPARE(chapter.sections.size(), 2);
        QVERIFY(chapter.sections[0].text.contains("# no heading") || chapter.sections[0].text.contains("no heading"));
        QCOMPARE(chapter.sections[1].text.simplified(), QString("Two words here"));
    }
};

QTEST_GUILESS_MAIN(TestGuide)
#include "test_guide.moc"
