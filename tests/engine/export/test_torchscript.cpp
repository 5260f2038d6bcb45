#include <algorithm>
#include <cmath>
#include <csignal>

#include <sys/resource.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/core.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/detectors/anomalymap.h>
#include <spotcheck/detectors/registry.h>
#include <spotcheck/export/torchscript.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/model/model.h>

#include "loadedmodule.h"
#include "plannedweights.h"

using namespace spotcheck;
using spotcheck::test::LoadedModule;

namespace {

namespace fs = std::filesystem;

constexpr int normalPictures = 8;
constexpr int side = 160; // px
// Of the largest score of the pictures, or the largest value of their maps.
constexpr double tolerance = 1e-4;

cv::Mat part(int index, const std::string &defect = "")
{
    SampleOptions options;
    options.imageSize = side;
    return drawSamplePicture(options, defect, index).image;
}

/// A good and a defective part of one size.
std::vector<cv::Mat> parts()
{
    return {part(50), part(51, "blob")};
}

double largestDifference(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() ? cv::norm(a, b, cv::NORM_INF) : INFINITY;
}

/// What the engine makes of a picture.
struct Expected {
    float score = 0;
    cv::Mat map;
};

/// How far a module's results lie from the engine's, in shares of the scale of each.
struct Distance {
    double score = 0;
    double map = 0;
};

Distance distance(const std::vector<Expected> &expected, const LoadedModule::Output &output)
{
    if (output.scores.size() != expected.size())
        return {INFINITY, INFINITY};
    double scoreScale = 0;
    double mapScale = 0;
    Distance result;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        scoreScale = std::max<double>(scoreScale, std::abs(expected[i].score));
        mapScale = std::max(mapScale, cv::norm(expected[i].map, cv::NORM_INF));
        result.score = std::max<double>(result.score, std::abs(expected[i].score - output.scores[i]));
        result.map = std::max(result.map, largestDifference(expected[i].map, output.maps[i]));
    }
    return {result.score / scoreScale, result.map / mapScale};
}

/// Files end at `bytes` while this lives, as on a full disk.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

/// An exported module gives the engine's scores and maps.
class TestTorchScript : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<Sample> m_normals;

    fs::path path(const QString &name) const { return fs::path(m_folder.filePath(name).toStdString()); }

    std::shared_ptr<const Model> train(const std::string &detector, const ParameterValues &parameters,
                                       const Preprocessing &preprocessing, const std::string &backbone) const
    {
        TrainingOptions options;
        options.detector = detector;
        options.parameters = parameters;
        for (const ParameterSpec &spec : detectorInfo(detector).parameters) {
            if (spec.id == "epochs")
                options.parameters.emplace("epochs", std::int64_t{2});
        }
        options.preprocessing = preprocessing;
        options.backbone = backbone;
        options.calibrationShare = 0.25;
        JobMonitor monitor;
        return Model::train(m_normals, options,
                            WeightsStore(path("weights"), {SPOTCHECK_SOURCE_DIR "/resources/backbone"}), monitor);
    }

    std::shared_ptr<const Model> train(const std::string &detector, const ParameterValues &parameters = {}) const
    {
        return train(detector, parameters, plain(), "embedded-resnet18");
    }

    static Preprocessing plain()
    {
        Preprocessing preprocessing;
        preprocessing.inputSize = {96, 64};
        return preprocessing;
    }

    LoadedModule exported(const Model &model, TorchScriptOptions options = {}) const
    {
        exportTorchScript(model, options, path("module.pt"));
        return LoadedModule(path("module.pt"));
    }

    static void verifyClose(const std::vector<Expected> &expected, const LoadedModule::Output &output)
    {
        const Distance found = distance(expected, output);
        qInfo("scores differ by %.1e, maps by %.1e of their scale", found.score, found.map);
        QVERIFY(found.score < tolerance);
        QVERIFY(found.map < tolerance);
    }

    /// The engine's map at the input size, of what the network saw.
    static Expected ofInput(const Model &model, const cv::Mat &picture)
    {
        const Prediction prediction = model.inspect(picture);
        Preprocessing whole = model.preprocessing();
        whole.framing = Preprocessing::Framing::FullFrame;
        return {static_cast<float>(prediction.score),
                expandAnomalyMap(prediction.patches, whole, model.preprocessing().inputSize)};
    }

    static Expected ofPicture(const Model &model, const cv::Mat &picture)
    {
        const Prediction prediction = model.inspect(picture);
        return {static_cast<float>(prediction.score), model.anomalyMap(prediction)};
    }

    static cv::Mat inputOf(const Model &model, const cv::Mat &picture)
    {
        const Preprocessing &preprocessing = model.preprocessing();
        return preprocessing.apply(preprocessing.region.fillOutside(picture, preprocessing.mean));
    }

    /// Both forms, one picture at a time and both together.
    void verifyModule(const Model &model, const std::vector<cv::Mat> &pictures) const
    {
        std::vector<Expected> inputs;
        std::vector<Expected> wholes;
        std::vector<cv::Mat> prepared;
        for (const cv::Mat &picture : pictures) {
            inputs.push_back(ofInput(model, picture));
            wholes.push_back(ofPicture(model, picture));
            prepared.push_back(inputOf(model, picture));
        }
        const LoadedModule plainModule = exported(model);
        verifyClose(inputs, plainModule.ofInputs(prepared));
        verifyClose({inputs.back()}, plainModule.ofInputs({prepared.back()}));
        const LoadedModule wholeModule =
            exported(model, {.withPreprocessing = true, .pictureSize = pictures.front().size()});
        verifyClose(wholes, wholeModule.ofPictures(pictures));
        verifyClose({wholes.back()}, wholeModule.ofPicture(pictures.back()));
    }

