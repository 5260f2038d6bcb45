#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <fstream>
#include <limits>
#include <span>

#include "model/safetensors.h"
#include "pretrain/networkweights.h"
#include "pretrain/trainer.h"

#include <QTemporaryDir>
#include <QtTest>

#include <spotcheck/core/error.h>
#include <spotcheck/core/jobmonitor.h>

using namespace spotcheck;
using namespace spotcheck::pretrain;

namespace {

TrainingOptions smallOptions(const QTemporaryDir &folder, const std::string &name)
{
    TrainingOptions options;
    const std::filesystem::path path = folder.path().toStdString();
    options.output = path / (name + ".safetensors");
    options.checkpoint = path / (name + ".checkpoint");
    options.lossCurve = path / (name + ".csv");
    options.steps = 4;
    options.pairs = 16;
    options.cropSize = 32;
    options.learningRate = 0.02;
    options.wholeSize = 64;
    options.calibrationPictures = 16;
    options.scalePictures = 4;
    options.pool.surfaces = 3;
    options.pool.picturesPerSurface = 2;
    options.pool.size = 48;
    options.pool.kept = 3;
    options.pool.chunk = 2;
    options.pool.chunkEvery = 2;
    options.seed = 7;
    return options;
}

/// Asks to stop once a step has been done.
class StoppingMonitor : public JobMonitor {
public:
    explicit StoppingMonitor(std::int64_t after) : m_after(after) {}
    void report(const Progress &progress) override
    {
        if (progress.stage == Stage::Fitting && progress.step >= m_after)
            m_stop = true;
    }
    bool isCancelled() const override { return m_stop; }

private:
    std::int64_t m_after;
    std::atomic<bool> m_stop{false};
};

ErrorCode codeOf(const TrainingOptions &options, std::string *text = nullptr)
{
    try {
        JobMonitor monitor;
        train(options, monitor);
    } catch (const Error &error) {
        if (text != nullptr)
            *text = error.what();
        return error.code();
    }
    return ErrorCode::Internal;
}

} // namespace

class TestPretraining : public QObject {
    Q_OBJECT

private slots:
    void writesTorchvisionsTensors();
    void trainingLowersTheLoss();
    void stoppingAndResumingChangesNothing();
    void goesOnFromWeights();
    void refusesBrokenWeights_data();
    void refusesBrokenWeights();
    void refusesBrokenCheckpoints();
    void refusesBadOptions_data();
    void refusesBadOptions();
};

void TestPretraining::writesTorchvisionsTensors()
{
    const QTemporaryDir folder;
    const TrainingOptions options = smallOptions(folder, "plain");
    JobMonitor monitor;
    const TrainingSummary summary = train(options, monitor);
    QCOMPARE(summary.firstStep, std::int64_t{0});
    QCOMPARE(summary.steps, std::int64_t{4});
    QCOMPARE(summary.viewsSeen, std::int64_t{128});
    QVERIFY(std::isfinite(summary.firstLoss) && summary.firstLoss > 0);
    QVERIFY(std::isfinite(summary.lastLoss) && summary.lastLoss > 0);
    QVERIFY(std::isfinite(summary.probeLoss) && summary.probeLoss > 0);
    QVERIFY(summary.probeAccuracy >= 0 && summary.probeAccuracy <= 1);

    const SafetensorsFile file(options.output, ErrorCode::WeightsInvalid);
    // 20 convolutions, 20 batch norms with weight, bias, mean and variance; no classifier, no counters.
    QCOMPARE(file.tensors().size(), std::size_t{100});
    const std::map<std::string, std::vector<std::int64_t>> expected{
        {"conv1.weight", {64, 3, 7, 7}},
        {"bn1.running_mean", {64}},
        {"bn1.running_var", {64}},
        {"layer1.0.conv1.weight", {64, 64, 3, 3}},
        {"layer1.1.bn2.bias", {64}},
        {"layer2.0.downsample.0.weight", {128, 64, 1, 1}},
        {"layer2.0.downsample.1.running_var", {128}},
        {"layer3.0.conv1.weight", {256, 128, 3, 3}},
        {"layer3.1.conv2.weight", {256, 256, 3, 3}},
        {"layer4.1.bn2.weight", {512}},
    };
    for (const auto &[name, shape] : expected) {
        QVERIFY2(file.has(name), name.c_str());
        QCOMPARE(file.tensor(name).shape, shape);
    }
    for (const auto &[name, tensor] : file.tensors()) {
        QCOMPARE(tensor.type, TensorType::Float16);
        for (const float value : file.floats(name))
            QVERIFY2(std::isfinite(value), name.c_str());
    }
    for (const float variance : file.floats("layer3.1.bn2.running_var"))
        QVERIFY(variance >= 0);
    QCOMPARE(file.metadata().at("licence"), std::string("Apache-2.0"));
    QCOMPARE(file.metadata().at("steps"), std::string("4"));
    QCOMPARE(file.metadata().at("seed"), std::string("7"));

    std::ifstream curve(options.lossCurve);
    std::string header;
    std::string row;
    QVERIFY(std::getline(curve, header) && std::getline(curve, row));
    QCOMPARE(header, std::string("step,learning_rate,total,surface4,surface3,dense2,dense3,defect,accuracy"));
}

