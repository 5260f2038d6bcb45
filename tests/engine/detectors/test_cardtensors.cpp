#include <algorithm>
#include <cmath>
#include <memory>
#include <span>
#include <vector>

#include <ATen/ATen.h>
#include <QTest>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/runtime.h>

#include "core/random.h"
#include "detectors/cfatensors.h"
#include "detectors/cfatraining.h"
#include "detectors/featurefakes.h"
#include "detectors/gaussiantensors.h"
#include "detectors/patchembedding.h"
#include "detectors/pyramidsearch.h"
#include "detectors/pyramidtensors.h"
#include "detectors/reconpatchtensors.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

void compareAll(std::span<const float> values, std::span<const float> expected, double tolerance)
{
    QCOMPARE(values.size(), expected.size());
    double largest = 0;
    for (const float value : expected)
        largest = std::max(largest, std::abs(static_cast<double>(value)));
    QVERIFY(largest > 0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        QVERIFY2(std::abs(values[i] - expected[i]) <= tolerance * largest,
                 qPrintable(QString("%1: %2, expected %3").arg(i).arg(values[i]).arg(expected[i])));
    }
}

std::vector<float> drawn(std::uint64_t seed, std::size_t count, double scale = 1)
{
    Random random(seed);
    std::vector<float> values(count);
    std::ranges::generate(values, [&] { return static_cast<float>(scale * random.normal()); });
    return values;
}

/// Three layers, on grids that do not divide each other.
FeatureMaps drawnMaps(std::uint64_t seed, int rows, int columns)
{
    Random random(seed);
    const auto value = [&](int y, int x, int c) { return std::sin(0.8 * c + 0.5 * y + 0.3 * x) + random.normal(); };
    return {makeMap("layer1", rows, columns, 3, value),
            makeMap("layer2", (rows + 1) / 2, (columns + 1) / 2, 5, value),
            makeMap("layer3", (rows + 3) / 4, (columns + 3) / 4, 4, value)};
}

/// A step of CFA's training with all that it needs.
struct CfaStep {
    std::vector<PooledLayers> pictures;
    CfaDescriptor descriptor{{3, 5, 4}, 8, 7};
    MemoryBank bank;
    CfaLossOptions options;

    CfaStep(int rows, int columns, std::size_t centroids)
        : bank(drawn(3, centroids * 8, 0.7), 8, std::vector<NormalPatch>())
    {
        for (const std::uint64_t seed : {11U, 12U}) {
            PooledLayers &layers = pictures.emplace_back();
            for (const FeatureMap &map : drawnMaps(seed, rows, columns))
                layers.push_back(meanNeighbourhoods(map, 3));
        }
    }
    std::vector<const PooledLayers *> taken() const { return {pictures.data(), &pictures[1]}; }
};

struct HeadsStep {
    std::vector<float> features;
    LinearHeads heads{12, 8, drawn(1, 96, 0.5), drawn(2, 64, 0.5)};
    LinearHeads targets{12, 8, drawn(3, 96, 0.5), drawn(4, 64, 0.5)};
    ReConPatchLossOptions options;

    explicit HeadsStep(std::size_t count) : features(drawn(5, count * 12)) {}
};

PositionGaussians drawnGaussians()
{
    JobMonitor monitor;
    PositionMoments moments(5, 7, 9); // 35 positions fill no whole number of lanes
    for (std::uint64_t picture = 0; picture < 20; ++picture)
        moments.add({5, 7, 9, drawn(picture, 315)}, monitor);
    return PositionGaussians::fit(moments, 0.01, monitor);
}

FeatureGallery drawnGallery()
{
    FeatureGallery gallery;
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U})
        gallery.add(drawnMaps(seed, 9, 11), 4);
    return gallery;
}

} // namespace

/// Steps that a card computes, against the processor's own. LibTorch's tensors do the same on a processor, which is
/// how they are tested without a card; with one, there as well.
class TestCardTensors : public QObject {
    Q_OBJECT

    static void addDevices()
    {
        QTest::addColumn<bool>("card");
        QTest::newRow("processor") << false;
        QTest::newRow("card") << true;
    }

    /// That of the row; none where it has to be skipped.
    static at::Device device()
    {
        QFETCH(bool, card);
        return card ? at::kCUDA : at::kCPU;
    }

    static bool isMissing(const at::Device &device) { return device.is_cuda() && !Backbone::canUseCuda(); }

private slots:
    void initTestCase() { configureRuntime(2); }

