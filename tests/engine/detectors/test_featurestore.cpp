// Features that wait in half precision: what is kept of them, that the coreset is the same, what it does to scores.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/detectors/registry.h>

#include "core/random.h"
#include "detectors/featurefakes.h"
#include "detectors/featurestore.h"
#include "detectors/patchcollection.h"
#include "detectors/randomprojection.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

/// The nearest number with 11 bits, or with 24 places after the point where it is smaller; ties to even. Written down
/// from IEEE 754, not taken from a conversion.
float nearestHalf(float value)
{
    if (value == 0)
        return value;
    const int exponent = std::max(std::ilogb(value), -14) - 10;
    return static_cast<float>(
        std::ldexp(std::nearbyint(std::ldexp(static_cast<double>(value), -exponent)), exponent));
}

std::vector<float> normalValues(std::size_t count, double deviation, std::uint64_t seed)
{
    Random random(seed);
    std::vector<float> values(count);
    for (float &value : values)
        value = static_cast<float>(deviation * random.normal());
    return values;
}

FeatureStore stored(const std::vector<float> &values, int dimensions, FeaturePrecision precision)
{
    FeatureStore store(precision);
    store.reserve(static_cast<std::int64_t>(values.size()) / dimensions, dimensions);
    const auto half = static_cast<std::ptrdiff_t>(values.size()) / dimensions / 2 * dimensions;
    store.append(std::span(values).first(static_cast<std::size_t>(half)));
    store.append(std::span(values).subspan(static_cast<std::size_t>(half)));
    return store;
}

std::vector<FeatureMaps> normals(int pictures)
{
    std::vector<FeatureMaps> maps;
    for (int i = 0; i < pictures; ++i)
        maps.push_back({referenceMap("layer2", 12, 12, 128, 0.37 * i), referenceMap("layer3", 6, 6, 256, 0.81 * i)});
    return maps;
}

PatchScores scoresWith(const std::string &store)
{
    const DetectorInfo &info = detectorInfo("patchcore");
    const std::unique_ptr<Detector> detector = info.create(
        completeParameters(info.parameters,
                           {{"coreset_ratio", 0.2}, {"feature_store", store}, {"whitening", std::string("off")}}),
        1);
    JobMonitor monitor;
    FitCheckpoint checkpoint;
    detector->fit(FakeNormals(normals(6)), monitor, checkpoint);
    return detector->score({referenceMap("layer2", 12, 12, 128, 5.1), referenceMap("layer3", 6, 6, 256, 4.4)});
}

} // namespace

class TestFeatureStore : public QObject {
    Q_OBJECT

private slots:
    void singlePrecisionKeepsEveryBit()
    {
        const std::vector<float> values = normalValues(40 * 7, 3, 1);
        const FeatureStore store = stored(values, 7, FeaturePrecision::Single);
        QCOMPARE(store.count(), std::int64_t{40});
        std::vector<float> unused;
        const std::span<const float> rows = store.rows(11, 20, unused);
        QVERIFY(std::equal(rows.begin(), rows.end(), values.begin() + 77, values.begin() + 77 + 140));
        QVERIFY(unused.empty());
    }

