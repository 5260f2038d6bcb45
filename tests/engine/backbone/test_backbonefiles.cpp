#include <filesystem>
#include <limits>

#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/error.h>

#include "formulaweights.h"
#include "samebits.h"

using namespace spotcheck;
using namespace spotcheck::test;

/// Weights' files: what is taken, and what is refused with which reason.
class TestBackboneFiles : public QObject {
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
    void readsShorterNumbers_data();
    void readsShorterNumbers();
    void tellsMissingWeights();
    void tellsMissingLayers();
    void refusesWrongShapes();
    void refusesOtherArchitectures();
    void refusesValuesThatAreNotFinite();
    void ignoresClassifierAndCounters();
};

void TestBackboneFiles::readsShorterNumbers_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("half") << static_cast<int>(TensorType::Float16);
    QTest::newRow("bfloat16") << static_cast<int>(TensorType::BFloat16);
}

void TestBackboneFiles::readsShorterNumbers()
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

void TestBackboneFiles::tellsMissingWeights()
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

void TestBackboneFiles::tellsMissingLayers()
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

void TestBackboneFiles::refusesWrongShapes()
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

void TestBackboneFiles::refusesOtherArchitectures()
{
    refused(FormulaWeights("resnet50", 1), "layer1", ErrorCode::WeightsInvalid, "\"layer1.0.conv1.weight\"");
    refused(FormulaWeights("resnet34", 1), "layer1", ErrorCode::WeightsInvalid, "which resnet18 does not have");
}

void TestBackboneFiles::refusesValuesThatAreNotFinite()
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

void TestBackboneFiles::ignoresClassifierAndCounters()
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

QTEST_GUILESS_MAIN(TestBackboneFiles)
#include "test_backbonefiles.moc"
