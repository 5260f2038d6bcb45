#include <QAction>
#include <QApplication>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QMainWindow>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QtTest>

#include "ui/window/undokeys.h"

using namespace spotcheck::ui;

/// A window with undo and redo, and fields in it that have an undo of their own.
class TestUndoKeys : public QObject {
    Q_OBJECT

    QMainWindow m_window;
    QDoubleSpinBox *m_threshold = nullptr;
    QSpinBox *m_area = nullptr;
    QLineEdit *m_name = nullptr;
    int m_undone = 0;
    int m_redone = 0;

    static QWidget *focused(QWidget *widget)
    {
        widget->setFocus();
        return widget;
    }

private slots:
    void initTestCase()
    {
        qApp->installEventFilter(new UndoKeys(this));
        auto *undo = new QAction(&m_window);
        undo->setShortcut(QKeySequence::Undo);
        connect(undo, &QAction::triggered, this, [this] { ++m_undone; });
        auto *redo = new QAction(&m_window);
        redo->setShortcut(QKeySequence::Redo);
        connect(redo, &QAction::triggered, this, [this] { ++m_redone; });
        m_window.addActions({undo, redo});
        auto *form = new QWidget(&m_window);
        auto *column = new QVBoxLayout(form);
        m_threshold = new QDoubleSpinBox(form);
        m_threshold->setKeyboardTracking(false);
        m_threshold->setDecimals(4);
        m_threshold->setSuffix(QStringLiteral(" mm²"));
        m_area = new QSpinBox(form);
        m_area->setSuffix(QStringLiteral(" px"));
        m_name = new QLineEdit(form);
        for (QWidget *field :
             {static_cast<QWidget *>(m_threshold), static_cast<QWidget *>(m_area), static_cast<QWidget *>(m_name)})
            column->addWidget(field);
        m_window.setCentralWidget(form);
        m_window.show();
        QVERIFY(QTest::qWaitForWindowActive(&m_window));
    }

    void init()
    {
        m_undone = 0;
        m_redone = 0;
        m_threshold->setValue(1.5);
        m_area->setValue(20);
    }

    void aNumbersFieldLeavesThemToTheWindow()
    {
        for (QWidget *field : {static_cast<QWidget *>(m_threshold), static_cast<QWidget *>(m_area)}) {
            m_undone = 0;
            m_redone = 0;
            focused(field);
            QTest::keyClick(field, Qt::Key_Up); // a step is taken over at once
            QTest::keySequence(field, QKeySequence(QKeySequence::Undo));
            QTest::keySequence(field, QKeySequence(QKeySequence::Redo));
            QCOMPARE(m_undone, 1);
            QCOMPARE(m_redone, 1);
        }
    }

    void typingIsTakenBackWithinTheField()
    {
        focused(m_threshold);
        m_threshold->selectAll();
        QTest::keyClicks(m_threshold, QStringLiteral("2"));
        QTest::keySequence(m_threshold, QKeySequence(QKeySequence::Undo));
        QCOMPARE(m_undone, 0);
        QCOMPARE(m_threshold->value(), 1.5);
        // Once it was taken over, the window's undo is meant.
        m_threshold->selectAll();
        QTest::keyClicks(m_threshold, QStringLiteral("2"));
        QTest::keyClick(m_threshold, Qt::Key_Return);
        QCOMPARE(m_threshold->value(), 2.0);
        QTest::keySequence(m_threshold, QKeySequence(QKeySequence::Undo));
        QCOMPARE(m_undone, 1);
    }

    void aTextKeepsItsOwn()
    {
        focused(m_name);
        QTest::keyClicks(m_name, QStringLiteral("lot 7"));
        QTest::keySequence(m_name, QKeySequence(QKeySequence::Undo));
        QCOMPARE(m_undone, 0);
        QVERIFY(m_name->text().isEmpty());
    }
};

QTEST_MAIN(TestUndoKeys)
#include "test_undokeys.moc"
