#include <algorithm>
#include <cmath>

#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/error.h>

#include "backbone/networkplan.h"
#include "formulaweights.h"
#include "jsonfile.h"
#include "model/safetensorsheader.h"

using namespace spotcheck;
using namespace spotcheck::test;

/// The networks as they are written down, against torchvision's.
class TestNetworkPlan : public QObject {
    Q_OBJECT

private slots:
    void namesTensorsAsTorchvisionDoes_data();
    void namesTensorsAsTorchvisionDoes();
    void registryIsConsistent();
    void countsMultiplyAdds_data();
    void countsMultiplyAdds();
};

void TestNetworkPlan::namesTensorsAsTorchvisionDoes_data()
{
    QTest::addColumn<QString>("hash");
    const QJsonObject names = readJson(SPOTCHECK_TEST_DATA "/reference.json").value("names").toObject();
    QCOMPARE(names.size(), 8);
    for (auto entry = names.begin(); entry != names.end(); ++entry)
        QTest::newRow(qPrintable(entry.key())) << entry.value().toString();
}

void TestNetworkPlan::namesTensorsAsTorchvisionDoes()
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

void TestNetworkPlan::registryIsConsistent()
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

void TestNetworkPlan::countsMultiplyAdds_data()
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

void TestNetworkPlan::countsMultiplyAdds()
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

QTEST_GUILESS_MAIN(TestNetworkPlan)
#include "test_networkplan.moc"
