#include <cmath>
#include <cstring>
#include <limits>
#include <thread>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/core.hpp>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "formulaweights.h"
#include "model/safetensorsheader.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

QJsonObject reference()
{
    QFile file(SPOTCHECK_TEST_DATA "/reference.json");
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

bool sameBits(const FeatureMap &a, const FeatureMap &b)
{
    return a.layer == b.layer && a.height == b.height && a.width == b.width && a.channels == b.channels &&
           std::memcmp(a.values.get(), b.values.get(), a.size() * sizeof(float)) == 0;
}

std::ptrdiff_t threadsOfProcess()
{
    return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {});
}

} // namespace

class TestBackbone : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path path(const char *name) const { return m_folder.filePath(name).toStdString(); }

    /// Loading `weights` as a ResNet-18 up to `layer` must fail with `code`, the file's name and `reason`.
    void refused(const FormulaWeights &weights, const char *layer, ErrorCode code, const std::string &reason) const
    {
        const std::filesystem::path file = path("refused.safetensors");
        weights.write(file);
        try {
            Backbone::load(backboneInfo("resnet18"), file, {layer});
            QFAIL("the weights were accepted");
        } catch (const Error &error) {
            QVERIFY2(error.code() == code, error.what());
            QCOMPARE(error.file(), file);
            QVERIFY2(error.detail().find(reason) != std::string::npos, error.detail().c_str());
        }
    }

private slots:
    void fastIsNearExact();
    void countsMultiplyAdds_data();
    void countsMultiplyAdds();
    void initTestCase();
    void namesTensorsAsTorchvisionDoes_data();
    void namesTensorsAsTorchvisionDoes();
    void registryIsConsistent();
    void agreesWithTorchvision_data();
    void agreesWithTorchvision();
    void readsShorterNumbers_data();
    void readsShorterNumbers();
    void givesTheLayersAskedFor();
    void keepsToOneThread();
    void givesTheSameBitsInEveryThread();
    void randomDependsOnTheSeedAlone();
    void mapsOutliveTheBackbone();
    void acceptsPartsOfAPicture();
    void acceptsTheSmallestPictures();
    void refusesWrongPictures();
    void refusesUnknownNames();
    void tellsMissingWeights();
    void tellsMissingLayers();
    void refusesWrongShapes();
    void refusesOtherArchitectures();
    void refusesValuesThatAreNotFinite();
    void ignoresClassifierAndCounters();
};

void TestBackbone::initTestCase()
{
    // LibTorch reads this when it is used for the first time, and would set its thread count to four.
    qputenv("OMP_NUM_THREADS", "4");
    QVERIFY(m_folder.isValid());
    QVERIFY(!reference().isEmpty());
}

void TestBackbone::namesTensorsAsTorchvisionDoes_data()
{
    QTest::addColumn<QString>("hash");
    const QJsonObject names = reference().value("names").toObject();
    QCOMPARE(names.size(), 8);
    for (auto entry = names.begin(); entry != names.end(); ++entry)
        QTest::newRow(qPrintable(entry.key())) << entry.value().toString();
}

void TestBackbone::namesTensorsAsTorchvisionDoes()
{
    QFETCH(QString, hash);
    std::vector<std::string> lines;
    const NetworkPlan network = networkPlan(QTest::currentDataTag());
    for (const ConvolutionPlan &plan : network.convolutions(network.stages.size()))
        for (const ExpectedTensor &tensor : plan.tensors())
            lines.push_back(tensor.name + " " + shapeText(tensor.shape) + "\n");
    std::ranges::sort(lines);
    std::string all;
    for (const std::string &line : lines)
        all += line;
    QCOMPARE(QString("%1").arg(fnv1a(all), 16, 16, QChar('0')), hash);
}

void TestBackbone::registryIsConsistent()
{
    QCOMPARE(backboneRegistry().front().id, std::string("embedded-resnet18"));
    for (const BackboneInfo &info : backboneRegistry()) {
        QCOMPARE(&backboneInfo(info.id), &info);
        QVERIFY(!info.title.empty() && !info.purpose.empty() && !info.licence.empty());
        QCOMPARE(info.officialFile.empty(), info.id != info.architecture);
        if (!info.officialFile.empty()) {
            const QRegularExpression nameAndDigits(QString::fromStdString("^" + info.architecture) +
                                                   "[a-z_]*-[0-9a-f]{8}\\.pth$");
            QVERIFY(nameAndDigits.match(QString::fromStdString(info.officialFile)).hasMatch());
            QCOMPARE(info.officialUrl, "https://download.pytorch.org/models/" + info.officialFile);
        }
        const NetworkPlan plan = networkPlan(info.architecture);
        QCOMPARE(info.layers.size(), plan.stages.size());
        int stride = 1;
        for (std::size_t index = 0; index < plan.stages.size(); ++index) {
            const StagePlan &stage = plan.stages[index];
            stride *= stage.pooled ? 2 : 1;
            for (const BlockPlan &block : stage.blocks)
                for (const ConvolutionPlan &convolution : block.path)
                    stride *= static_cast<int>(convolution.stride);
            const BackboneLayer &layer = info.layers[index];
            QCOMPARE(layer.name, stage.name);
            QCOMPARE(layer.channels, static_cast<int>(stage.blocks.back().path.back().outputs));
            QCOMPARE(layer.stride, stride);
        }
        // Detectors name layers as the ResNets do; every architecture has a layer of that stride.
        for (const auto &[role, roleStride] : {std::pair("layer1", 4), {"layer2", 8}, {"layer3", 16}, {"layer4", 32}})
            QCOMPARE(info.layer(role).stride, roleStride);
        QCOMPARE(info.layer("stem").stride, 2);
    }
}

