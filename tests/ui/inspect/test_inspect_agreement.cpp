#include <cmath>

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/inspect/agreementview.h"
#include "ui/pages/inspect/goalchooser.h"
#include "ui/pages/inspect/inspectpage.h"

#include "core/random.h"
#include "fakeresults.h"
#include "randomweights.h"

using namespace spotcheck;
using namespace spotcheck::ui;
using namespace spotcheck::test;

/// Attribute agreement beside the rates, and the chi-square limit where the detector has one.
class TestInspectAgreement : public QObject {
    Q_OBJECT

    static QString text(const QWidget &view, const char *name)
    {
        const auto *label = view.findChild<QLabel *>(QLatin1String(name));
        return label ? label->text() : QStringLiteral("no label");
    }

    static cv::Mat drawPart(std::uint64_t seed)
    {
        cv::Mat image(80, 96, CV_8UC3);
        Random random(seed);
        for (int row = 0; row < image.rows; ++row) {
            for (int column = 0; column < image.cols; ++column)
                image.at<cv::Vec3b>(row, column) =
                    cv::Vec3b::all(cv::saturate_cast<uchar>(128 + 40 * std::sin(column * 0.4) + 6 * random.normal()));
        }
        return image;
    }

    QTemporaryDir m_folder;

private slots:
    void initTestCase() { configureRuntime(1); }

    void figuresAreHeldAgainstTheirLimits()
    {
        AgreementView view;
        view.setAgreement(agreementOf(Confusion{38, 2, 3, 57}));
        QCOMPARE(text(view, "agreementEffectiveness"), QStringLiteral("95.0 %"));
        QCOMPARE(text(view, "agreementEffectivenessInterval"), QStringLiteral("[88.7 %, 98.4 %]")); // 95 of 100
        QCOMPARE(text(view, "agreementEffectivenessNote"), QStringLiteral("✓ ≥ 90 %"));
        QCOMPARE(text(view, "agreementMissRate"), QStringLiteral("5.0 %"));
        QCOMPARE(text(view, "agreementMissRateNote"), QStringLiteral("≤ 5 %"));
        QCOMPARE(text(view, "agreementFalseAlarmsNote"), QStringLiteral("✓ ≤ 5 %"));
        QCOMPARE(text(view, "agreementKappa"), QStringLiteral("0.90")); // (0.95 - 0.518) / (1 - 0.518)
        QCOMPARE(text(view, "agreementKappaNote"), QStringLiteral("✓ ≥ 0.75"));
        QCOMPARE(text(view, "agreementVerdict"), QStringLiteral("marginal"));

        view.setAgreement(agreementOf(Confusion{20, 20, 30, 30})); // no better than chance
        QCOMPARE(text(view, "agreementEffectivenessNote"), QStringLiteral("✗ < 80 %"));
        QCOMPARE(text(view, "agreementMissRateNote"), QStringLiteral("✗ > 5 %"));
        QCOMPARE(text(view, "agreementKappa"), QStringLiteral("0.00"));
        QCOMPARE(text(view, "agreementKappaNote"), QStringLiteral("✗ < 0.40"));
        QCOMPARE(text(view, "agreementVerdict"), QStringLiteral("unacceptable"));

        view.setAgreement(agreementOf(Confusion{4, 66, 0, 14})); // (0.2143 - 0.1984) / (1 - 0.1984) = 0.0198
        QCOMPARE(text(view, "agreementKappa"), QStringLiteral("0.02"));
        QCOMPARE(text(view, "agreementKappaInterval"), QStringLiteral("[0.00, 0.04]")); // and not -0.00

        view.setAgreement(agreementOf(Confusion{}));
        for (const char *name :
             {"agreementEffectiveness", "agreementKappa", "agreementKappaInterval", "agreementMissRateNote"})
            QCOMPARE(text(view, name), QStringLiteral("–"));
        QCOMPARE(text(view, "agreementVerdict"), QStringLiteral("not known"));

        view.setAgreement(agreementOf(Confusion{0, 0, 0, 20})); // nothing defective was tested
        QCOMPARE(text(view, "agreementKappa"), QStringLiteral("–"));
        QCOMPARE(text(view, "agreementFalseAlarmsNote"), QStringLiteral("✓ ≤ 5 %"));
        QCOMPARE(text(view, "agreementVerdict"), QStringLiteral("not known"));
    }

