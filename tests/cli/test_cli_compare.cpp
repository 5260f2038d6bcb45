#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <spotcheck/detectors/registry.h>

#include "clirun.h"
#include "jsonfile.h"

using namespace spotcheck::cli;
using spotcheck::test::readJson;

/// Several detectors on the same pictures by command line.
class TestCliCompare : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_set;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    CliRun compared(const QString &output, const QStringList &more) const
    {
        return runCli(QStringList{"compare", "--dataset", m_set, "--output", output} + more);
    }

    static QByteArray content(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void initTestCase()
    {
        m_set = path("set");
        QVERIFY(makeSmallSample(m_set));
    }

    /// A detector is tested by being listed.
    void allOfTheRegistry()
    {
        const QString output = path("all");
        const CliRun run = compared(output, {"--detectors", "all", "--input-size", "64"});
        QVERIFY2(run.code == 0, run.error.constData());
        const QJsonObject json = readJson(output + "/comparison.json");
        const QJsonArray models = json["models"].toArray();
        QCOMPARE(models.size(), static_cast<qsizetype>(spotcheck::detectorRegistry().size()));
        for (const QJsonValue &value : models) {
            const QJsonObject model = value.toObject();
            const QByteArray id = model["detector"].toString().toUtf8();
            QVERIFY2(model.contains("error"), id);
            if (!model["error"].isNull())
                continue; // a layer that this backbone does not have
            QVERIFY2(model["image_auroc"].isDouble(), id);
            QCOMPARE(model["pixel_auroc"].isNull(), !model["has_anomaly_map"].toBool());
            QCOMPARE(model["intervals_95"].toObject()["recall"].toObject()["n"].toInt(), 5);
            QVERIFY2(model["training_seconds"].toDouble() > 0 && model["memory_bank_bytes"].toDouble() > 0, id);
            QCOMPARE(model["file_bytes"].toDouble(),
                     static_cast<double>(QFileInfo(output + "/" + id + ".spotcheck").size()));
            QVERIFY2(run.out.contains(id), id);
        }
        QVERIFY(models[0].toObject()["error"].isNull());
        const QByteArray csv = content(output + "/comparison.csv");
        QCOMPARE(csv.count('\n'), models.size() + 1);
        QVERIFY(csv.startsWith("name,detector,backbone"));
        const QByteArray html = content(output + "/comparison.html");
        QVERIFY(html.contains("<svg") && html.contains("series-0") && html.contains("</html>"));
        QVERIFY(run.out.contains("held out of the training"));
        int withoutP = 0;
        for (const QJsonValue &model : models) {
            QCOMPARE(model["intervals_95"]["image_auroc"].toArray().size(), 2);
            QCOMPARE(model["operating_point"]["uses_test_labels"], QJsonValue(false));
            withoutP += model["auroc_p"].isNull() ? 1 : 0;
        }
        QVERIFY(withoutP >= 1); // the best
        QVERIFY(html.contains("p against the best"));
    }

    void oneFailureDoesNotStopTheOthers()
    {
        const QString output = path("failing");
        QVERIFY(trainSmallModel(m_set, path("small.spotcheck")));
        const CliRun run = compared(output, {"--models", path("small.spotcheck"), path("nowhere.spotcheck")});
        QVERIFY2(run.code == 1, run.error.constData()); // a script must not take it for the whole
        QVERIFY(run.error.contains("nowhere.spotcheck"));
        QVERIFY2(run.error.contains("1 of 2 detectors could not be compared"), run.error.constData());
        const QJsonArray models = readJson(output + "/comparison.json")["models"].toArray();
        QCOMPARE(models.size(), 2);
        QVERIFY(models[0].toObject()["error"].isNull() && models[0].toObject()["image_auroc"].isDouble());
        QVERIFY(models[1].toObject()["error"].toString().contains("nowhere.spotcheck"));
        QVERIFY(models[1].toObject()["image_auroc"].isNull());
        QVERIFY(content(output + "/comparison.html").contains("nowhere"));
    }

    void picturesLeftOutAreToldAtTheEnd()
    {
        const QString broken = path("broken_set");
        QVERIFY(makeSmallSample(broken));
        const QString picture = broken + "/test/good/000.png";
        QVERIFY(QFile::resize(picture, QFileInfo(picture).size() / 2));
        const QString output = path("unread");
        const CliRun run =
            runCli({"compare", "--dataset", broken, "--output", output, "--models", path("small.spotcheck")});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.contains("1 test picture could not be inspected"), run.error.constData());
        QCOMPARE(readJson(output + "/comparison.json")["models"][0]["pictures_failed"].toInt(), 1);
    }

    void onlyFailuresAreAFailure()
    {
        const CliRun run = compared(path("none"), {"--models", path("a.spotcheck"), path("b.spotcheck")});
        QCOMPARE(run.code, 1);
        QVERIFY(run.error.contains("none of the detectors"));
        const CliRun unweighted =
            compared(path("none"), {"--detectors", "patchcore", "--backbone", "wide_resnet101_2"});
        QCOMPARE(unweighted.code, 1);
        QVERIFY2(unweighted.error.contains("wide_resnet101_2"), unweighted.error.constData());
    }

    void settingsReachTheirDetector()
    {
        const QString output = path("set_by_name");
        const CliRun run = compared(output, {"--detectors", "patchcore", "--input-size", "64", "--set",
                                             "patchcore.coreset_ratio=0.07", "--seed", "3"});
        QVERIFY2(run.code == 0, run.error.constData());
        const QJsonObject model = readJson(output + "/comparison.json")["models"][0].toObject();
        QCOMPARE(model["parameters"].toObject()["coreset_ratio"].toDouble(), 0.07);
        QCOMPARE(model["input_size"], QJsonValue(QJsonArray{64, 64}));
    }

    void verdictsThatDifferAreListed()
    {
        QVERIFY(trainSmallModel(m_set, path("one.spotcheck")));
        QVERIFY(runCli({"train", "--detector", "patchcore", "--dataset", m_set, "--output", path("two.spotcheck"),
                        "--input-size", "32", "--set", "coreset_ratio=0.5", "--seed", "9"})
                    .code == 0);
        const QString output = path("divided");
        const CliRun run = compared(output, {"--models", path("one.spotcheck"), path("two.spotcheck")});
        QVERIFY2(run.code == 0, run.error.constData());
        const QJsonObject json = readJson(output + "/comparison.json");
        for (const QJsonValue &value : json["disagreements"].toArray()) {
            const QJsonArray verdicts = value["verdicts"].toArray();
            QCOMPARE(verdicts.size(), 2);
            QVERIFY(verdicts[0]["verdict"] != verdicts[1]["verdict"]);
        }
    }
};

QTEST_GUILESS_MAIN(TestCliCompare)
#include "test_cli_compare.moc"