void TestBackbone::agreesWithTorchvision_data()
{
    QTest::addColumn<QJsonObject>("expected");
    const QJsonArray cases = reference().value("cases").toArray();
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

void TestBackbone::readsShorterNumbers_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("half") << static_cast<int>(TensorType::Float16);
    QTest::newRow("bfloat16") << static_cast<int>(TensorType::BFloat16);
}

void TestBackbone::readsShorterNumbers()
{
    QFETCH(int, type);
    FormulaWeights weights("resnet18", 2);
    weights.round(static_cast<TensorType>(type));
    weights.write(path("single.safetensors"));
    weights.write(path("short.safetensors"), static_cast<TensorType>(type));
    const cv::Mat picture = formulaPicture(64);
    const BackboneInfo &info = backboneInfo("embedded-resnet18");
    const FeatureMaps single = Backbone::load(info, path("single.safetensors"), {"layer2"})->extract(picture);
    const FeatureMaps shorter = Backbone::load(info, path("short.safetensors"), {"layer2"})->extract(picture);
    QVERIFY(sameBits(single.front(), shorter.front()));
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

void TestBackbone::tellsMissingWeights()
{
    const std::filesystem::path file = path("nowhere.safetensors");
    try {
        Backbone::load(backboneInfo("resnet18"), file, {"layer1"});
        QFAIL("loaded");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::WeightsMissing);
        QCOMPARE(error.file(), file);
    }
}

void TestBackbone::tellsMissingLayers()
{
    const FormulaWeights weights("resnet18", 2);
    refused(weights, "layer3", ErrorCode::LayerMissing, "stop before layer3");
    refused(weights, "layer4", ErrorCode::LayerMissing, "stop before layer4");
    refused(FormulaWeights("resnet18", 0), "layer1", ErrorCode::LayerMissing, "stop before layer1");
    const std::filesystem::path file = path("two.safetensors");
    weights.write(file);
    QCOMPARE(Backbone::load(backboneInfo("resnet18"), file, {"layer2"})->extract(formulaPicture(32)).size(),
             std::size_t(1));

    FormulaWeights holed = weights;
    holed.tensors.erase("layer1.1.bn2.running_mean");
    refused(holed, "layer2", ErrorCode::WeightsInvalid, "no tensor \"layer1.1.bn2.running_mean\"");
    holed.tensors.clear();
    refused(holed, "layer1", ErrorCode::WeightsInvalid, "no tensor \"conv1.weight\"");
}

void TestBackbone::refusesWrongShapes()
{
    FormulaWeights weights("resnet18", 1);
    weights.add("layer1.0.conv2.weight", {64, 64, 1, 1});
    refused(weights, "layer1", ErrorCode::WeightsInvalid,
            "\"layer1.0.conv2.weight\" has the shape [64, 64, 1, 1], resnet18 needs [64, 64, 3, 3]");
    weights = FormulaWeights("resnet18", 1);
    weights.add("bn1.bias", {32});
    refused(weights, "layer1", ErrorCode::WeightsInvalid, "\"bn1.bias\" has the shape [32], resnet18 needs [64]");
    weights.add("bn1.bias", {});
    refused(weights, "layer1", ErrorCode::WeightsInvalid, "\"bn1.bias\" has the shape [], resnet18 needs [64]");
}

void TestBackbone::refusesOtherArchitectures()
{
    refused(FormulaWeights("resnet50", 1), "layer1", ErrorCode::WeightsInvalid, "\"layer1.0.conv1.weight\"");
    refused(FormulaWeights("resnet34", 1), "layer1", ErrorCode::WeightsInvalid, "which resnet18 does not have");
}