    void agreementFollowsTheThreshold()
    {
        const std::filesystem::path folder = m_folder.path().toStdString();
        writePictures(twelvePictures(), folder);
        Document document;
        JobRunner jobs;
        InspectPage page(&document, &jobs);
        page.show();
        QSignalSpy summary(&page, &InspectPage::summaryShown);
        const auto evaluation = fakeEvaluation(twelvePictures(), folder);
        std::vector<Sample> samples;
        for (const InspectionResult &result : evaluation->results)
            samples.push_back(result.sample);
        document.addSamples(Lane::Test, samples);
        document.setEvaluation(evaluation);
        QTRY_VERIFY(!summary.isEmpty());
        OperatingPoint point;
        point.threshold = 5.5; // misses 4.5, and 6 is a false alarm: 8 of 10 right
        document.setOperatingPoint(point);
        QVERIFY(page.findChild<AgreementView *>()->isVisibleTo(&page));
        QCOMPARE(text(page, "agreementEffectiveness"), QStringLiteral("80.0 %"));
        QCOMPARE(text(page, "agreementMissRate"), QStringLiteral("25.0 %"));
        point.threshold = 6.5;
        document.setOperatingPoint(point);
        QCOMPARE(text(page, "agreementEffectiveness"), QStringLiteral("90.0 %"));
        QCOMPARE(text(page, "agreementFalseAlarms"), QStringLiteral("0.0 %"));
        point.reviewThreshold = 4.2; // 4.5, 5 and 6 go to a person
        document.setOperatingPoint(point);
        QCOMPARE(text(page, "agreementEffectiveness"), QStringLiteral("100.0 %"));
    }

    void chiSquareIsOfferedWhereThereIsOne()
    {
        GoalChooser chooser;
        auto *kind = chooser.findChild<QComboBox *>(QStringLiteral("goalBox"));
        auto *set = chooser.findChild<QAbstractButton *>(QStringLiteral("goalButton"));
        const int offered = kind->count();
        chooser.setDegreesOfFreedom({64, 128});
        QCOMPARE(kind->count(), offered + 1);
        chooser.setDegreesOfFreedom({64, 128});
        QCOMPARE(kind->count(), offered + 1);
        kind->setCurrentIndex(offered);
        QVERIFY(!set->isEnabled()); // no normals yet
        chooser.setNormals(30);
        QSignalSpy chosen(&chooser, &GoalChooser::chosen);
        chooser.findChild<QDoubleSpinBox *>(QStringLiteral("chiSquareRateBox"))->setValue(2);
        const auto goal = chosen.takeLast()[0].value<ThresholdGoal>();
        QCOMPARE(goal.kind, ThresholdGoal::Kind::ChiSquare);
        QCOMPARE(goal.rate, 0.02);
        QCOMPARE(goal.degreesOfFreedom, (std::vector<int>{64, 128}));
        chooser.setDegreesOfFreedom({});
        QCOMPARE(kind->count(), offered);
        QVERIFY(kind->currentIndex() < offered);
    }

    /// With a detector of Gaussians, set through the page: the engine's limit, or its refusal in words.
    void theChiSquareLimitIsSetOrRefused()
    {
        const std::filesystem::path folder = m_folder.path().toStdString();
        writeRandomResNet18(folder / "embedded-resnet18.safetensors");
        std::vector<Sample> normals;
        for (int index = 0; index < 24; ++index) {
            normals.push_back({folder / ("normal" + std::to_string(index) + ".png"), Label::Good, {}, {}});
            writeImage(normals.back().image, drawPart(static_cast<std::uint64_t>(index)));
        }
        TrainingOptions options;
        options.detector = "mahalanobis";
        options.parameters["levels"] = std::string("without_last"); // the random network ends there
        options.preprocessing.inputSize = 64;
        options.calibrationShare = 0.5;
        JobMonitor monitor;
        const std::shared_ptr<const Model> model = Model::train(normals, options, WeightsStore(folder, {}), monitor);

        Document document;
        JobRunner jobs;
        InspectPage page(&document, &jobs);
        auto *kind = page.findChild<QComboBox *>(QStringLiteral("goalBox"));
        const int offered = kind->count();
        document.setModel(model);
        QCOMPARE(kind->count(), offered + 1);
        const OperatingPoint before = document.operatingPoint();
        kind->setCurrentIndex(offered);
        page.findChild<QAbstractButton *>(QStringLiteral("goalButton"))->click();
        const QString said = text(page, "messageText");
        try {
            const OperatingPoint expected =
                operatingPointFromChiSquare(model->calibration(), degreesOfFreedom(*model), defaultFalseAlarmRate);
            QCOMPARE(document.operatingPoint().origin, OperatingPoint::Origin::ChiSquare);
            QCOMPARE(document.operatingPoint().threshold, expected.threshold);
        } catch (const Error &) {
            QCOMPARE(document.operatingPoint().threshold, before.threshold);
            QVERIFY2(said.contains(QStringLiteral("chi-square")), qPrintable(said));
        }
        document.setModel(nullptr);
        QCOMPARE(kind->count(), offered);
    }
};

QTEST_MAIN(TestInspectAgreement)
#include "test_inspect_agreement.moc"
