#include <cmath>

#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/detectors/registry.h>

#include "detectors/featurefakes.h"
#include "detectors/levelgaussian.h"
#include "detectors/noisemaps.h"
#include "jsonfile.h"
#include "model/modelfile.h"
#include "statistics/chisquare.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

constexpr int pictureCount = 20;

/// varied(c, y, x, p) of data/make_mahalanobis_reference.py.
FeatureMap variedMap(const std::string &layer, int channels, int height, int width, double phase)
{
    const FeatureMap noise = noiseMap(layer, channels, height, width, phase);
    return makeMap(layer, height, width, channels, [&](int y, int x, int c) {
        return noise.at(y, x)[c] + std::sin(1.7 * phase) * std::cos(0.9 * c) +
               0.6 * std::cos(2.3 * phase) * std::sin(1.4 * c);
    });
}

/// Picture `phase` of data/make_mahalanobis_reference.py.
FeatureMaps picture(double phase)
{
    return {variedMap("layer1", 6, 7, 5, phase), variedMap("layer2", 40, 4, 3, 0.3 + phase)};
}

std::vector<FeatureMaps> pictures(int count = pictureCount)
{
    std::vector<FeatureMaps> all;
    for (int index = 0; index < count; ++index)
        all.push_back(picture(index));
    return all;
}

ParameterValues with(const std::string &reduction)
{
    return completeParameters(detectorInfo("mahalanobis").parameters,
                              {{"reduction", reduction}, {"kept_variance", 0.9}});
}

std::unique_ptr<Detector> fitted(const std::string &reduction, const std::vector<FeatureMaps> &normals,
                                 FitSummary *summary = nullptr)
{
    std::unique_ptr<Detector> detector = detectorInfo("mahalanobis").create(with(reduction), 0);
    JobMonitor monitor;
    FitCheckpoint checkpoint;
    const FitSummary made = detector->fit(FakeNormals(normals), monitor, checkpoint);
    if (summary)
        *summary = made;
    return detector;
}

bool near(double value, double expected, double tolerance)
{
    return std::abs(value - expected) <= tolerance * std::abs(expected);
}

/// The distance with Ledoit-Wolf shrinkage from its definition, without any cleverness: averages, all products, and
/// Gauss-Jordan elimination.
double plainDistance(const std::vector<FeatureMap> &normals, const FeatureMap &query)
{
    const auto average = [](const FeatureMap &map, int channel) {
        double sum = 0;
        for (int row = 0; row < map.height; ++row) {
            for (int column = 0; column < map.width; ++column)
                sum += map.at(row, column)[channel];
        }
        return sum / (map.height * map.width);
    };
    const auto d = static_cast<std::size_t>(query.channels);
    const auto n = static_cast<double>(normals.size());
    std::vector<std::vector<double>> samples;
    std::vector<double> mean(d, 0.0);
    for (const FeatureMap &map : normals) {
        std::vector<double> &sample = samples.emplace_back(d);
        for (std::size_t i = 0; i < d; ++i)
            mean[i] += (sample[i] = average(map, static_cast<int>(i))) / n;
    }
    std::vector<std::vector<double>> covariance(d, std::vector<double>(d, 0.0));
    for (std::vector<double> &sample : samples) {
        for (std::size_t i = 0; i < d; ++i)
            sample[i] -= mean[i];
        for (std::size_t i = 0; i < d; ++i) {
            for (std::size_t j = 0; j < d; ++j)
                covariance[i][j] += sample[i] * sample[j] / n;
        }
    }
    double mu = 0;
    for (std::size_t i = 0; i < d; ++i)
        mu += covariance[i][i] / static_cast<double>(d);
    double toTarget = 0; // squared distances between matrices
    double ofSamples = 0;
    for (std::size_t i = 0; i < d; ++i) {
        for (std::size_t j = 0; j < d; ++j) {
            toTarget += std::pow(covariance[i][j] - (i == j ? mu : 0), 2);
            for (const std::vector<double> &sample : samples)
                ofSamples += std::pow(sample[i] * sample[j] - covariance[i][j], 2) / (n * n);
        }
    }
    const double shrinkage = std::min(ofSamples, toTarget) / toTarget;

    std::vector<std::vector<double>> rows = covariance;
    for (std::size_t i = 0; i < d; ++i) {
        for (std::size_t j = 0; j < d; ++j)
            rows[i][j] = (1 - shrinkage) * covariance[i][j] + (i == j ? shrinkage * mu : 0);
        rows[i].push_back(average(query, static_cast<int>(i)) - mean[i]);
    }
    std::vector<double> vector;
    for (const auto &row : rows)
        vector.push_back(row.back());
    for (std::size_t pivot = 0; pivot < d; ++pivot) {
        for (std::size_t row = 0; row < d; ++row) {
            const double factor = rows[row][pivot] / rows[pivot][pivot];
            for (std::size_t column = 0; row != pivot && column <= d; ++column)
                rows[row][column] -= factor * rows[pivot][column];
        }
    }
    double sum = 0;
    for (std::size_t i = 0; i < d; ++i)
        sum += vector[i] * rows[i][d] / rows[i][i];
    return std::sqrt(sum);
}

} // namespace

