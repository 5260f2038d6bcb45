#include <cmath>

#include <QTest>

#include <spotcheck/core/error.h>

#include "backbone/tiledfeatures.h"

using namespace spotcheck;

namespace {

/// What a network would say of a tile whose upper left corner lies at `origin`: a function of place, channel and
/// layer.
template <typename Value>
FeatureMap drawnMap(const std::string &layer, cv::Size tile, cv::Point origin, int stride, int channels, Value value)
{
    FeatureMap map;
    map.layer = layer;
    map.width = (tile.width + stride - 1) / stride;
    map.height = (tile.height + stride - 1) / stride;
    map.channels = channels;
    auto values = std::make_shared<std::vector<float>>();
    for (int y = 0; y < map.height; ++y) {
        for (int x = 0; x < map.width; ++x) {
            for (int channel = 0; channel < channels; ++channel)
                values->push_back(value(origin.x + x * stride, origin.y + y * stride, channel));
        }
    }
    map.values = std::shared_ptr<const float>(values, values->data());
    return map;
}

const std::vector<int> strides{4, 8, 32};

template <typename Value>
FeatureMaps join(const Tiling &tiling, cv::Size tile, Value value)
{
    return joinTiles(tiling, tile, strides, [&](int index) {
        FeatureMaps maps;
        for (const int stride : strides)
            maps.push_back(drawnMap("layer" + std::to_string(stride), tile, tiling.origin(index, tile), stride, 3,
                                    [&](int x, int y, int channel) { return value(index, x, y, channel); }));
        return maps;
    });
}

} // namespace

class TestTiledFeatures : public QObject {
    Q_OBJECT

private slots:
    void everyLayerHasTheGridOfTheWholeInput_data()
    {
        QTest::addColumn<QSize>("tile");
        QTest::addColumn<QSize>("tiles");
        QTest::addColumn<double>("overlap");
        QTest::newRow("plain") << QSize(64, 64) << QSize(2, 2) << 0.0;
        QTest::newRow("overlap") << QSize(224, 160) << QSize(3, 2) << 0.1;
        QTest::newRow("half") << QSize(128, 96) << QSize(4, 1) << 0.5;
        QTest::newRow("no multiple of the step") << QSize(100, 70) << QSize(2, 3) << 0.2;
        QTest::newRow("no multiple, half") << QSize(100, 70) << QSize(3, 3) << 0.5;
        QTest::newRow("smallest") << QSize(32, 33) << QSize(2, 2) << 0.5;
    }

    void everyLayerHasTheGridOfTheWholeInput()
    {
        QFETCH(QSize, tile);
        QFETCH(QSize, tiles);
        QFETCH(double, overlap);
        const Tiling tiling{tiles.width(), tiles.height(), overlap};
        const cv::Size size(tile.width(), tile.height());
        const cv::Size whole = tiling.wholeInput(size);
        // A value that depends on the place alone must come out as if there were no tiles.
        const auto value = [](int x, int y, int channel) {
            return static_cast<float>(std::sin(0.01 * x) + 0.002 * y * (channel + 1));
        };
        const FeatureMaps joined =
            join(tiling, size, [&](int, int x, int y, int channel) { return value(x, y, channel); });
        QCOMPARE(joined.size(), strides.size());
        for (std::size_t layer = 0; layer < strides.size(); ++layer) {
            const FeatureMap &map = joined[layer];
            const FeatureMap wanted = drawnMap(map.layer, whole, {}, strides[layer], 3, value);
            QCOMPARE(map.layer, "layer" + std::to_string(strides[layer]));
            QCOMPARE(map.width, wanted.width);
            QCOMPARE(map.height, wanted.height);
            for (std::size_t i = 0; i < map.size(); ++i)
                QVERIFY(std::abs(map.values.get()[i] - wanted.values.get()[i]) < 1e-6);
        }
    }

    void withoutOverlapTilesLieSideBySide()
    {
        const Tiling tiling{3, 2, 0};
        const FeatureMaps joined = join(tiling, {64, 32}, [](int tile, int x, int y, int channel) {
            return static_cast<float>(tile * 1000 + (x * 7 + y * 3 + channel) % 101) - 0.1F;
        });
        const FeatureMap &map = joined[1];
        QCOMPARE(map.width, 24);
        for (int row = 0; row < map.height; ++row) {
            for (int column = 0; column < map.width; ++column) {
                const int tile = row / 4 * 3 + column / 8;
                for (int channel = 0; channel < 3; ++channel)
                    QCOMPARE(map.at(row, column)[channel],
                             static_cast<float>(tile * 1000 + (column * 56 + row * 24 + channel) % 101) - 0.1F);
            }
        }
    }

    /// Tiles that disagree, as borders make them, pass into each other in even steps.
    void overlapIsALinearRamp()
    {
        const Tiling tiling{2, 1, 0.5};
        const FeatureMap map =
            join(tiling, {128, 32}, [](int tile, int, int, int) { return static_cast<float>(tile); })[0];
        QCOMPARE(map.width, 48);
        const auto at = [&](int column) { return map.at(3, column)[0]; };
        QCOMPARE(at(15), 0.0F);
        QCOMPARE(at(32), 1.0F);
        for (int column = 16; column <= 32; ++column)
            QVERIFY(std::abs(at(column) - at(column - 1) - 1.0F / 17) < 1e-6);
    }

    void oneTileIsHandedOn()
    {
        FeatureMaps made;
        const FeatureMaps joined = joinTiles({}, {64, 64}, strides, [&](int) {
            made.push_back(drawnMap("layer1", {64, 64}, {}, 4, 1, [](int, int, int) { return 1.0F; }));
            return made;
        });
        QVERIFY(joined.front().values == made.front().values);
    }

    void askedForOneTileAfterTheOther()
    {
        std::weak_ptr<const float> before;
        int expected = 0;
        joinTiles({2, 2, 0.1}, {64, 64}, {4}, [&](int index) {
            if (index != expected++ || !before.expired())
                qFatal("tile %d is out of turn, or the one before is still there", index);
            FeatureMaps maps{drawnMap("layer1", {64, 64}, {}, 4, 2, [](int, int, int) { return 0.0F; })};
            before = maps.front().values;
            return maps;
        });
        QCOMPARE(expected, 4);
    }

    void refusesMapsOfAnotherSize()
    {
        QVERIFY_EXCEPTION_THROWN(
            joinTiles(
                {2, 1, 0}, {64, 64}, {4},
                [](int) {
                    return FeatureMaps{drawnMap("layer1", {64, 64}, {}, 8, 1, [](int, int, int) { return 0.0F; })};
                }),
            Error);
    }
};

QTEST_GUILESS_MAIN(TestTiledFeatures)
#include "test_tiledfeatures.moc"
