// Before Qt, whose keywords are names in there.
#include <ATen/ATen.h>

#include <cmath>
#include <cstdint>
#include <thread>
#include <vector>

#include <QTest>

#include <opencv2/core.hpp>

#include <spotcheck/core/runtime.h>

#include "backbone/compilednetwork.h"
#include "backbone/network.h"

using namespace spotcheck;

namespace {

/// Stages with random weights.
std::vector<NetworkStage> stagesOf(const std::string &architecture, std::size_t count)
{
    std::mt19937_64 random(3);
    auto make = [&](const ConvolutionPlan &plan) {
        FoldedConvolution folded = randomConvolution(random, plan);
        for (float &bias : folded.bias)
            bias = static_cast<float>(random() % 1000) / 5000.0F - 0.1F;
        return folded;
    };
    const NetworkPlan plan = networkPlan(architecture);
    std::vector<NetworkStage> stages;
    for (std::size_t index = 0; index < count; ++index) {
        NetworkStage &stage = stages.emplace_back();
        stage.pooled = plan.stages[index].pooled;
        for (const BlockPlan &block : plan.stages[index].blocks)
            stage.blocks.emplace_back(block, make);
    }
    return stages;
}

cv::Mat picture(int rows, int columns)
{
    cv::Mat input(rows, columns, CV_32FC3);
    cv::RNG(5).fill(input, cv::RNG::NORMAL, 0, 1);
    return input;
}

} // namespace

/// oneDNN's chain against the same stages computed by LibTorch, operation by operation: that is how they are computed
/// on a card.
class TestCompiledNetwork : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        configureRuntime(2);
        useOneThreadBelow();
    }

    void equalsLibTorch_data()
    {
        QTest::addColumn<QString>("architecture");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::newRow("resnet18") << "resnet18" << 224 << 224;
        QTest::newRow("resnet18, odd sizes") << "resnet18" << 75 << 130;
        QTest::newRow("resnet50") << "resnet50" << 96 << 64;
        QTest::newRow("wide_resnet50_2") << "wide_resnet50_2" << 64 << 64;
    }
    void equalsLibTorch()
    {
        QFETCH(QString, architecture);
        QFETCH(int, rows);
        QFETCH(int, columns);
        const c10::InferenceMode withoutGradients;
        const std::vector<NetworkStage> stages = stagesOf(architecture.toStdString(), 5);
        const cv::Mat input = picture(rows, columns);
        // In another order than they are computed, one twice.
        const std::vector<std::size_t> wanted{3, 0, 4, 1, 3};
        const FeatureMaps maps = CompiledNetwork(stages, wanted, input.size(), false)(input);
        QCOMPARE(maps.size(), wanted.size());

        std::vector<at::Tensor> expected;
        at::Tensor current = at::from_blob(input.data, {1, rows, columns, 3}).permute({0, 3, 1, 2});
        for (const NetworkStage &stage : stages)
            expected.push_back(current = stage(current));
        for (std::size_t index = 0; index < wanted.size(); ++index) {
            const at::Tensor plain = expected[wanted[index]].permute({0, 2, 3, 1}).contiguous();
            const FeatureMap &map = maps[index];
            QCOMPARE((std::vector<std::int64_t>{1, map.height, map.width, map.channels}), plain.sizes().vec());
            double difference = 0;
            double size = 0;
            for (std::size_t place = 0; place < map.size(); ++place) {
                const double value = plain.data_ptr<float>()[place];
                difference = std::max(difference, std::abs(map.values.get()[place] - value));
                size += value * value;
            }
            size = std::sqrt(size / static_cast<double>(map.size()));
            QVERIFY2(difference < 3e-5 * size, qPrintable(QString::number(difference / size)));
        }
    }

    /// More runs at once than workspaces are idle, and again with idle ones: always the same bits.
    void runsInSeveralThreads()
    {
        const std::vector<NetworkStage> stages = stagesOf("resnet18", 3);
        const cv::Mat input = picture(64, 64);
        const cv::Mat other = picture(64, 64) * 3;
        const CompiledNetwork network(stages, {2}, input.size(), false);
        const FeatureMap expected = network(input).front();
        std::vector<int> wrong(4, 0);
        for (int round = 0; round < 2; ++round) {
            std::vector<std::jthread> threads;
            for (int &count : wrong)
                threads.emplace_back([&] {
                    useOneThreadBelow();
                    for (int run = 0; run < 5; ++run) {
                        network(other);
                        const FeatureMap map = network(input).front();
                        count += !std::equal(map.values.get(), map.values.get() + map.size(), expected.values.get());
                    }
                });
        }
        QCOMPARE(wrong, std::vector<int>(4, 0));
    }

    void knowsResNetsAlone()
    {
        QVERIFY(CompiledNetwork::knows(networkPlan("resnet18")));
        QVERIFY(CompiledNetwork::knows(networkPlan("wide_resnet101_2")));
        QVERIFY(!CompiledNetwork::knows(networkPlan("efficientnet_b4")));
    }
};

QTEST_GUILESS_MAIN(TestCompiledNetwork)
#include "test_compilednetwork.moc"
