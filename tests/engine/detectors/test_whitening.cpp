#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <QTest>

#include <Eigen/Core>
#include <Eigen/LU>

#include "core/random.h"
#include "detectors/featurefakes.h"
#include "detectors/whitening.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

constexpr int dimensions = 12;
constexpr double anyLength = 1e9;

/// `[count, dimensions]`: values that hang together, of very unlike spread, far from zero.
std::vector<float> mixedFeatures(int count)
{
    Random random(3);
    std::vector<float> values;
    for (int row = 0; row < count; ++row) {
        double before = 0;
        for (int i = 0; i < dimensions; ++i) {
            before = 0.6 * before + random.normal();
            values.push_back(static_cast<float>(5 + i + before * std::pow(0.5, i)));
        }
    }
    return values;
}

FeatureSample sampleOf(const std::vector<float> &values, int length)
{
    FeatureSample sample(anyLength);
    sample.expect(static_cast<std::int64_t>(values.size()) / length, length);
    sample.append(values);
    return sample;
}

} // namespace

class TestWhitening : public QObject {
    Q_OBJECT

private slots:
    /// Against S written out in double precision and inverted whole.
    void distancesAreThoseOfMahalanobis()
    {
        constexpr int count = 500;
        const std::vector<float> values = mixedFeatures(count);
        Eigen::MatrixXd rows(count, dimensions);
        for (int row = 0; row < count; ++row) {
            for (int i = 0; i < dimensions; ++i)
                rows(row, i) = values[static_cast<std::size_t>(row * dimensions + i)];
        }
        const Eigen::MatrixXd centred = rows.rowwise() - rows.colwise().mean();
        const Eigen::MatrixXd plain = centred.transpose() * centred / count;
        const Eigen::MatrixXd shrunk =
            (1 - whiteningShrinkage) * plain +
            whiteningShrinkage * plain.trace() / dimensions * Eigen::MatrixXd::Identity(dimensions, dimensions);
        const Eigen::MatrixXd inverse = shrunk.inverse();

        JobMonitor monitor;
        const LinearRepresentation whitening = whiteningOf(sampleOf(values, dimensions), monitor);
        QCOMPARE(whitening.inputs, dimensions);
        QCOMPARE(whitening.outputs, dimensions);
        const std::vector<float> whitened = whitening.of(values);
        for (int a = 0; a < count; a += 41) {
            for (int b = a + 1; b < count; b += 53) {
                const Eigen::VectorXd difference = rows.row(a) - rows.row(b);
                const double expected = difference.dot(inverse * difference);
                double squared = 0;
                for (int i = 0; i < dimensions; ++i)
                    squared += std::pow(double(whitened[static_cast<std::size_t>(a * dimensions + i)]) -
                                            whitened[static_cast<std::size_t>(b * dimensions + i)],
                                        2);
                QVERIFY2(std::abs(squared - expected) < 1e-4 * expected,
                         qPrintable(QString("%1, expected %2").arg(squared).arg(expected)));
            }
        }
    }

    /// Models of single and half precision whiten alike, whatever comes at once.
    void aSampleDoesNotDependOnHowFeaturesCome()
    {
        const int count = 40000; // more than are taken
        std::vector<float> values(static_cast<std::size_t>(count));
        std::iota(values.begin(), values.end(), 0.0F);
        const std::vector<float> whole = sampleOf(values, 1).take();
        FeatureSample pieces(anyLength);
        pieces.expect(count, 1);
        for (std::size_t first = 0; first < values.size(); first += 784)
            pieces.append(std::span(values).subspan(first, std::min<std::size_t>(784, values.size() - first)));
        QCOMPARE(pieces.take(), whole);
        QCOMPARE(whole.size(), std::size_t{32768});
        QCOMPARE(whole.front(), 0.0F);
        QVERIFY(whole.back() > 39990);
        QVERIFY(std::ranges::adjacent_find(whole, std::greater_equal()) == whole.end()); // none twice
    }

    void longerFeaturesAreNotTaken()
    {
        FeatureSample sample(11);
        sample.expect(10, dimensions);
        sample.append(mixedFeatures(10));
        QVERIFY(sample.isEmpty());
    }

    /// Normals of one colour: nothing varies, or only by rounding. Distances stay finite.
    void featuresThatDoNotVary()
    {
        JobMonitor monitor;
        const LinearRepresentation ofZeros = whiteningOf(sampleOf(std::vector<float>(60, 0.0F), dimensions), monitor);
        QCOMPARE(ofZeros.matrix[0], 1.0F);
        QCOMPARE(ofZeros.matrix[1], 0.0F);

        std::vector<float> same;
        for (int row = 0; row < 50; ++row) {
            for (int i = 0; i < dimensions; ++i)
                same.push_back(1.0F + static_cast<float>(i));
        }
        same[0] = std::nextafter(same[0], 2.0F);
        const LinearRepresentation ofSame = whiteningOf(sampleOf(same, dimensions), monitor);
        const std::vector<float> far = ofSame.of(std::vector<float>(dimensions, 1e6F));
        QVERIFY(std::ranges::all_of(far, [](float value) { return std::abs(value) < 1e13F; }));
    }

    void aChannelThatIsAlwaysZero()
    {
        std::vector<float> values = mixedFeatures(100);
        for (std::size_t place = 4; place < values.size(); place += dimensions)
            values[place] = 0;
        JobMonitor monitor;
        const std::vector<float> whitened = whiteningOf(sampleOf(values, dimensions), monitor).of(values);
        QVERIFY(std::ranges::all_of(whitened, [](float value) { return std::isfinite(value); }));
    }
};

QTEST_GUILESS_MAIN(TestWhitening)
#include "test_whitening.moc"
