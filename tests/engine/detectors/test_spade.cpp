#include <algorithm>
#include <cmath>
#include <map>

#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/detectors/registry.h>

#include "core/random.h"
#include "detectors/featurefakes.h"
#include "detectors/featuregallery.h"
#include "detectors/gridresize.h"
#include "detectors/matrixproduct.h"
#include "detectors/pyramidsearch.h"
#include "jsonfile.h"
#include "model/modelfile.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

ParameterValues with(const ParameterValues &values)
{
    return completeParameters(detectorInfo("spade").parameters, values);
}

/// picture(phase) of data/make_spade_reference.py.
FeatureMaps referencePicture(double phase)
{
    return {referenceMap("layer1", 8, 7, 6, phase), referenceMap("layer2", 4, 4, 10, 1.7 * phase + 0.4),
            referenceMap("layer3", 2, 2, 12, 0.6 * phase + 1.1), referenceMap("layer4", 1, 2, 9, 2.3 * phase)};
}

FeatureMaps randomPicture(Random &random)
{
    const auto noise = [&](int, int, int) { return random.normal(); };
    return {makeMap("layer1", 9, 11, 5, noise), makeMap("layer2", 5, 6, 7, noise), makeMap("layer3", 3, 3, 8, noise),
            makeMap("layer4", 2, 2, 12, noise)};
}

std::unique_ptr<Detector> fitted(const ParameterValues &values, const std::vector<FeatureMaps> &normals)
{
    std::unique_ptr<Detector> detector = detectorInfo("spade").create(values, 0);
    JobMonitor monitor;
    FitCheckpoint checkpoint;
    detector->fit(FakeNormals(normals), monitor, checkpoint);
    return detector;
}

/// The plain slow form, in double precision throughout.
namespace plain {

using Vector = std::vector<double>;

double squaredDistance(const Vector &a, const Vector &b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

/// `map` at (row, column) of a grid of rows x columns, bilinear with half-pixel centres.
void append(Vector &target, const FeatureMap &map, int row, int column, int rows, int columns)
{
    const double y = std::clamp((row + 0.5) * map.height / rows - 0.5, 0.0, map.height - 1.0);
    const double x = std::clamp((column + 0.5) * map.width / columns - 0.5, 0.0, map.width - 1.0);
    const int top = static_cast<int>(y);
    const int left = static_cast<int>(x);
    const int bottom = std::min(top + 1, map.height - 1);
    const int right = std::min(left + 1, map.width - 1);
    for (int c = 0; c < map.channels; ++c) {
        const double upper =
            map.at(top, left)[c] + (x - left) * (double(map.at(top, right)[c]) - map.at(top, left)[c]);
        const double lower =
            map.at(bottom, left)[c] + (x - left) * (double(map.at(bottom, right)[c]) - map.at(bottom, left)[c]);
        target.push_back(upper + (y - top) * (lower - upper));
    }
}

std::vector<Vector> pyramids(const FeatureMaps &maps, std::size_t layers)
{
    std::vector<Vector> all;
    const int rows = maps.front().height;
    const int columns = maps.front().width;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            Vector &vector = all.emplace_back();
            for (std::size_t layer = 0; layer < layers; ++layer)
                append(vector, maps[layer], row, column, rows, columns);
        }
    }
    return all;
}

Vector average(const FeatureMap &map)
{
    Vector mean(static_cast<std::size_t>(map.channels), 0.0);
    for (int row = 0; row < map.height; ++row) {
        for (int column = 0; column < map.width; ++column) {
            for (int c = 0; c < map.channels; ++c)
                mean[static_cast<std::size_t>(c)] += double(map.at(row, column)[c]) / (map.height * map.width);
        }
    }
    return mean;
}

struct Scores {
    double image = 0;
    Vector map;
    std::vector<NormalPatch> nearest;
};

