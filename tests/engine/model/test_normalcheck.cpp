#include <algorithm>
#include <atomic>
#include <filesystem>
#include <set>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/model/normalcheck.h>

#include "core/random.h"
#include "randomweights.h"

using namespace spotcheck;
namespace fs = std::filesystem;

namespace {

/// A noisy stripe pattern, with a dark spot where `defective`.
void writePart(const fs::path &file, int number, bool defective)
{
    cv::Mat image(72, 72, CV_8UC3);
    Random random(static_cast<std::uint64_t>(number) + 1);
    for (int row = 0; row < image.rows; ++row) {
        for (int column = 0; column < image.cols; ++column)
            image.at<cv::Vec3b>(row, column) =
                cv::Vec3b::all(cv::saturate_cast<uchar>(128 + 40 * std::sin(column * 0.4) + 6 * random.normal()));
    }
    if (defective)
        cv::circle(image, {40, 30}, 9, {20, 30, 200}, cv::FILLED);
    if (!cv::imwrite(file.string(), image))
        qFatal("cannot write %s", file.c_str());
}

} // namespace

class TestNormalCheck : public QObject {
    Q_OBJECT

    static constexpr std::size_t planted = 7;

    QTemporaryDir m_folder;
    std::vector<Sample> m_normals;
    TrainingOptions m_options;

    fs::path path(const QString &name) const { return m_folder.filePath(name).toStdString(); }
    WeightsStore store() const { return WeightsStore(path("weights"), {}); }

private slots:
    void initTestCase()
    {
        configureRuntime(2);
        fs::create_directories(path("weights"));
        test::writeRandomResNet18(path("weights/resnet18.safetensors"));
        for (int i = 0; i < 12; ++i) {
            const fs::path file = path(QString("good%1.png").arg(i));
            writePart(file, i, i == static_cast<int>(planted));
            m_normals.push_back({file, Label::Good, {}, {}});
        }
        m_options.backbone = "resnet18";
        m_options.preprocessing.inputSize = 64;
        m_options.parameters = {{"coreset_ratio", 0.2}};
        m_options.seed = 4;
    }

    void whatDoesNotBelongComesFirst()
    {
        JobMonitor monitor;
        const NormalCheck check = checkNormals(m_normals, m_options, 4, store(), monitor);
        QCOMPARE(check.normals.size(), m_normals.size());
        QCOMPARE(check.normals.front().index, planted);
        QCOMPARE(check.normals.front().rank, 1.0 / 12);
        QVERIFY(check.normals.front().prediction.score > 2 * check.normals[1].prediction.score);
        QCOMPARE(check.normals.back().rank, 1.0);
        std::set<std::size_t> seen;
        for (std::size_t i = 0; i < check.normals.size(); ++i) {
            seen.insert(check.normals[i].index);
            if (i > 0)
                QVERIFY(check.normals[i].prediction.score <= check.normals[i - 1].prediction.score);
        }
        QCOMPARE(seen.size(), m_normals.size()); // each once
    }

    /// In two parts, each model is the one that a training on the other part gives.
    void everyNormalIsScoredByAModelThatHasNotSeenIt()
    {
        JobMonitor monitor;
        const NormalCheck check = checkNormals(m_normals, m_options, 2, store(), monitor);
        // A picture's own features lie in the bank of a model that has seen it: there it would score near zero.
        TrainingOptions all = m_options;
        all.calibrationShare = 1e-9;
        const auto model = Model::train(m_normals, all, store(), monitor);
        int lower = 0;
        for (const CheckedNormal &normal : check.normals)
            lower += model->inspect(readImage(m_normals[normal.index].image)).score < normal.prediction.score;
        QVERIFY2(lower >= 10, qPrintable(QString::number(lower))); // all but the one held out, and a tie
    }

