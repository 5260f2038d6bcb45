#include <algorithm>
#include <cmath>
#include <vector>

#include <QTest>

#include <spotcheck/core/error.h>

#include "core/random.h"
#include "detectors/cfadescriptor.h"
#include "detectors/featurefakes.h"
#include "detectors/gridresize.h"
#include "detectors/patchembedding.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

constexpr std::size_t outputs = 300; // two blocks of weights

/// Cancelled once it was asked more often than allowed.
class AskedMonitor : public JobMonitor {
public:
    explicit AskedMonitor(int allowed) : m_allowed(allowed) {}
    bool isCancelled() const override { return ++m_asked > m_allowed; }
    int asked() const { return m_asked; }

private:
    int m_allowed;
    mutable int m_asked = 0;
};

/// 2300 and 600 positions: three blocks and one.
PooledLayers largeLayers()
{
    Random random(8);
    const auto values = [&](int, int, int) { return random.normal(); };
    return {meanNeighbourhoods(makeMap("layer1", 46, 50, 3, values), 3),
            meanNeighbourhoods(makeMap("layer2", 24, 25, 5, values), 3)};
}

void compareClose(double value, double expected)
{
    QVERIFY2(std::abs(value - expected) <= 1e-4 * std::max(1.0, std::abs(expected)),
             qPrintable(QString("%1, expected %2").arg(value, 0, 'g', 9).arg(expected, 0, 'g', 9)));
}

} // namespace

/// The matrix products of a large picture take longer than anybody wants to wait, so they are made in blocks. What
/// the descriptor computes otherwise is in test_cfa.
class TestCfaDescriptor : public QObject {
    Q_OBJECT

    PooledLayers m_layers = largeLayers();
    CfaDescriptor m_descriptor{{3, 5}, outputs, 21};

private slots:
    void everyBlockEqualsThePlainSum()
    {
        const PatchGrid grid = m_descriptor(m_layers);
        const std::span<const float> weights = std::as_const(m_descriptor).weights();
        const PatchGrid brought = resizeGrid(m_layers[1], grid.rows, grid.columns);
        const std::size_t second = 3 * outputs;
        const std::size_t coordinates = second + 5 * outputs;
        const std::size_t bias = coordinates + 2 * outputs;
        for (std::size_t patch = 0; patch < grid.patches(); patch += 11) {
            const auto columns = static_cast<std::size_t>(grid.columns);
            const double x = 2.0 * static_cast<double>(patch % columns) / (grid.columns - 1) - 1;
            const double y = 2.0 * static_cast<double>(patch / columns) / (grid.rows - 1) - 1;
            for (const std::size_t output : {std::size_t{0}, outputs - 1}) {
                double expected = weights[bias + output] + weights[coordinates + 2 * output] * x +
                                  weights[coordinates + 2 * output + 1] * y;
                for (std::size_t c = 0; c < 3; ++c)
                    expected += double(weights[output * 3 + c]) * m_layers[0].values[patch * 3 + c];
                for (std::size_t c = 0; c < 5; ++c)
                    expected += double(weights[second + output * 5 + c]) * brought.values[patch * 5 + c];
                compareClose(grid.values[patch * outputs + output], expected);
            }
        }
    }

    void everyBlockOfTheGradientEqualsThePlainSum()
    {
        const PatchGrid gradient = m_descriptor(m_layers); // any values will do
        std::vector<float> byWeights(m_descriptor.weights().size(), -7.0F);
        m_descriptor.backward(m_layers, gradient, byWeights, JobMonitor());
        for (std::size_t output = 0; output < outputs; ++output) {
            for (std::size_t c = 0; c < 3; ++c) {
                double expected = 0;
                for (std::size_t patch = 0; patch < gradient.patches(); ++patch)
                    expected += double(gradient.values[patch * outputs + output]) * m_layers[0].values[patch * 3 + c];
                compareClose(byWeights[output * 3 + c], expected);
            }
        }
    }

    void cancellingIsNoticedBeforeEveryBlock()
    {
        std::vector<float> byWeights(m_descriptor.weights().size());
        const AskedMonitor patient(1000);
        const PatchGrid grid = m_descriptor(m_layers, patient);
        QCOMPARE(patient.asked(), 4);
        m_descriptor.backward(m_layers, grid, byWeights, patient);
        QCOMPARE(patient.asked(), 8);
        for (int allowed = 0; allowed < 4; ++allowed) {
            const AskedMonitor there(allowed);
            QVERIFY_EXCEPTION_THROWN(m_descriptor(m_layers, there), Cancelled);
            const AskedMonitor back(allowed);
            QVERIFY_EXCEPTION_THROWN(m_descriptor.backward(m_layers, grid, byWeights, back), Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestCfaDescriptor)
#include "test_cfadescriptor.moc"
