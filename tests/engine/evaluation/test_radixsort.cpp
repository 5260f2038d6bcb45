#include <algorithm>
#include <limits>
#include <random>

#include <QTest>

#include <spotcheck/core/error.h>

#include "evaluation/radixsort.h"

using namespace spotcheck;

class TestRadixSort : public QObject {
    Q_OBJECT

private slots:
    void sortsAsComparingDoes_data();
    void sortsAsComparingDoes();
    void keysFollowTheFloats();
    void keepsWhatBelongsTogether();
    void stopsWhenCancelled();
};

void TestRadixSort::sortsAsComparingDoes_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<float>("spread");
    QTest::addColumn<bool>("ties");
    for (const int count : {0, 1, 2, 100, 511, 512, 5000, 300000})
        for (const float spread : {1e-3F, 1.0F, 1e30F})
            for (const bool ties : {false, true})
                QTest::addRow("%d values, spread %g, ties %d", count, static_cast<double>(spread), ties)
                    << count << spread << ties;
}

void TestRadixSort::sortsAsComparingDoes()
{
    QFETCH(const int, count);
    QFETCH(const float, spread);
    QFETCH(const bool, ties);
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float &value : values)
        value = (ties ? static_cast<float>(static_cast<int>(normal(random) * 4)) : normal(random) + 2) * spread;
    std::vector<float> expected = values;
    std::sort(expected.begin(), expected.end());
    JobMonitor monitor;
    sortByValue(
        std::span(values), [](float value) { return value; }, monitor);
    QVERIFY(values == expected);
}

void TestRadixSort::keysFollowTheFloats()
{
    const std::vector<float> ascending{-std::numeric_limits<float>::infinity(),
                                       std::numeric_limits<float>::lowest(),
                                       -1,
                                       -std::numeric_limits<float>::denorm_min(),
                                       -0.0F,
                                       0.0F,
                                       std::numeric_limits<float>::denorm_min(),
                                       std::numeric_limits<float>::min(),
                                       1,
                                       std::numeric_limits<float>::max(),
                                       std::numeric_limits<float>::infinity()};
    for (std::size_t i = 1; i < ascending.size(); ++i)
        QVERIFY(orderedKey(ascending[i - 1]) < orderedKey(ascending[i]));
}

void TestRadixSort::keepsWhatBelongsTogether()
{
    struct Pair {
        float value;
        int twice;
    };
    std::mt19937 random(1);
    std::vector<Pair> pairs(50000);
    for (Pair &pair : pairs) {
        const int value = static_cast<int>(random() % 100000);
        pair = {static_cast<float>(value), 2 * value};
    }
    JobMonitor monitor;
    sortByValue(
        std::span(pairs), [](const Pair &pair) { return pair.value; }, monitor);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        QVERIFY(i == 0 || pairs[i - 1].value <= pairs[i].value);
        QCOMPARE(static_cast<float>(pairs[i].twice), 2 * pairs[i].value);
    }
}

void TestRadixSort::stopsWhenCancelled()
{
    class Stopped : public JobMonitor {
    public:
        bool isCancelled() const override { return true; }
    } monitor;
    std::vector<float> values(100000, 1);
    QVERIFY_EXCEPTION_THROWN(sortByValue(
                                 std::span(values), [](float value) { return value; }, monitor),
                             Cancelled);
}

QTEST_GUILESS_MAIN(TestRadixSort)
#include "test_radixsort.moc"