    /// The calibration of a training in folds is the check's scores, and nothing is kept back from the model.
    void trainingInFoldsCalibratesOnAll()
    {
        JobMonitor monitor;
        TrainingOptions options = m_options;
        options.calibrationFolds = 3;
        const auto model = Model::train(m_normals, options, store(), monitor);
        QCOMPARE(model->calibration().folds(), 3);
        QCOMPARE(model->summary().fitted, 12);
        QCOMPARE(model->summary().heldOut, 12);
        for (const ManifestEntry &entry : model->manifest())
            QVERIFY(!entry.heldOut);
        std::vector<float> expected;
        for (const CheckedNormal &normal : checkNormals(m_normals, m_options, 3, store(), monitor).normals)
            expected.push_back(static_cast<float>(normal.prediction.score));
        std::sort(expected.begin(), expected.end());
        QVERIFY(model->calibration().scores() == expected);
        QCOMPARE(model->calibration().mapPeaks().size(), expected.size());

        model->save(path("folds.spotcheck"));
        const auto loaded = Model::load(path("folds.spotcheck"), store());
        QCOMPARE(loaded->calibration().folds(), 3);
        QVERIFY(loaded->calibration().scores() == expected);
        options.calibrationFolds = 1;
        QVERIFY_EXCEPTION_THROWN(Model::train(m_normals, options, store(), monitor), Error);
    }

    void copiesStayInOnePart()
    {
        std::vector<Sample> withCopies(m_normals.begin(), m_normals.end());
        for (int copy = 0; copy < 3; ++copy) {
            const QString file = m_folder.filePath(QString("copy%1.png").arg(copy));
            QFile::copy(QString::fromStdString(m_normals[planted].image.string()), file);
            withCopies.push_back({file.toStdString(), Label::Good, {}, {}});
        }
        JobMonitor monitor;
        const NormalCheck check = checkNormals(withCopies, m_options, 3, store(), monitor);
        // Were a copy in another part, the model that scores this one would know it.
        for (int i = 0; i < 4; ++i) {
            QVERIFY(check.normals[static_cast<std::size_t>(i)].index == planted ||
                    check.normals[static_cast<std::size_t>(i)].index >= 12);
            QCOMPARE(check.normals[static_cast<std::size_t>(i)].rank, 4.0 / 15); // equal scores, equal ranks
        }
    }

    void theSameSeedGivesTheSameScores()
    {
        JobMonitor monitor;
        const NormalCheck first = checkNormals(m_normals, m_options, 3, store(), monitor);
        configureRuntime(1);
        const NormalCheck second = checkNormals(m_normals, m_options, 3, store(), monitor);
        configureRuntime(2);
        for (std::size_t i = 0; i < first.normals.size(); ++i) {
            QCOMPARE(first.normals[i].index, second.normals[i].index);
            QCOMPARE(first.normals[i].prediction.score, second.normals[i].prediction.score);
        }
    }

    void progressRunsOnAndCancelIsHeard()
    {
        class Watch : public JobMonitor {
        public:
            void report(const Progress &progress) override
            {
                m_goesBack = m_goesBack || progress.step < m_last;
                m_last = progress.step;
                m_steps = progress.steps;
            }
            bool isCancelled() const override { return m_last >= m_cancelAt; }
            std::atomic<std::int64_t> m_last = 0; ///< all threads ask
            std::int64_t m_steps = 0;
            std::int64_t m_cancelAt = 1'000'000;
            bool m_goesBack = false;
        } watch;
        checkNormals(m_normals, m_options, 3, store(), watch);
        QCOMPARE(watch.m_last.load(), watch.m_steps);
        QVERIFY(!watch.m_goesBack);
        watch.m_cancelAt = 1500;
        watch.m_last = 0;
        QVERIFY_EXCEPTION_THROWN(checkNormals(m_normals, m_options, 3, store(), watch), Cancelled);
        QVERIFY(watch.m_last < 2500);
    }

    void whatCannotBeCheckedIsRefused()
    {
        JobMonitor monitor;
        QVERIFY_EXCEPTION_THROWN(checkNormals(m_normals, m_options, 1, store(), monitor), Error);
        const std::vector<Sample> few(m_normals.begin(), m_normals.begin() + 9);
        try {
            checkNormals(few, m_options, 5, store(), monitor);
            QFAIL("nine pictures were split into five parts");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::NotEnoughNormals);
        }
    }
};

QTEST_GUILESS_MAIN(TestNormalCheck)
#include "test_normalcheck.moc"
