#include <atomic>
#include <cmath>
#include <cstring>
#include <map>
#include <optional>

#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>

#include "core/random.h"
#include "detectors/featurefakes.h"
#include "model/modelfile.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

// What the fakes stand for: pictures of 64 px seen by a ResNet-18.
const cv::Size inputSize{64, 64};
constexpr int normalPictures = 8;

const BackboneInfo &backbone()
{
    return backboneInfo("resnet18");
}

/// Defaults, with those that only cost time made small.
ParameterValues quickParameters(const DetectorInfo &info)
{
    ParameterValues values;
    for (const ParameterSpec &spec : info.parameters) {
        if (spec.id == "epochs")
            values[spec.id] = static_cast<std::int64_t>(std::max(2.0, spec.minimum));
        if (spec.id == "target_dimension")
            values[spec.id] = std::int64_t{32};
        if (spec.id == "coreset_ratio")
            values[spec.id] = 0.25;
    }
    return completeParameters(info.parameters, values);
}

/// Random features of every layer that the detector asks for: what all pictures have in common, and noise.
FeatureMaps randomMaps(const std::vector<std::string> &layers, std::uint64_t seed, double shift = 0)
{
    const DataFacts facts{1, inputSize};
    FeatureMaps maps;
    Random noise(seed);
    for (const std::string &name : layers) {
        const BackboneLayer &layer = backbone().layer(name);
        const cv::Size grid = facts.grid(layer);
        maps.push_back(makeMap(name, grid.height, grid.width, layer.channels, [&](int y, int x, int c) {
            return std::abs(std::sin(0.37 * c + 0.9 * y + 0.5 * x) + 0.3 * noise.normal() + shift);
        }));
    }
    return maps;
}

std::vector<FeatureMaps> randomNormals(const std::vector<std::string> &layers, int count)
{
    std::vector<FeatureMaps> normals;
    for (int index = 0; index < count; ++index)
        normals.push_back(randomMaps(layers, static_cast<std::uint64_t>(index) + 10));
    return normals;
}

/// Counts reports, and asks for the end after `limit` of them.
class CountingMonitor : public JobMonitor {
public:
    explicit CountingMonitor(std::optional<int> limit = {}) : m_limit(limit) {}
    void report(const Progress &) override { ++m_reports; }
    bool isCancelled() const override { return m_limit && m_reports >= *m_limit; }
    int reports() const { return m_reports; }

private:
    std::optional<int> m_limit;
    std::atomic<int> m_reports{0};
};

struct Fitted {
    std::unique_ptr<Detector> detector;
    FitSummary summary;
};

Fitted fit(const DetectorInfo &info, const ParameterValues &values, const NormalFeatures &normals,
           std::uint64_t seed = 5)
{
    JobMonitor monitor;
    FitCheckpoint checkpoint;
    Fitted fitted{info.create(values, seed), {}};
    fitted.summary = fitted.detector->fit(normals, monitor, checkpoint);
    return fitted;
}

bool sameBits(const PatchScores &a, const PatchScores &b)
{
    const auto samePatch = [](const NormalPatch &left, const NormalPatch &right) {
        return left.image == right.image && left.row == right.row && left.column == right.column;
    };
    return std::memcmp(&a.imageScore, &b.imageScore, sizeof(float)) == 0 && a.rows == b.rows &&
           a.columns == b.columns && a.scores.size() == b.scores.size() &&
           (a.scores.empty() || // no map
            std::memcmp(a.scores.data(), b.scores.data(), a.scores.size() * sizeof(float)) == 0) &&
           std::equal(a.nearest.begin(), a.nearest.end(), b.nearest.begin(), b.nearest.end(), samePatch);
}

} // namespace

/// What every detector promises, checked over the registry: a new one is tested by being listed there.
class TestRegistry : public QObject {
    Q_OBJECT

    std::map<std::string, Fitted> m_fitted; ///< with quick parameters and the random normals

    static void addDetectors()
    {
        QTest::addColumn<QString>("id");
        for (const DetectorInfo &info : detectorRegistry())
            QTest::newRow(info.id.c_str()) << QString::fromStdString(info.id);
    }

    static const DetectorInfo &fetchedInfo()
    {
        QFETCH(QString, id);
        return detectorInfo(id.toStdString());
    }

    static std::vector<std::string> layersOf(const DetectorInfo &info)
    {
        return info.layers(quickParameters(info), backbone());
    }

    const Fitted &fittedOnce(const DetectorInfo &info)
    {
        Fitted &fitted = m_fitted[info.id];
        if (!fitted.detector)
            fitted = fit(info, quickParameters(info), FakeNormals(randomNormals(layersOf(info), normalPictures)));
        return fitted;
    }

private slots:
    void initTestCase() { configureRuntime(1); }