void TestBackbone::refusesValuesThatAreNotFinite()
{
    const FormulaWeights good("resnet18", 1);
    for (const char *name : {"conv1.weight", "bn1.weight", "layer1.1.bn2.bias", "layer1.0.bn1.running_mean",
                             "layer1.0.bn1.running_var"}) {
        for (const float value : {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()}) {
            FormulaWeights bad = good;
            bad.tensors[name].values.back() = value;
            refused(bad, "layer1", ErrorCode::WeightsInvalid, name);
        }
    }
    FormulaWeights negative = good;
    negative.tensors["bn1.running_var"].values.front() = -1;
    refused(negative, "layer1", ErrorCode::WeightsInvalid, "negative variance");
    FormulaWeights huge = good;
    huge.tensors["bn1.weight"].values.front() = 3e38F;
    huge.tensors["bn1.running_var"].values.front() = 0;
    refused(huge, "layer1", ErrorCode::WeightsInvalid, "exceed single precision");
}

void TestBackbone::ignoresClassifierAndCounters()
{
    FormulaWeights weights("resnet18", 1);
    const cv::Mat picture = formulaPicture(64);
    weights.write(path("plain.safetensors"));
    weights.add("fc.weight", {10, 512});
    weights.add("fc.bias", {10});
    weights.add("layer1.0.bn1.num_batches_tracked", {});
    weights.write(path("more.safetensors"));
    const BackboneInfo &info = backboneInfo("resnet18");
    QVERIFY(sameBits(Backbone::load(info, path("plain.safetensors"), {"layer1"})->extract(picture).front(),
                     Backbone::load(info, path("more.safetensors"), {"layer1"})->extract(picture).front()));
}

/// Against the figures that torchvision documents with its weights (GFLOPS, which there are multiply-adds), of the
/// whole network: a classifier of 1,000 classes stands behind ours.
void TestBackbone::countsMultiplyAdds_data()
{
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("side");
    QTest::addColumn<double>("classifier"); // its inputs
    QTest::addColumn<double>("documented");
    QTest::newRow("resnet18") << "layer4" << 224 << 512.0 << 1.814e9;
    QTest::newRow("resnet34") << "layer4" << 224 << 512.0 << 3.664e9;
    QTest::newRow("resnet50") << "layer4" << 224 << 2048.0 << 4.089e9;
    QTest::newRow("wide_resnet50_2") << "layer4" << 224 << 2048.0 << 11.398e9;
    QTest::newRow("efficientnet_b4") << "head" << 380 << 1792.0 << 4.394e9;
    QTest::newRow("efficientnet_b5") << "head" << 456 << 2048.0 << 10.266e9;
}

void TestBackbone::countsMultiplyAdds()
{
    QFETCH(QString, last);
    QFETCH(int, side);
    QFETCH(double, classifier);
    QFETCH(double, documented);
    const NetworkPlan plan = networkPlan(QTest::currentDataTag());
    const double counted = plan.multiplyAdds(last.toStdString(), side, side) + 1000 * classifier;
    QVERIFY2(std::abs(counted / documented - 1) < 0.001, qPrintable(QString::number(counted)));
    QVERIFY_EXCEPTION_THROWN(plan.multiplyAdds("layer9", 224, 224), Error);
}

/// bfloat16 keeps eight bits of a number: over some twenty layers features stay within a few hundredths. Where the
/// processor has no bfloat16, or the network is none that knows it, both are the same bits.
void TestBackbone::fastIsNearExact()
{
    QCOMPARE(precisionFromId("fast"), Precision::Fast);
    QVERIFY_EXCEPTION_THROWN(precisionFromId("rough"), Error);
    cv::Mat input(96, 64, CV_32FC3);
    cv::RNG(3).fill(input, cv::RNG::NORMAL, 0, 1);
    for (const char *id : {"resnet18", "resnet50", "efficientnet_b4"}) {
        const std::string last = std::string(id).starts_with("resnet") ? "layer3" : "stage4";
        const auto exact = Backbone::random(backboneInfo(id), 5, {last});
        const auto fast = Backbone::random(backboneInfo(id), 5, {last}, Precision::Fast);
        QCOMPARE(fast->precision(), Precision::Fast);
        const FeatureMap left = exact->extract(input).front();
        const FeatureMap right = fast->extract(input).front();
        QCOMPARE(left.height, right.height);
        QCOMPARE(left.channels, right.channels);
        const std::size_t count = static_cast<std::size_t>(left.height) * left.width * left.channels;
        double difference = 0;
        double size = 0;
        for (std::size_t place = 0; place < count; ++place) {
            difference += std::pow(static_cast<double>(left.values.get()[place]) - right.values.get()[place], 2);
            size += std::pow(static_cast<double>(left.values.get()[place]), 2);
        }
        const double relative = std::sqrt(difference / size);
        const bool shorter = Backbone::canBeFast() && std::string(id).starts_with("resnet");
        QVERIFY2(shorter ? relative > 0 && relative < 0.05 : relative == 0,
                 qPrintable(QString("%1: %2").arg(id).arg(relative)));
        const FeatureMap again = fast->extract(input).front();
        QVERIFY(std::equal(right.values.get(), right.values.get() + count, again.values.get())); // the same bits
    }
}

QTEST_GUILESS_MAIN(TestBackbone)
#include "test_backbone.moc"