Scores score(const std::vector<FeatureMaps> &normals, const FeatureMaps &test, std::size_t layers,
             std::size_t imageLayer, std::size_t neighbours, std::size_t galleryImages)
{
    std::vector<std::pair<double, std::size_t>> images;
    for (std::size_t i = 0; i < normals.size(); ++i)
        images.push_back({squaredDistance(average(normals[i][imageLayer]), average(test[imageLayer])), i});
    std::sort(images.begin(), images.end());
    Scores scores;
    neighbours = std::min(neighbours, images.size());
    for (std::size_t i = 0; i < neighbours; ++i)
        scores.image += images[i].first / static_cast<double>(neighbours);

    for (const Vector &query : pyramids(test, layers)) {
        double smallest = std::numeric_limits<double>::infinity();
        NormalPatch nearest;
        for (std::size_t i = 0; i < std::min(galleryImages, images.size()); ++i) {
            const std::size_t image = images[i].second;
            const std::vector<Vector> gallery = pyramids(normals[image], layers);
            for (std::size_t position = 0; position < gallery.size(); ++position) {
                const double distance = squaredDistance(query, gallery[position]);
                if (distance < smallest) {
                    const auto width = static_cast<std::size_t>(test.front().width);
                    smallest = distance;
                    nearest = {static_cast<std::int32_t>(image), static_cast<std::int16_t>(position / width),
                               static_cast<std::int16_t>(position % width)};
                }
            }
        }
        scores.map.push_back(smallest);
        scores.nearest.push_back(nearest);
    }
    return scores;
}

} // namespace plain

void compareClose(double value, double expected)
{
    QVERIFY2(std::abs(value - expected) <= 1e-5 * std::abs(expected),
             qPrintable(QString("%1, expected %2").arg(value, 0, 'g', 9).arg(expected, 0, 'g', 9)));
}

bool samePatch(const NormalPatch &a, const NormalPatch &b)
{
    return a.image == b.image && a.row == b.row && a.column == b.column;
}

} // namespace

class TestSpade : public QObject {
    Q_OBJECT

private slots:
    /// Against PyTorch's interpolate and SciPy's cdist.
    void scoresEqualSciPy()
    {
        const QJsonObject reference = readJson(SPOTCHECK_TEST_DATA "/spade_reference.json");
        std::vector<FeatureMaps> normals;
        for (int i = 0; i < 7; ++i)
            normals.push_back(referencePicture(0.9 * i));
        const std::unique_ptr<Detector> detector =
            fitted(with({{"neighbours", std::int64_t{4}}, {"gallery_images", std::int64_t{3}}}), normals);
        const PatchScores scores = detector->score(referencePicture(2.37));
        compareClose(scores.imageScore, reference["image_score"].toDouble());
        QCOMPARE(scores.rows, 8);
        QCOMPARE(scores.columns, 7);
        const std::vector<double> map = numbers(reference["scores"]);
        const std::vector<double> image = numbers(reference["nearest_image"]);
        const std::vector<double> position = numbers(reference["nearest_position"]);
        QCOMPARE(scores.scores.size(), map.size());
        for (std::size_t i = 0; i < map.size(); ++i) {
            compareClose(scores.scores[i], map[i]);
            QCOMPARE(scores.nearest[i].image, static_cast<int>(image[i]));
            QCOMPARE(scores.nearest[i].row * 7 + scores.nearest[i].column, static_cast<int>(position[i]));
        }
    }

    void scoresEqualThePlainForm_data()
    {
        QTest::addColumn<QString>("layers");
        QTest::addColumn<QString>("imageLayer");
        QTest::addColumn<int>("neighbours");
        QTest::addColumn<int>("galleryImages");
        QTest::newRow("defaults: fewer normals than K") << "layer1+layer2+layer3"
                                                        << "layer4" << 50 << 50;
        QTest::newRow("smaller gallery") << "layer1+layer2+layer3"
                                         << "layer4" << 5 << 2;
        QTest::newRow("larger gallery") << "layer1+layer2+layer3"
                                        << "layer4" << 1 << 4;
        QTest::newRow("image layer of the pyramid") << "layer1+layer2+layer3"
                                                    << "layer3" << 3 << 3;
        QTest::newRow("two layers") << "layer1+layer2"
                                    << "layer3" << 3 << 3;
        QTest::newRow("one layer") << "layer1"
                                   << "layer4" << 3 << 3;
    }

