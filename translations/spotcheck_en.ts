<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>%n pictures as good, after the calibration, which is that of the smaller memory bank</source>
        <translation>
            <numerusform>%n picture as good, after the calibration, which is that of the smaller memory bank</numerusform>
            <numerusform>%n pictures as good, after the calibration, which is that of the smaller memory bank</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ChecksPanel</name>
    <message numerus="yes">
        <source>Looking %n picture(s) over…</source>
        <translation>
            <numerusform>Looking %n picture over…</numerusform>
            <numerusform>Looking %n pictures over…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) looked over: nothing stands out</source>
        <translation>
            <numerusform>%n picture looked over: nothing stands out</numerusform>
            <numerusform>%n pictures looked over: nothing stands out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) worth knowing about these pictures</source>
        <translation>
            <numerusform>%n thing worth knowing about these pictures</numerusform>
            <numerusform>%n things worth knowing about these pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at before training</source>
        <translation>
            <numerusform>%n thing to look at before training</numerusform>
            <numerusform>%n things to look at before training</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ComparePage</name>
    <message numerus="yes">
        <source>Verdicts differ on %n picture(s)</source>
        <translation>
            <numerusform>Verdicts differ on %n picture</numerusform>
            <numerusform>Verdicts differ on %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::CurveTabs</name>
    <message numerus="yes">
        <source>%n defect regions</source>
        <translation>
            <numerusform>%n defect region</numerusform>
            <numerusform>%n defect regions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ExportReportDialog</name>
    <message numerus="yes">
        <source>%n picture(s) could not be annotated, the first is %1</source>
        <translation>
            <numerusform>%n picture could not be annotated: %1</numerusform>
            <numerusform>%n pictures could not be annotated, the first is %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::GoodPicture</name>
    <message numerus="yes">
        <source>%n pictures are among the normal pictures now. This detector learns them when it is trained again.</source>
        <translation>
            <numerusform>%n picture is among the normal pictures now. This detector learns it when it is trained again.</numerusform>
            <numerusform>%n pictures are among the normal pictures now. This detector learns them when it is trained again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures were learnt without a new training. They are among the normal pictures now; the calibration is still that of the training.</source>
        <translation>
            <numerusform>%n picture was learnt without a new training. It is among the normal pictures now; the calibration is still that of the training.</numerusform>
            <numerusform>%n pictures were learnt without a new training. They are among the normal pictures now; the calibration is still that of the training.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::GuideWindow</name>
    <message numerus="yes">
        <source>Found in %n section(s). Enter shows the next place.</source>
        <translation>
            <numerusform>Found in %n section. Enter shows the next place.</numerusform>
            <numerusform>Found in %n sections. Enter shows the next place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ImagesPage</name>
    <message numerus="yes">
        <source>Region of interest: %n polygon(s)…</source>
        <translation>
            <numerusform>Region of interest: %n polygon…</numerusform>
            <numerusform>Region of interest: %n polygons…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were in this lane already and were not added again.</source>
        <translation>
            <numerusform>%n picture was in this lane already and was not added again.</numerusform>
            <numerusform>%n pictures were in this lane already and were not added again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) found. Which lane are they for?</source>
        <translation>
            <numerusform>%n picture found. Which lane is it for?</numerusform>
            <numerusform>%n pictures found. Which lane are they for?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were there already and were not added again.</source>
        <translation>
            <numerusform>%n picture was there already and was not added again.</numerusform>
            <numerusform>%n pictures were there already and were not added again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::InspectPage</name>
    <message numerus="yes">
        <source> · %n pictures learnt after the calibration</source>
        <translation>
            <numerusform> · %n picture learnt after the calibration</numerusform>
            <numerusform> · %n pictures learnt after the calibration</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be read.</source>
        <translation>
            <numerusform>%n picture could not be read.</numerusform>
            <numerusform>%n pictures could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the chosen pictures are labelled defective.</source>
        <translation>
            <numerusform>%n of the chosen pictures is labelled defective.</numerusform>
            <numerusform>%n of the chosen pictures are labelled defective.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LaneView</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::MainWindow</name>
    <message numerus="yes">
        <source>Found again: %n picture(s).</source>
        <translation>
            <numerusform>Found again: %n picture.</numerusform>
            <numerusform>Found again: %n pictures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still missing: %n.</source>
        <translation>
            <numerusform>Still missing: %n.</numerusform>
            <numerusform>Still missing: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the project are not where they were. If they were moved, say where to; labels and masks stay as they are.</source>
        <translation>
            <numerusform>%n picture of the project is not where it was. If it was moved, say where to; labels and masks stay as they are.</numerusform>
            <numerusform>%n pictures of the project are not where they were. If they were moved, say where to; labels and masks stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is unsaved work of %1: %2 with %n picture(s).</source>
        <translation>
            <numerusform>There is unsaved work of %1: %2 with %n picture.</numerusform>
            <numerusform>There is unsaved work of %1: %2 with %n pictures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::NormalsDialog</name>
    <message numerus="yes">
        <source>%n picture(s) removed from the normals. Undo in the window takes it back.</source>
        <translation>
            <numerusform>%n picture removed from the normals. Undo in the window takes it back.</numerusform>
            <numerusform>%n pictures removed from the normals. Undo in the window takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n picture(s) from the normals</source>
        <translation>
            <numerusform>Remove %n picture from the normals</numerusform>
            <numerusform>Remove %n pictures from the normals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ProblemsPanel</name>
    <message numerus="yes">
        <source>%n file(s) were not added</source>
        <translation>
            <numerusform>%n file was not added</numerusform>
            <numerusform>%n files were not added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::QueueResult</name>
    <message numerus="yes">
        <source>%n detector(s) trained</source>
        <translation>
            <numerusform>%n detector trained</numerusform>
            <numerusform>%n detectors trained</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more stay(s) in the queue</source>
        <translation>
            <numerusform>%n more stays in the queue</numerusform>
            <numerusform>%n more stay in the queue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ResultPanel</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainPage</name>
    <message numerus="yes">
        <source>Train %n detector(s)</source>
        <translation>
            <numerusform>Train %n detector</numerusform>
            <numerusform>Train %n detectors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainingQueue</name>
    <message numerus="yes">
        <source>%n training(s) queued</source>
        <translation>
            <numerusform>%n training queued</numerusform>
            <numerusform>%n trainings queued</numerusform>
        </translation>
    </message>
</context>
</TS>