    void idsAreUnique()
    {
        std::map<std::string, int> seen;
        for (const DetectorInfo &info : detectorRegistry())
            QCOMPARE(++seen[info.id], 1);
    }

    void unknownDetectorNamesTheKnownOnes()
    {
        try {
            detectorInfo("none-such");
            QFAIL("nothing was thrown");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::UnknownDetector);
            for (const DetectorInfo &info : detectorRegistry())
                QVERIFY(QString::fromUtf8(error.what()).contains(QString::fromStdString(info.id)));
        }
    }

    void descriptionIsComplete_data() { addDetectors(); }
    void descriptionIsComplete()
    {
        const DetectorInfo &info = fetchedInfo();
        for (const std::string &text : {info.title, info.paper, info.analysisUnit, info.scoring, info.memoryBank,
                                        info.backbones, info.extraTraining, info.alignment, info.advice})
            QVERIFY(!text.empty());
        QVERIFY(info.memoryBankBytes && info.fittingBytes && info.layers && info.create);
        QCOMPARE(info.extraTraining == "none", !info.needsTraining);
        QVERIFY(!info.layers(completeParameters(info.parameters, {}), backbone()).empty());
    }

    void defaultsAndPresetsAreValid_data() { addDetectors(); }
    void defaultsAndPresetsAreValid()
    {
        const DetectorInfo &info = fetchedInfo();
        for (const ParameterSpec &spec : info.parameters) {
            spec.check(spec.defaultValue);
            QVERIFY2(!spec.title.empty() && !spec.help.empty(), spec.id.c_str());
        }
        const ParameterValues defaults = completeParameters(info.parameters, {});
        bool balanced = false;
        for (const ParameterPreset &preset : info.presets) {
            const ParameterValues values = completeParameters(info.parameters, preset.values);
            QVERIFY(info.create(values, 0) != nullptr);
            QVERIFY(!preset.title.empty() && !preset.help.empty());
            if (preset.id == "balanced") {
                balanced = true;
                QCOMPARE(values, defaults);
            } else {
                QVERIFY2(values != defaults, preset.id.c_str());
            }
        }
        QVERIFY(balanced || info.presets.empty());
    }

    void everyChoiceCanBeMade_data() { addDetectors(); }
    void everyChoiceCanBeMade()
    {
        const DetectorInfo &info = fetchedInfo();
        for (const ParameterSpec &spec : info.parameters) {
            for (const std::string &choice : spec.choices) {
                const ParameterValues values = completeParameters(info.parameters, {{spec.id, choice}});
                QVERIFY(info.create(values, 0) != nullptr);
                QVERIFY2(!info.layers(values, backbone()).empty(), choice.c_str());
            }
        }
    }

    void scoresAreFiniteAndOfTheGrid_data() { addDetectors(); }
    void scoresAreFiniteAndOfTheGrid()
    {
        const DetectorInfo &info = fetchedInfo();
        const PatchScores scores = fittedOnce(info).detector->score(randomMaps(layersOf(info), 99));
        QVERIFY(std::isfinite(scores.imageScore));
        QCOMPARE(scores.rows > 0, info.hasAnomalyMap);
        QCOMPARE(scores.scores.size(), static_cast<std::size_t>(scores.rows * scores.columns));
        for (const float score : scores.scores)
            QVERIFY(std::isfinite(score));
        QVERIFY(scores.nearest.empty() || scores.nearest.size() == scores.scores.size());
        for (const NormalPatch &patch : scores.nearest)
            QVERIFY(patch.image >= 0 && patch.image < normalPictures && patch.row >= 0 && patch.column >= 0);
    }

    void aShiftedPictureIsMoreAnomalous_data() { addDetectors(); }
    void aShiftedPictureIsMoreAnomalous()
    {
        const DetectorInfo &info = fetchedInfo();
        const Detector &detector = *fittedOnce(info).detector;
        const float normal = detector.score(randomMaps(layersOf(info), 99)).imageScore;
        QVERIFY(detector.score(randomMaps(layersOf(info), 99, 1.5)).imageScore > normal);
    }

    void estimateEqualsWhatIsStored_data() { addDetectors(); }
    void estimateEqualsWhatIsStored()
    {
        const DetectorInfo &info = fetchedInfo();
        const FitSummary &summary = fittedOnce(info).summary;
        const ParameterValues values = quickParameters(info);
        const auto estimated =
            static_cast<double>(info.memoryBankBytes(values, backbone(), {normalPictures, inputSize}));
        // A coreset may stop early, and what is chosen by the features' variance is known only after the fit.
        QVERIFY(std::abs(estimated - static_cast<double>(summary.bankBytes)) <=
                0.05 * static_cast<double>(summary.bankBytes));
        QVERIFY(info.fittingBytes(values, backbone(), {normalPictures, inputSize}) >= summary.bankBytes);
        QVERIFY(summary.patches >= 0 && summary.stored > 0);
        QCOMPARE(info.needsTraining, summary.lastLoss.has_value());
    }

    void savedModelScoresTheSameBits_data() { addDetectors(); }
    void savedModelScoresTheSameBits()
    {
        const DetectorInfo &info = fetchedInfo();
        const Detector &detector = *fittedOnce(info).detector;
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("model").toStdString();
        ModelWriter writer;
        detector.save(writer);
        writer.write(file, {});
        const std::unique_ptr<Detector> loaded = info.create(quickParameters(info), 5);
        {
            const ModelReader reader(std::make_shared<const SafetensorsFile>(file, ErrorCode::ModelInvalid));
            loaded->load(reader);
        }
        for (const double shift : {0.0, 0.8}) {
            const FeatureMaps picture = randomMaps(layersOf(info), 77, shift);
            QVERIFY(sameBits(loaded->score(picture), detector.score(picture)));
        }
        // And once more: what was read is written as it was.
        ModelWriter again;
        loaded->save(again);
        const std::filesystem::path copy = folder.filePath("copy").toStdString();
        again.write(copy, {});
        QCOMPARE(sha256OfFile(copy), sha256OfFile(file));
    }

    void emptyFileIsRefused_data() { addDetectors(); }
    void emptyFileIsRefused()
    {
        const DetectorInfo &info = fetchedInfo();
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("model").toStdString();
        ModelWriter().write(file, {});
        const ModelReader reader(std::make_shared<const SafetensorsFile>(file, ErrorCode::ModelInvalid));
        try {
            info.create(quickParameters(info), 5)->load(reader);
            QFAIL("nothing was thrown");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::ModelInvalid);
            QVERIFY(error.file() == file);
        }
    }

    void sameBitsAgainAndWithMoreThreads_data() { addDetectors(); }
    void sameBitsAgainAndWithMoreThreads()
    {
        const DetectorInfo &info = fetchedInfo();
        const std::vector<std::string> layers = layersOf(info);
        const FeatureMaps picture = randomMaps(layers, 55);
        const PatchScores expected = fittedOnce(info).detector->score(picture);
        const FakeNormals normals(randomNormals(layers, normalPictures));
        QVERIFY(sameBits(fit(info, quickParameters(info), normals).detector->score(picture), expected));
        configureRuntime(3);
        const PatchScores threaded = fit(info, quickParameters(info), normals).detector->score(picture);
        configureRuntime(1);
        QVERIFY(sameBits(threaded, expected));
    }

    /// Asks for the end at the first, a middle and the last report: the fit stops before it reports again (those that
    /// compute in several threads may have one step under way).
    void cancelsWithinAStep_data() { addDetectors(); }
    void cancelsWithinAStep()
    {
        const DetectorInfo &info = fetchedInfo();
        const FakeNormals normals(randomNormals(layersOf(info), normalPictures));
        FitCheckpoint checkpoint;
        CountingMonitor whole;
        info.create(quickParameters(info), 5)->fit(normals, whole, checkpoint);
        QVERIFY(whole.reports() >= normalPictures);
        for (const int limit : {1, whole.reports() / 2, whole.reports() - 1}) {
            CountingMonitor monitor(limit);
            QVERIFY_EXCEPTION_THROWN(info.create(quickParameters(info), 5)->fit(normals, monitor, checkpoint),
                                     Cancelled);
            QVERIFY2(monitor.reports() <= limit + 1, qPrintable(QString::number(monitor.reports())));
        }
    }

    void oneNormalIsFittedOrRefused_data() { addDetectors(); }
    void oneNormalIsFittedOrRefused()
    {
        const DetectorInfo &info = fetchedInfo();
        const std::vector<std::string> layers = layersOf(info);
        try {
            const Fitted fitted = fit(info, quickParameters(info), FakeNormals(randomNormals(layers, 1)));
            QVERIFY(std::isfinite(fitted.detector->score(randomMaps(layers, 44)).imageScore));
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::NotEnoughNormals);
            // One more is held out: whoever brought two must not be told that two are needed.
            QVERIFY2(error.detail().find("at least three") != std::string::npos, error.what());
        }
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "test_registry.moc"
