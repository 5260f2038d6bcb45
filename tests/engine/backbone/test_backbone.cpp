#include <cmath>
#include <filesystem>
#include <thread>

#include <QJsonArray>
#include <QJsonObject>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/core.hpp>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "formulaweights.h"
#include "jsonfile.h"
#include "model/safetensorsheader.h"
#include "samebits.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

std::ptrdiff_t threadsOfProcess()
{
    return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {});
}

std::string lateLayer(const std::string &backbone)
{
    return backbone.starts_with("resnet") ? "layer3" : "stage4";
}

/// Norm of the difference in parts of the norm of `left`; both of one size.
double relativeDifference(const FeatureMap &left, const FeatureMap &right)
{
    double difference = 0;
    double size = 0;
    for (std::size_t place = 0; place < left.size(); ++place) {
        difference += std::pow(static_cast<double>(left.values.get()[place]) - right.values.get()[place], 2);
        size += std::pow(static_cast<double>(left.values.get()[place]), 2);
    }
    return std::sqrt(difference / size);
}

} // namespace

/// What a backbone computes; what it is loaded from is in test_backbonefiles.
class TestBackbone : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path path(const char *name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void initTestCase();
    void agreesWithTorchvision_data();
    void agreesWithTorchvision();
    void givesTheLayersAskedFor();
    void keepsToOneThread();
    void givesTheSameBitsInEveryThread();
    void randomDependsOnTheSeedAlone();
    void mapsOutliveTheBackbone();
    void acceptsPartsOfAPicture();
    void acceptsTheSmallestPictures();
    void refusesWrongPictures();
    void refusesUnknownNames();
    void fastIsNearExact();
    void onACardItIsTheSame();
};

void TestBackbone::initTestCase()
{
    // LibTorch reads this when it is used for the first time, and would set its thread count to four.
    qputenv("OMP_NUM_THREADS", "4");
    QVERIFY(m_folder.isValid());
}

void TestBackbone::agreesWithTorchvision_data()
{
    QTest::addColumn<QJsonObject>("expected");
    const QJsonArray cases = readJson(SPOTCHECK_TEST_DATA "/reference.json").value("cases").toArray();
    QVERIFY(!cases.isEmpty());
    for (const QJsonValue &value : cases) {
        const QJsonObject expected = value.toObject();
        QTest::addRow("%s %d", qPrintable(expected.value("architecture").toString()), expected.value("side").toInt())
            << expected;
    }
}

void TestBackbone::agreesWithTorchvision()
{
    QFETCH(QJsonObject, expected);
    const std::string architecture = expected.value("architecture").toString().toStdString();
    const QJsonObject layers = expected.value("layers").toObject();
    const std::filesystem::path file = path("formula.safetensors");
    FormulaWeights(architecture, static_cast<std::size_t>(layers.size()) - 1).write(file);
    std::vector<std::string> names;
    for (const QString &name : layers.keys())
        names.push_back(name.toStdString());

    const auto backbone = Backbone::load(backboneInfo(architecture), file, names);
    QCOMPARE(backbone->weightsSha256(), sha256OfFile(file));
    QCOMPARE(backbone->layers(), names);
    const FeatureMaps maps = backbone->extract(formulaPicture(expected.value("side").toInt()));
    QCOMPARE(maps.size(), names.size());
    for (const FeatureMap &map : maps) {
        const QJsonObject record = layers.value(QString::fromStdString(map.layer)).toObject();
        QCOMPARE(QJsonArray({map.height, map.width, map.channels}), record.value("shape").toArray());
        double sum = 0;
        double squares = 0;
        for (std::size_t i = 0; i < map.size(); ++i) {
            sum += map.values.get()[i];
            squares += static_cast<double>(map.values.get()[i]) * map.values.get()[i];
        }
        const double count = static_cast<double>(map.size());
        const double meanSquare = record.value("mean_square").toDouble();
        const double tolerance = 1e-5 * std::sqrt(meanSquare);
        QVERIFY(std::abs(sum / count - record.value("mean").toDouble()) < tolerance);
        QVERIFY(std::abs(squares / count - meanSquare) < 1e-5 * meanSquare);
        const QJsonArray places = record.value("places").toArray();
        const QJsonArray values = record.value("values").toArray();
        QVERIFY(places.size() >= 20);
        for (int i = 0; i < places.size(); ++i) {
            const double difference = map.values.get()[places[i].toInt()] - values[i].toDouble();
            QVERIFY2(std::abs(difference) < tolerance, qPrintable(QString::number(difference / tolerance)));
        }
    }
}

