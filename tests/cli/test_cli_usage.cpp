#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "clirun.h"

using namespace spotcheck::cli;

/// Help, wrong usage, and the subcommands that only tell something.
class TestCliUsage : public QObject {
    Q_OBJECT

private slots:
    void helpExplainsEverySubcommand_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("word");
        QTest::newRow("program") << QStringList{} << "evaluate";
        QTest::newRow("detectors") << QStringList{"detectors"} << "--json";
        QTest::newRow("weights") << QStringList{"weights"} << "import";
        QTest::newRow("weights import") << QStringList{"weights", "import"} << "--as";
        QTest::newRow("weights list") << QStringList{"weights", "list"} << "Usage";
        QTest::newRow("weights fetch") << QStringList{"weights", "fetch"} << "SPOTCHECK_WEIGHTS_URL";
        QTest::newRow("weights verify") << QStringList{"weights", "verify"} << "SHA-256";
        QTest::newRow("sample") << QStringList{"sample"} << "--seed";
        QTest::newRow("train") << QStringList{"train"} << "--calibration-share";
        QTest::newRow("inspect") << QStringList{"inspect"} << "--false-alarm-rate";
        QTest::newRow("evaluate") << QStringList{"evaluate"} << "--dataset";
        QTest::newRow("compare") << QStringList{"compare"} << "--detectors";
        QTest::newRow("export") << QStringList{"export"} << "--with-preprocessing";
        QTest::newRow("watch") << QStringList{"watch"} << "--camera";
    }
    void helpExplainsEverySubcommand()
    {
        QFETCH(QStringList, command);
        QFETCH(QString, word);
        const CliRun run = runCli(command + QStringList{"--help"});
        QCOMPARE(run.code, 0);
        QVERIFY(run.error.isEmpty());
        QVERIFY(run.out.contains("Usage: "));
        QVERIFY2(run.out.contains(word.toUtf8()), run.out.constData());
    }

    void wrongUsageIsTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("hint");
        const QString program = "See spotcheck-cli --help";
        const QString train = "See spotcheck-cli train --help";
        const QString inspect = "See spotcheck-cli inspect --help";
        QTest::newRow("nothing") << QStringList{} << "subcommand" << program;
        QTest::newRow("unknown") << QStringList{"frobnicate"} << "unknown subcommand 'frobnicate'" << program;
        QTest::newRow("unknown below") << QStringList{"weights", "frobnicate"} << "unknown subcommand 'frobnicate'"
                                       << "See spotcheck-cli weights --help";
        QTest::newRow("progress") << QStringList{"--progress", "loud", "detectors"} << "loud"
                                  << "--help";
        QTest::newRow("no detector") << QStringList{"train", "--normal", "x", "--output", "y"} << "--detector"
                                     << train;
        QTest::newRow("no pictures") << QStringList{"train", "--detector", "patchcore", "--output", "y"} << "--normal"
                                     << train;
        QTest::newRow("both sources") << QStringList{"train",     "--detector", "patchcore", "--normal", "x",
                                                     "--dataset", "z",          "--output",  "y"}
                                      << "--dataset" << train;
        QTest::newRow("unknown detector")
            << QStringList{"train", "--detector", "nope", "--normal", "x", "--output", "y"} << "nope" << train;
        QTest::newRow("unknown backbone")
            << QStringList{"train", "--detector", "patchcore", "--normal", "x", "--output", "y", "--backbone", "nope"}
            << "nope" << train;
        const QStringList plain{"train", "--detector", "patchcore", "--normal", "x", "--output", "y"};
        QTest::newRow("input size in words") << plain + QStringList{"--input-size", "big"} << "--input-size" << train;
        QTest::newRow("half an input size") << plain + QStringList{"--input-size", "64x"} << "WxH" << train;
        QTest::newRow("small height") << plain + QStringList{"--input-size", "64x8"} << "8 px" << train;
        QTest::newRow("one number of tiles") << plain + QStringList{"--tiles", "3"} << "--tiles" << train;
        QTest::newRow("no tiles") << plain + QStringList{"--tiles", "0x2"} << "0 x 2 tiles" << train;
        QTest::newRow("overlap") << plain + QStringList{"--tile-overlap", "0.6"} << "--tile-overlap" << train;
        QTest::newRow("alignment") << plain + QStringList{"--align", "by-eye"} << "--align" << train;
        QTest::newRow("reference alone") << plain + QStringList{"--align-reference", "z"} << "--align" << train;
        QTest::newRow("seed below zero") << plain + QStringList{"--seed", "-1"} << "--seed" << train;
        QTest::newRow("seed too large") << plain + QStringList{"--seed", "18446744073709551616"}
                                        << "18446744073709551616 is above 18446744073709551615" << train;
        QTest::newRow("hexadecimal seed")
            << plain + QStringList{"--seed", "0x10"} << "0x10 is no whole number" << train;
        QTest::newRow("all and an unknown one")
            << QStringList{"compare", "--dataset", "x", "--output", "y", "--detectors", "all,nope"} << "nope"
            << "See spotcheck-cli compare --help";
        QTest::newRow("unknown parameter")
            << QStringList{"train", "--detector", "patchcore", "--normal", "x", "--output", "y", "--set", "nope=1"}
            << "nope" << train;
        QTest::newRow("parameter out of range")
            << QStringList{"train",    "--detector", "patchcore", "--normal",       "x",
                           "--output", "y",          "--set",     "coreset_ratio=7"}
            << "coreset_ratio" << train;
        QTest::newRow("input size") << QStringList{"train",    "--detector", "patchcore",    "--normal", "x",
                                                   "--output", "y",          "--input-size", "5"}
                                    << "input" << train;
        QTest::newRow("calibration share")
            << QStringList{"train",    "--detector", "patchcore",           "--normal", "x",
                           "--output", "y",          "--calibration-share", "0.9"}
            << "--calibration-share" << train;
        QTest::newRow("device") << QStringList{"train",    "--detector", "patchcore", "--normal", "x",
                                               "--output", "y",          "--device",  "abacus"}
                                << "abacus" << train;
        QTest::newRow("format") << QStringList{"inspect", "m", "p", "--output", "o", "--format", "json,gif"} << "gif"
                                << inspect;
        QTest::newRow("threshold and rate")
            << QStringList{"inspect", "m", "p", "--output", "o", "--threshold", "1", "--false-alarm-rate", "0.1"}
            << "--threshold" << inspect;
        const QStringList judge{"inspect", "m", "p", "--output", "o"};
        for (const char *value : {"", "nan", "-inf"}) {
            for (const char *option : {"--threshold", "--mm-per-pixel", "--false-alarm-rate"})
                QTest::addRow("%s \"%s\"", option, value) << judge + QStringList{option, value} << option << inspect;
        }
        QTest::newRow("least area of nothing")
            << judge + QStringList{"--mm-per-pixel", "1", "--minimum-area-mm2", "nan"} << "--minimum-area-mm2"
            << inspect;
        QTest::newRow("an area larger than any picture")
            << judge + QStringList{"--mm-per-pixel", "1", "--minimum-area-mm2", "1e30"} << "--minimum-area-mm2"
            << inspect;
        QTest::newRow("no output folder")
            << QStringList{"inspect", "m", "p", "--output", ""} << "--output" << inspect;
        QTest::newRow("share that is no number")
            << plain + QStringList{"--calibration-share", "nan"} << "--calibration-share" << train;
        QTest::newRow("not a number") << QStringList{"inspect", "m", "p", "--output", "o", "--threshold", "high"}
                                      << "--threshold" << inspect;
        QTest::newRow("precision") << plain + QStringList{"--precision", "1"}
                                   << "--precision must be exact or fast, not 1" << train;
        QTest::newRow("precision of bench")
            << QStringList{"bench", "--precision", "0"} << "--precision must be exact or fast, not 0"
            << "See spotcheck-cli bench --help";
        const QStringList inspecting{"inspect", "m", "p", "--output", "o"};
        QTest::newRow("area in mm without a scale")
            << inspecting + QStringList{"--minimum-area-mm2", "2"} << "--mm-per-pixel" << inspect;
        QTest::newRow("two areas") << inspecting + QStringList{"--mm-per-pixel", "1", "--minimum-area-mm2", "2",
                                                               "--minimum-area", "3"}
                                   << "--minimum-area" << inspect;
        for (const QString command : {"watch", "export"}) {
            const QStringList target = command == "watch" ? QStringList{"d"} : QStringList{"--torchscript", "f"};
            QTest::newRow(qPrintable(command + ": two ways to a threshold"))
                << QStringList{command, "m"} + target +
                       QStringList{"--threshold", "1", "--threshold-from", "three-sigma"}
                << "--threshold"
                << "See spotcheck-cli " + command + " --help";
        }
        const QString compare = "See spotcheck-cli compare --help";
        QTest::newRow("nothing to compare")
            << QStringList{"compare", "--dataset", "x", "--output", "y"} << "--detectors" << compare;
        QTest::newRow("both to compare")
            << QStringList{"compare", "--dataset", "x", "--output", "y", "--detectors", "all", "--models", "z"}
            << "--models" << compare;
        QTest::newRow("unknown to compare")
            << QStringList{"compare", "--dataset", "x", "--output", "y", "--detectors", "nope"} << "nope" << compare;
        QTest::newRow("set of no detector")
            << QStringList{"compare", "--dataset",       "x",           "--output", "y",
                           "--set",   "coreset_ratio=1", "--detectors", "patchcore"}
            << "detector.name=value" << compare;
        const QString exporting = "See spotcheck-cli export --help";
        QTest::newRow("nothing to export to") << QStringList{"export", "m"} << "--torchscript" << exporting;
        QTest::newRow("size of no pictures")
            << QStringList{"export", "m", "--torchscript", "f", "--picture-size", "64x48"} << "--with-preprocessing"
            << exporting;
        QTest::newRow("half a picture size")
            << QStringList{"export", "m", "--torchscript", "f", "--with-preprocessing", "--picture-size", "64"}
            << "WxH" << exporting;
        QTest::newRow("no data set") << QStringList{"evaluate", "m"} << "--dataset"
                                     << "See spotcheck-cli evaluate --help";
    }
    void wrongUsageIsTwo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        QFETCH(QString, hint);
        const CliRun run = runCli(arguments);
        QCOMPARE(run.code, 2);
        QVERIFY(run.out.isEmpty());
        QVERIFY2(run.error.contains(named.toUtf8()), run.error.constData());
        QVERIFY2(run.error.contains(hint.toUtf8()), run.error.constData());
    }

    /// A zero in front makes no octal number of it.
    void aSeedIsDecimal()
    {
        const QTemporaryDir folder;
        const auto drawnBy = [&](const QString &seed) {
            const CliRun run = runCli({"sample", folder.filePath(seed), "--normals", "2", "--good", "1",
                                       "--defective", "5", "--size", "128", "--seed", seed});
            QFile picture(folder.filePath(seed) + "/train/good/000.png");
            return run.code == 0 && picture.open(QIODevice::ReadOnly) ? picture.readAll() : QByteArray();
        };
        const QByteArray ten = drawnBy("10");
        QVERIFY(!ten.isEmpty() && ten != drawnBy("8"));
        QCOMPARE(drawnBy("010"), ten);
        QVERIFY(!drawnBy("18446744073709551615").isEmpty());
    }

    void versionIsTold()
    {
        const CliRun run = runCli({"--version"});
        QCOMPARE(run.code, 0);
        QVERIFY(QRegularExpression("^spotcheck-cli \\d+\\.\\d+\\.\\d+\\n$").match(run.out).hasMatch());
    }

    void detectorsAreListed()
    {
        const CliRun text = runCli({"detectors"});
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains("patchcore") && text.out.contains("--set coreset_ratio="));
        const CliRun run = runCli({"detectors", "--json"});
        QCOMPARE(run.code, 0);
        const QJsonArray list = QJsonDocument::fromJson(run.out).array();
        QVERIFY(!list.isEmpty());
        for (const QJsonValue &entry : list) {
            const QJsonObject detector = entry.toObject();
            for (const char *key : {"id", "title", "paper", "parameters", "memory_bank", "has_anomaly_map"})
                QVERIFY2(detector.contains(QLatin1String(key)), key);
            for (const QJsonValue &parameter : detector["parameters"].toArray())
                QVERIFY(parameter.toObject().contains("default"));
            QVERIFY(text.out.contains(detector["id"].toString().toUtf8()));
        }
    }

    void weightsAreListedAndVerified()
    {
        const CliRun list = runCli({"weights", "list"});
        QCOMPARE(list.code, 0);
        QVERIFY(list.out.contains("embedded-resnet18"));
        QVERIFY(list.out.contains("wide_resnet50_2"));
        const CliRun verify = runCli({"weights", "verify"});
        QVERIFY2(verify.code == 0, verify.error.constData());
        QVERIFY(QRegularExpression("embedded-resnet18: good, SHA-256 [0-9a-f]{64}").match(verify.out).hasMatch());
    }

    void damagedWeightsAreFound()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath("resnet18.safetensors"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no tensors at all") > 0);
        file.close();
        const CliRun import = runCli({"weights", "import", file.fileName(), "--as", "resnet18"});
        QCOMPARE(import.code, 1);
        QVERIFY(import.error.contains(file.fileName().toUtf8()));

        qputenv("SPOTCHECK_WEIGHTS", folder.path().toUtf8());
        const CliRun verify = runCli({"weights", "verify"});
        qunsetenv("SPOTCHECK_WEIGHTS");
        QCOMPARE(verify.code, 1);
        QVERIFY(verify.error.contains(file.fileName().toUtf8()));
    }

    /// Without a graphics card the processor computes, and a line says so.
    void withoutCudaTheProcessorComputes()
    {
        const QTemporaryDir folder;
        const CliRun sample = runCli(
            {"sample", folder.filePath("set"), "--normals", "5", "--good", "1", "--defective", "5", "--size", "128"});
        QCOMPARE(sample.code, 0);
        const auto train = [&](const QString &device) {
            return runCli({"train", "--detector", "patchcore", "--dataset", folder.filePath("set"), "--input-size",
                           "64", "--output", folder.filePath(device), "--device", device, "--progress", "none"});
        };
        const CliRun run = train("cuda");
        QCOMPARE(run.code, 0);
        QCOMPARE(run.error.count("--device cuda"), 1);
        QVERIFY(QFileInfo::exists(folder.filePath("cuda")));
        const CliRun plain = train("cpu");
        QCOMPARE(plain.code, 0);
        QVERIFY(!plain.error.contains("--device"));
    }
};

QTEST_GUILESS_MAIN(TestCliUsage)
#include "test_cli_usage.moc"