private slots:
    void initTestCase()
    {
        configureRuntime(2);
        fs::create_directories(path("weights"));
        for (int i = 0; i < normalPictures; ++i) {
            writeImage(path(QString("good%1.png").arg(i)), part(i));
            m_normals.push_back({path(QString("good%1.png").arg(i)), Label::Good, {}, {}});
        }
    }

    void everyDetectorIsExportedOrRefused_data()
    {
        QTest::addColumn<QString>("id");
        for (const DetectorInfo &info : detectorRegistry())
            QTest::newRow(info.id.c_str()) << QString::fromStdString(info.id);
    }
    void everyDetectorIsExportedOrRefused()
    {
        QFETCH(QString, id);
        const std::string detector = id.toStdString();
        const std::shared_ptr<const Model> model = train(detector);
        if (detectorInfo(detector).exportable) {
            verifyModule(*model, parts());
            return;
        }
        QVERIFY(detector == "spade" || detector == "mahalanobis");
        try {
            exportTorchScript(*model, {}, path("refused.pt"));
            QFAIL("nothing was thrown");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::NotExportable);
            const std::string detail = error.detail();
            QVERIFY(detail.starts_with(detectorInfo(detector).title));
            QVERIFY(detail.find("PatchCore, PaDiM, CFA, ReConPatch") != std::string::npos);
        }
        QVERIFY(!fs::exists(path("refused.pt")));
    }

    void everyStepIsExported_data()
    {
        QTest::addColumn<QString>("detector");
        QTest::addColumn<ParameterValues>("parameters");
        QTest::newRow("pooled") << "patchcore"
                                << ParameterValues{{"embedding", std::string("pooled")},
                                                   {"target_dimension", std::int64_t{100}}};
        QTest::newRow("wide neighbourhood")
            << "patchcore" << ParameterValues{{"neighbourhood", std::string("5")}, {"coreset_ratio", 0.1}};
        QTest::newRow("mean of several, reweighted")
            << "patchcore"
            << ParameterValues{{"neighbours", std::int64_t{3}}, {"reweight", true}, {"coreset_ratio", 0.2}};
        QTest::newRow("more neighbours than the bank has")
            << "patchcore"
            << ParameterValues{{"neighbours", std::int64_t{50}}, {"reweight", true}, {"coreset_ratio", 0.01}};
        QTest::newRow("largest patch") << "padim" << ParameterValues{{"image_score", std::string("patch")}};
        QTest::newRow("one layer") << "padim" << ParameterValues{{"layers", std::string("layer2")}};
        QTest::newRow("few centroids") << "cfa"
                                       << ParameterValues{{"bank_compression", std::int64_t{8}},
                                                          {"dimension_compression", std::int64_t{4}},
                                                          {"image_score", std::string("patch")}};
        QTest::newRow("pooled representation")
            << "reconpatch"
            << ParameterValues{{"embedding", std::string("pooled")}, {"target_dimension", std::int64_t{64}}};
    }
    void everyStepIsExported()
    {
        QFETCH(QString, detector);
        QFETCH(ParameterValues, parameters);
        verifyModule(*train(detector.toStdString(), parameters), parts());
    }

    void everyFamilyOfNetworksIsExported_data()
    {
        QTest::addColumn<QString>("backbone");
        for (const char *id : {"resnet50", "efficientnet_b4"})
            QTest::newRow(id) << id;
    }
    void everyFamilyOfNetworksIsExported()
    {
        QFETCH(QString, backbone);
        const std::string id = backbone.toStdString();
        test::writePlannedWeights(path("weights") / (id + ".safetensors"), backboneInfo(id).architecture, 4);
        verifyModule(*train("patchcore", {{"layers", std::string("layer1+layer2")}}, plain(), id), parts());
    }

    void everyFramingIsExported_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("cropResize"); // 0: the whole picture
        QTest::addColumn<bool>("region");
        QTest::newRow("flat") << 101 << 0 << false;
        QTest::newRow("small") << 40 << 0 << false;
        QTest::newRow("flat, cropped") << 101 << 120 << false;
        QTest::newRow("square, cropped") << side << 111 << false;
        QTest::newRow("region") << 101 << 0 << true;
    }
    void everyFramingIsExported()
    {
        QFETCH(int, height);
        QFETCH(int, cropResize);
        QFETCH(bool, region);
        Preprocessing preprocessing = plain();
        if (cropResize > 0) {
            preprocessing.framing = Preprocessing::Framing::CentreCrop;
            preprocessing.cropResize = cropResize;
        }
        if (region)
            preprocessing.region = {{{{0.1, 0.1}, {0.9, 0.1}, {0.9, 0.8}, {0.1, 0.9}}},
                                    {{{0.2, 0.2}, {0.3, 0.2}, {0.2, 0.35}}}};
        std::vector<cv::Mat> pictures = parts();
        for (cv::Mat &picture : pictures)
            picture = picture.rowRange(0, height).clone();
        verifyModule(*train("patchcore", {}, preprocessing, "embedded-resnet18"), pictures);
    }

    /// Numbers in [0, 1] are not rounded to grey levels after the resize, as 16-bit pictures are not.
    void picturesOfNumbersAreTaken()
    {
        const std::shared_ptr<const Model> model = train("patchcore");
        std::vector<cv::Mat> numbers;
        std::vector<Expected> expected;
        for (const cv::Mat &picture : parts()) {
            cv::Mat deep;
            picture.convertTo(deep, CV_16U, 257);
            expected.push_back(ofPicture(*model, deep));
            deep.convertTo(numbers.emplace_back(), CV_32F, 1 / 65535.0);
        }
        const LoadedModule module = exported(*model, {.withPreprocessing = true});
        verifyClose(expected, module.ofPictures(numbers));
    }

    void metadataSaysWhatItIs()
    {
        const std::shared_ptr<const Model> model = train("padim");
        const LoadedModule module = exported(*model, {.threshold = 12.5, .modelSha256 = "abc"});
        const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(module.metadata())).object();
        QCOMPARE(json["format"].toString(), "spotcheck-torchscript");
        QCOMPARE(json["detector"].toString(), "padim");
        QCOMPARE(json["threshold"].toDouble(), 12.5);
        QCOMPARE(json["model_sha256"].toString(), "abc");
        QCOMPARE(json["backbone"].toString(), "embedded-resnet18");
        QCOMPARE(json["backbone_sha256"].toString().toStdString(), model->backboneSha256());
        QCOMPARE(json["input_size"].toArray(), (QJsonArray{96, 64}));
        QCOMPARE(json["mean"].toArray().first().toDouble(), 0.485);
        QCOMPARE(json["deviation"].toArray().size(), 3);
        QVERIFY(!json["with_preprocessing"].toBool());
    }

    void whatCannotBeExportedIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("withPreprocessing");
        QTest::addColumn<QString>("remedy");
        QTest::newRow("tiles") << "tiles" << true << "--tiles";
        QTest::newRow("alignment") << "alignment" << false << "--align";
        QTest::newRow("region of unknown size") << "region" << true << "--picture-size";
        QTest::newRow("region in a crop") << "cropped region" << false << "--with-preprocessing";
    }
    void whatCannotBeExportedIsRefused()
    {
        QFETCH(QString, what);
        QFETCH(bool, withPreprocessing);
        QFETCH(QString, remedy);
        Preprocessing preprocessing = plain();
        if (what == "tiles")
            preprocessing.tiling.columns = 2;
        if (what == "alignment")
            preprocessing.alignment = AlignmentMode::Ecc;
        if (what.contains("region"))
            preprocessing.region.ignore = {{{0, 0}, {0.2, 0}, {0, 0.2}}};
        if (what.startsWith("cropped"))
            preprocessing.framing = Preprocessing::Framing::CentreCrop;
        const std::shared_ptr<const Model> model = train("patchcore", {}, preprocessing, "embedded-resnet18");
        try {
            exportTorchScript(*model, {.withPreprocessing = withPreprocessing}, path("refused.pt"));
            QFAIL("nothing was thrown");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::NotExportable);
            QVERIFY2(QString::fromStdString(error.detail()).contains(remedy), error.what());
        }
        QVERIFY(!fs::exists(path("refused.pt")));
    }

    void aFailedWriteLeavesNothing()
    {
        const std::shared_ptr<const Model> model = train("patchcore");
        try {
            exportTorchScript(*model, {}, path("no-such-folder/module.pt"));
            QFAIL("nothing was thrown");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::WriteFailed);
            QVERIFY(error.file() == path("no-such-folder/module.pt"));
        }
        {
            const FileSizeLimit full(100'000);
            try {
                exportTorchScript(*model, {}, path("full.pt"));
                QFAIL("nothing was thrown");
            } catch (const Error &error) {
                QCOMPARE(error.code(), ErrorCode::WriteFailed);
                QVERIFY(error.file() == path("full.pt"));
            }
        }
        QVERIFY(!fs::exists(path("full.pt")));
        exported(*model);
        QVERIFY(QDir(m_folder.path()).entryList({".spotcheck-*"}, QDir::Files | QDir::Hidden).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTorchScript)
#include "test_torchscript.moc"