void TestBackbone::givesTheLayersAskedFor()
{
    const BackboneInfo &info = backboneInfo("resnet18");
    const cv::Mat picture = formulaPicture(64);
    const FeatureMaps all = Backbone::random(info, 3, {"layer1", "layer2", "layer3"})->extract(picture);
    QCOMPARE(all.size(), std::size_t(3));
    for (const FeatureMap &map : all) {
        QCOMPARE(map.channels, info.layer(map.layer).channels);
        QCOMPARE(map.height, 64 / info.layer(map.layer).stride);
        const FeatureMaps alone = Backbone::random(info, 3, {map.layer})->extract(picture);
        QCOMPARE(alone.size(), std::size_t(1));
        QVERIFY(sameBits(alone.front(), map));
    }
    const FeatureMaps reversed = Backbone::random(info, 3, {"layer3", "layer1"})->extract(picture);
    QVERIFY(sameBits(reversed[0], all[2]));
    QVERIFY(sameBits(reversed[1], all[0]));
}

void TestBackbone::keepsToOneThread()
{
    // An OpenMP region on several threads would leave a pool behind.
    const std::ptrdiff_t before = threadsOfProcess();
    const auto backbone = Backbone::random(backboneInfo("resnet18"), 1, {"layer2"});
    backbone->extract(formulaPicture(224));
    QCOMPARE(threadsOfProcess(), before);
    std::ptrdiff_t inside = 0;
    std::thread([&] {
        backbone->extract(formulaPicture(224));
        inside = threadsOfProcess();
    }).join();
    QCOMPARE(inside, before + 1);
}

void TestBackbone::givesTheSameBitsInEveryThread()
{
    const auto backbone = Backbone::random(backboneInfo("resnet50"), 5, {"layer1", "layer2"});
    const cv::Mat picture = formulaPicture(96);
    const FeatureMaps expected = backbone->extract(picture);
    std::vector<FeatureMaps> found(3);
    {
        std::vector<std::jthread> threads;
        for (FeatureMaps &maps : found)
            threads.emplace_back([&] {
                for (int round = 0; round < 3; ++round)
                    maps = backbone->extract(picture);
            });
    }
    for (const FeatureMaps &maps : found)
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY(sameBits(maps[i], expected[i]));
}

void TestBackbone::randomDependsOnTheSeedAlone()
{
    const BackboneInfo &info = backboneInfo("resnet18");
    const cv::Mat picture = formulaPicture(64);
    const auto first = Backbone::random(info, 42, {"layer2"});
    const FeatureMap map = first->extract(picture).front();
    QVERIFY(sameBits(Backbone::random(info, 42, {"layer2"})->extract(picture).front(), map));
    QVERIFY(!sameBits(Backbone::random(info, 43, {"layer2"})->extract(picture).front(), map));
    QCOMPARE(first->weightsSha256(), std::string());
    // Kaiming's deviation keeps the variance in the order of the input's (0.85 here).
    double squares = 0;
    for (std::size_t i = 0; i < map.size(); ++i)
        squares += static_cast<double>(map.values.get()[i]) * map.values.get()[i];
    squares /= static_cast<double>(map.size());
    QVERIFY2(squares > 0.1 && squares < 20, qPrintable(QString::number(squares)));
}

void TestBackbone::mapsOutliveTheBackbone()
{
    auto backbone = Backbone::random(backboneInfo("resnet18"), 1, {"layer1"});
    cv::Mat picture = formulaPicture(64);
    const FeatureMap map = backbone->extract(picture).front();
    const std::vector<float> copy(map.values.get(), map.values.get() + map.size());
    backbone->extract(picture * 2);
    backbone.reset();
    picture.setTo(cv::Scalar::all(0));
    QVERIFY(std::equal(copy.begin(), copy.end(), map.values.get()));
    QCOMPARE(map.at(3, 5)[7], copy[(3 * 16 + 5) * 64 + 7]);
}

void TestBackbone::acceptsPartsOfAPicture()
{
    const auto backbone = Backbone::random(backboneInfo("resnet18"), 1, {"layer1"});
    const cv::Mat picture = formulaPicture(96);
    const cv::Mat part = picture(cv::Rect(11, 7, 64, 48));
    QVERIFY(!part.isContinuous());
    const FeatureMap map = backbone->extract(part).front();
    QCOMPARE(map.height, 12);
    QCOMPARE(map.width, 16);
    QVERIFY(sameBits(map, backbone->extract(part.clone()).front()));
}

