#include <filesystem>
#include <set>
#include <string>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/model/model.h>

#include "jsonfile.h"
#include "model/safetensors.h"

using namespace spotcheck;

namespace fs = std::filesystem;

namespace {

constexpr int normals = 5;
constexpr int side = 48; // px

/// Whole numbers alone, so that it is the same everywhere. Number 0 to 4: good parts; the others have a dark spot.
cv::Mat part(int number)
{
    cv::Mat picture(side, side, CV_8UC3);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int stripe = (x / 6 + y / 12) % 2 == 0 ? 40 : 0;
            const int noise = (x * 37 + y * 101 + number * 53) % 23;
            picture.at<cv::Vec3b>(y, x) = {static_cast<uchar>(90 + stripe + noise), static_cast<uchar>(120 + noise),
                                           static_cast<uchar>(60 + 2 * y)};
        }
    }
    if (number >= normals)
        cv::rectangle(picture, {10 + 3 * number, 20, 9, 7}, cv::Scalar(15, 20, 25), cv::FILLED);
    return picture;
}

/// The pictures that make_golden.sh trains on and inspects.
void writePictures(const fs::path &folder)
{
    for (int number = 0; number < normals; ++number)
        writeImage(folder / "good" / (std::to_string(number) + ".png"), part(number));
    for (const int number : {normals, normals + 1})
        writeImage(folder / "test" / (std::to_string(number) + ".png"), part(number));
}

} // namespace

/// Models that programs of before have written still open and give the scores that those programs gave.
class TestGoldenModels : public QObject {
    Q_OBJECT

    const QString m_folder = QStringLiteral(SPOTCHECK_TEST_DATA "/golden/");

    QJsonArray models() const { return test::readJson(m_folder + "scores.json")["models"].toArray(); }
    static WeightsStore store() { return WeightsStore("/nowhere", {SPOTCHECK_SOURCE_DIR "/resources/backbone"}); }

private slots:
    void initTestCase() { configureRuntime(2); }

    void everyFormatAndDetectorIsThere()
    {
        std::set<QString> formats;
        std::set<std::string> detectors;
        for (const QJsonValue &value : models()) {
            const fs::path file = (m_folder + value["file"].toString()).toStdString();
            const SafetensorsFile model(file, ErrorCode::ModelInvalid);
            formats.insert(QString::fromStdString(model.metadata().at("format_version")));
            detectors.insert(model.metadata().at("detector"));
        }
        QCOMPARE(formats, (std::set<QString>{"1", "2"})); // of a new format, store a model of the old one first
        for (const DetectorInfo &info : detectorRegistry())
            QVERIFY2(detectors.contains(info.id), info.id.c_str());
    }

    void scoresAreThoseOfThen_data()
    {
        QTest::addColumn<QJsonObject>("model");
        for (const QJsonValue &value : models())
            QTest::newRow(qPrintable(value["file"].toString())) << value.toObject();
    }

    void scoresAreThoseOfThen()
    {
        QFETCH(const QJsonObject, model);
        const std::shared_ptr<const Model> loaded =
            Model::load((m_folder + model["file"].toString()).toStdString(), store());
        // Network and products may be summed in another order since, and by other processors.
        constexpr double tolerance = 1e-3; // of the score
        int number = normals;
        for (const double expected : test::numbers(model["scores"])) {
            const double score = loaded->inspect(part(number++)).score;
            qInfo("%.7g then, %.7g now: %.1e apart", expected, score, std::abs(score / expected - 1));
            QVERIFY(std::abs(score / expected - 1) < tolerance);
        }
        QCOMPARE(number, normals + 2);
    }
};

int main(int argc, char *argv[])
{
    if (argc == 3 && QByteArray(argv[1]) == "--write-pictures") {
        writePictures(argv[2]);
        return 0;
    }
    QCoreApplication application(argc, argv);
    TestGoldenModels test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_goldenmodels.moc"