void TestPretraining::trainingLowersTheLoss()
{
    const QTemporaryDir folder;
    TrainingOptions options = smallOptions(folder, "longer");
    options.steps = 40;
    JobMonitor monitor;
    const TrainingSummary summary = train(options, monitor);
    QVERIFY2(summary.lastLoss < 0.8 * summary.firstLoss,
             qPrintable(QString("%1 to %2").arg(summary.firstLoss).arg(summary.lastLoss)));
}

void TestPretraining::stoppingAndResumingChangesNothing()
{
    const QTemporaryDir folder;
    const TrainingOptions straight = smallOptions(folder, "straight");
    JobMonitor monitor;
    train(straight, monitor);

    TrainingOptions stopped = smallOptions(folder, "stopped");
    StoppingMonitor stopping(2);
    QVERIFY_EXCEPTION_THROWN(train(stopped, stopping), Cancelled);
    QVERIFY(std::filesystem::exists(stopped.checkpoint));
    QVERIFY(!std::filesystem::exists(stopped.output));
    stopped.resume = true;
    const TrainingSummary rest = train(stopped, monitor);
    QCOMPARE(rest.firstStep, std::int64_t{2});
    QCOMPARE(rest.steps, std::int64_t{4});

    const SafetensorsFile first(straight.output, ErrorCode::WeightsInvalid);
    const SafetensorsFile second(stopped.output, ErrorCode::WeightsInvalid);
    for (const auto &[name, tensor] : first.tensors())
        QVERIFY2(std::ranges::equal(tensor.bytes, second.tensor(name).bytes), name.c_str());
}

/// At a rate near zero, what comes out is what the training started from.
void TestPretraining::goesOnFromWeights()
{
    const QTemporaryDir folder;
    const TrainingOptions earlier = smallOptions(folder, "earlier");
    JobMonitor monitor;
    train(earlier, monitor);
    TrainingOptions further = smallOptions(folder, "further");
    further.startFrom = earlier.output;
    further.learningRate = 1e-9;
    further.seed = 8;
    further.steps = 1;
    train(further, monitor);
    TrainingOptions anew = further;
    anew.startFrom.clear();
    anew.output = folder.filePath("anew.safetensors").toStdString();
    train(anew, monitor);

    // What follows layer3 is not scaled, but for layer4's first convolutions.
    const auto weights = [](const TrainingOptions &options) {
        return SafetensorsFile(options.output, ErrorCode::WeightsInvalid).floats("layer4.1.conv1.weight");
    };
    const std::vector<float> start = weights(earlier);
    const auto furthest = [&](const std::vector<float> &others) {
        float most = 0;
        for (std::size_t index = 0; index < start.size(); ++index)
            most = std::max(most, std::abs(start[index] - others[index]));
        return most;
    };
    QVERIFY2(furthest(weights(further)) < 1e-3F, qPrintable(QString::number(furthest(weights(further)))));
    QVERIFY2(furthest(weights(anew)) > 0.1F, qPrintable(QString::number(furthest(weights(anew)))));
}

void TestPretraining::refusesBrokenWeights_data()
{
    using Spoil = void (*)(const std::filesystem::path &);
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, ErrorCode code, Spoil spoil) { QTest::newRow(name) << spoil << code; };
    row("absent", ErrorCode::FileNotFound, [](const auto &file) { std::filesystem::remove(file); });
    row("a folder", ErrorCode::FileUnreadable, [](const auto &file) {
        std::filesystem::remove(file);
        std::filesystem::create_directory(file);
    });
    row("no weights at all", ErrorCode::WeightsInvalid, [](const auto &file) { std::ofstream(file) << "a letter"; });
    row("cut off", ErrorCode::WeightsInvalid,
        [](const auto &file) { std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2); });
    row("of another network", ErrorCode::WeightsInvalid, [](const auto &file) {
        const std::array<float, 3> values{1, 2, 3};
        writeSafetensors(file, {}, {{"conv1.weight", TensorType::Float32, {3}, std::as_bytes(std::span(values))}});
    });
    row("not finite", ErrorCode::WeightsInvalid, [](const auto &file) {
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(-2, std::ios::end);
        stream.write("\x00\x7E", 2); // a half that is not a number
    });
}