    void withoutACardThereIsNone()
    {
        const CfaStep step(9, 11, 20);
        QVERIFY(!CfaTensors::onCard(step.bank, step.options));
        QVERIFY(!GaussianTensors::onCard(drawnGaussians()));
        QVERIFY(!PyramidTensors::onCard(drawnGallery()));
    }

    void cfaTrainsAlike_data()
    {
        QTest::addColumn<bool>("card");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("centroids");
        for (const bool card : {false, true}) {
            const QByteArray where = card ? ", card" : ", processor";
            QTest::newRow("small" + where) << card << 9 << 20;
            QTest::newRow("fewer centroids than neighbours" + where) << card << 9 << 4;
            QTest::newRow("one row" + where) << card << 1 << 20;
            QTest::newRow("several blocks" + where) << card << 50 << 4096;
        }
    }

    void cfaTrainsAlike()
    {
        QFETCH(int, rows);
        QFETCH(int, centroids);
        if (isMissing(device()))
            QSKIP("LibTorch has no CUDA here, or finds no card.");
        JobMonitor monitor;
        CfaStep here(rows, 51, static_cast<std::size_t>(centroids));
        CfaStep there(rows, 51, static_cast<std::size_t>(centroids));
        CfaTraining byProcessor(here.descriptor, here.bank, here.pictures, here.options, 1e-2);
        CfaTraining byTensors(there.descriptor, there.bank, there.pictures, there.options, 1e-2,
                              std::make_unique<const CfaTensors>(there.bank, there.options, device()));
        const std::vector<std::int64_t> pictures{1, 0};
        for (int step = 0; step < 3; ++step) {
            const double expected = byProcessor.step({}, pictures, monitor);
            const double loss = byTensors.step({}, pictures, monitor);
            QVERIFY(expected > 0);
            QVERIFY2(std::abs(loss - expected) <= 1e-4 * expected,
                     qPrintable(QString::number(loss / expected, 'g', 9)));
            compareAll(there.descriptor.weights(), here.descriptor.weights(), 1e-3);
            QVERIFY(std::abs(byTensors.radius() - byProcessor.radius()) <= 1e-3 * std::abs(byProcessor.radius()));
        }
    }

    /// Both losses, whose terms are of either sign: Adam's steps above tell little of a gradient's size.
    void cfaGradientsAreAlike_data() { addDevices(); }
    void cfaGradientsAreAlike()
    {
        if (isMissing(device()))
            QSKIP("LibTorch has no CUDA here, or finds no card.");
        JobMonitor monitor;
        const CfaStep step(9, 11, 20);
        const double radius = 2.5; // for some positions below, for others above these distances
        std::vector<float> expected(step.descriptor.weights().size(), 0.0F);
        CfaLoss expectedLoss;
        for (const PooledLayers &layers : step.pictures) {
            const PatchGrid grid = step.descriptor(layers);
            PatchGrid byOutputs = grid;
            const CfaLoss part = cfaLoss(grid.values, step.bank, radius, 2 * 99, step.options, byOutputs.values);
            std::vector<float> byWeights(expected.size());
            step.descriptor.backward(layers, byOutputs, byWeights, monitor);
            std::ranges::transform(expected, byWeights, expected.begin(), std::plus());
            expectedLoss.value += part.value;
            expectedLoss.radiusGradient += part.radiusGradient;
        }
        std::vector<float> gradient(expected.size());
        const CfaLoss loss =
            CfaTensors(step.bank, step.options, device()).gradient(step.descriptor, radius, step.taken(), gradient);
        compareAll(gradient, expected, 1e-5);
        QVERIFY(std::abs(loss.value - expectedLoss.value) <= 1e-5 * expectedLoss.value);
        QVERIFY(std::abs(loss.radiusGradient - expectedLoss.radiusGradient) <=
                1e-5 * std::abs(expectedLoss.radiusGradient));
    }

    void headsGradientsAreAlike_data()
    {
        QTest::addColumn<bool>("card");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("neighbours");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<bool>("equal");
        for (const bool card : {false, true}) {
            const QByteArray where = card ? ", card" : ", processor";
            QTest::newRow("defaults" + where) << card << 150 << 5 << 0.5 << false;
            QTest::newRow("contextual only, even k" + where) << card << 60 << 8 << 0.0 << false;
            QTest::newRow("pairwise only" + where) << card << 60 << 5 << 1.0 << false;
            QTest::newRow("fewer patches than k" + where) << card << 3 << 5 << 0.5 << false;
            QTest::newRow("some patches equal" + where) << card << 60 << 5 << 0.5 << true;
        }
    }

