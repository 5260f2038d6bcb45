#include <filesystem>
#include <map>

#include <QAbstractButton>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/image/imagereader.h>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/inspect/inspectpage.h"

#include "clirun.h"
#include "export/loadedmodule.h"
#include "jsonfile.h"

using namespace spotcheck;
using namespace spotcheck::ui;

namespace fs = std::filesystem;

namespace {

constexpr int side = 128;                     // px
using Scores = std::map<std::string, double>; ///< by file name

} // namespace

/// A picture has one score: in the window, by command line, and by the module that a line uses without either.
class TestOneScore : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<Sample> m_samples;
    std::vector<cv::Mat> m_pictures;

    fs::path path(const std::string &name) const { return fs::path(m_folder.path().toStdString()) / name; }

    static Scores ofWindow(const fs::path &model, const std::vector<Sample> &samples)
    {
        Document document;
        JobRunner jobs;
        InspectPage page(&document, &jobs);
        page.resize(1180, 720);
        page.show();
        document.setModel(Model::load(model, WeightsStore("/nowhere", {SPOTCHECK_SOURCE_DIR "/resources/backbone"})));
        document.addSamples(Lane::Test, samples);
        QSignalSpy summary(&page, &InspectPage::summaryShown);
        QTest::mouseClick(page.findChild<QAbstractButton *>("inspectStart"), Qt::LeftButton);
        Scores scores;
        if (!QTest::qWaitFor([&] { return !summary.isEmpty(); }, 60'000))
            return scores;
        for (const InspectionResult &result : document.evaluation()->results)
            scores[result.sample.image.filename().string()] = result.prediction ? result.prediction->score : -1;
        return scores;
    }

    Scores ofCommandLine(const QString &model) const
    {
        const QString out = m_folder.filePath("out");
        const cli::CliRun run =
            cli::runCli({"inspect", model, m_folder.filePath("parts"), "--output", out, "--format", "json"});
        if (run.code != 0) {
            qWarning() << run.error;
            return {};
        }
        Scores scores;
        for (const QJsonValue &image : test::readJson(out + "/results.json")["images"].toArray())
            scores[fs::path(image["path"].toString().toStdString()).filename().string()] = image["score"].toDouble();
        return scores;
    }

private slots:
    void initTestCase()
    {
        configureRuntime(1);
        SampleOptions options;
        options.imageSize = side;
        int index = 0;
        for (const char *defect : {"", "blob", "stain"}) {
            m_pictures.push_back(drawSamplePicture(options, defect, 60).image);
            const fs::path file = path("parts/" + std::to_string(index++) + ".png");
            fs::create_directories(file.parent_path());
            writeImage(file, m_pictures.back());
            m_samples.push_back({file, Label::Unlabelled, {}, {}});
        }
    }

    void aPictureHasOneScore_data()
    {
        QTest::addColumn<bool>("exportable");
        for (const char *detector : {"patchcore", "padim", "cfa", "reconpatch"})
            QTest::newRow(detector) << true;
        for (const char *detector : {"spade", "mahalanobis", "patchcore_tiles"})
            QTest::newRow(detector) << false;
    }

    void aPictureHasOneScore()
    {
        QFETCH(const bool, exportable);
        const QString model = QStringLiteral(SPOTCHECK_SOURCE_DIR "/tests/engine/model/data/golden/tree_%1.spotcheck")
                                  .arg(QLatin1String(QTest::currentDataTag()));
        const Scores window = ofWindow(model.toStdString(), m_samples);
        QCOMPARE(window.size(), m_samples.size());
        QVERIFY(window.begin()->second > 0);
        const Scores commandLine = ofCommandLine(model);
        // The same code on the same machine: to the last bit, through JSON as well.
        QVERIFY(window == commandLine);
        if (!exportable)
            return;
        const QString module = m_folder.filePath("module.pt");
        const cli::CliRun exported = cli::runCli({"export", model, "--torchscript", module, "--with-preprocessing",
                                                  "--picture-size", QStringLiteral("%1x%1").arg(side)});
        QVERIFY2(exported.code == 0, exported.error);
        const auto output = test::LoadedModule(module.toStdString()).ofPictures(m_pictures);
        QCOMPARE(output.scores.size(), m_pictures.size());
        constexpr double tolerance = 1e-4; // of the score; LibTorch sums in another order
        std::size_t picture = 0;
        for (const auto &[name, score] : window)
            QVERIFY(std::abs(static_cast<double>(output.scores[picture++]) / score - 1) < tolerance);
    }
};

QTEST_MAIN(TestOneScore)
#include "test_onescore.moc"
