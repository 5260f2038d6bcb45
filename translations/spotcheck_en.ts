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
    <name>spotcheck::ui::InspectPage</name>
    <message numerus="yes">
        <source> · %n pictures learnt after the calibration</source>
        <translation>
            <numerusform> · %n picture learnt after the calibration</numerusform>
            <numerusform> · %n pictures learnt after the calibration</numerusform>
        </translation>
    </message>
</context>
</TS>
