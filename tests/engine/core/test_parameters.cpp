#include <cmath>

#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/core/parameterspec.h>
#include <spotcheck/detectors/registry.h>

using namespace spotcheck;

namespace {

const std::vector<ParameterSpec> specs{
    {.id = "switch", .type = ParameterSpec::Type::Switch, .defaultValue = true},
    {.id = "count",
     .type = ParameterSpec::Type::Integer,
     .defaultValue = std::int64_t{5},
     .minimum = 1,
     .maximum = 9},
    {.id = "share", .type = ParameterSpec::Type::Real, .defaultValue = 0.5, .minimum = 0, .maximum = 1},
    {.id = "form", .type = ParameterSpec::Type::Choice, .defaultValue = std::string("a"), .choices = {"a", "b"}},
};

/// The message of the error that `run` throws; empty if it throws none, or another.
QString refusal(const std::function<void()> &run)
{
    try {
        run();
    } catch (const Error &error) {
        return error.code() == ErrorCode::InvalidParameter ? QString::fromUtf8(error.what()) : QString();
    }
    return {};
}

} // namespace

class TestParameters : public QObject {
    Q_OBJECT

private slots:
    void readsWhatIsTyped()
    {
        const ParameterValues values = parseParameters(specs, {"switch=off", "count=9", "share=0.25", "form=b"});
        QCOMPARE(std::get<bool>(values.at("switch")), false);
        QCOMPARE(std::get<std::int64_t>(values.at("count")), std::int64_t{9});
        QCOMPARE(std::get<double>(values.at("share")), 0.25);
        QCOMPARE(std::get<std::string>(values.at("form")), std::string("b"));
    }

    void refusesWithNameAndRange_data()
    {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("mentions");
        QTest::newRow("unknown") << "colour=red"
                                 << "known: switch count share form";
        QTest::newRow("no value") << "count"
                                  << "name=value";
        QTest::newRow("too large") << "count=10"
                                   << "from 1 to 9";
        QTest::newRow("fraction") << "count=1.5"
                                  << "whole number";
        QTest::newRow("text") << "share=half"
                              << "from 0 to 1";
        QTest::newRow("not a number") << "share=nan"
                                      << "from 0 to 1";
        QTest::newRow("infinite") << "share=inf"
                                  << "from 0 to 1";
        QTest::newRow("trailing") << "share=0.5x"
                                  << "from 0 to 1";
        QTest::newRow("empty") << "count="
                               << "from 1 to 9";
        QTest::newRow("huge") << "count=99999999999999999999"
                              << "from 1 to 9";
        QTest::newRow("choice") << "form=c"
                                << "one of a b";
        QTest::newRow("switch") << "switch=perhaps"
                                << "true or false";
    }

    void refusesWithNameAndRange()
    {
        QFETCH(QString, assignment);
        QFETCH(QString, mentions);
        const QString message = refusal([&] { parseParameters(specs, {assignment.toStdString()}); });
        QVERIFY2(message.contains(mentions), qPrintable(message));
    }

    void completesWithDefaults()
    {
        const ParameterValues values = completeParameters(specs, {{"count", std::int64_t{3}}});
        QCOMPARE(values.size(), std::size_t{4});
        QCOMPARE(std::get<std::int64_t>(values.at("count")), std::int64_t{3});
        QCOMPARE(std::get<double>(values.at("share")), 0.5);
        QVERIFY(!refusal([&] { completeParameters(specs, {{"count", 3.0}}); }).isEmpty()); // another type
    }

    void jsonKeepsEveryBit()
    {
        const ParameterValues values{
            {"switch", false}, {"count", std::int64_t{7}}, {"share", 0.1 + 0.2 - 0.2}, {"form", std::string("b")}};
        QCOMPARE(parametersFromJson(specs, toJson(values)), values);
        // A whole number where a real one is meant, as a person may write it.
        QCOMPARE(std::get<double>(parametersFromJson(specs, R"({"share": 1})").at("share")), 1.0);
        for (const char *bad : {"", "[]", "{", R"({"count": 1.5})", R"({"count": "3"})", R"({"share": null})",
                                R"({"other": 1})", R"({"form": {"a": 1}})"})
            QVERIFY2(!refusal([&] { parametersFromJson(specs, bad); }).isEmpty(), bad);
    }

    /// Every detector's parameters: defaults valid, ids unique, texts for people.
    void registryIsSound()
    {
        QVERIFY(!detectorRegistry().empty());
        for (const DetectorInfo &info : detectorRegistry()) {
            QVERIFY(!info.title.empty() && !info.paper.empty() && !info.scoring.empty() && !info.advice.empty());
            QCOMPARE(&detectorInfo(info.id), &info);
            QCOMPARE(completeParameters(info.parameters, {}).size(), info.parameters.size());
            for (const ParameterSpec &spec : info.parameters) {
                spec.check(spec.defaultValue);
                QVERIFY2(!spec.title.empty() && !spec.help.empty(), spec.id.c_str());
                QCOMPARE(spec.parse(toString(spec.defaultValue)), spec.defaultValue);
            }
        }
        try {
            detectorInfo("oracle");
            QFAIL("an unknown detector was accepted");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::UnknownDetector);
            QVERIFY(QString::fromUtf8(error.what()).contains("patchcore"));
        }
    }
};

QTEST_GUILESS_MAIN(TestParameters)
#include "test_parameters.moc"
