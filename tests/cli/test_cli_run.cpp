#include <filesystem>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <spotcheck/image/imagereader.h>

#include "clirun.h"

using namespace spotcheck::cli;

/// The whole path by command line: sample, train, inspect, evaluate.
class TestCliRun : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_set;
    QString m_model;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    static QJsonObject readJson(const QString &fileName)
    {
        QFile file(fileName);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

    static int filesBelow(const QString &folder, const QString &pattern)
    {
        int count = 0;
        for (QDirIterator it(folder, {pattern}, QDir::Files, QDirIterator::Subdirectories); it.hasNext(); it.next())
            ++count;
        return count;
    }

    QJsonArray inspected(const QStringList &more)
    {
        const QString output = path("inspected");
        QDir(output).removeRecursively();
        const CliRun run = runCli(QStringList{"inspect", m_model, m_set + "/test", "--output", output} + more);
        if (run.code != 0)
            qWarning() << run.error;
        return readJson(output + "/results.json")["images"].toArray();
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_set = path("set");
        m_model = path("set.spotcheck");
        QVERIFY(makeSmallSample(m_set));
        QCOMPARE(filesBelow(m_set + "/train/good", "*.png"), 8);
        QCOMPARE(filesBelow(m_set + "/test", "*.png"), 8);
        QCOMPARE(filesBelow(m_set + "/ground_truth", "*.png"), 5);
        QVERIFY(trainSmallModel(m_set, m_model));
        QVERIFY(QFileInfo(m_model).size() > 1000);
    }

    void trainingSaysWhatCameOut()
    {
        const CliRun run = runCli({"train", "--detector", "patchcore", "--normal", m_set + "/train/good", "--output",
                                   path("again.spotcheck"), "--input-size", "64", "--calibration-share", "0.5"});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.error.isEmpty(), run.error.constData()); // no progress where there is no terminal
        QVERIFY(run.out.contains("4 pictures, 4 held out"));
        QVERIFY(run.out.contains("again.spotcheck"));
    }

    /// Levels are no share of the pictures that they were learnt from.
    void trainingCountsGaussiansAsSuch()
    {
        const CliRun run = runCli({"train", "--detector", "mahalanobis", "--normal", m_set + "/train/good",
                                   "--output", path("mahalanobis.spotcheck"), "--input-size", "64"});
        QVERIFY2(run.code == 0, run.error.constData());
        QVERIFY2(QRegularExpression("stored +\\d+ Gaussians, one a layer \\(").match(run.out).hasMatch(),
                 run.out.constData());
    }

    void whatIsReadIsNotWrittenOver()
    {
        const auto contentOf = [](const QString &file) {
            QFile opened(file);
            return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
        };
        const QByteArray model = contentOf(m_model);
        CliRun run = runCli({"export", m_model, "--torchscript", m_model});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.error.contains(m_model.toUtf8()), run.error.constData());
        run = runCli({"evaluate", m_model, "--dataset", m_set, "--json", m_model});
        QCOMPARE(run.code, 2);
        QVERIFY(contentOf(m_model) == model);

        QVERIFY(QDir().mkpath(path("in/annotated")));
        const QString picture = path("in/annotated/000.png");
        QVERIFY(QFile::copy(m_set + "/test/good/000.png", picture));
        const QByteArray bytes = contentOf(picture);
        run = runCli({"inspect", m_model, path("in/annotated"), "--output", path("in"), "--format", "json,png"});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.error.contains("000.png"), run.error.constData());
        run = runCli({"train", "--detector", "patchcore", "--normal", path("in/annotated"), "--output", picture});
        QCOMPARE(run.code, 2);
        QVERIFY(!bytes.isEmpty() && contentOf(picture) == bytes);
        // Where nothing of theirs is written, pictures may lie there.
        run = runCli({"inspect", m_model, path("in/annotated"), "--output", path("in"), "--format", "json"});
        QVERIFY2(run.code == 0, run.error.constData());
    }

    void anEmptyDataSetIsNoDataSet()
    {
        const CliRun run = runCli({"train", "--detector", "patchcore", "--dataset", "", "--output", path("none")});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.error.contains("--dataset"), run.error.constData());
    }

    void inspectWritesEveryFormat()
    {
        const QString output = path("all");
        const CliRun run = runCli({"inspect", m_model, m_set, "--output", output, "--format",
                                   "json,csv,html,pdf,png,tiff", "--pictures", "all", "--part", "P-1"});
        QVERIFY2(run.code == 0, run.error.constData());
        QVERIFY2(run.error.isEmpty(), run.error.constData());
        for (const char *name : {"results.json", "results.csv", "report.html", "report.pdf"})
            QVERIFY2(QFileInfo(output + "/" + name).size() > 500, name);
        // Of a folder in MVTec AD layout the test pictures are inspected, and neither masks nor normals.
        QCOMPARE(filesBelow(output + "/annotated", "*.png"), 8);
        QCOMPARE(filesBelow(output + "/maps", "*.tiff"), 8);
        QVERIFY(QFileInfo::exists(output + "/maps/good/000.tiff"));
        const QJsonObject results = readJson(output + "/results.json");
        QCOMPARE(results["images"].toArray().size(), 8);
        QCOMPARE(results["model"].toObject()["file"].toString(), m_model);
        QCOMPARE(results["model"].toObject()["sha256"].toString().size(), 64);
        QCOMPARE(results["operating_point"].toObject()["how_chosen"].toString(), "false_alarm_rate");
        for (const QJsonValue &value : results["images"].toArray()) {
            const QJsonObject image = value.toObject();
            QVERIFY(image["score"].isDouble() && image["p_value"].isDouble() && image["regions"].isArray());
            QCOMPARE(image["sha256"].toString().size(), 64);
            QVERIFY(QStringList({"good", "defective"}).contains(image["verdict"].toString()));
            QVERIFY(QStringList({"good", "defective"}).contains(image["label"].toString()));
        }
    }

    void annotatedAreThoseOfTheReportsWhereChosen()
    {
        const QStringList command{"inspect",  m_model,       m_set, "--format",
                                  "png,tiff", "--threshold", "1e9", "--output"};
        QVERIFY(runCli(command + QStringList{path("none-defective"), "--pictures", "defective"}).code == 0);
        QCOMPARE(filesBelow(path("none-defective/annotated"), "*.png"), 0);
        QCOMPARE(filesBelow(path("none-defective/maps"), "*.tiff"), 8);
        QVERIFY(runCli(command + QStringList{path("not-chosen")}).code == 0);
        QCOMPARE(filesBelow(path("not-chosen/annotated"), "*.png"), 8);
    }

    /// What a run wrote below the pictures is no picture of the next one.
    void resultsAreNotInspectedAgain()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath("parts"));
        for (const char *name : {"000.png", "001.png"})
            QVERIFY(QFile::copy(m_set + "/test/good/" + name, folder.filePath("parts/") + name));
        for (int run = 0; run < 2; ++run) {
            const CliRun inspected =
                runCli({"inspect", m_model, folder.filePath("parts"), "--output", folder.filePath("parts/out"),
                        "--format", "json,png,tiff", "--pictures", "all"});
            QCOMPARE(inspected.code, 0);
            QVERIFY2(inspected.out.startsWith("2 pictures: "), inspected.out.constData());
        }
    }

    /// However often the paths name it; the first mention says where it stands.
    void aPictureIsInspectedOnce()
    {
        const QString good = m_set + "/test/good";
        QVERIFY(QFile::link(good, path("good-again")));
        const CliRun run = runCli({"inspect", m_model, good + "/001.png", good, good + "/../good/000.png",
                                   path("good-again"), m_set, "--output", path("once")});
        QVERIFY2(run.code == 0, run.error.constData());
        QVERIFY2(run.out.startsWith("8 pictures: "), run.out.constData());
        QStringList paths;
        for (const QJsonValue &image : readJson(path("once/results.json"))["images"].toArray())
            paths << image.toObject()["path"].toString();
        QCOMPARE(paths.size(), 8);
        QCOMPARE(paths.mid(0, 3), (QStringList{good + "/001.png", good + "/000.png", good + "/002.png"}));
    }

    void filesOfAnEarlierRunAreTold()
    {
        const QString output = path("twice");
        const auto inspect = [&](const QString &pictures, const QString &formats) {
            return runCli({"inspect", m_model, pictures, "--output", output, "--format", formats});
        };
        const CliRun first = inspect(m_set + "/test/good", "json,csv,coco,html,pdf,png,tiff");
        QVERIFY2(first.code == 0 && first.error.isEmpty(), first.error.constData());
        QFile note(output + "/annotated/note.txt");
        QVERIFY(note.open(QIODevice::WriteOnly) && note.write("mine") == 4);
        note.close();
        const CliRun same = inspect(m_set + "/test/good", "json,csv,coco,html,pdf,png,tiff");
        QVERIFY2(same.code == 0 && same.error.isEmpty(), same.error.constData());
        const CliRun second = inspect(m_set + "/test/good/000.png", "json,png");
        QCOMPARE(second.code, 0);
        for (const char *told : {"results.csv", "regions.csv", "results-coco.json", "report.html", "report.pdf",
                                 "2 files in annotated/", "3 files in maps/", "empty folder"})
            QVERIFY2(second.error.contains(told), second.error.constData());
        QVERIFY(!second.error.contains("results.json"));
        QCOMPARE(second.error.count('\n'), 1);
        QCOMPARE(filesBelow(output + "/annotated", "*.png"), 3); // what others may need is not removed
    }

    /// A link to what the run itself writes is another file by then.
    void aPictureThatChangesMeanwhileIsNotAnnotated()
    {
        const QString output = path("meanwhile");
        QVERIFY(QDir().mkpath(output) && QDir().mkpath(path("changing")));
        QVERIFY(QFile::copy(m_set + "/test/good/000.png", output + "/results.json"));
        QVERIFY(QFile::copy(m_set + "/test/good/001.png", path("changing/stays.png")));
        QVERIFY(QFile::link(output + "/results.json", path("changing/changes.png")));
        const CliRun run = runCli({"inspect", m_model, path("changing"), "--output", output, "--format", "json,png"});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.error.contains("no annotated picture of " + path("changing/changes.png").toUtf8() +
                                    ": The file has changed"),
                 run.error.constData());
        QCOMPARE(QDir(output + "/annotated").entryList(QDir::Files), QStringList{"stays.png"});
    }

    void theThresholdDecides()
    {
        for (const QJsonValue &image : inspected({"--threshold", "1e9"}))
            QCOMPARE(image.toObject()["verdict"].toString(), "good");
        const QJsonArray all = inspected({"--threshold", "-1"});
        QCOMPARE(all.size(), 8);
        for (const QJsonValue &image : all)
            QCOMPARE(image.toObject()["verdict"].toString(), "defective");
        const QJsonObject point = readJson(path("inspected/results.json"))["operating_point"].toObject();
        QCOMPARE(point["threshold"].toDouble(), -1.0);
        QCOMPARE(point["how_chosen"].toString(), "by_hand");
    }

    void theRateMovesTheThreshold()
    {
        inspected({"--false-alarm-rate", "0.7", "--minimum-area", "7"});
        const QJsonObject loose = readJson(path("inspected/results.json"))["operating_point"].toObject();
        inspected({"--false-alarm-rate", "0.01"});
        const QJsonObject strict = readJson(path("inspected/results.json"))["operating_point"].toObject();
        QVERIFY(loose["threshold"].toDouble() < strict["threshold"].toDouble());
        QCOMPARE(loose["minimum_area_px"].toInt(), 7);
        QCOMPARE(loose["supported_by_normals"].toBool(), true);
        QCOMPARE(strict["supported_by_normals"].toBool(), false); // two held-out normals
    }

    void theThresholdsRuleIsSaid()
    {
        inspected({"--threshold-from", "three-sigma"});
        const QJsonObject point = readJson(path("inspected/results.json"))["operating_point"].toObject();
        QCOMPARE(point["how_chosen"].toString(), "three_sigma");
        QCOMPARE(point["uses_test_labels"], QJsonValue(false));
        // A memory bank's distance follows no chi-square distribution.
        const CliRun refused = runCli(
            {"inspect", m_model, m_set + "/test", "--output", path("refused"), "--threshold-from", "chi-square"});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.error.contains("no Mahalanobis distance"), refused.error.constData());
    }

    void sizesAreInMillimetres()
    {
        inspected({"--threshold", "-1"});
        const QJsonObject plain = readJson(path("inspected/results.json"));
        QVERIFY(!plain.contains("mm_per_pixel"));
        inspected({"--threshold", "-1", "--mm-per-pixel", "0.25", "--minimum-area-mm2", "0.5"});
        const QJsonObject scaled = readJson(path("inspected/results.json"));
        QCOMPARE(scaled["mm_per_pixel"].toDouble(), 0.25);
        QCOMPARE(scaled["operating_point"].toObject()["minimum_area_px"].toInt(), 8);
        int regions = 0;
        for (const QJsonValue &image : scaled["images"].toArray()) {
            for (const QJsonValue &value : image.toObject()["regions"].toArray()) {
                const QJsonObject region = value.toObject();
                QVERIFY(region["area_px"].toInt() >= 8);
                QCOMPARE(region["area_mm2"].toDouble(), region["area_px"].toInt() * 0.0625);
                QCOMPARE(region["perimeter_mm"].toDouble(), region["perimeter_px"].toDouble() * 0.25);
                ++regions;
            }
        }
        QVERIFY(regions > 0);
        const CliRun none =
            runCli({"inspect", m_model, m_set + "/test", "--output", path("refused"), "--mm-per-pixel", "0"});
        QCOMPARE(none.code, 2);
        QVERIFY2(none.error.contains("a scale of 0"), none.error.constData());
    }

    void theLogoIsOnTheReport()
    {
        spotcheck::writeImage(path("logo.png").toStdString(), cv::Mat(10, 40, CV_8UC3, cv::Scalar(200, 10, 30)));
        const QStringList common{"inspect",  m_model, m_set + "/test", "--output",      path("logo"),
                                 "--format", "html",  "--company",     "Example Works", "--logo"};
        const CliRun run = runCli(common + QStringList{path("logo.png")});
        QVERIFY2(run.code == 0, run.error.constData());
        QFile page(path("logo/report.html"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        QVERIFY(page.readAll().contains("class=\"logo\" src=\"data:image/png;base64,"));
        const CliRun missing = runCli(common + QStringList{path("absent.png")});
        QCOMPARE(missing.code, 1);
        QVERIFY2(missing.error.contains("absent.png: There is no such file"), missing.error.constData());
        const CliRun broken = runCli(common + QStringList{path("logo/report.html")});
        QCOMPARE(broken.code, 1);
        QVERIFY2(broken.error.contains("report.html: the SVG logo is damaged"), broken.error.constData());
    }

    void scoresDoNotDependOnThreads()
    {
        const QJsonArray one = inspected({"--threads", "1"});
        const QJsonArray two = inspected({"--threads", "2"});
        QCOMPARE(one.size(), 8);
        QCOMPARE(one, two);
    }

    void evaluateGivesTheFiguresOfTheContract()
    {
        const CliRun run = runCli({"evaluate", m_model, "--dataset", m_set, "--json", path("figures.json")});
        QVERIFY2(run.code == 0, run.error.constData());
        const QJsonObject figures = readJson(path("figures.json"));
        for (const char *name : {"image_auroc", "image_ap", "image_f1_max", "pixel_auroc", "pixel_ap", "aupro_30"}) {
            QVERIFY2(figures[QLatin1String(name)].isDouble(), name);
            const double value = figures[QLatin1String(name)].toDouble();
            QVERIFY2(value >= 0 && value <= 1, name);
            QVERIFY2(run.out.contains(name), name);
        }
        for (const char *name : {"image_auroc", "image_f1_max", "pixel_auroc", "pixel_ap", "aupro_30"}) {
            const QJsonArray interval = figures[QLatin1String(name) + "_interval"].toArray();
            QVERIFY2(interval.size() == 2 && interval[0].toDouble() < interval[1].toDouble(), name);
            QVERIFY2(interval[0].toDouble() >= 0 && interval[1].toDouble() <= 1, name);
        }
        QCOMPARE(figures["n_good"].toInt(), 3);
        QCOMPARE(figures["n_defective"].toInt(), 5);
        QVERIFY(figures["aupimo"].isNull()); // three normal pictures of 128 px cannot tell a rate of 1e-5
        QVERIFY2(run.out.contains("needs 100,000 pixels of good pictures\n"), run.out.constData());
        const QJsonObject agreement = figures["agreement"].toObject();
        QCOMPARE(agreement["threshold_uses_test_labels"], QJsonValue(false));
        for (const char *name : {"effectiveness", "miss_rate", "false_alarm_rate", "kappa"}) {
            const QJsonObject figure = agreement[QLatin1String(name)].toObject();
            QVERIFY2(figure.contains("value") && figure.contains("interval") && figure.contains("verdict"), name);
            QVERIFY2(run.out.contains(name), name);
        }
        QVERIFY(run.out.contains("95 % interval"));
        QVERIFY(figures["ms_per_image"].toDouble() > 0);
        QVERIFY(figures["peak_memory_bytes"].toDouble() > 1e6);
        QVERIFY(figures["leaked"].isArray() && figures["leaked"].toArray().isEmpty());
        const QJsonObject counts = figures["counts"].toObject();
        QCOMPARE(counts["images"].toInt(), 8);
        QCOMPARE(counts["good"].toInt(), 3);
        QCOMPARE(counts["defective"].toInt(), 5);
        QCOMPARE(counts["failed"].toInt(), 0);
        QCOMPARE(counts["without_mask"].toInt(), 0);
        QVERIFY(counts["good_pixels"].toInt() + counts["defective_pixels"].toInt() == 8 * 128 * 128);

        const CliRun toStdout = runCli({"evaluate", m_model, "--dataset", m_set, "--json", "-"});
        QCOMPARE(toStdout.code, 0);
        QCOMPARE(QJsonDocument::fromJson(toStdout.out).object()["image_auroc"], figures["image_auroc"]);
    }

    /// A figure that the labels cannot give is null, not a number that looks like one.
    void figuresWithoutLabelsAreNull()
    {
        const CliRun run = runCli({"evaluate", m_model, "--dataset", m_set + "/test/good", "--json", "-"});
        QVERIFY2(run.code == 0, run.error.constData());
        const QJsonObject figures = QJsonDocument::fromJson(run.out).object();
        QVERIFY(figures.contains("image_auroc") && figures["image_auroc"].isNull());
        QVERIFY(figures.contains("pixel_auroc") && figures["pixel_auroc"].isNull());
    }

    /// With defective pictures and masks alone it is the good ones that are lacking.
    void whatIsLackingIsNamed()
    {
        const QString set = path("defective_alone");
        std::filesystem::copy(m_set.toStdString(), set.toStdString(), std::filesystem::copy_options::recursive);
        QVERIFY(QDir(set + "/test/good").removeRecursively());
        const CliRun run = runCli({"evaluate", m_model, "--dataset", set});
        QVERIFY2(run.code == 0, run.error.constData());
        QVERIFY2(run.out.contains("needs good pictures\n") && !run.out.contains("  0 regions"), run.out.constData());
    }

    void everyPictureOptionGoesThrough()
    {
        QFile region(path("region.json"));
        QVERIFY(region.open(QIODevice::WriteOnly));
        region.write("{\"include\": [[[0.1, 0.1], [0.9, 0.1], [0.9, 0.9], [0.1, 0.9]]], "
                     "\"ignore\": [[[0.4, 0.4], [0.5, 0.4], [0.5, 0.5]]]}");
        region.close();
        const QString reference = m_set + "/train/good/000.png";
        QVERIFY(QFile::exists(reference));
        const QString model = path("options.spotcheck");
        CliRun run = runCli({"train", "--detector", "patchcore", "--dataset", m_set, "--output", model,
                             "--input-size", "64x32", "--tiles", "2x3", "--tile-overlap", "0.25", "--roi",
                             region.fileName(), "--align", "features", "--align-reference", reference});
        QVERIFY2(run.code == 0, run.error.constData());
        QFile::remove(region.fileName());
        QFile file(model);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray head = file.read(100'000);
        for (const char *part : {"\\\"input_size\\\":[64,32]", "\\\"tiling\\\"", "\\\"region\\\"",
                                 "\\\"alignment\\\":\\\"features\\\"", "alignment.reference"})
            QVERIFY2(head.contains(part), part);
        run = runCli({"evaluate", model, "--dataset", m_set, "--json", path("options.json")});
        QVERIFY2(run.code == 0, run.error.constData());
        QVERIFY(readJson(path("options.json"))["pixel_auroc"].toDouble() > 0);
        run = runCli({"inspect", model, m_set + "/test", "--output", path("options"), "--format", "json,html,tiff"});
        QVERIFY2(run.code == 0, run.error.constData());
        const QJsonArray images = readJson(path("options/results.json"))["images"].toArray();
        QCOMPARE(images.size(), 8);
        QVERIFY(images.first()["alignment"]["quality"].toDouble() > 0.5);
        QCOMPARE(images.first()["alignment"]["to_picture"].toArray().size(), 9);
        QStringList unaligned;
        for (const QJsonValue &image : images) {
            if (!image["alignment"]["aligned"].toBool())
                unaligned << image["path"].toString();
        }
        QVERIFY(!unaligned.isEmpty());
        const QString told = QStringLiteral("\n%1 pictures could not be aligned: %2\n")
                                 .arg(unaligned.size())
                                 .arg(unaligned.join(QStringLiteral(", ")));
        QVERIFY2(run.out.contains(told.toUtf8()), run.out.constData());
    }

    void trainedOnPicturesAreNamed()
    {
        const QString set = path("leaking");
        QVERIFY(QDir().mkpath(set + "/train/good") && QDir().mkpath(set + "/test/good"));
        for (const QFileInfo &file : QDir(m_set + "/train/good").entryInfoList(QDir::Files)) {
            QVERIFY(QFile::copy(file.filePath(), set + "/train/good/" + file.fileName()));
            QVERIFY(QFile::copy(file.filePath(), set + "/test/good/copy_" + file.fileName()));
        }
        const CliRun run = runCli({"evaluate", m_model, "--dataset", set, "--json", "-"});
        QCOMPARE(run.code, 0);
        QVERIFY(run.error.contains("trained or calibrated on"));
        QCOMPARE(QJsonDocument::fromJson(run.out).object()["leaked"].toArray().size(), 8);
    }

    void progressIsJsonLinesWhenAsked()
    {
        const CliRun run =
            runCli({"inspect", m_model, m_set + "/test", "--output", path("progress"), "--progress", "json"});
        QCOMPARE(run.code, 0);
        const QList<QByteArray> lines = run.error.trimmed().split('\n');
        bool inspectionDone = false;
        for (const QByteArray &line : lines) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            QVERIFY2(object.contains("stage") && object.contains("step") && object.contains("steps"),
                     line.constData());
            inspectionDone = inspectionDone || (object["stage"] == "inspection" && object["percent"] == 100.0);
        }
        QVERIFY(inspectionDone);
    }

    void anInterruptCancels()
    {
        const QString model = path("cancelled.spotcheck");
        const CliRun run = runCliAndInterrupt({"train", "--detector", "patchcore", "--dataset", m_set, "--output",
                                               model, "--input-size", "1024", "--threads", "1"},
                                              "features");
        QCOMPARE(run.code, 130);
        QVERIFY2(run.error.endsWith("spotcheck-cli: cancelled\n"), run.error.constData());
        QCOMPARE(QDir(m_folder.path()).entryList({"cancelled*", "*cancelled*"}, QDir::Files | QDir::Hidden),
                 QStringList());
    }
};

QTEST_GUILESS_MAIN(TestCliRun)
#include "test_cli_run.moc"
