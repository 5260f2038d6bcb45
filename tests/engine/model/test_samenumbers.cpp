#include <algorithm>
#include <cstring>
#include <filesystem>
#include <map>
#include <string>

#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/detectors/registry.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/model/model.h>

#include "model/safetensors.h"

using namespace spotcheck;

namespace fs = std::filesystem;

namespace {

constexpr int normals = 6;
constexpr int side = 128; // px

cv::Mat part(int index, const std::string &defect = {})
{
    SampleOptions options;
    options.imageSize = side;
    return drawSamplePicture(options, defect, index).image;
}

bool sameBits(const std::vector<float> &a, const std::vector<float> &b)
{
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0);
}

} // namespace

/// What all six detectors promise of whole models, from the pictures to the file: over the registry, so that a new
/// one is tested by being listed there.
class TestSameNumbers : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<Sample> m_normals;
    std::map<std::string, std::shared_ptr<const Model>> m_models; ///< of one thread and seed 1

    fs::path path(const std::string &name) const { return fs::path(m_folder.path().toStdString()) / name; }
    static WeightsStore store() { return WeightsStore("/nowhere", {SPOTCHECK_SOURCE_DIR "/resources/backbone"}); }

    std::shared_ptr<const Model> train(const std::string &detector, int threads, std::uint64_t seed = 1) const
    {
        TrainingOptions options;
        options.detector = detector;
        options.preprocessing.inputSize = 64;
        options.calibrationShare = 0.34;
        options.seed = seed;
        for (const ParameterSpec &spec : detectorInfo(detector).parameters) {
            if (spec.id == "epochs") // the others as everybody has them
                options.parameters["epochs"] = std::int64_t{2};
            if (spec.id == "batch_patches")
                options.parameters["batch_patches"] = std::int64_t{64};
        }
        configureRuntime(threads);
        JobMonitor monitor;
        auto model = Model::train(m_normals, options, store(), monitor);
        configureRuntime(1);
        return model;
    }

    const Model &once(const std::string &detector)
    {
        std::shared_ptr<const Model> &model = m_models[detector];
        if (!model)
            model = train(detector, 1);
        return *model;
    }

    static void addDetectors()
    {
        QTest::addColumn<QString>("detector");
        for (const DetectorInfo &info : detectorRegistry())
            QTest::newRow(info.id.c_str()) << QString::fromStdString(info.id);
    }

    /// Every bit that a user can see of two models' work.
    static void compareScores(const Model &a, const Model &b)
    {
        QVERIFY(sameBits(a.calibration().scores(), b.calibration().scores()));
        QVERIFY(sameBits(a.calibration().mapPeaks(), b.calibration().mapPeaks()));
        for (const char *defect : {"", "blob", "scratch"}) {
            const cv::Mat picture = part(50, defect);
            const Prediction first = a.inspect(picture);
            const Prediction second = b.inspect(picture);
            QCOMPARE(first.score, second.score);
            QCOMPARE(first.pValue, second.pValue);
            QVERIFY(sameBits(first.patches.scores, second.patches.scores));
            if (!a.detector().hasAnomalyMap)
                continue;
            const cv::Mat map = a.anomalyMap(first);
            QVERIFY(std::memcmp(map.data, b.anomalyMap(second).data, map.total() * sizeof(float)) == 0);
        }
    }

private slots:
    void initTestCase()
    {
        for (int index = 0; index < normals; ++index) {
            m_normals.push_back({path("good" + std::to_string(index) + ".png"), Label::Good, {}, {}});
            writeImage(m_normals.back().image, part(index));
        }
    }

    void oneAndTwoThreadsMakeTheSameModel_data() { addDetectors(); }
    void oneAndTwoThreadsMakeTheSameModel()
    {
        QFETCH(const QString, detector);
        const Model &single = once(detector.toStdString());
        const auto twice = train(detector.toStdString(), 2);
        compareScores(single, *twice);
        // All that was learnt, to the last bit.
        single.save(path("single.spotcheck"));
        twice->save(path("twice.spotcheck"));
        const SafetensorsFile first(path("single.spotcheck"), ErrorCode::ModelInvalid);
        const SafetensorsFile second(path("twice.spotcheck"), ErrorCode::ModelInvalid);
        QCOMPARE(first.tensors().size(), second.tensors().size());
        QVERIFY(!first.tensors().empty());
        for (const auto &[name, tensor] : first.tensors()) {
            QVERIFY2(second.has(name), name.c_str());
            QVERIFY2(std::ranges::equal(tensor.bytes, second.tensor(name).bytes), name.c_str());
        }
    }

    void theFileGivesTheSameBits_data() { addDetectors(); }
    void theFileGivesTheSameBits()
    {
        QFETCH(const QString, detector);
        const Model &model = once(detector.toStdString());
        model.save(path("saved.spotcheck"));
        const auto loaded = Model::load(path("saved.spotcheck"), store());
        compareScores(model, *loaded);
        configureRuntime(2);
        compareScores(model, *loaded);
        configureRuntime(1);
        loaded->save(path("again.spotcheck"));
        QCOMPARE(sha256OfFile(path("again.spotcheck")), sha256OfFile(path("saved.spotcheck")));
    }

    /// Else the first test would hold for a detector that never draws: of those that draw nothing, the split alone
    /// makes the difference.
    void anotherSeedMakesAnotherModel_data() { addDetectors(); }
    void anotherSeedMakesAnotherModel()
    {
        QFETCH(const QString, detector);
        const Model &model = once(detector.toStdString());
        const auto other = train(detector.toStdString(), 1, 7);
        QVERIFY(!sameBits(other->calibration().scores(), model.calibration().scores()));
    }
};

QTEST_GUILESS_MAIN(TestSameNumbers)
#include "test_samenumbers.moc"
