#include <cmath>
#include <cstring>

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/evaluation/evaluation.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

#include "model/misalignment.h"
#include "model/safetensors.h"
#include "randomweights.h"

using namespace spotcheck;

namespace {

namespace fs = std::filesystem;

constexpr int pictures = 8;
constexpr int side = 160; // px
const cv::Size pictureSize(side, side);

cv::Mat part(int index, const std::string &defect = "")
{
    SampleOptions options;
    options.imageSize = side;
    return drawSamplePicture(options, defect, index).image;
}

/// The part as a camera sees it that was turned and shifted.
cv::Mat movedPart(const cv::Mat &image, double degrees, cv::Point2d shift)
{
    cv::Mat motion = cv::getRotationMatrix2D({image.cols / 2.0F, image.rows / 2.0F}, degrees, 1);
    motion.at<double>(0, 2) += shift.x;
    motion.at<double>(1, 2) += shift.y;
    cv::Mat result;
    cv::warpAffine(image, result, motion, image.size(), cv::INTER_CUBIC, cv::BORDER_REFLECT_101);
    return result;
}

bool sameBits(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() && a.type() == b.type() && a.isContinuous() && b.isContinuous() &&
           std::memcmp(a.data, b.data, a.total() * a.elemSize()) == 0;
}

} // namespace

/// Models whose preprocessing does more than resize.
class TestModelPictures : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<Sample> m_normals;

    fs::path path(const QString &name) const { return fs::path(m_folder.filePath(name).toStdString()); }
    WeightsStore store() const { return WeightsStore(path("weights"), {}); }

    fs::path written(const QString &name, const cv::Mat &image) const
    {
        writeImage(path(name), image);
        return path(name);
    }

    TrainingOptions options() const
    {
        TrainingOptions result;
        result.backbone = "resnet18";
        result.preprocessing.inputSize = 64;
        result.parameters = {{"target_dimension", std::int64_t{64}}};
        result.calibrationShare = 0.25;
        return result;
    }

    std::shared_ptr<const Model> train(const TrainingOptions &with) const
    {
        JobMonitor monitor;
        return Model::train(m_normals, with, store(), monitor);
    }

    static TrainingOptions everything(TrainingOptions result)
    {
        result.preprocessing.inputSize = {64, 96};
        result.preprocessing.tiling = {2, 2, 0.3};
        result.preprocessing.framing = Preprocessing::Framing::CentreCrop;
        result.preprocessing.cropResize = 200;
        result.preprocessing.region = {{{{0.1, 0.1}, {0.9, 0.1}, {0.9, 0.8}, {0.1, 0.9}}},
                                       {{{0.2, 0.2}, {0.3, 0.2}, {0.2, 0.35}}}};
        result.preprocessing.alignment = AlignmentMode::Ecc;
        return result;
    }

