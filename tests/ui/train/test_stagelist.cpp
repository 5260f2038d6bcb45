#include <QLabel>
#include <QtTest>

#include <spotcheck/detectors/registry.h>

#include "ui/pages/train/stagelist.h"
#include "ui/pages/train/trainingprogress.h"

using namespace spotcheck;
using namespace spotcheck::ui;

class TestStageList : public QObject {
    Q_OBJECT

private slots:
    void stagesWaitRunAndAreDone()
    {
        StageList list;
        list.setStages({Stage::Reading, Stage::Features, Stage::Calibration});
        QCOMPARE(list.findChild<QLabel *>("stage_reading")->text(), QString("waiting"));
        list.setRunning(Stage::Reading, "3 of 9");
        QCOMPARE(list.findChild<QLabel *>("stage_reading")->text(), QString("3 of 9"));
        list.setRunning(Stage::Features, "1 of 9");
        QCOMPARE(list.state(Stage::Reading), StageList::State::Done);
        QCOMPARE(list.state(Stage::Features), StageList::State::Running);
        QCOMPARE(list.state(Stage::Calibration), StageList::State::Waiting);
    }

    void aWrongGuessCorrectsItself()
    {
        StageList list;
        list.setStages({Stage::Reading, Stage::Coreset, Stage::Calibration});
        list.setRunning(Stage::Reading, "1 of 9");
        list.setRunning(Stage::Fitting, "1 of 9"); // instead of a coreset
        QVERIFY(!list.findChild<QLabel *>("stage_coreset"));
        QVERIFY(list.findChild<QLabel *>("stage_fitting"));
        QCOMPARE(list.state(Stage::Reading), StageList::State::Done);
        QVERIFY(list.findChild<QLabel *>("stage_calibration"));
    }

    void aCoresetIsNamedWhereThereIsOne()
    {
        TrainingProgress progress;
        const auto has = [&progress](const char *stage) {
            return progress.findChild<QLabel *>(QLatin1String(stage)) != nullptr;
        };
        progress.begin("Train PatchCore", detectorInfo("patchcore"));
        QVERIFY(has("stage_coreset"));
        progress.begin("Train PaDiM", detectorInfo("padim"));
        QVERIFY(!has("stage_coreset") && has("stage_features") && has("stage_calibration"));
        progress.begin("Train CFA", detectorInfo("cfa"));
        QVERIFY(has("stage_fitting") && !has("stage_coreset"));
    }
};

QTEST_MAIN(TestStageList)
#include "test_stagelist.moc"
