#include <algorithm>
#include <cmath>
#include <filesystem>

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/core.hpp>

#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/model/model.h>

#include "model/safetensors.h"
#include "randomweights.h"
#include "tinydataset.h"

using namespace spotcheck;
namespace fs = std::filesystem;

namespace {

constexpr int inputSize = 64; // px

/// The bilinear value of the grid at a pixel of the input, half-pixel centres, in double precision.
double gridAt(const PatchScores &grid, int row, int column)
{
    const auto place = [](int pixel, int cells) {
        return std::clamp((pixel + 0.5) * cells / inputSize - 0.5, 0.0, cells - 1.0);
    };
    const double y = place(row, grid.rows);
    const double x = place(column, grid.columns);
    const int top = static_cast<int>(y);
    const int left = static_cast<int>(x);
    const int bottom = std::min(top + 1, grid.rows - 1);
    const int right = std::min(left + 1, grid.columns - 1);
    const auto value = [&](int r, int c) { return grid.scores[static_cast<std::size_t>(r * grid.columns + c)]; };
    const double upper = value(top, left) + (x - left) * (value(top, right) - value(top, left));
    const double lower = value(bottom, left) + (x - left) * (value(bottom, right) - value(bottom, left));
    return upper + (y - top) * (lower - upper);
}

/// Largest value after a Gaussian of sigma 4 px, cut off at 16 px, whose border repeats the last pixel ("reflect").
double plainPeak(const PatchScores &grid)
{
    constexpr int radius = 16;
    const auto reflected = [](int pixel) {
        if (pixel < 0)
            return -pixel - 1;
        return pixel < inputSize ? pixel : 2 * inputSize - 1 - pixel;
    };
    double weights[2 * radius + 1];
    double sum = 0;
    for (int i = -radius; i <= radius; ++i)
        sum += weights[i + radius] = std::exp(-0.5 * i * i / 16.0);
    double peak = 0;
    for (int row = 0; row < inputSize; ++row) {
        for (int column = 0; column < inputSize; ++column) {
            double value = 0;
            for (int y = -radius; y <= radius; ++y) {
                for (int x = -radius; x <= radius; ++x)
                    value += weights[y + radius] * weights[x + radius] *
                             gridAt(grid, reflected(row + y), reflected(column + x));
            }
            peak = std::max(peak, value / (sum * sum));
        }
    }
    return peak;
}

} // namespace

/// Which of a map's values judges the picture.
class TestImageScore : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<Sample> m_normals;

    fs::path path(const char *name) const { return m_folder.filePath(name).toStdString(); }
    WeightsStore store() const { return WeightsStore(path("weights"), {}); }

    std::shared_ptr<const Model> trained(const std::string &detector, ParameterValues parameters) const
    {
        TrainingOptions options;
        options.detector = detector;
        options.backbone = "resnet18";
        options.preprocessing.inputSize = inputSize;
        options.parameters = std::move(parameters);
        options.calibrationShare = 0.25;
        JobMonitor monitor;
        return Model::train(m_normals, options, store(), monitor);
    }

    cv::Mat defective() const { return readImage(path("defective.png")); }

private slots:
    void initTestCase()
    {
        configureRuntime(2);
        fs::create_directories(path("weights"));
        test::writeRandomResNet18(path("weights/resnet18.safetensors"));
        for (int i = 0; i < 8; ++i) {
            const QString file = m_folder.filePath(QString("good%1.png").arg(i));
            test::writeTinyPicture(file, i);
            m_normals.push_back({file.toStdString(), Label::Good, {}, {}});
        }
        test::writeTinyPicture(m_folder.filePath("defective.png"), 90);
    }

    void thePeakOfTheSmoothedMapJudges_data()
    {
        QTest::addColumn<QString>("detector");
        QTest::newRow("PaDiM") << "padim";
        QTest::newRow("CFA") << "cfa";
    }

    void thePeakOfTheSmoothedMapJudges()
    {
        QFETCH(QString, detector);
        const ParameterValues quick =
            detector == "cfa" ? ParameterValues{{"epochs", std::int64_t{1}}} : ParameterValues{};
        const Prediction prediction = trained(detector.toStdString(), quick)->inspect(defective());
        const double expected = plainPeak(prediction.patches);
        QVERIFY2(std::abs(prediction.score / expected - 1) < 1e-5,
                 qPrintable(QString("%1, expected %2").arg(prediction.score).arg(expected)));
        QCOMPARE(static_cast<double>(prediction.patches.imageScore), prediction.score);

        ParameterValues byPatch = quick;
        byPatch["image_score"] = std::string("patch");
        const Prediction largest = trained(detector.toStdString(), byPatch)->inspect(defective());
        QVERIFY(largest.patches.scores == prediction.patches.scores);
        QCOMPARE(static_cast<float>(largest.score), *std::ranges::max_element(largest.patches.scores));
        QVERIFY(largest.score > prediction.score);
    }

    /// A model file from before a parameter existed does not hold it, and its threshold fits what the detector did
    /// then.
    void earlierModelsJudgeAsBefore_data()
    {
        QTest::addColumn<QString>("detector");
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QString>("former");
        QTest::newRow("PaDiM's picture score") << "padim"
                                               << "image_score"
                                               << "patch";
        QTest::newRow("ReConPatch's features") << "reconpatch"
                                               << "embedding"
                                               << "pooled";
        QTest::newRow("PatchCore's features") << "patchcore"
                                              << "whitening"
                                              << "off";
    }

    void earlierModelsJudgeAsBefore()
    {
        QFETCH(QString, detector);
        QFETCH(QString, parameter);
        QFETCH(QString, former);
        ParameterValues values{{parameter.toStdString(), former.toStdString()}};
        if (detector == "reconpatch") {
            values["epochs"] = std::int64_t{1};
            values["target_dimension"] = std::int64_t{32};
        }
        trained(detector.toStdString(), values)->save(path("new.spotcheck"));
        const SafetensorsFile file(path("new.spotcheck"), ErrorCode::ModelInvalid);
        std::map<std::string, std::string> metadata = file.metadata();
        std::string &parameters = metadata.at("parameters");
        const std::string written = QString(",\"%1\":\"%2\"").arg(parameter, former).toStdString();
        const std::size_t place = parameters.find(written);
        QVERIFY2(place != std::string::npos, parameters.c_str());
        parameters.erase(place, written.size());
        std::vector<TensorToWrite> tensors;
        for (const auto &[name, view] : file.tensors())
            tensors.push_back({name, view.type, view.shape, view.bytes});
        writeSafetensors(path("old.spotcheck"), metadata, tensors);

        const auto old = Model::load(path("old.spotcheck"), store());
        QCOMPARE(old->parameters().at(parameter.toStdString()), ParameterValue(former.toStdString()));
        const Prediction then = Model::load(path("new.spotcheck"), store())->inspect(defective());
        const Prediction now = old->inspect(defective());
        QCOMPARE(now.score, then.score);
        QVERIFY(now.patches.scores == then.patches.scores);
    }
};

QTEST_GUILESS_MAIN(TestImageScore)
#include "test_imagescore.moc"