class TestMahalanobis : public QObject {
    Q_OBJECT

    const QJsonObject m_reference = readJson(SPOTCHECK_TEST_DATA "/mahalanobis_reference.json");

    static void addReductions()
    {
        QTest::addColumn<QString>("reduction");
        for (const char *reduction : {"none", "pca", "npca"})
            QTest::newRow(reduction) << reduction;
    }

private slots:
    void scoresEqualScikitLearn_data() { addReductions(); }
    void scoresEqualScikitLearn()
    {
        QFETCH(QString, reduction);
        FitSummary summary;
        const auto detector = fitted(reduction.toStdString(), pictures(), &summary);
        const QJsonArray expected = m_reference["reductions"][reduction].toArray();
        QCOMPARE(summary.levels.size(), static_cast<std::size_t>(expected.size()));
        double sum = 0;
        for (qsizetype level = 0; level < expected.size(); ++level) {
            const FittedLevel &fittedLevel = summary.levels[static_cast<std::size_t>(level)];
            QCOMPARE(fittedLevel.layer, "layer" + std::to_string(level + 1));
            QCOMPARE(fittedLevel.dimensions, std::int64_t{expected[level]["dimensions"].toInt()});
            QVERIFY(near(fittedLevel.shrinkage, expected[level]["shrinkage"].toDouble(), 1e-9));
            QVERIFY(near(fittedLevel.limit, expected[level]["limit"].toDouble(), 1e-9));
            sum += expected[level]["distance"].toDouble();
        }
        const PatchScores scores = detector->score(picture(pictureCount + 0.5));
        QVERIFY2(near(scores.imageScore, sum, 1e-5),
                 qPrintable(QString("%1, not %2").arg(scores.imageScore).arg(sum)));
        QCOMPARE(scores.rows, 0);
        QVERIFY(scores.scores.empty());
    }

    void scoresEqualThePlainForm()
    {
        const std::vector<FeatureMaps> normals = pictures(9);
        const auto detector = fitted("none", normals);
        for (const double phase : {9.5, 33.0}) {
            double expected = 0;
            for (std::size_t level = 0; level < 2; ++level) {
                std::vector<FeatureMap> maps;
                for (const FeatureMaps &normal : normals)
                    maps.push_back(normal[level]);
                expected += plainDistance(maps, picture(phase)[level]);
            }
            QVERIFY(near(detector->score(picture(phase)).imageScore, expected, 1e-5));
        }
    }

    void chiSquareEqualsSciPy()
    {
        for (const QJsonValue &row : m_reference["quantiles"].toArray()) {
            const double found = chiSquareInverse(row[0].toDouble(), row[1].toDouble());
            QVERIFY2(near(found, row[2].toDouble(), 1e-9), qPrintable(QString("p %1, k %2: %3, not %4")
                                                                          .arg(row[0].toDouble())
                                                                          .arg(row[1].toDouble())
                                                                          .arg(found, 0, 'g', 15)
                                                                          .arg(row[2].toDouble(), 0, 'g', 15)));
        }
        QCOMPARE(chiSquareInverse(0, 5), 0.0);
    }