void TestPretraining::refusesBrokenWeights()
{
    using Spoil = void (*)(const std::filesystem::path &);
    QFETCH(Spoil, spoil);
    QFETCH(ErrorCode, code);
    const QTemporaryDir folder;
    TrainingOptions options = smallOptions(folder, "new");
    options.startFrom = folder.filePath("former.safetensors").toStdString();
    ResNet18 network;
    exportWeights(options.startFrom, network, {});
    spoil(options.startFrom);
    std::string text;
    QCOMPARE(codeOf(options, &text), code);
    QVERIFY2(text.find("former.safetensors") != std::string::npos, text.c_str());
    QVERIFY(!std::filesystem::exists(options.output));
}

void TestPretraining::refusesBrokenCheckpoints()
{
    const QTemporaryDir folder;
    TrainingOptions options = smallOptions(folder, "absent");
    options.resume = true;
    std::string text;
    QCOMPARE(codeOf(options, &text), ErrorCode::FileNotFound);
    QVERIFY2(text.find("absent.checkpoint") != std::string::npos, text.c_str());

    std::ofstream(options.checkpoint) << "no archive at all";
    QCOMPARE(codeOf(options, &text), ErrorCode::WeightsInvalid);
    QVERIFY2(text.find("absent.checkpoint") != std::string::npos, text.c_str());

    std::ofstream(options.checkpoint, std::ios::trunc).flush();
    QCOMPARE(codeOf(options, &text), ErrorCode::WeightsInvalid);

    TrainingOptions other = smallOptions(folder, "other");
    other.steps = 1;
    JobMonitor monitor;
    train(other, monitor);
    other.resume = true;
    other.seed = 8;
    QCOMPARE(codeOf(other, &text), ErrorCode::WeightsInvalid);
    QVERIFY2(text.find("seed") != std::string::npos, text.c_str());
    other.seed = 7;
    other.pool.surfaces = 5; // the classifiers have another shape
    QCOMPARE(codeOf(other, &text), ErrorCode::WeightsInvalid);
}

void TestPretraining::refusesBadOptions_data()
{
    using Spoil = void (*)(TrainingOptions &);
    QTest::addColumn<Spoil>("spoil");
    const auto row = [](const char *name, Spoil spoil) { QTest::newRow(name) << spoil; };
    row("no output", [](TrainingOptions &o) { o.output.clear(); });
    row("no checkpoint", [](TrainingOptions &o) { o.checkpoint.clear(); });
    row("no steps", [](TrainingOptions &o) { o.steps = 0; });
    row("pairs for too few kinds of defect", [](TrainingOptions &o) { o.pairs = 8; });
    row("pairs not by eights", [](TrainingOptions &o) { o.pairs = 20; });
    row("odd crop", [](TrainingOptions &o) { o.cropSize = 33; });
    row("crop beyond the pictures", [](TrainingOptions &o) { o.cropSize = 64; });
    row("rate not finite", [](TrainingOptions &o) { o.learningRate = std::numeric_limits<double>::quiet_NaN(); });
    row("rate zero", [](TrainingOptions &o) { o.learningRate = 0; });
    row("one surface", [](TrainingOptions &o) { o.pool.surfaces = 1; });
    row("no pictures", [](TrainingOptions &o) { o.pool.picturesPerSurface = 0; });
    row("unknown device", [](TrainingOptions &o) { o.device = "tpu"; });
    row("new pictures beyond the surfaces", [](TrainingOptions &o) { o.pool.chunk = 4; });
    row("fewer kept than drawn at first", [](TrainingOptions &o) { o.pool.kept = 1; });
    row("no threads", [](TrainingOptions &o) { o.threads = 0; });
}

void TestPretraining::refusesBadOptions()
{
    using Spoil = void (*)(TrainingOptions &);
    QFETCH(Spoil, spoil);
    const QTemporaryDir folder;
    TrainingOptions options = smallOptions(folder, "bad");
    spoil(options);
    QCOMPARE(codeOf(options), ErrorCode::InvalidParameter);
}

QTEST_GUILESS_MAIN(TestPretraining)
#include "test_pretraining.moc"
