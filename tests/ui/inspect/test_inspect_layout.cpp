#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleOption>
#include <QTest>

#include <qcustomplot.h>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/inspect/goalchooser.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/pages/inspect/scorehistogram.h"
#include "ui/settings/language.h"
#include "ui/theme/theme.h"

#include "fakeresults.h"

using namespace spotcheck;
using namespace spotcheck::ui;
using namespace spotcheck::test;

namespace {

constexpr QSize besideTheRail(1160, 690); // of a window of 1280 x 800

} // namespace

/// Nothing is cut in a small window, in any language.
class TestInspectLayout : public QObject {
    Q_OBJECT

private slots:
    void figuresAreNotCut_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "de", "ko"})
            QTest::newRow(language) << language;
    }
    void figuresAreNotCut()
    {
        QFETCH(QString, language);
        const ActiveLanguage active(*qApp, language);
        applyTheme(*qApp, ColourScheme::Light);
        Document document;
        JobRunner jobs;
        InspectPage page(&document, &jobs);
        page.resize(besideTheRail);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const std::vector<FakePicture> pictures = manyPictures();
        const auto evaluation = fakeEvaluation(pictures, "/parts");
        std::vector<Sample> samples;
        for (const InspectionResult &result : evaluation->results)
            samples.push_back(result.sample);
        document.addSamples(Lane::Test, samples);
        QSignalSpy summary(&page, &InspectPage::summaryShown);
        document.setEvaluation(evaluation);
        QTRY_VERIFY(!summary.isEmpty());
        auto *area = page.findChild<QScrollArea *>(QStringLiteral("figuresArea"));
        const auto fits = [&] {
            return area->viewport()->width() >= area->widget()->minimumSizeHint().width() &&
                   page.width() == besideTheRail.width();
        };
        for (const bool band : {false, true}) {
            OperatingPoint point;
            point.threshold = 302.3;
            point.origin = OperatingPoint::Origin::TestLabels;
            if (band)
                point.reviewThreshold = 250;
            document.setOperatingPoint(point);
            QTRY_VERIFY2(fits(), qPrintable(QStringLiteral("%1 px for %2, page %3")
                                                .arg(area->viewport()->width())
                                                .arg(area->widget()->minimumSizeHint().width())
                                                .arg(page.width())));
        }
        page.findChild<QComboBox *>(QStringLiteral("goalBox"))->setCurrentIndex(3); // least cost
        QTRY_VERIFY(fits());
        for (const char *name : {"missCostBox", "prevalenceBox"}) {
            const auto *box = page.findChild<QDoubleSpinBox *>(QLatin1String(name));
            QVERIFY(box->isVisible() && box->width() >= box->sizeHint().width());
        }
    }

    void goalsAreReadWholeAtTheirNarrowest_data() { figuresAreNotCut_data(); }
    void goalsAreReadWholeAtTheirNarrowest()
    {
        QFETCH(QString, language);
        const ActiveLanguage active(*qApp, language);
        applyTheme(*qApp, ColourScheme::Light);
        GoalChooser chooser;
        chooser.setDegreesOfFreedom({3}); // one goal more
        chooser.resize(chooser.minimumSizeHint());
        chooser.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chooser));
        const auto *goals = chooser.findChild<QComboBox *>(QStringLiteral("goalBox"));
        QStyleOptionComboBox option;
        option.initFrom(goals);
        const QStyle *style = goals->style();
        const int room =
            style->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, goals).width();
        for (int goal = 0; goal < goals->count(); ++goal) {
            const int needed = goals->fontMetrics().horizontalAdvance(goals->itemText(goal));
            QVERIFY2(room >= needed,
                     qPrintable(QStringLiteral("%1: %2 px for %3").arg(goals->itemText(goal)).arg(room).arg(needed)));
        }
        const auto *rate = chooser.findChild<QDoubleSpinBox *>(QStringLiteral("falseAlarmBox"));
        QVERIFY(rate->width() >= rate->minimumSizeHint().width());
    }

    void theLabelsOfTheLinesLieSideBySide_data()
    {
        QTest::addColumn<double>("review");
        QTest::addColumn<double>("threshold");
        QTest::newRow("left edge") << 120.0 << 135.0;
        QTest::newRow("middle") << 500.0 << 505.0;
        QTest::newRow("right edge") << 980.0 << 1000.0;
        QTest::newRow("the same") << 100.0 << 100.0;
    }
    void theLabelsOfTheLinesLieSideBySide()
    {
        QFETCH(double, review);
        QFETCH(double, threshold);
        ScoreHistogram histogram;
        histogram.resize(340, 200);
        histogram.show();
        QVERIFY(QTest::qWaitForWindowExposed(&histogram));
        histogram.setSummary(summarise(*fakeEvaluation(manyPictures(), "/parts")));
        histogram.setThreshold(threshold);
        histogram.setReviewThreshold(review);
        auto *plot = histogram.findChild<QCustomPlot *>();
        plot->replot();
        QList<QRectF> labels;
        for (int index = 0; index < plot->itemCount(); ++index) {
            const auto *label = qobject_cast<QCPItemText *>(plot->item(index));
            if (label && label->visible())
                labels << QRectF(label->topLeft->pixelPosition(), label->bottomRight->pixelPosition());
        }
        QCOMPARE(labels.size(), 2);
        QVERIFY2(!labels[0].intersects(labels[1]), qPrintable(QStringLiteral("%1 to %2, %3 to %4")
                                                                  .arg(labels[0].left())
                                                                  .arg(labels[0].right())
                                                                  .arg(labels[1].left())
                                                                  .arg(labels[1].right())));
        for (const QRectF &label : labels)
            QVERIFY(label.left() >= 0 && label.right() <= plot->width());
    }

private:
    /// As many as make counts of three digits, with scores from 100 to 1000.
    static std::vector<FakePicture> manyPictures()
    {
        std::vector<FakePicture> pictures;
        for (int index = 0; index <= 450; ++index)
            pictures.push_back({"p" + std::to_string(index) + ".png",
                                index % 5 ? Label::Defective : Label::Good,
                                100.0 + 2 * index,
                                {}});
        return pictures;
    }
};

QTEST_MAIN(TestInspectLayout)
#include "test_inspect_layout.moc"