    void levelsFollowTheBackbone()
    {
        const DetectorInfo &info = detectorInfo("mahalanobis");
        const auto levels = [&](const std::string &choice, const std::string &backbone) {
            return info.layers(completeParameters(info.parameters, {{"levels", choice}}), backboneInfo(backbone));
        };
        QCOMPARE(levels("all", "resnet18"),
                 (std::vector<std::string>{"stem", "layer1", "layer2", "layer3", "layer4"}));
        QCOMPARE(levels("without_last", "resnet18"),
                 (std::vector<std::string>{"stem", "layer1", "layer2", "layer3"}));
        QCOMPARE(levels("without_last_two", "resnet18"), (std::vector<std::string>{"stem", "layer1", "layer2"}));
        QCOMPARE(levels("all", "efficientnet_b4").size(), std::size_t{9});
        QCOMPARE(levels("all", "efficientnet_b4").back(), std::string("head"));
    }

    void estimateBoundsWhatIsStored_data() { addReductions(); }
    void estimateBoundsWhatIsStored()
    {
        QFETCH(QString, reduction);
        const Reduction kind = reduction == "pca"    ? Reduction::Pca
                               : reduction == "npca" ? Reduction::Npca
                                                     : Reduction::None;
        FitSummary summary;
        fitted(reduction.toStdString(), pictures(), &summary);
        const std::uint64_t most = LevelGaussian::bytesFor(6, pictureCount, kind) +
                                   LevelGaussian::bytesFor(40, pictureCount, kind) + 2 * sizeof(float);
        QVERIFY(summary.bankBytes <= most);
        if (kind == Reduction::None)
            QCOMPARE(summary.bankBytes, most);
    }

    void loadedModelScoresAlike_data() { addReductions(); }
    void loadedModelScoresAlike()
    {
        QFETCH(QString, reduction);
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("model").toStdString();
        const auto detector = fitted(reduction.toStdString(), pictures());
        ModelWriter writer;
        detector->save(writer);
        writer.write(file, {});
        const auto loaded = detectorInfo("mahalanobis").create(with(reduction.toStdString()), 0);
        loaded->load(ModelReader(std::make_shared<const SafetensorsFile>(file, ErrorCode::ModelInvalid)));
        QCOMPARE(loaded->score(picture(0.5)).imageScore, detector->score(picture(0.5)).imageScore);
        // A file made with one reduction is no model for another one.
        const auto other = detectorInfo("mahalanobis").create(with(reduction == "pca" ? "none" : "pca"), 0);
        const ModelReader reader(std::make_shared<const SafetensorsFile>(file, ErrorCode::ModelInvalid));
        QVERIFY_EXCEPTION_THROWN(other->load(reader), Error);
    }

    void refusesAFactorThatCannotBe()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("model").toStdString();
        const std::vector<float> limits{2};
        const std::vector<float> mean{1, 2};
        const std::vector<float> factor{1, 0.5F, 0}; // nothing on the diagonal
        ModelWriter writer;
        writer.floats("levels.limits", {1}, limits);
        writer.floats("level.0.mean", {2}, mean);
        writer.floats("level.0.factor", {3}, factor);
        writer.write(file, {});
        const auto detector = detectorInfo("mahalanobis").create(with("none"), 0);
        const ModelReader reader(std::make_shared<const SafetensorsFile>(file, ErrorCode::ModelInvalid));
        QVERIFY_EXCEPTION_THROWN(detector->load(reader), Error);
    }

    void refusesPicturesThatTellNothing()
    {
        QVERIFY_EXCEPTION_THROWN(fitted("none", pictures(1)), Error);
        QVERIFY_EXCEPTION_THROWN(fitted("none", {picture(1), picture(1), picture(1)}), Error);
    }

    void refusesFeaturesOfAnotherBackbone()
    {
        const auto detector = fitted("none", pictures(5));
        QVERIFY_EXCEPTION_THROWN(detector->score({picture(1).front()}), Error);
        QVERIFY_EXCEPTION_THROWN(detector->score({picture(1)[1], picture(1)[0]}), Error);
    }
};

QTEST_GUILESS_MAIN(TestMahalanobis)
#include "test_mahalanobis.moc"
