#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QtTest>

#include "clirun.h"

using namespace spotcheck::cli;

/// The figures of the machine, with few and small pictures: that they are there and fit together, not what they are.
class TestCliBench : public QObject {
    Q_OBJECT

private slots:
    void measuresAndLeavesNothingBehind()
    {
        const QTemporaryDir folder;
        const QString json = folder.filePath("bench.json");
        qputenv("TMPDIR", folder.path().toLocal8Bit());
        const auto restore = qScopeGuard([] { qunsetenv("TMPDIR"); });
        const CliRun run = runCli({"bench", "--detectors", "patchcore,mahalanobis", "--normals", "4", "--tests", "4",
                                   "--size", "128", "--vectors", "1000", "--json", json});
        QVERIFY2(run.code == 0, run.error.constData());
        for (const char *word : {"sgemm", "coreset", "network", "patchcore", "mahalanobis"})
            QVERIFY2(run.out.contains(word), run.out.constData());

        QFile file(json);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject figures = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonObject machine = figures["machine"].toObject();
        QVERIFY(machine["gflops_one_thread"].toDouble() > 0);
        QVERIFY(machine["gflops_all_threads"].toDouble() > 0);
        QVERIFY(machine["threads"].toInt() >= 1);
        const QJsonArray steps = figures["steps"].toArray();
        QCOMPARE(steps.size(), 3);
        const QJsonObject coreset = steps[2].toObject();
        QVERIFY(coreset["plain"].toDouble() > 0);
        QVERIFY(std::abs(coreset["ratio"].toDouble() - coreset["value"].toDouble() / coreset["plain"].toDouble()) <
                1e-9);
        const double share = steps[1].toObject()["share_of_peak"].toDouble();
        QVERIFY2(share > 0 && share < 3, qPrintable(QString::number(share)));
        const QJsonArray detectors = figures["detectors"].toArray();
        QCOMPARE(detectors.size(), 2);
        for (const QJsonValue &detector : detectors) {
            QVERIFY(detector["failure"].isNull());
            QVERIFY(detector["train_seconds"].toDouble() > 0);
            QVERIFY(detector["ms_per_image"].toDouble() > 0);
            QVERIFY(detector["bank_bytes"].toDouble() > 0);
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{"bench.json"});
    }

    void refusesWhatItCannotMeasure()
    {
        QCOMPARE(runCli({"bench", "--detectors", "nothing"}).code, 2);
        QCOMPARE(runCli({"bench", "--backbone", "nothing"}).code, 2);
        QCOMPARE(runCli({"bench", "--normals", "1"}).code, 2);
        QCOMPARE(runCli({"bench", "--json", "/nowhere/at/all.json"}).code, 1);
    }
};

QTEST_GUILESS_MAIN(TestCliBench)
#include "test_cli_bench.moc"
