#include <algorithm>

#include <sys/stat.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "clirun.h"

using namespace spotcheck::cli;

namespace {

const QString model = QStringLiteral(SPOTCHECK_SOURCE_DIR "/tests/engine/model/data/golden/tree_patchcore.spotcheck");
const QString pictures = QStringLiteral(SPOTCHECK_SOURCE_DIR "/tests/engine/image/data/pictures/");

QByteArray read(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &fileName, const QByteArray &bytes)
{
    QFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool holdsControlCharacters(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return (code < 0x20 && c != '\n') || code == 0x7F;
    });
}

} // namespace

/// Folders and files made to do harm, through the program as a user starts it.
class TestCliHostile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    CliRun inspect(const QString &what, const QString &formats) const
    {
        return runCli({"--progress", "none", "inspect", model, what, "--output", path("out"), "--format", formats,
                       "--pictures", "all"});
    }

    /// One message on one line of its own, on stderr, that a terminal can take.
    static void expectRefusal(const CliRun &run, const QByteArray &named)
    {
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.startsWith("spotcheck-cli: ") && run.error.contains(named), run.error);
        QCOMPARE(run.error.count('\n'), 1);
        QVERIFY2(!holdsControlCharacters(run.error), run.error);
    }

private slots:
    void cleanup() { QDir(path("out")).removeRecursively(); }

    void namesOfAllKinds()
    {
        const QString folder = path("names");
        QVERIFY(QDir().mkpath(folder));
        const QString longest = QString(83, u'부') + QStringLiteral("ab.png"); // 255 bytes, the most there is
        QCOMPARE(longest.toUtf8().size(), 255);
        const QStringList names{QStringLiteral("=HYPERLINK(\"x\").png"),
                                QStringLiteral("<img src=x onerror=alert(1)>.png"),
                                QStringLiteral("line\nbreak\r.png"),
                                QStringLiteral("esc\x1b[2J\a.png"),
                                QStringLiteral("\"quoted\", 'both'.png"),
                                QStringLiteral("검사 1.png"),
                                longest};
        for (const QString &name : names)
            QVERIFY2(QFile::copy(pictures + "rgb.png", folder + '/' + name), qPrintable(name));
        QVERIFY(write(folder + "/broken\x1b[2J\n.png", "no picture"));

        const CliRun run = inspect(folder, "json,csv,html,png,tiff");
        QVERIFY2(run.code == 0 || run.code == 1, run.error);
        QVERIFY2(!holdsControlCharacters(run.error), run.error);
        QVERIFY2(!holdsControlCharacters(run.out), run.out);

        QStringList told;
        const QJsonArray images =
            QJsonDocument::fromJson(read(path("out/results.json"))).object()["images"].toArray();
        for (const QJsonValue &image : images)
            told << QFileInfo(image["path"].toString()).fileName();
        for (const QString &name : names)
            QVERIFY2(told.contains(name), qPrintable(name));
        QCOMPARE(images.size(), names.size() + 1);

        const QByteArray page = read(path("out/report.html"));
        QVERIFY(page.contains("&lt;img src=x onerror=alert(1)&gt;"));
        QVERIFY(!page.contains("<img src=x"));
        QXmlStreamReader xml(page);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));

        // Each picture has its own map and annotated picture, below the folder that was named.
        for (const char *kind : {"maps", "annotated"})
            QCOMPARE(QDir(path("out/") + kind).entryList(QDir::Files).size(), names.size());
    }

    /// As a relative path, the only one that can begin so.
    void aNameIsNoFormula()
    {
        const QDir before = QDir::current();
        QVERIFY(QDir::setCurrent(m_folder.path()));
        QVERIFY(QFile::copy(pictures + "rgb.png", "=1+1.png"));
        const CliRun run = inspect("=1+1.png", "csv");
        QVERIFY(QDir::setCurrent(before.path()));
        QVERIFY2(run.code == 0, run.error);
        const QByteArrayList lines = read(path("out/results.csv")).split('\n');
        QVERIFY2(lines.value(1).startsWith("./=1+1.png,"), lines.value(1));
    }

    void bombsDoNotStopTheRest()
    {
        const QString folder = path("bombs");
        QVERIFY(QDir().mkpath(folder));
        QByteArray png = read(pictures + "rgb.png");
        png.replace(16, 8, QByteArray::fromHex("0000ea600000ea60")); // 60,000 x 60,000
        QVERIFY(write(folder + "/bomb.png", png));
        QVERIFY(QFile::copy(pictures + "rgb.png", folder + "/good.png"));
        QVERIFY(QFile::link(folder, folder + "/again"));
        QVERIFY(QFile::link("self.png", folder + "/self.png"));
        QCOMPARE(::mkfifo(QFile::encodeName(folder + "/pipe.png").constData(), 0600), 0);
        const CliRun run = inspect(folder, "json");
        QVERIFY(run.code >= 0);
        const QJsonArray images =
            QJsonDocument::fromJson(read(path("out/results.json"))).object()["images"].toArray();
        QMap<QString, QString> failures;
        for (const QJsonValue &image : images)
            failures[QFileInfo(image["path"].toString()).fileName()] = image["error"].toString();
        QCOMPARE(failures.size(), 4);
        QCOMPARE(images.size(), 4);
        QCOMPARE(failures["good.png"], QString());
        QVERIFY2(failures["bomb.png"].contains("60000 x 60000"), qPrintable(failures["bomb.png"]));
        QVERIFY2(failures["self.png"].contains("leads back to itself"), qPrintable(failures["self.png"]));
        QVERIFY2(failures["pipe.png"].contains("pipe"), qPrintable(failures["pipe.png"]));
    }

    void hostileModelsAndWeights()
    {
        QByteArray content = read(model);
        content.replace("\"detector\":\"patchcore\"", "\"detector\":\"\\u001b[2J\""); // as long as it was
        QVERIFY(content != read(model) && content.size() == read(model).size());
        QVERIFY(write(path("esc.spotcheck"), content));
        expectRefusal(runCli({"inspect", path("esc.spotcheck"), pictures + "rgb.png", "--output", path("out")}),
                      "esc.spotcheck");

        // The header's length, 2^63.
        QVERIFY(write(path("length.safetensors"), QByteArray::fromHex("0000000000000080") + "{}"));
        expectRefusal(runCli({"weights", "import", path("length.safetensors")}), "9223372036854775808");

        const QByteArray header =
            "{\"a\\u001b[31m\\n\":{\"dtype\":\"X\\u0007\\u001b[2J\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        QByteArray length(8, '\0');
        length[0] = static_cast<char>(header.size());
        QVERIFY(write(path("esc.safetensors"), length + header + "1234"));
        expectRefusal(runCli({"weights", "import", path("esc.safetensors")}), "esc.safetensors");

        // The message names a file whose name is a command to terminals.
        const QString steering = path("\x1b]0;owned\a\n.pth");
        QVERIFY(write(steering, "PK\x03\x04 and nothing more"));
        expectRefusal(runCli({"weights", "import", steering}), "\\x1b]0;owned\\x07\\n.pth");
    }
};

QTEST_GUILESS_MAIN(TestCliHostile)
#include "test_cli_hostile.moc"
