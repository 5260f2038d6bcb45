#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

#include "ui/pages/train/parameterform.h"

using namespace spotcheck;
using namespace spotcheck::ui;

namespace {

ParameterSpec spec(const std::string &id, ParameterSpec::Type type, ParameterValue value)
{
    ParameterSpec made;
    made.id = id;
    made.title = "Title of " + id;
    made.help = "Help for " + id;
    made.type = type;
    made.defaultValue = std::move(value);
    made.minimum = 0.001;
    made.maximum = 100;
    return made;
}

} // namespace

class TestParameterForm : public QObject {
    Q_OBJECT

private slots:
    void everyTypeHasItsEditorAndItsDefault()
    {
        ParameterForm form(specs());
        QVERIFY(form.values().empty());
        QVERIFY(form.findChild<QAbstractButton *>("parameter_blur")->isChecked());
        QCOMPARE(form.findChild<QSpinBox *>("parameter_neighbours")->value(), 9);
        QCOMPARE(form.findChild<QSpinBox *>("parameter_neighbours")->suffix(), QString(" px"));
        QCOMPARE(form.findChild<QDoubleSpinBox *>("parameter_ratio")->value(), 0.1);
        QCOMPARE(form.findChild<QComboBox *>("parameter_metric")->currentText(), QString("nearest patch"));
        QCOMPARE(form.findChild<QSpinBox *>("parameter_neighbours")->toolTip(), QString("Help for neighbours"));
    }

    void onlyWhatDiffersIsHandedOn()
    {
        ParameterForm form(specs());
        QSignalSpy changed(&form, &ParameterForm::changed);
        form.findChild<QAbstractButton *>("parameter_blur")->click();
        form.findChild<QSpinBox *>("parameter_neighbours")->setValue(3);
        form.findChild<QDoubleSpinBox *>("parameter_ratio")->setValue(0.001);
        form.findChild<QComboBox *>("parameter_metric")->setCurrentIndex(1);
        QCOMPARE(changed.count(), 4);
        const ParameterValues expected{
            {"blur", false}, {"neighbours", std::int64_t(3)}, {"ratio", 0.001}, {"metric", std::string("mean")}};
        QVERIFY(form.values() == expected);
    }

    void resetGoesBackToTheDefault()
    {
        ParameterForm form(specs());
        form.show();
        auto *reset = form.findChild<QAbstractButton *>("reset_neighbours");
        QVERIFY(!reset->isVisible());
        form.findChild<QSpinBox *>("parameter_neighbours")->setValue(3);
        QVERIFY(reset->isVisible());
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(form.values().empty());
        QVERIFY(!reset->isVisible());
    }

    void advancedOnesAreFolded()
    {
        ParameterForm form(specs());
        form.show();
        auto *ratio = form.findChild<QDoubleSpinBox *>("parameter_ratio");
        QVERIFY(!ratio->isVisible());
        QTest::mouseClick(form.findChild<QAbstractButton *>("advancedParameters"), Qt::LeftButton);
        QVERIFY(ratio->isVisible());
    }

    void presetsFillTheFormAndShowWhenTheyAreLeft()
    {
        const std::vector<ParameterPreset> presets{
            {"fast", "Fast", "Quick.", {{"neighbours", std::int64_t(3)}, {"metric", std::string("mean")}}},
            {"balanced", "Balanced", "The defaults.", {}},
        };
        ParameterForm form(specs(), presets);
        form.show();
        auto *fast = form.findChild<QAbstractButton *>("preset_fast");
        auto *balanced = form.findChild<QAbstractButton *>("preset_balanced");
        QVERIFY(balanced->isChecked());
        form.findChild<QDoubleSpinBox *>("parameter_ratio")->setValue(0.5);
        QVERIFY(!balanced->isChecked() && !fast->isChecked());
        QCOMPARE(form.findChild<QLabel *>("presetHelp")->text(), QString("Your own values."));

        QTest::mouseClick(fast, Qt::LeftButton);
        QVERIFY(form.values() == presets.front().values);
        QVERIFY(fast->isChecked() && !balanced->isChecked());
        QCOMPARE(form.findChild<QLabel *>("presetHelp")->text(), QString("Quick."));
        QTest::mouseClick(balanced, Qt::LeftButton);
        QVERIFY(form.values().empty());
        QVERIFY(balanced->isChecked() && !fast->isChecked());
    }

private:
    static std::vector<ParameterSpec> specs()
    {
        ParameterSpec neighbours = spec("neighbours", ParameterSpec::Type::Integer, std::int64_t(9));
        neighbours.minimum = 1;
        neighbours.unit = "px";
        ParameterSpec ratio = spec("ratio", ParameterSpec::Type::Real, 0.1);
        ratio.advanced = true;
        ParameterSpec metric = spec("metric", ParameterSpec::Type::Choice, std::string("nearest_patch"));
        metric.choices = {"nearest_patch", "mean"};
        return {spec("blur", ParameterSpec::Type::Switch, true), neighbours, ratio, metric};
    }
};

QTEST_MAIN(TestParameterForm)
#include "test_parameterform.moc"
