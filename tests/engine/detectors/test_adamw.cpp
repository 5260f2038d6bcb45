#include <cmath>
#include <cstring>
#include <memory>

#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/core/error.h>

#include "detectors/adamw.h"
#include "jsonfile.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

/// The two tensors of data/make_adamw_reference.py.
struct Tensors {
    std::vector<float> a;
    std::vector<float> b;
    std::vector<float> gradientA;
    std::vector<float> gradientB;
    AdamW optimizer;

    static std::vector<float> start(int count, int offset)
    {
        std::vector<float> values;
        for (int i = 0; i < count; ++i)
            values.push_back(static_cast<float>(std::cos(0.6 * i + offset)));
        return values;
    }

    explicit Tensors(bool amsgrad)
        : a(start(5, 0)), b(start(3, 1)), gradientA(5), gradientB(3),
          optimizer({.beta1 = 0.8, .beta2 = 0.95, .epsilon = 1e-6, .weightDecay = 0.05, .amsgrad = amsgrad},
                    {{"a", a, gradientA}, {"b", b, gradientB}})
    {}

    void step(int step)
    {
        const auto gradient = [step](std::vector<float> &values, int tensor) {
            for (std::size_t i = 0; i < values.size(); ++i) {
                const double sine = std::sin(1.1 * static_cast<double>(i) + 0.7 * step + tensor);
                values[i] = static_cast<float>(sine * 3.0 / (1 + step * step));
            }
        };
        gradient(gradientA, 0);
        gradient(gradientB, 1);
        optimizer.step(0.1 / (1 + step));
    }

    std::vector<float> values() const
    {
        std::vector<float> all = a;
        all.insert(all.end(), b.begin(), b.end());
        return all;
    }
};

void write(const AdamW &optimizer, const std::filesystem::path &file)
{
    ModelWriter writer;
    optimizer.save(writer);
    writer.write(file, {});
}

ModelReader read(const std::filesystem::path &file)
{
    return ModelReader(std::make_shared<const SafetensorsFile>(file, ErrorCode::ModelInvalid));
}

} // namespace

class TestAdamW : public QObject {
    Q_OBJECT

    static void addForms()
    {
        QTest::addColumn<bool>("amsgrad");
        QTest::newRow("plain") << false;
        QTest::newRow("amsgrad") << true;
    }

private slots:
    void stepsEqualPyTorch_data() { addForms(); }
    void stepsEqualPyTorch()
    {
        QFETCH(bool, amsgrad);
        const QJsonArray expected =
            readJson(SPOTCHECK_TEST_DATA "/adamw_reference.json")[amsgrad ? "amsgrad" : "plain"].toArray();
        QCOMPARE(expected.size(), 6);
        Tensors tensors(amsgrad);
        for (int step = 0; step < 6; ++step) {
            tensors.step(step);
            const std::vector<double> wanted = numbers(expected[step]);
            const std::vector<float> values = tensors.values();
            QCOMPARE(values.size(), wanted.size());
            for (std::size_t i = 0; i < values.size(); ++i)
                QVERIFY2(std::abs(values[i] - wanted[i]) < 2e-6, qPrintable(QString("step %1").arg(step)));
        }
    }

    void goesOnFromAFileWithTheSameBits_data() { addForms(); }
    void goesOnFromAFileWithTheSameBits()
    {
        QFETCH(bool, amsgrad);
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("state").toStdString();
        Tensors whole(amsgrad);
        for (int step = 0; step < 6; ++step) {
            whole.step(step);
            if (step == 2)
                write(whole.optimizer, file);
        }
        Tensors resumed(amsgrad);
        resumed.optimizer.load(read(file));
        QCOMPARE(resumed.optimizer.steps(), 3);
        for (int step = 3; step < 6; ++step)
            resumed.step(step);
        QCOMPARE(std::memcmp(resumed.values().data(), whole.values().data(), 8 * sizeof(float)), 0);
    }

    void refusesAFileOfOtherTensors()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("state").toStdString();
        std::vector<float> values(4);
        const std::vector<float> gradient(4);
        write(AdamW({}, {{"a", values, gradient}}), file);
        Tensors tensors(false);
        QVERIFY_EXCEPTION_THROWN(tensors.optimizer.load(read(file)), Error);
    }

    void refusesWhatCannotWork()
    {
        std::vector<float> values(4);
        const std::vector<float> gradient(4);
        const std::vector<float> shorter(3);
        QVERIFY_EXCEPTION_THROWN(AdamW({}, {{"a", values, shorter}}), Error);
        QVERIFY_EXCEPTION_THROWN(AdamW({.beta1 = 1}, {{"a", values, gradient}}), Error);
        QVERIFY_EXCEPTION_THROWN(AdamW({.epsilon = 0}, {{"a", values, gradient}}), Error);
        QVERIFY_EXCEPTION_THROWN(AdamW({.weightDecay = -1}, {{"a", values, gradient}}), Error);
    }
};

QTEST_GUILESS_MAIN(TestAdamW)
#include "test_adamw.moc"