void TestBackbone::acceptsTheSmallestPictures()
{
    const auto backbone = Backbone::random(backboneInfo("resnet18"), 1, {"layer1", "layer3"});
    for (const int side : {1, 2, 7, 31, 33}) {
        const FeatureMaps maps = backbone->extract(formulaPicture(side));
        QCOMPARE(maps[0].height, (side + 3) / 4);
        QCOMPARE(maps[1].width, (side + 15) / 16);
        for (std::size_t i = 0; i < maps[1].size(); ++i)
            QVERIFY(std::isfinite(maps[1].values.get()[i]));
    }
}

void TestBackbone::refusesWrongPictures()
{
    const auto backbone = Backbone::random(backboneInfo("resnet18"), 1, {"layer1"});
    const int cube[] = {8, 8, 8};
    for (const cv::Mat &picture : {cv::Mat(), cv::Mat(64, 64, CV_8UC3), cv::Mat(64, 64, CV_32FC1),
                                   cv::Mat(64, 64, CV_64FC3), cv::Mat(3, cube, CV_32FC3)}) {
        try {
            backbone->extract(picture);
            QFAIL("the picture was accepted");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::InvalidParameter);
        }
    }
}

void TestBackbone::refusesUnknownNames()
{
    const auto codeOf = [](auto work) {
        try {
            work();
        } catch (const Error &error) {
            return error.code();
        }
        return ErrorCode::Internal;
    };
    const BackboneInfo &info = backboneInfo("resnet18");
    QCOMPARE(codeOf([] { backboneInfo("resnet19"); }), ErrorCode::UnknownBackbone);
    QCOMPARE(codeOf([] { networkPlan("resnet19"); }), ErrorCode::UnknownBackbone);
    QCOMPARE(codeOf([&] { Backbone::random(info, 1, {"layer5"}); }), ErrorCode::LayerMissing);
    QCOMPARE(codeOf([&] { Backbone::random(info, 1, {}); }), ErrorCode::InvalidParameter);
    try {
        backboneInfo("resnet19");
    } catch (const Error &error) {
        QVERIFY(error.detail().find("wide_resnet50_2") != std::string::npos);
    }
}

void TestBackbone::fastIsNearExact()
{
    QCOMPARE(precisionFromId("fast"), Precision::Fast);
    QVERIFY_EXCEPTION_THROWN(precisionFromId("rough"), Error);
    cv::Mat input(96, 64, CV_32FC3);
    cv::RNG(3).fill(input, cv::RNG::NORMAL, 0, 1);
    for (const char *id : {"resnet18", "resnet50", "efficientnet_b4"}) {
        const std::string last = lateLayer(id);
        const auto exact = Backbone::random(backboneInfo(id), 5, {last});
        const auto fast = Backbone::random(backboneInfo(id), 5, {last}, Precision::Fast);
        QCOMPARE(fast->precision(), Precision::Fast);
        const FeatureMap left = exact->extract(input).front();
        const FeatureMap right = fast->extract(input).front();
        QCOMPARE(left.height, right.height);
        QCOMPARE(left.channels, right.channels);
        const double relative = relativeDifference(left, right);
        const bool shorter = Backbone::canBeFast() && std::string(id).starts_with("resnet");
        QVERIFY2(shorter ? relative > 0 && relative < 0.05 : relative == 0,
                 qPrintable(QString("%1: %2").arg(id).arg(relative)));
        const FeatureMap again = fast->extract(input).front();
        QVERIFY(sameBits(again, right));
    }
}

void TestBackbone::onACardItIsTheSame()
{
    if (!Backbone::canUseCuda())
        QSKIP("this LibTorch knows no CUDA, or finds no card");
    const int threads = runtimeThreads();
    const auto restore = qScopeGuard([threads] { configureRuntime(threads); });
    for (const char *id : {"resnet18", "resnet50", "efficientnet_b4"}) {
        const std::string last = lateLayer(id);
        configureRuntime(threads);
        const FeatureMap expected =
            Backbone::random(backboneInfo(id), 5, {last})->extract(formulaPicture(96)).front();
        configureRuntime(threads, Device::Cuda);
        const auto onCard = Backbone::random(backboneInfo(id), 5, {last});
        const FeatureMap found = onCard->extract(formulaPicture(96)).front();
        QCOMPARE(found.size(), expected.size());
        const double relative = relativeDifference(expected, found);
        QVERIFY2(relative < 1e-5, qPrintable(QString("%1: %2").arg(id).arg(relative))); // TF32 would give 1e-3
        QVERIFY(sameBits(onCard->extract(formulaPicture(96)).front(), found));
    }
}

QTEST_GUILESS_MAIN(TestBackbone)
#include "test_backbone.moc"
