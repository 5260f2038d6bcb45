#include <cmath>
#include <map>
#include <string>

#include "pretrain/channelscale.h"
#include "pretrain/weightmean.h"
#include "sines.h"

#include <QtTest>

using namespace spotcheck::pretrain;
using spotcheck::test::sines;

namespace {

/// A random network whose batch norms have statistics of some pictures.
ResNet18 warmNetwork(const torch::Tensor &pictures)
{
    torch::manual_seed(3);
    torch::NoGradGuard noGradients;
    ResNet18 network;
    network->train();
    for (int repeat = 0; repeat < 3; ++repeat)
        network->forward(pictures);
    network->eval();
    return network;
}

/// [C, values] of 3x3 means, zeros beyond the border.
torch::Tensor byChannel(const torch::Tensor &maps)
{
    return torch::avg_pool2d(maps, 3, 1, 1).transpose(0, 1).flatten(1);
}

} // namespace

class TestChannelScale : public QObject {
    Q_OBJECT

private slots:
    void deviationsBecomeOneAndLayer4Stays();
    void meanOfWeightsFollowsItsEquation();
};

void TestChannelScale::deviationsBecomeOneAndLayer4Stays()
{
    torch::NoGradGuard noGradients;
    torch::manual_seed(1);
    const torch::Tensor first = torch::randn({6, 3, 64, 64});
    const torch::Tensor second = first * 0.8 + 0.2 * torch::randn({6, 3, 64, 64});
    ResNet18 network = warmNetwork(first);
    const StageMaps before = network->forward(first);
    ChannelDeviations deviations(torch::kCPU);
    for (std::int64_t part = 0; part < 3; ++part)
        deviations.add(network, first.narrow(0, 2 * part, 2), second.narrow(0, 2 * part, 2));
    const ChannelFactors factors = deviations.factors();
    scaleChannels(network, factors);
    const StageMaps after = network->forward(first);
    const StageMaps afterSecond = network->forward(second);

    const double change = (after.layer4 - before.layer4).abs().max().item<double>();
    const double size = before.layer4.abs().max().item<double>();
    QVERIFY2(size > 0.1 && change < 1e-5 * size, qPrintable(QString("%1 of %2").arg(change).arg(size)));

    const std::array layersBefore{before.layer1, before.layer2, before.layer3};
    const std::array layersAfter{after.layer1, after.layer2, after.layer3};
    const std::array layersSecond{afterSecond.layer1, afterSecond.layer2, afterSecond.layer3};
    for (std::size_t layer = 0; layer < 3; ++layer) {
        QVERIFY(factors[layer].min().item<double>() > 0);
        QVERIFY(torch::allclose(layersAfter[layer], layersBefore[layer] * factors[layer].view({1, -1, 1, 1}), 1e-3,
                                1e-4));
        const torch::Tensor deviation = byChannel(layersAfter[layer]).to(torch::kFloat64).std(1);
        QVERIFY(std::abs(deviation.square().mean().sqrt().item<double>() - 1) < 1e-3);
        // Between two captures every channel differs by the same, but for those that hardly differ.
        const torch::Tensor difference =
            (byChannel(layersAfter[layer]) - byChannel(layersSecond[layer])).to(torch::kFloat64).std(1);
        const torch::Tensor original = difference / factors[layer];
        const torch::Tensor moved = original > 0.15 * original.mean();
        QVERIFY(moved.sum().item<std::int64_t>() > difference.size(0) / 2);
        const torch::Tensor same = difference.masked_select(moved);
        QVERIFY(((same.max() - same.min()) / same.mean()).item<double>() < 1e-3);
        QVERIFY(difference.max().item<double>() <= same.max().item<double>() * 1.001);
    }
}

void TestChannelScale::meanOfWeightsFollowsItsEquation()
{
    torch::NoGradGuard noGradients;
    ResNet18 network;
    ResNet18 mean;
    for (torch::Tensor parameter : network->parameters())
        parameter.fill_(3);
    for (torch::Tensor parameter : mean->parameters())
        parameter.fill_(1);
    const auto value = [&] { return mean->named_parameters()["layer3.1.bn2.weight"][5].item<double>(); };
    updateWeightMean(mean, network, 8); // decay 9 / 18
    QVERIFY(std::abs(value() - 2) < 1e-6);
    updateWeightMean(mean, network, 1'000'000); // decay 0.998
    QVERIFY(std::abs(value() - (2 * 0.998 + 3 * 0.002)) < 1e-6);
    copyWeights(network, mean);
    QVERIFY(value() == 3);
}

QTEST_GUILESS_MAIN(TestChannelScale)
#include "test_channelscale.moc"
