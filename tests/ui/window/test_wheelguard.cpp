#include <QApplication>
#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QtTest>

#include "ui/window/wheelguard.h"

using namespace spotcheck::ui;

/// A tall form in a scroll area, and a wheel that is turned over its fields.
class TestWheelGuard : public QObject {
    Q_OBJECT

    QScrollArea m_area;
    QSpinBox *m_number = nullptr;
    QComboBox *m_choice = nullptr;
    QTabBar *m_tabs = nullptr;

    /// Two notches down. As from the system, for others are not passed on to the parents.
    static void turn(QWidget *over)
    {
        const QPoint centre = over->rect().center();
        QWheelEvent wheel(centre, over->mapToGlobal(centre), {}, {0, -240}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&wheel);
        qApp->notify(over, &wheel);
    }

private slots:
    void initTestCase()
    {
        qApp->installEventFilter(new WheelGuard(this));
        auto *form = new QWidget;
        auto *column = new QVBoxLayout(form);
        m_number = new QSpinBox(form);
        m_number->setRange(0, 100);
        m_number->setValue(50);
        m_choice = new QComboBox(form);
        m_choice->addItems({"exact", "fast", "faster"});
        m_tabs = new QTabBar(form);
        for (const char *name : {"ROC", "PR", "PRO"})
            m_tabs->addTab(name);
        column->addWidget(m_number);
        column->addWidget(m_choice);
        column->addWidget(m_tabs);
        column->addStretch();
        form->setMinimumHeight(2000);
        m_area.setWidget(form);
        m_area.resize(300, 200);
        m_area.show();
        QVERIFY(QTest::qWaitForWindowActive(&m_area));
    }

    void init()
    {
        m_area.setFocus();
        m_area.verticalScrollBar()->setValue(0);
    }

    void whatWasNotChosenIsScrolledPast()
    {
        for (QWidget *field :
             {static_cast<QWidget *>(m_number), static_cast<QWidget *>(m_choice), static_cast<QWidget *>(m_tabs)}) {
            m_area.verticalScrollBar()->setValue(0);
            turn(field);
            turn(field);
            QVERIFY(m_area.verticalScrollBar()->value() > 0);
            QVERIFY(!field->hasFocus());
        }
        QCOMPARE(m_number->value(), 50);
        QCOMPARE(m_choice->currentIndex(), 0);
        QCOMPARE(m_tabs->currentIndex(), 0);
    }

    void whatWasChosenIsChanged()
    {
        m_number->setFocus();
        turn(m_number);
        QCOMPARE(m_number->value(), 48);
        QCOMPARE(m_area.verticalScrollBar()->value(), 0);
        m_choice->setFocus();
        turn(m_choice);
        QVERIFY(m_choice->currentIndex() > 0);
    }
};

QTEST_MAIN(TestWheelGuard)
#include "test_wheelguard.moc"