    /// Random features on grids that do not divide each other, more positions than one block holds.
    void scoresEqualThePlainForm()
    {
        QFETCH(QString, layers);
        QFETCH(QString, imageLayer);
        QFETCH(int, neighbours);
        QFETCH(int, galleryImages);
        const ParameterValues values = with({{"layers", layers.toStdString()},
                                             {"image_layer", imageLayer.toStdString()},
                                             {"neighbours", std::int64_t{neighbours}},
                                             {"gallery_images", std::int64_t{galleryImages}}});
        const std::vector<std::string> wanted = detectorInfo("spade").layers(values, backboneInfo("resnet18"));
        Random random(7);
        const auto picture = [&] {
            FeatureMaps maps;
            for (const FeatureMap &map : randomPicture(random)) {
                if (std::find(wanted.begin(), wanted.end(), map.layer) != wanted.end())
                    maps.push_back(map);
            }
            return maps;
        };
        std::vector<FeatureMaps> normals;
        for (int i = 0; i < 6; ++i)
            normals.push_back(picture());
        const FeatureMaps test = picture();
        QCOMPARE(test.size(), wanted.size());
        const auto imageIndex = static_cast<std::size_t>(
            std::find(wanted.begin(), wanted.end(), imageLayer.toStdString()) - wanted.begin());
        const plain::Scores expected =
            plain::score(normals, test, static_cast<std::size_t>(layers.count('+') + 1), imageIndex,
                         static_cast<std::size_t>(neighbours), static_cast<std::size_t>(galleryImages));

        const PatchScores scores = fitted(values, normals)->score(test);
        compareClose(scores.imageScore, expected.image);
        QCOMPARE(scores.scores.size(), expected.map.size());
        for (std::size_t i = 0; i < expected.map.size(); ++i) {
            compareClose(scores.scores[i], expected.map[i]);
            QVERIFY(samePatch(scores.nearest[i], expected.nearest[i]));
        }
    }

    /// Normals that repeat each other with little noise, and deep layers that say most: nearly all pairs are ruled
    /// out by these, and only the rest is compared in full.
    void fewCandidatesEqualThePlainForm()
    {
        Random random(11);
        const auto picture = [&] {
            const auto map = [&](const char *layer, int height, int width, int channels, double scale) {
                return makeMap(layer, height, width, channels, [&](int y, int x, int c) {
                    return scale * std::sin(1.9 * y * (c + 1) + 0.7 * x * (c + 2) + c) + 0.1 * random.normal();
                });
            };
            return FeatureMaps{map("layer1", 9, 11, 21, 0.2), map("layer2", 5, 6, 7, 1), map("layer3", 3, 3, 8, 1),
                               map("layer4", 1, 1, 4, 1)};
        };
        std::vector<FeatureMaps> normals;
        for (int i = 0; i < 6; ++i)
            normals.push_back(picture());
        const FeatureMaps test = picture();
        const plain::Scores expected = plain::score(normals, test, 3, 3, 50, 50);
        const PatchScores scores = fitted(with({}), normals)->score(test);
        for (std::size_t i = 0; i < expected.map.size(); ++i) {
            compareClose(scores.scores[i], expected.map[i]);
            QVERIFY(samePatch(scores.nearest[i], expected.nearest[i]));
        }
    }

    /// Alike features: |q|^2 + |g|^2 - 2 <q, g> cancels, the distance must not.
    void aPictureOfTheGalleryIsItsOwnNearest()
    {
        Random random(3);
        std::vector<FeatureMaps> normals{randomPicture(random), randomPicture(random), randomPicture(random)};
        const PatchScores scores = fitted(with({}), normals)->score(normals[1]);
        for (std::size_t i = 0; i < scores.scores.size(); ++i) {
            QCOMPARE(scores.scores[i], 0.0F);
            QVERIFY(samePatch(scores.nearest[i],
                              {1, static_cast<std::int16_t>(i / 11), static_cast<std::int16_t>(i % 11)}));
        }
    }

