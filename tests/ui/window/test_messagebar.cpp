#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"

using namespace spotcheck::ui;

class TestMessageBar : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ColourScheme::Light); }

    void theDetailIsOneClickAway()
    {
        QWidget window;
        MessageBar bar(&window);
        window.show();
        QVERIFY(!bar.isVisible());
        bar.showMessage(MessageBar::Severity::Error, "a.png: it is gone.", "ENOENT");
        QVERIFY(bar.isVisible());
        auto *detail = bar.findChild<QPlainTextEdit *>("messageDetail");
        QVERIFY(!detail->isVisible());
        QTest::mouseClick(bar.findChild<QPushButton *>("messageDetails"), Qt::LeftButton);
        QVERIFY(detail->isVisible());
        QCOMPARE(detail->toPlainText(), QString("ENOENT"));
        QTest::mouseClick(bar.findChild<QToolButton *>("messageClose"), Qt::LeftButton);
        QVERIFY(!bar.isVisible());
    }

    void withoutADetailThereIsNoButtonForIt()
    {
        QWidget window;
        MessageBar bar(&window);
        window.show();
        bar.showMessage(MessageBar::Severity::Information, "Done.");
        QVERIFY(!bar.findChild<QPushButton *>("messageDetails")->isVisible());
    }

    void buttonsBelongToOneMessage()
    {
        QWidget window;
        MessageBar bar(&window);
        window.show();
        bar.showMessage(MessageBar::Severity::Information, "Which?");
        QPushButton *yes = bar.addButton("Yes");
        QSignalSpy clicked(yes, &QPushButton::clicked);
        QSignalSpy dismissed(&bar, &MessageBar::dismissed);
        QTest::mouseClick(yes, Qt::LeftButton);
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(dismissed.count(), 1);
        const QPointer<QPushButton> old(yes);
        bar.showMessage(MessageBar::Severity::Information, "Another.");
        QTRY_VERIFY(old.isNull());
    }
};

QTEST_MAIN(TestMessageBar)
#include "test_messagebar.moc"
