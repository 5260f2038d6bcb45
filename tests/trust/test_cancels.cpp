#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <malloc.h>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/model/model.h>

#include "killing.h"
#include "randomweights.h"
#include "tinydataset.h"

using namespace spotcheck;
using namespace spotcheck::test;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int pictures = 10;

/// Asked by the training, told by the test.
class CancellingMonitor : public JobMonitor {
public:
    bool isCancelled() const override { return m_cancelled; }
    void cancel() { m_cancelled = true; }

private:
    std::atomic_bool m_cancelled = false;
};

/// Bytes that the program holds of what it has allocated, in all arenas.
std::int64_t allocatedBytes()
{
    const struct mallinfo2 info = mallinfo2();
    return static_cast<std::int64_t>(info.uordblks) + static_cast<std::int64_t>(info.hblkhd);
}

} // namespace

/// Every detector's training is cancelled at random moments: it ends, gives its memory back, leaves no half file, and
/// the next training is as good as one that nobody ever cancelled. A handful of moments each; as many as
/// SPOTCHECK_TRUST_ROUNDS says, where it is set.
class TestCancels : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<Sample> m_normals;

    std::filesystem::path path(const QString &name) const { return m_folder.filePath(name).toStdString(); }
    WeightsStore store() const { return {path("weights"), {}}; }

    TrainingOptions options(const QString &detector) const
    {
        TrainingOptions options;
        options.detector = detector.toStdString();
        options.backbone = "resnet18";
        options.preprocessing.inputSize = 64;
        // The random network ends at layer3.
        if (detector == "spade")
            options.parameters = {{"image_layer", std::string("layer3")}};
        if (detector == "mahalanobis")
            options.parameters = {{"levels", std::string("without_last")}};
        return options;
    }

    double scoreAfterTraining(const TrainingOptions &options) const
    {
        JobMonitor monitor;
        const std::shared_ptr<const Model> model = Model::train(m_normals, options, store(), monitor);
        return model->inspect(readImage(m_normals.front().image)).score;
    }

private slots:
    void initTestCase()
    {
        configureRuntime(2);
        QVERIFY(QDir().mkpath(m_folder.filePath("weights")));
        QVERIFY(QDir().mkpath(m_folder.filePath("output")));
        writeRandomResNet18(path("weights/resnet18.safetensors"));
        for (int i = 0; i < pictures; ++i) {
            const QString file = m_folder.filePath(QString("good/%1.png").arg(i));
            writeTinyPicture(file, i);
            m_normals.push_back({.image = file.toStdString(), .label = Label::Good});
        }
    }

    void aTrainingIsCancelledAtAnyMoment_data()
    {
        QTest::addColumn<QString>("detector");
        for (const DetectorInfo &detector : detectorRegistry())
            QTest::newRow(detector.id.c_str()) << QString::fromStdString(detector.id);
    }

    void aTrainingIsCancelledAtAnyMoment()
    {
        QFETCH(QString, detector);
        TrainingOptions training = options(detector);
        const double score = scoreAfterTraining(training);
        const Clock::time_point begin = Clock::now();
        QCOMPARE(scoreAfterTraining(training), score);
        const std::chrono::duration<double> whole = Clock::now() - begin;

        training.checkpoint = path("output/training.part");
        std::mt19937 random(20261126); // NOLINT: the same shares of the training in every run
        std::uniform_real_distribution<double> share(0, 1);
        double longestReturn = 0;
        int cancelled = 0;
        std::int64_t warm = 0;
        const int rounds = trustRounds(5);
        const int warmAfter = std::max(2, rounds / 5);
        for (int round = 0; round < rounds; ++round) {
            // Without what the one before has got done, or every training would soon begin at its end.
            std::filesystem::remove(training.checkpoint);
            CancellingMonitor monitor;
            bool wasCancelled = false;
            QString problem;
            std::thread thread([&] {
                try {
                    Model::train(m_normals, training, store(), monitor);
                } catch (const Cancelled &) {
                    wasCancelled = true;
                } catch (const std::exception &error) {
                    problem = QString::fromUtf8(error.what());
                }
            });
            std::this_thread::sleep_for(whole * share(random));
            const Clock::time_point asked = Clock::now();
            monitor.cancel();
            thread.join();
            longestReturn = std::max(longestReturn, std::chrono::duration<double>(Clock::now() - asked).count());
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
            cancelled += wasCancelled;
            for (const QString &name : QDir(m_folder.filePath("output")).entryList(QDir::Files | QDir::Hidden))
                QCOMPARE(name, QString("training.part"));
            if (round + 1 == warmAfter)
                warm = allocatedBytes();
        }
        const std::int64_t growth = allocatedBytes() - warm;
        qInfo(
            "%s: a training of %.2f s, %d of %d cancelled, the longest return %.0f ms, %+lld KB allocated since the "
            "first %d",
            qPrintable(detector), whole.count(), cancelled, rounds, longestReturn * 1000,
            static_cast<long long>(growth / 1000), warmAfter);
        QVERIFY(cancelled > 0);
        // A model of these pictures holds more than that.
        QVERIFY2(growth < 500'000, "cancelled trainings keep memory");
        // What the last one got done is gone on with, or not: the model is the same.
        QCOMPARE(scoreAfterTraining(training), score);
    }
};

QTEST_GUILESS_MAIN(TestCancels)
#include "test_cancels.moc"
