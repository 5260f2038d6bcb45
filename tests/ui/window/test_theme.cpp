#include <algorithm>
#include <cmath>

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDirIterator>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QSvgRenderer>
#include <QtTest>

#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

using namespace spotcheck::ui;

namespace {

/// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private slots:
    void colours_data()
    {
        QTest::addColumn<ColourScheme>("scheme");
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << ColourScheme::Light << false;
        QTest::newRow("dark") << ColourScheme::Dark << true;
    }
    void colours()
    {
        QFETCH(ColourScheme, scheme);
        QFETCH(bool, dark);
        applyTheme(*qApp, scheme);
        QCOMPARE(isDark(qApp->palette()), dark);
        const ThemeColours c = themeColours(qApp->palette());
        for (const QColor &background : {c.window, c.surface}) {
            for (const QColor &colour : {c.text, c.mutedText, c.good, c.defective, c.review, c.selection})
                QVERIFY2(contrast(colour, background) >= 4.5, qPrintable(colour.name() + " on " + background.name()));
        }
        // A badge's word stands on a tint of its own colour.
        for (const QColor &colour : {c.good, c.defective, c.review, c.mutedText})
            QVERIFY2(contrast(colour, blended(colour, c.surface, 0.12)) >= 4.5, qPrintable(colour.name()));
        const QPalette palette = qApp->palette();
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >= 4.5);
    }

    void dropDownListsShowEveryEntry()
    {
        applyTheme(*qApp, ColourScheme::Light);
        for (const int entries : {2, 3, 7}) {
            QWidget window;
            QLineEdit other(&window); // has the focus first
            QComboBox box(&window);
            box.move(0, 60);
            for (int entry = 0; entry < entries; ++entry)
                box.addItem(QStringLiteral("Entry %1").arg(entry));
            window.show();
            other.setFocus();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            QAbstractItemView *list = box.view(); // made before the focus comes
            const QSize before = box.sizeHint();
            box.setFocus(); // as by a click
            QTRY_VERIFY(box.hasFocus());
            QCOMPARE(box.sizeHint(), before);
            box.showPopup();
            QTRY_VERIFY(list->isVisible());
            QTRY_COMPARE(list->verticalScrollBar()->maximum(), 0);
            const QRect last = list->visualRect(list->model()->index(entries - 1, 0));
            QVERIFY2(last.bottom() < list->viewport()->height(),
                     qPrintable(QStringLiteral("%1 entries: %2 px, the last to %3")
                                    .arg(entries)
                                    .arg(list->viewport()->height())
                                    .arg(last.bottom() + 1)));
            box.hidePopup();
        }
    }

    void unchosenRadioButtonsAreSeen_data() { colours_data(); }
    void unchosenRadioButtonsAreSeen()
    {
        QFETCH(ColourScheme, scheme);
        applyTheme(*qApp, scheme);
        for (const bool chosen : {false, true}) {
            QRadioButton button(QStringLiteral("Choice"));
            button.setChecked(chosen);
            button.resize(120, 28);
            button.show();
            QVERIFY(QTest::qWaitForWindowExposed(&button));
            const QImage shown = button.grab().toImage();
            const QColor ground = themeColours(qApp->palette()).window;
            double most = 1;
            for (int y = 0; y < shown.height(); ++y)
                for (int x = 0; x < 18; ++x) // the indicator
                    most = std::max(most, contrast(shown.pixelColor(x, y), ground));
            QVERIFY2(most >= 2.5, qPrintable(QString::number(most)));
        }
    }

    void theStyleSheetIsComplete()
    {
        applyTheme(*qApp, ColourScheme::Light);
        QVERIFY2(!qApp->styleSheet().contains('@'), "a name in the template has no value");
    }

    void everyIconDraws()
    {
        QDirIterator icons(":/icons", {"*.svg"});
        int count = 0;
        while (icons.hasNext()) {
            QVERIFY2(QSvgRenderer(icons.next()).isValid(), qPrintable(icons.fileName()));
            ++count;
        }
        QVERIFY(count > 20);
    }

    void iconsFollowTheTheme()
    {
        const QIcon icon = themedIcon("undo");
        applyTheme(*qApp, ColourScheme::Light);
        const QImage light = icon.pixmap(24).toImage();
        applyTheme(*qApp, ColourScheme::Dark);
        const QImage dark = icon.pixmap(24).toImage();
        QVERIFY(light != dark);
    }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
