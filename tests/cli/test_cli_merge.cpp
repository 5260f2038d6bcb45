#include <sys/stat.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

#include "clirun.h"

using namespace spotcheck::cli;

/// Results of several runs together are those of one run over all pictures.
class TestCliMerge : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    QJsonObject readJson(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

    int inspect(const QString &pictures, const QString &output, const QStringList &more = {})
    {
        return runCli(QStringList{"inspect", path("set.spotcheck"), path(pictures), "--output", path(output),
                                  "--format", "json"} +
                      more)
            .code;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(makeSmallSample(path("set")));
        QVERIFY(trainSmallModel(path("set"), path("set.spotcheck")));
        QCOMPARE(inspect("set/test", "all"), 0);
        QCOMPARE(inspect("set/test/good", "good"), 0);
        for (const QString &kind : QDir(path("set/test")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (kind != "good")
                QCOMPARE(inspect("set/test/" + kind, "defective-" + kind), 0);
        }
    }

    void partsAreTheWhole()
    {
        QStringList parts{path("good")};
        for (const QString &part : QDir(m_folder.path()).entryList({"defective-*"}, QDir::Dirs))
            parts << path(part + "/results.json");
        QVERIFY(parts.size() > 2);
        const CliRun run = runCli(QStringList{"merge"} + parts + QStringList{"--output", path("merged.json")});
        QVERIFY2(run.code == 0, run.error.constData());
        const QJsonObject merged = readJson("merged.json");
        const QJsonObject whole = readJson("all/results.json");
        QCOMPARE(merged["model"], whole["model"]);
        QCOMPARE(merged["operating_point"], whole["operating_point"]);
        QCOMPARE(merged["counts"], whole["counts"]);
        QCOMPARE(merged["merged_from"].toArray().size(), parts.size());
        const auto scores = [](const QJsonObject &results) {
            QMap<QString, double> all;
            for (const QJsonValue &image : results["images"].toArray())
                all[image["sha256"].toString()] = image["score"].toDouble();
            return all;
        };
        QCOMPARE(scores(merged), scores(whole));
    }

    void repeatedPicturesAreKeptOnce()
    {
        const CliRun run = runCli({"merge", path("all"), path("good"), "--output", path("twice.json")});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.error.contains("3 picture(s)"), run.error.constData());
        QCOMPARE(readJson("twice.json")["counts"], readJson("all/results.json")["counts"]);
    }

    /// A picture that one job could not read and another one judged counts once, as judged, whichever comes first.
    void aFailureElsewhereDoesNotCount()
    {
        QJsonObject failed = readJson("good/results.json");
        QJsonArray images = failed["images"].toArray();
        QJsonObject first = images[0].toObject();
        for (const char *known : {"score", "p_value"})
            first[known] = QJsonValue::Null;
        first["verdict"] = "failed";
        first["sha256"] = "";
        failed["images"] = QJsonArray{first};
        QFile file(path("failed.json"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(failed).toJson()) > 0);
        file.close();
        for (const QStringList &order :
             {QStringList{path("failed.json"), path("good")}, QStringList{path("good"), path("failed.json")}}) {
            const CliRun run = runCli(QStringList{"merge"} + order + QStringList{"--output", path("both.json")});
            QCOMPARE(run.code, 0);
            QCOMPARE(readJson("both.json")["counts"], readJson("good/results.json")["counts"]);
        }
        const CliRun twice =
            runCli({"merge", path("failed.json"), path("failed.json"), "--output", path("both.json")});
        QCOMPARE(twice.code, 0);
        QCOMPARE(readJson("both.json")["counts"].toObject()["failed"].toInt(), 1);
    }

    void whatDoesNotGoTogetherIsRefused()
    {
        QCOMPARE(inspect("set/test/good", "other", {"--threshold", "1.5"}), 0);
        const CliRun thresholds = runCli({"merge", path("all"), path("other"), "--output", path("no.json")});
        QCOMPARE(thresholds.code, 1);
        QVERIFY2(thresholds.error.contains("another threshold"), thresholds.error.constData());
        QVERIFY(!QFile::exists(path("no.json")));

        QFile broken(path("broken.json"));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{\"images\": 3") > 0);
        broken.close();
        const CliRun unreadable = runCli({"merge", path("all"), path("broken.json"), "--output", path("no.json")});
        QCOMPARE(unreadable.code, 1);
        QVERIFY2(unreadable.error.contains("broken.json"), unreadable.error.constData());
        QCOMPARE(runCli({"merge", path("nowhere"), "--output", path("no.json")}).code, 1);
        QCOMPARE(runCli({"merge", "--output", path("no.json")}).code, 2);
    }

    void hostileFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("reason");
        const QByteArray head = R"({"format": "spotcheck-results", "model": {}, "operating_point": {}, "images": [)";
        const QByteArray good = R"({"verdict": "good"}, )";
        QTest::newRow("deep") << head + QByteArray(200'000, '[') << QByteArray("nested deeper than 32");
        QTest::newRow("deep to the end") << head + QByteArray(200'000, '[') + QByteArray(200'000, ']') + "]}"
                                         << QByteArray("nested deeper than 32");
        QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(200'000)
                                      << QByteArray("nested deeper than 32");
        QTest::newRow("format") << QByteArray(R"({"format": 1})") << QByteArray("holds no results");
        QTest::newRow("array") << QByteArray("[]") << QByteArray("holds no results");
        QTest::newRow("no JSON") << QByteArray("{\"images\": 3") << QByteArray("no valid JSON at byte ");
        QTest::newRow("number") << head + R"({"score": 1e999}]})" << QByteArray("number that is too large");
        QTest::newRow("no object") << head + good + "3]}" << QByteArray("picture 2 of its \"images\" is no object");
        QTest::newRow("verdict") << head + R"({"verdict": "images"}]})" << QByteArray("picture 1 of its \"images\"");
        QTest::newRow("no verdict") << head + good + "{}]}" << QByteArray("has no verdict of");
    }
    void hostileFilesAreRefused()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, reason);
        QFile file(path("hostile.json"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size());
        file.close();
        const CliRun run = runCli({"merge", file.fileName(), "--output", path("no.json")});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.startsWith("spotcheck-cli: " + file.fileName().toUtf8() + ": "), run.error.constData());
        QVERIFY2(run.error.contains(reason), run.error.constData());
        QVERIFY(!QFile::exists(path("no.json")));
    }

    /// It would wait for a writer for ever.
    void aPipeIsRefused()
    {
        const QString pipe = path("pipe.json");
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const CliRun run = runCli({"merge", pipe, "--output", path("no.json")});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.contains(pipe.toUtf8() + ": this is no regular file"), run.error.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliMerge)
#include "test_cli_merge.moc"