private slots:
    void initTestCase()
    {
        configureRuntime(2);
        fs::create_directories(path("weights"));
        test::writeRandomResNet18(path("weights/resnet18.safetensors"));
        for (int i = 0; i < pictures; ++i)
            m_normals.push_back({written(QString("good%1.png").arg(i), part(i)), Label::Good, {}, {}});
    }

    void everyOptionSurvivesTheFile_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("ecc") << int(AlignmentMode::Ecc);
        QTest::newRow("features") << int(AlignmentMode::Features);
    }

    void everyOptionSurvivesTheFile()
    {
        QFETCH(int, mode);
        TrainingOptions with = everything(options());
        with.preprocessing.alignment = static_cast<AlignmentMode>(mode);
        with.alignmentReference = written("reference.png", part(40));
        const std::shared_ptr<const Model> model = train(with);
        model->save(path("all.spotcheck"));
        fs::remove(with.alignmentReference); // an inspection needs no other file
        const std::shared_ptr<const Model> loaded = Model::load(path("all.spotcheck"), store());
        QVERIFY(loaded->preprocessing() == model->preprocessing());
        for (int i = 0; i < 3; ++i) {
            const cv::Mat image = movedPart(part(60 + i, i == 1 ? "blob" : ""), 2 * i, {4.0 * i, -3.0});
            const Prediction before = model->inspect(image);
            const Prediction after = loaded->inspect(image);
            QVERIFY(before.alignment && after.alignment);
            QVERIFY(before.alignment->aligned);
            QVERIFY(before.alignment->toPicture == after.alignment->toPicture);
            QCOMPARE(before.score, after.score);
            QVERIFY(before.patches.scores == after.patches.scores);
            QVERIFY(sameBits(model->anomalyMap(before), loaded->anomalyMap(after)));
            QVERIFY(sameBits(model->regionMask(before), loaded->regionMask(after)));
        }
        loaded->save(path("again.spotcheck"));
        const SafetensorsFile first(path("all.spotcheck"), ErrorCode::ModelInvalid);
        const SafetensorsFile second(path("again.spotcheck"), ErrorCode::ModelInvalid);
        QVERIFY(first.metadata() == second.metadata());
        QCOMPARE(first.metadata().at("format_version"), std::string("2"));
    }

    void theGridIsThatOfAllTiles()
    {
        TrainingOptions with = options();
        with.preprocessing.inputSize = {64, 96};
        with.preprocessing.tiling = {2, 3, 0.3};
        const std::shared_ptr<const Model> model = train(with);
        const Prediction prediction = model->inspect(part(30));
        // 64 px make steps of 64 (0.7 x 64 rounded up), 96 px steps of 96: the whole input has 128 x 288 px.
        QCOMPARE(prediction.patches.columns, 128 / 8);
        QCOMPARE(prediction.patches.rows, 288 / 8);
        QCOMPARE(estimateTraining(with, pictures).memoryBankBytes, model->summary().fit.bankBytes);
    }

    void aPlainModelKeepsTheFirstFormat()
    {
        train(options())->save(path("plain.spotcheck"));
        const SafetensorsFile file(path("plain.spotcheck"), ErrorCode::ModelInvalid);
        QCOMPARE(file.metadata().at("format_version"), std::string("1"));
        QVERIFY(!file.metadata().contains("alignment"));
        const std::string &preprocessing = file.metadata().at("preprocessing");
        QVERIFY(preprocessing.find("\"input_size\":64,") != std::string::npos);
        QVERIFY(preprocessing.find("tiling") == std::string::npos);
    }

    /// Pixel figures of a centre crop are those of the crop, as the published ones: 224 of 256 px here.
    void outsideACentreCropNothingIsJudged()
    {
        TrainingOptions with = options();
        with.preprocessing.framing = Preprocessing::Framing::CentreCrop;
        with.preprocessing.inputSize = 224;
        with.preprocessing.cropResize = 256;
        const std::shared_ptr<const Model> model = train(with);
        const cv::Mat judged = model->regionMask(model->inspect(part(30)));
        cv::Mat expected(pictureSize, CV_8UC1, cv::Scalar(0));
        expected(cv::Rect(10, 10, 140, 140)).setTo(255); // 160 px * 224 / 256
        QVERIFY(sameBits(judged, expected));
        with.preprocessing.region = {{{{0, 0}, {0.5, 0}, {0.5, 1}, {0, 1}}}, {}};
        const std::shared_ptr<const Model> half = train(with);
        expected &= with.preprocessing.region.mask(pictureSize);
        QVERIFY(cv::countNonZero(expected) < 140 * 80);
        QVERIFY(sameBits(half->regionMask(half->inspect(part(30))), expected));
        QVERIFY(train(options())->regionMask(model->inspect(part(30))).empty());
    }

    void nothingOutsideTheRegionMatters()
    {
        TrainingOptions with = options();
        with.preprocessing.region = {{{{0.25, 0.25}, {0.75, 0.25}, {0.75, 0.75}, {0.25, 0.75}}},
                                     {{{0.4, 0.4}, {0.5, 0.4}, {0.5, 0.5}, {0.4, 0.5}}}};
        with.preprocessing.tiling = {2, 1, 0.2};
        const std::shared_ptr<const Model> model = train(with);
        const cv::Mat image = part(30);
        const Prediction before = model->inspect(image);
        const cv::Mat looked = model->regionMask(before);
        cv::Mat changed = image.clone();
        cv::Mat noise(image.size(), image.type());
        cv::RNG(3).fill(noise, cv::RNG::UNIFORM, 0, 255);
        noise.copyTo(changed, looked == 0);
        QVERIFY(cv::norm(changed, image, cv::NORM_INF) > 100);
        const Prediction after = model->inspect(changed);
        QCOMPARE(before.score, after.score);
        QVERIFY(before.patches.scores == after.patches.scores);
        const cv::Mat map = model->anomalyMap(after);
        QVERIFY(sameBits(model->anomalyMap(before), map));

        double smallest = 0;
        cv::minMaxLoc(map, &smallest);
        for (int row = 0; row < map.rows; ++row) {
            for (int column = 0; column < map.cols; ++column) {
                if (looked.at<uchar>(row, column) == 0)
                    QCOMPARE(map.at<float>(row, column), static_cast<float>(smallest));
            }
        }
        // The region itself does matter.
        noise.copyTo(changed, looked);
        QVERIFY(model->inspect(changed).score != before.score);
    }

    void movedPartsScoreAsThoseInPlace()
    {
        TrainingOptions with = options();
        const std::shared_ptr<const Model> plain = train(with);
        with.preprocessing.alignment = AlignmentMode::Ecc;
        const std::shared_ptr<const Model> aligning = train(with);
        QVERIFY(aligning->summary().warnings.empty());

        // A round spot, at a known place of the part.
        const cv::Point spot(56, 100);
        cv::Mat image = part(30);
        cv::circle(image, spot, 7, cv::Scalar(230, 20, 20), cv::FILLED);
        const cv::Mat turned = movedPart(image, 5, {8, 8});
        const Prediction prediction = aligning->inspect(turned);
        QVERIFY(prediction.alignment && prediction.alignment->aligned);
        const cv::Point2d place = moved(prediction.alignment->toPicture, spot);
        QVERIFY(turned.at<cv::Vec3b>(place)[0] > 180 && turned.at<cv::Vec3b>(place)[1] < 80); // red
        const cv::Mat map = aligning->anomalyMap(prediction);
        QCOMPARE(map.size(), turned.size());
        // The map of the aligned picture, put back to where the picture shows the part.
        Prediction inFrame = prediction;
        inFrame.alignment.reset();
        const cv::Mat frameMap = aligning->anomalyMap(inFrame);
        double least = 0;
        double most = 0;
        cv::minMaxLoc(frameMap, &least, &most);
        for (const cv::Point &point : {spot, cv::Point(100, 60), cv::Point(80, 120)}) {
            const cv::Point2d there = moved(prediction.alignment->toPicture, point);
            QVERIFY(std::abs(map.at<float>(there) - frameMap.at<float>(point)) < 0.05 * (most - least));
        }
        // From the picture to the grid and back.
        const cv::Rect patch = aligning->patchRectangle(aligning->patchAt(place, prediction), prediction.patches,
                                                        turned.size(), prediction.alignment);
        QVERIFY(patch.contains(place));
        QVERIFY(cv::norm((patch.tl() + patch.br()) / 2 - cv::Point(place)) < 160.0 / 8);
        // A perspective may take a pixel farther from the frame than an int counts, and the frame out of the picture.
        Prediction far = prediction;
        far.alignment->toPicture = cv::Matx33d::diag({1e-12, 1e-12, 1});
        QCOMPARE(aligning->patchAt({90, 90}, far), cv::Point(far.patches.columns - 1, far.patches.rows - 1));
        far.alignment->toPicture = cv::Matx33d::diag({1e12, 1e12, 1});
        QVERIFY(aligning->patchRectangle({2, 2}, far.patches, turned.size(), far.alignment).empty());

        const auto rise = [&](const Model &model) {
            return model.inspect(movedPart(part(31), 5, {8, 8})).score - model.inspect(part(31)).score;
        };
        QVERIFY(!plain->inspect(turned).alignment);
        QVERIFY(rise(*aligning) < rise(*plain));
    }

    void whatCannotBeAlignedIsMarkedAndTold()
    {
        TrainingOptions with = options();
        with.preprocessing.alignment = AlignmentMode::Ecc;
        cv::Mat noise(pictureSize, CV_8UC3);
        cv::RNG(9).fill(noise, cv::RNG::UNIFORM, 0, 255);
        with.alignmentReference = written("noise.png", noise);
        const std::shared_ptr<const Model> model = train(with);
        QCOMPARE(model->summary().warnings.size(), std::size_t{1});
        QVERIFY(model->summary().warnings.front().english().find("6 of 6") != std::string::npos);
        const Prediction prediction = model->inspect(part(30));
        QVERIFY(prediction.alignment && !prediction.alignment->aligned);
        const std::shared_ptr<const Model> plain = train(options());
        QCOMPARE(prediction.score, plain->inspect(part(30)).score);

        with.alignmentReference = path("missing.png");
        try {
            train(with);
            QFAIL("nothing was thrown");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::FileNotFound);
            QVERIFY(std::string(error.what()).find("missing.png") != std::string::npos);
        }
    }

    /// A strip, in which OpenCV finds no key points but an error, is used as it is.
    void aPictureThatCannotBeAlignedSparesTheOthers()
    {
        TrainingOptions with = options();
        with.preprocessing.alignment = AlignmentMode::Features;
        const std::shared_ptr<const Model> model = train(with);
        cv::Mat strip;
        cv::resize(part(30), strip, {6000, 4}, 0, 0, cv::INTER_LINEAR);
        const std::vector<Sample> samples{{written("strip.png", strip), Label::Unlabelled, {}, {}},
                                          {written("usual.png", part(31)), Label::Unlabelled, {}, {}}};
        std::vector<InspectionResult> results;
        JobMonitor monitor;
        inspectSamples(*model, samples, {}, monitor,
                       [&](std::size_t, InspectionResult result, const cv::Mat &) { results.push_back(result); });
        QCOMPARE(results.size(), std::size_t{2});
        QVERIFY(results[0].prediction && !results[0].prediction->alignment->aligned);
        QVERIFY(results[1].prediction.has_value());
    }

    void whatOpenCvRefusesIsThePicturesOwnFault()
    {
        TrainingOptions with = options();
        with.preprocessing.region = {{{{0, 0}, {0.5, 0}, {0.5, 1}, {0, 1}}}, {}};
        const std::shared_ptr<const Model> model = train(with);
        try {
            model->inspect(cv::Mat(pictureSize, CV_8UC(5), cv::Scalar(0))); // more channels than a colour fills
            QFAIL("nothing was thrown");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::NotAnImage);
            QVERIFY(!error.detail().empty());
        }
    }

    void pixelsOutsideTheRegionDoNotCount()
    {
        TrainingOptions with = options();
        const std::shared_ptr<const Model> whole = train(with);
        with.preprocessing.region = {{{{0, 0}, {0.5, 0}, {0.5, 1}, {0, 1}}}, {}};
        const std::shared_ptr<const Model> left = train(with);
        cv::Mat mask(pictureSize, CV_8UC1, cv::Scalar(0));
        mask(cv::Rect(10, 10, 20, 20)) = 255;   // inside
        mask(cv::Rect(120, 100, 20, 30)) = 255; // outside
        const std::vector<Sample> samples{
            {written("test0.png", part(50)), Label::Good, {}, {}},
            {written("test1.png", part(51)), Label::Defective, "spot", written("mask.png", mask)}};
        JobMonitor monitor;
        const auto pixelsOf = [&](const Model &model) {
            return evaluate(model, samples, monitor).evaluation.pixels.value();
        };
        QCOMPARE(pixelsOf(*whole).regions, std::int64_t{2});
        QCOMPARE(pixelsOf(*whole).defectivePixels, std::int64_t{1000});
        const PixelMetrics pixels = pixelsOf(*left);
        QCOMPARE(pixels.regions, std::int64_t{1});
        QCOMPARE(pixels.defectivePixels, std::int64_t{400});
        const cv::Mat looked = left->regionMask(left->inspect(part(50)));
        QCOMPARE(pixels.goodPixels + pixels.defectivePixels, std::int64_t{2} * cv::countNonZero(looked));
    }

    void misalignmentIsMeasuredAndTold()
    {
        std::vector<fs::path> still;
        std::vector<fs::path> restless;
        std::vector<fs::path> textures;
        for (int i = 0; i < 7; ++i) {
            still.push_back(m_normals[static_cast<std::size_t>(i)].image);
            const double shift = i % 2 == 0 ? 16 : -16; // px
            restless.push_back(written(QString("restless%1.png").arg(i),
                                       movedPart(part(i), 0, i == 0 ? cv::Point2d() : cv::Point2d(shift, 0))));
            cv::Mat texture(pictureSize, CV_8UC3);
            cv::RNG(static_cast<std::uint64_t>(i) + 1).fill(texture, cv::RNG::UNIFORM, 0, 255);
            textures.push_back(written(QString("texture%1.png").arg(i), texture));
        }
        JobMonitor monitor;
        QVERIFY(medianDisplacement(still, monitor) < 0.03);
        QVERIFY(std::abs(medianDisplacement(restless, monitor) - 0.1) < 0.015);
        QCOMPARE(medianDisplacement(textures, monitor), 0.0);
        QCOMPARE(medianDisplacement({still.front()}, monitor), 0.0);

        const std::vector<cv::Size> alike(7, cv::Size(160, 160));
        QVERIFY(misalignmentWarnings("PaDiM", still, alike, monitor).empty());
        const std::vector<Message> warnings = misalignmentWarnings("PaDiM", restless, alike, monitor);
        QCOMPARE(warnings.size(), std::size_t{1});
        QVERIFY2(warnings.front().english().find(" % of the picture") != std::string::npos,
                 warnings.front().english().c_str());
        QVERIFY(warnings.front().english().find("PaDiM") != std::string::npos);
        const std::vector<Message> mixed =
            misalignmentWarnings("PaDiM", still, {{160, 160}, {320, 320}, {200, 160}}, monitor);
        QCOMPARE(mixed.size(), std::size_t{1});
        QVERIFY2(mixed.front().english().find("200 x 160") != std::string::npos, mixed.front().english().c_str());
    }

    void damagedReferencesAreRefused()
    {
        TrainingOptions with = options();
        with.preprocessing.alignment = AlignmentMode::Ecc;
        train(with)->save(path("aligned.spotcheck"));
        const SafetensorsFile original(path("aligned.spotcheck"), ErrorCode::ModelInvalid);
        const auto refused = [&](const std::map<std::string, std::string> &metadata, bool keepTensor) {
            std::vector<TensorToWrite> tensors;
            for (const auto &[name, view] : original.tensors()) {
                if (keepTensor || name != "alignment.reference")
                    tensors.push_back({name, view.type, view.shape, view.bytes});
            }
            writeSafetensors(path("edited.spotcheck"), metadata, tensors);
            try {
                Model::load(path("edited.spotcheck"), store());
            } catch (const Error &error) {
                return error.code() == ErrorCode::ModelInvalid;
            }
            return false;
        };
        QVERIFY(refused(original.metadata(), false));
        for (const char *alignment : {"{}", "[]", "x", "{\"path\":\"\",\"sha256\":\"\",\"width\":0,\"height\":5}",
                                      "{\"path\":\"\",\"sha256\":\"\",\"width\":\"a\",\"height\":5}"}) {
            std::map<std::string, std::string> metadata = original.metadata();
            metadata["alignment"] = alignment;
            QVERIFY2(refused(metadata, true), alignment);
        }
        std::map<std::string, std::string> metadata = original.metadata();
        metadata.erase("alignment");
        QVERIFY(refused(metadata, true));
    }
};

QTEST_GUILESS_MAIN(TestModelPictures)
#include "test_modelpictures.moc"
