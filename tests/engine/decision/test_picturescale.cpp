#include <QtTest>

#include <spotcheck/core/error.h>
#include <spotcheck/decision/picturescale.h>

using namespace spotcheck;

/// Pixels and millimetres.
class TestPictureScale : public QObject {
    Q_OBJECT

    template <typename Make>
    static bool isRefused(Make make)
    {
        try {
            make();
        } catch (const Error &error) {
            return error.code() == ErrorCode::InvalidParameter;
        }
        return false;
    }

private slots:
    void lengthsAndAreas()
    {
        const PictureScale scale(0.25);
        QCOMPARE(scale.millimetresPerPixel(), 0.25);
        QCOMPARE(scale.millimetres(10), 2.5);
        QCOMPARE(scale.squareMillimetres(16), 1.0);
    }

    void twoPointsAndTheirDistance()
    {
        // 3-4-5: 50 px are 20 mm.
        QCOMPARE(PictureScale::fromDistance({10, 20}, {40, 60}, 20), PictureScale(0.4));
        QCOMPARE(PictureScale::fromDistance({40, 60}, {10, 20}, 20), PictureScale(0.4));
        QVERIFY(!(PictureScale(0.4) == PictureScale(0.5)));
    }

    void areasAreCoveredByWholePixels_data()
    {
        QTest::addColumn<double>("millimetresPerPixel");
        QTest::addColumn<double>("squareMillimetres");
        QTest::addColumn<qint64>("pixels");
        QTest::newRow("exact") << 0.5 << 1.0 << qint64{4};
        QTest::newRow("as decimals") << 0.3 << 0.09 << qint64{1};
        QTest::newRow("three tenths") << 0.1 << 0.3 << qint64{30};
        QTest::newRow("rounded up") << 0.5 << 1.01 << qint64{5};
        QTest::newRow("nothing") << 0.5 << 0.0 << qint64{1};
        QTest::newRow("beyond all pictures") << 1e-6 << 1e9 << std::numeric_limits<qint64>::max();
    }
    void areasAreCoveredByWholePixels()
    {
        QFETCH(const double, millimetresPerPixel);
        QFETCH(const double, squareMillimetres);
        QTEST(qint64{PictureScale(millimetresPerPixel).pixelsCovering(squareMillimetres)}, "pixels");
    }

    void whatIsNoScaleIsRefused()
    {
        for (const double value : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(),
                                   std::numeric_limits<double>::infinity(), 1e-7, 1e7})
            QVERIFY2(isRefused([value] { return PictureScale(value); }), qPrintable(QString::number(value)));
        QVERIFY(isRefused([] { return PictureScale::fromDistance({3, 4}, {3, 4}, 10); }));
        QVERIFY(isRefused([] { return PictureScale::fromDistance({3, 4}, {3.5, 4}, 10); }));
        QVERIFY(isRefused([] { return PictureScale::fromDistance({0, 0}, {100, 0}, 0); }));
    }
};

QTEST_GUILESS_MAIN(TestPictureScale)
#include "test_picturescale.moc"
