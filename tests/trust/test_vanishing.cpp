#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

#include "clirun.h"
#include "randomweights.h"
#include "tinydataset.h"

using namespace spotcheck;
using namespace spotcheck::test;
namespace fs = std::filesystem;

namespace {

/// Does something as soon as the first step of a stage is reported.
class InterferingMonitor : public JobMonitor {
public:
    InterferingMonitor(Stage stage, std::function<void()> interfere)
        : m_stage(stage), m_interfere(std::move(interfere))
    {}
    void report(const Progress &progress) override
    {
        if (progress.stage == m_stage && progress.step >= 1 && m_interfere)
            std::exchange(m_interfere, nullptr)();
    }

private:
    Stage m_stage;
    std::function<void()> m_interfere;
};

} // namespace

/// Files that go away or change under a program's hands, and clocks that jump.
class TestVanishing : public QObject {
    Q_OBJECT

    static constexpr int pictures = 40; // more than are read ahead
    std::unique_ptr<QTemporaryDir> m_folder;

    fs::path path(const QString &name) const { return m_folder->filePath(name).toStdString(); }
    WeightsStore store() const { return {path("weights"), {}}; }
    std::vector<Sample> samples() const
    {
        std::vector<Sample> samples;
        for (int i = 0; i < pictures; ++i)
            samples.push_back({.image = path(QString("plates/%1.png").arg(i)), .label = Label::Good});
        return samples;
    }
    static TrainingOptions options(const char *detector)
    {
        TrainingOptions options;
        options.detector = detector;
        options.backbone = "resnet18";
        options.preprocessing.inputSize = 64;
        return options;
    }
    std::shared_ptr<const Model> trained(const char *detector) const
    {
        JobMonitor monitor;
        return Model::train(samples(), options(detector), store(), monitor);
    }

private slots:
    void init()
    {
        configureRuntime(2);
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(m_folder->filePath("weights")));
        writeRandomResNet18(path("weights/resnet18.safetensors"));
        for (int i = 0; i < pictures; ++i)
            writeTinyPicture(m_folder->filePath(QString("plates/%1.png").arg(i)), i);
    }

    void aTrainingPictureThatGoesIsNamed_data()
    {
        QTest::addColumn<Stage>("stage");
        QTest::newRow("while they are listed") << Stage::Reading;
        QTest::newRow("while they are learnt") << Stage::Features;
    }
    void aTrainingPictureThatGoesIsNamed()
    {
        QFETCH(Stage, stage);
        // Held out or not, all of the last ones go: one of them is read after this moment in any case.
        InterferingMonitor monitor(stage, [this] {
            for (int i = pictures / 2; i < pictures; ++i)
                fs::remove(path(QString("plates/%1.png").arg(i)));
        });
        try {
            Model::train(samples(), options("patchcore"), store(), monitor);
            QFAIL("it was trained on pictures that are not there");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::FileNotFound);
            QVERIFY2(error.file().parent_path() == path("plates"), error.what());
        }
    }

    void aTestPictureThatGoesIsNamedAndTheRestIsInspected()
    {
        const std::shared_ptr<const Model> model = trained("patchcore");
        InterferingMonitor monitor(Stage::Inspection, [this] { fs::remove(path(QString("plates/%1.png").arg(39))); });
        int scored = 0;
        std::string failure;
        inspectSamples(*model, samples(), {}, monitor, [&](std::size_t, InspectionResult result, const cv::Mat &) {
            scored += result.prediction.has_value();
            failure += result.failure;
        });
        QCOMPARE(scored, pictures - 1);
        QVERIFY2(failure.starts_with(path("plates/39.png").string()), failure.c_str());
    }

    /// By renaming, as Spotcheck writes: the program goes on with what it opened.
    void aReplacedModelIsNoTrouble()
    {
        const fs::path file = path("model.spotcheck");
        trained("padim")->save(file);
        const std::shared_ptr<const Model> model = Model::load(file, store());
        const cv::Mat picture = readImage(samples()[0].image);
        const double score = model->inspect(picture).score;
        TrainingOptions other = options("padim");
        other.preprocessing.inputSize = 96;
        JobMonitor monitor;
        Model::train(samples(), other, store(), monitor)->save(file);
        QCOMPARE(model->inspect(picture).score, score);
        fs::remove(file);
        QCOMPARE(model->inspect(picture).score, score);
    }

    /// As "cp" writes. PaDiM and SPADE leave their values in the file: reading beyond its end would end the program.
    void aModelThatIsWrittenOverIsSaid_data()
    {
        QTest::addColumn<QString>("detector");
        for (const char *detector : {"padim", "patchcore"})
            QTest::newRow(detector) << detector;
    }
    void aModelThatIsWrittenOverIsSaid()
    {
        QFETCH(QString, detector);
        const fs::path file = path("model.spotcheck");
        trained(detector.toUtf8().constData())->save(file);
        const std::shared_ptr<const Model> model = Model::load(file, store());
        const cv::Mat picture = readImage(samples()[0].image);
        QVERIFY(std::isfinite(model->inspect(picture).score));
        std::ofstream(file, std::ios::binary | std::ios::trunc) << "half";
        try {
            model->inspect(picture);
            QFAIL("it read a file that was cut short");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::ModelInvalid);
            QCOMPARE(error.file(), file);
            QVERIFY2(QString(error.what()).contains("open it again"), error.what());
        }
    }

    /// The system's clock leaps back and forth by a day, many times a second, for the program alone.
    void aJumpingClockDoesNoHarm()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer has to be the first library");
#endif
        const QString set = m_folder->filePath("set");
        const QString model = m_folder->filePath("plate.spotcheck");
        QVERIFY(cli::makeSmallSample(set));
        QVERIFY(cli::trainSmallModel(set, model));
        const QString log = m_folder->filePath("log.csv");
        qputenv("LD_PRELOAD", SPOTCHECK_JUMPING_CLOCK);
        const cli::CliRun date =
            cli::runCli({"sample", m_folder->filePath("other"), "--normals", "2", "--size", "128"});
        const cli::CliRun watched =
            cli::runCli({"watch", model, set + "/test/good", "--existing", "--log", log, "--until-idle", "1"});
        const bool trainedToo = cli::trainSmallModel(set, m_folder->filePath("again.spotcheck"));
        qunsetenv("LD_PRELOAD");
        QCOMPARE(date.code, 0);
        QVERIFY2(watched.code == 0, watched.error.constData());
        QVERIFY(trainedToo);
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArrayList rows = file.readAll().split('\n');
        const qsizetype latencyColumn = rows.takeFirst().split(',').indexOf("latency_s");
        rows.removeLast();
        QCOMPARE(rows.size(), 3);
        QSet<QByteArray> days;
        for (const QByteArray &row : rows) {
            const QByteArrayList fields = row.split(',');
            days << fields[0].left(10);
            const double latency = fields[latencyColumn].toDouble();
            QVERIFY2(latency >= 0 && latency < 600, row.constData()); // and not a day
        }
        QVERIFY2(days.size() > 1, "the clock did not jump");
    }
};

QTEST_GUILESS_MAIN(TestVanishing)
#include "test_vanishing.moc"