    void halfPrecisionIsTheNearestHalf()
    {
        std::vector<float> values = normalValues(64 * 33, 20, 2);
        const std::vector<float> tiny = normalValues(32 * 33, 1e-5, 3); // subnormal halves
        values.insert(values.end(), tiny.begin(), tiny.end());
        values[5] = 0;
        values[6] = 65504;
        values[7] = -65504;
        values[8] = 1 + std::ldexp(1.0F, -11); // ties: to even
        values[9] = 1 + 3 * std::ldexp(1.0F, -11);
        const FeatureStore store = stored(values, 33, FeaturePrecision::Half);
        QCOMPARE(store.count(), std::int64_t{96});
        std::vector<float> buffer;
        const std::span<const float> rows = store.rows(0, store.count(), buffer);
        QCOMPARE(rows.size(), values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            QVERIFY2(rows[i] == nearestHalf(values[i]),
                     qPrintable(QString("%1 became %2").arg(values[i], 0, 'g', 9).arg(rows[i], 0, 'g', 9)));
        std::vector<float> other;
        const std::span<const float> some = store.rows(90, 3, other);
        QVERIFY(std::equal(some.begin(), some.end(), rows.begin() + 90 * 33));
    }

    void saysWhereHalfPrecisionIsTooShort()
    {
        FeatureStore store(FeaturePrecision::Half);
        store.reserve(1, 2);
        for (const float value : {65520.0F, -1e30F, std::numeric_limits<float>::infinity()}) {
            try {
                store.append(std::vector<float>{1, value});
                QFAIL("a value beyond half precision was taken");
            } catch (const Error &error) {
                QCOMPARE(error.code(), ErrorCode::InvalidParameter);
                QVERIFY(error.detail().find("feature_store") != std::string::npos);
            }
        }
        QCOMPARE(store.count(), std::int64_t{0});
    }

    /// In whatever portions: pictures do not end where blocks of the product do.
    void growingProjectionEqualsThatOfAll()
    {
        const std::vector<float> vectors = normalValues(2500 * 40, 2, 4);
        GrowingProjection growing(40, 16, 9);
        growing.reserve(2500);
        for (std::size_t first = 0; first < 2500;) {
            const std::size_t taken = std::min<std::size_t>(2500 - first, 1 + first % 1500);
            growing.append(std::span(vectors).subspan(first * 40, taken * 40));
            first += taken;
        }
        QVERIFY(growing.take() == projectRandomly(vectors, 40, 16, 9));
    }

    void coresetIsTheSame()
    {
        const CoresetOptions options{.ratio = 0.2, .seed = 7};
        const PatchEmbedding embedding;
        const FakeNormals pictures(normals(12));
        JobMonitor monitor;
        const PatchCollection single =
            collectPatches(pictures, embedding, FeaturePrecision::Single, options, monitor);
        const PatchCollection half = collectPatches(pictures, embedding, FeaturePrecision::Half, options, monitor);
        QVERIFY(single.projected.empty());
        QCOMPARE(half.count(), std::int64_t{12 * 144});
        const Coreset expected = coresetOf(single, options, monitor);
        const Coreset chosen = coresetOf(half, options, monitor);
        QCOMPARE(chosen.indices.size(), std::size_t{345});
        QCOMPARE(chosen.indices, expected.indices);
        QCOMPARE(chosen.radius, expected.radius);

        std::vector<float> unused;
        std::vector<float> buffer;
        const std::span<const float> features = single.features.rows(0, single.count(), unused);
        const std::span<const float> rounded = half.features.rows(0, half.count(), buffer);
        QCOMPARE(rounded.size(), features.size());
        for (std::size_t i = 0; i < features.size(); ++i)
            QCOMPARE(rounded[i], nearestHalf(features[i]));
    }

    /// Nothing would be saved: the coreset needs the features in single precision then.
    void withoutAProjectionNothingIsRounded()
    {
        const CoresetOptions options{.ratio = 0.2, .projectedDimensions = 0};
        JobMonitor monitor;
        const PatchCollection patches =
            collectPatches(FakeNormals(normals(2)), PatchEmbedding(), FeaturePrecision::Half, options, monitor);
        QVERIFY(patches.projected.empty());
        std::vector<float> unused;
        patches.features.rows(0, patches.count(), unused);
        QVERIFY(unused.empty());
    }

    /// A rounded vector lies at most 2^-11 of its length beside itself, so no distance changes by more.
    void scoresDifferByTheRoundingAlone()
    {
        double longest = 0;
        for (const FeatureMaps &maps : normals(6)) {
            const PatchGrid grid = PatchEmbedding{}(maps);
            for (std::size_t patch = 0; patch < grid.patches(); ++patch) {
                const auto first = grid.values.begin() + static_cast<std::ptrdiff_t>(patch) * grid.dimensions;
                longest =
                    std::max(longest, std::sqrt(std::inner_product(first, first + grid.dimensions, first, 0.0)));
            }
        }
        const double shift = std::ldexp(longest, -11);
        const PatchScores single = scoresWith("single");
        const PatchScores half = scoresWith("half");
        QCOMPARE(half.scores.size(), single.scores.size());
        QVERIFY(half.scores != single.scores); // it does something
        for (std::size_t i = 0; i < single.scores.size(); ++i) {
            const double difference = std::sqrt(half.scores[i]) - std::sqrt(single.scores[i]);
            QVERIFY2(std::abs(difference) <= shift,
                     qPrintable(QString("%1 became %2").arg(single.scores[i]).arg(half.scores[i])));
        }
    }

    void isEstimatedToTakeLess()
    {
        const DetectorInfo &info = detectorInfo("patchcore");
        const auto bytes = [&](const ParameterValues &values) {
            return static_cast<double>(info.fittingBytes(completeParameters(info.parameters, values),
                                                         backboneInfo("resnet18"), {100, {224, 224}}));
        };
        const double features = 100 * 28 * 28 * 384.0;
        const double saved = bytes({}) - bytes({{"feature_store", std::string("half")}});
        QCOMPARE(saved, 2 * features);
        // Nothing is saved without a projection.
        QCOMPARE(bytes({{"projection", std::int64_t{0}}, {"feature_store", std::string("half")}}),
                 bytes({{"projection", std::int64_t{0}}}));
    }
};

QTEST_GUILESS_MAIN(TestFeatureStore)
#include "test_featurestore.moc"