    /// No alignment is needed: a moved part is found at its new place.
    void comparesWithAllPositions()
    {
        Random random(5);
        const FeatureMap wide = makeMap("layer1", 6, 20, 8, [&](int, int, int) { return random.normal(); });
        const auto window = [&](int left) {
            return FeatureMaps{
                makeMap("layer1", 6, 12, 8, [&](int y, int x, int c) { return wide.at(y, x + left)[c]; }),
                makeMap("layer4", 1, 1, 4, [](int, int, int c) { return c; })};
        };
        const std::unique_ptr<Detector> detector = fitted(with({{"layers", std::string("layer1")}}), {window(0)});
        const PatchScores scores = detector->score(window(3));
        for (int column = 0; column < 12; ++column) {
            const auto index = static_cast<std::size_t>(column);
            QCOMPARE(scores.scores[index] == 0.0F, column < 9); // the last three were not in the picture
            if (column < 9)
                QCOMPARE(int(scores.nearest[index].column), column + 3);
        }
    }

    void layersAreNamedOnce()
    {
        const DetectorInfo &info = detectorInfo("spade");
        const BackboneInfo &backbone = backboneInfo("resnet18");
        using Names = std::vector<std::string>;
        QCOMPARE(info.layers(with({}), backbone), (Names{"layer1", "layer2", "layer3", "layer4"}));
        QCOMPARE(info.layers(with({{"image_layer", std::string("layer3")}}), backbone),
                 (Names{"layer1", "layer2", "layer3"}));
    }

    void refusesFeaturesOfAnotherBackbone()
    {
        Random random(9);
        const std::unique_ptr<Detector> detector = fitted(with({}), {randomPicture(random), randomPicture(random)});
        FeatureMaps other = randomPicture(random);
        other[1] = referenceMap("layer2", 5, 6, 8, 0);
        QVERIFY_EXCEPTION_THROWN(detector->score(other), Error);
        other = randomPicture(random);
        other[3] = referenceMap("layer4", 2, 2, 13, 0);
        QVERIFY_EXCEPTION_THROWN(detector->score(other), Error);
    }

    void refusesNormalsOfDifferentSizes()
    {
        Random random(9);
        FeatureMaps other = randomPicture(random);
        other[2] = referenceMap("layer3", 3, 4, 8, 0);
        QVERIFY_EXCEPTION_THROWN(fitted(with({}), {randomPicture(random), other}), Error);
    }

    void refusesAGalleryThatDoesNotFitItsIndex()
    {
        Random random(9);
        const std::vector<FeatureMaps> normals{randomPicture(random), randomPicture(random)};
        FeatureGallery gallery;
        gallery.add(std::span(normals[0]).first(3), 1);
        ModelWriter writer;
        gallery.save(writer);
        const std::vector<float> vectors(24, 1.0F);
        writer.floats("memory_bank.vectors", {2, 12}, vectors);
        writer.integers("memory_bank.origins", {2, 3}, {0, 0, 0, 1, 0, 0});
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("model").toStdString();
        writer.write(file, {});
        const ModelReader reader(std::make_shared<const SafetensorsFile>(file, ErrorCode::ModelInvalid));
        QVERIFY_EXCEPTION_THROWN(detectorInfo("spade").create(with({}), 0)->load(reader), Error);
    }

    void innerProductsAreOfRows()
    {
        const std::vector<float> a{1, 2, 3, 4, 5, 6};
        const std::vector<float> b{1, 0, -1, 2, 2, 2, 0, 0, 5, 1, 1, 0};
        std::vector<float> products(8);
        innerProducts(a.data(), 2, b.data(), 4, 3, products.data());
        QCOMPARE(products, (std::vector<float>{-2, 12, 15, 3, -2, 30, 30, 9}));
    }
};

QTEST_GUILESS_MAIN(TestSpade)
#include "test_spade.moc"