    void headsGradientsAreAlike()
    {
        QFETCH(int, count);
        QFETCH(int, neighbours);
        QFETCH(double, alpha);
        QFETCH(bool, equal);
        if (isMissing(device()))
            QSKIP("LibTorch has no CUDA here, or finds no card.");
        JobMonitor monitor;
        HeadsStep step(static_cast<std::size_t>(count));
        if (equal)
            std::copy_n(step.features.begin(), 120, step.features.begin() + 120);
        step.options.neighbours = neighbours;
        step.options.alpha = alpha;
        const HeadsGradient expected = headsGradient(step.features, step.heads, step.targets, step.options, monitor);
        const HeadsGradient found = headsGradientOn(device(), step.features, step.heads, step.targets, step.options);
        QVERIFY(expected.loss > 0);
        QVERIFY(std::abs(found.loss - expected.loss) <= 1e-5 * expected.loss);
        compareAll(found.f, expected.f, 1e-4);
        compareAll(found.g, expected.g, 1e-4);
    }

    void equalPatchesDoNoHarm()
    {
        HeadsStep step(20);
        std::ranges::fill(step.features, 0.0F);
        const HeadsGradient found = headsGradientOn(at::kCPU, step.features, step.heads, step.targets, step.options);
        QCOMPARE(found.loss, 0.0);
        for (const std::vector<float> *gradient : {&found.f, &found.g})
            QVERIFY(std::ranges::all_of(*gradient, [](float value) { return value == 0; }));
    }

    void placesAreAlike_data() { addDevices(); }
    void placesAreAlike()
    {
        if (isMissing(device()))
            QSKIP("LibTorch has no CUDA here, or finds no card.");
        const PositionGaussians gaussians = drawnGaussians();
        const PatchGrid grid{5, 7, 9, drawn(99, 315)};
        compareAll(GaussianTensors(gaussians, device()).distances(grid), gaussians.distances(grid), 1e-5);
    }

    void pyramidsAreAlike_data() { addDevices(); }
    void pyramidsAreAlike()
    {
        if (isMissing(device()))
            QSKIP("LibTorch has no CUDA here, or finds no card.");
        const FeatureGallery gallery = drawnGallery();
        const PyramidTensors tensors(gallery, device());
        const std::vector<std::int64_t> pictures{3, 0, 1};
        for (const FeatureMaps &maps : {drawnMaps(50, 9, 11), drawnMaps(51, 6, 5), drawnMaps(2, 9, 11)}) {
            const NearestPyramids expected = nearestPyramids(gallery, pictures, maps);
            const NearestPyramids found = nearestPyramids(gallery, pictures, maps, &tensors);
            QCOMPARE(found.squaredDistances, expected.squaredDistances);
            for (std::size_t place = 0; place < expected.positions.size(); ++place) {
                QCOMPARE(found.positions[place].image, expected.positions[place].image);
                QCOMPARE(found.positions[place].row, expected.positions[place].row);
                QCOMPARE(found.positions[place].column, expected.positions[place].column);
            }
        }
    }

    /// Tensors on LibTorch's "meta" device have a place and a shape, and no values: whatever mixed them with another
    /// device's or copied values back would throw. So it is on a card. LibTorch 1.13 solves no triangles there, so
    /// PaDiM's step is not among these.
    void staysOnTheDevice()
    {
        const c10::InferenceMode withoutGradients;
        const at::Device meta(at::kMeta);
        const CfaStep cfa(9, 11, 20);
        const CfaTensors::Gradient gradient =
            CfaTensors(cfa.bank, cfa.options, meta).gradient(cfa.descriptor, 1, cfa.taken());
        QCOMPARE(gradient.weights.numel(), std::ssize(cfa.descriptor.weights()));
        QVERIFY(gradient.weights.is_meta() && gradient.figures.is_meta());

        const HeadsStep heads(40);
        const HeadsGradientTensors found =
            headsGradientTensors(heads.features, heads.heads, heads.targets, heads.options, meta);
        QVERIFY(found.loss.is_meta() && found.f.is_meta() && found.g.is_meta());
        QCOMPARE(found.f.numel(), std::ssize(heads.heads.f));

        const std::vector<std::int64_t> pictures{0, 2};
        const at::Tensor labels = PyramidTensors(drawnGallery(), meta).nearestTensor(pictures, drawnMaps(5, 6, 5));
        QVERIFY(labels.is_meta());
        QCOMPARE(labels.numel(), 30);
    }
};

QTEST_GUILESS_MAIN(TestCardTensors)
#include "test_cardtensors.moc"
