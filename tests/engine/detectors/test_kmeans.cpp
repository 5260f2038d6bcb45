#include <algorithm>
#include <cmath>

#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "core/random.h"
#include "detectors/kmeans.h"

using namespace spotcheck;

namespace {

class Cancelling : public JobMonitor {
public:
    bool isCancelled() const override { return true; }
};

/// Three heaps of `each` points in the plane, around (0, 0), (100, 0) and (0, 100).
std::vector<float> heaps(int each)
{
    Random random(2);
    std::vector<float> values;
    for (int i = 0; i < 3 * each; ++i) {
        values.push_back(static_cast<float>((i % 3 == 1 ? 100 : 0) + random.normal()));
        values.push_back(static_cast<float>((i % 3 == 2 ? 100 : 0) + random.normal()));
    }
    return values;
}

} // namespace

class TestKmeans : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { configureRuntime(1); }

    /// A round's fixed point: every centroid is the mean of the vectors that are nearest to it.
    void centroidsAreTheMeansOfTheirVectors()
    {
        const std::vector<float> values = heaps(300);
        JobMonitor monitor;
        const std::vector<float> centroids = clusterCentroids(values, 2, 3, 1, monitor);
        QCOMPARE(centroids.size(), std::size_t{6});
        std::vector<double> sums(9);
        for (std::size_t i = 0; i < values.size(); i += 2) {
            std::size_t nearest = 0;
            double smallest = INFINITY;
            for (std::size_t c = 0; c < 3; ++c) {
                const double distance =
                    std::hypot(values[i] - centroids[2 * c], values[i + 1] - centroids[2 * c + 1]);
                if (distance < smallest) {
                    smallest = distance;
                    nearest = c;
                }
            }
            sums[3 * nearest] += values[i];
            sums[3 * nearest + 1] += values[i + 1];
            sums[3 * nearest + 2] += 1;
        }
        for (std::size_t c = 0; c < 3; ++c) {
            QVERIFY(sums[3 * c + 2] > 0);
            QVERIFY(std::abs(sums[3 * c] / sums[3 * c + 2] - centroids[2 * c]) < 1e-3);
            QVERIFY(std::abs(sums[3 * c + 1] / sums[3 * c + 2] - centroids[2 * c + 1]) < 1e-3);
        }
    }

    void followsTheSeedAndNotTheThreads()
    {
        const std::vector<float> values = heaps(300);
        JobMonitor monitor;
        const std::vector<float> expected = clusterCentroids(values, 2, 40, 1, monitor);
        configureRuntime(3);
        const std::vector<float> threaded = clusterCentroids(values, 2, 40, 1, monitor);
        configureRuntime(1);
        QCOMPARE(threaded, expected);
        QVERIFY(clusterCentroids(values, 2, 40, 2, monitor) != expected);
    }

    void fewVectorsAreKeptAsTheyAre()
    {
        const std::vector<float> values{1, 2, 3, 4};
        JobMonitor monitor;
        QCOMPARE(clusterCentroids(values, 2, 2, 1, monitor), values);
        QCOMPARE(clusterCentroids(values, 2, 5, 1, monitor), values);
    }

    void canBeCancelled()
    {
        Cancelling monitor;
        QVERIFY_EXCEPTION_THROWN(clusterCentroids(heaps(50), 2, 3, 1, monitor), Cancelled);
    }

    void refusesWhatCannotWork()
    {
        JobMonitor monitor;
        const std::vector<float> values{1, 2};
        QVERIFY_EXCEPTION_THROWN(clusterCentroids(values, 2, 0, 1, monitor), Error);
    }
};

QTEST_GUILESS_MAIN(TestKmeans)
#include "test_kmeans.moc"
