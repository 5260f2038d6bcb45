#include <set>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include "ui/pages/inspect/resultlistmodel.h"
#include "ui/pages/inspect/resultpanel.h"

#include "fakeresults.h"

using namespace spotcheck;
using namespace spotcheck::ui;
using namespace spotcheck::test;

class TestResultList : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void verdictsFollowTheThreshold();
    void onlyRowsBetweenOldAndNewThresholdChange();
    void filters_data();
    void filters();
    void orders_data();
    void orders();
    void searches();
    void nothingFoundIsSaid();
    void arrowsWalk();
    void severalAreSelected();
    void pictureOnShowStaysWhileTheThresholdMoves();
    void samePicturesKeepTheSelection();
    void tenThousandRowsFollowADrag();

private:
    QStringList shownNames() const;
    void setThreshold(double threshold);
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_panel->findChild<Widget *>(QLatin1String(name));
    }

    ResultListModel *m_model = nullptr;
    ResultPanel *m_panel = nullptr;
    QListView *m_view = nullptr;
};

void TestResultList::init()
{
    m_model = new ResultListModel;
    new QAbstractItemModelTester(m_model, QAbstractItemModelTester::FailureReportingMode::QtTest, m_model);
    m_panel = new ResultPanel(m_model);
    m_view = find<QListView>("resultList");
    m_model->setEvaluation(fakeEvaluation(twelvePictures(), "/parts"));
    setThreshold(5.5);
    m_panel->resize(280, 700);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel));
}

void TestResultList::cleanup()
{
    delete m_panel;
    delete m_model;
}

QStringList TestResultList::shownNames() const
{
    QStringList names;
    for (int row = 0; row < m_view->model()->rowCount(); ++row)
        names << m_view->model()->index(row, 0).data().toString();
    return names;
}

void TestResultList::setThreshold(double threshold)
{
    OperatingPoint point;
    point.threshold = threshold;
    m_model->setOperatingPoint(point);
}

void TestResultList::verdictsFollowTheThreshold()
{
    const int missed = m_model->rowOf(QStringLiteral("/parts/d45.png"));
    QCOMPARE(m_model->outcome(missed), Outcome::Missed);
    setThreshold(4.4);
    QCOMPARE(m_model->outcome(missed), Outcome::Found);
    QCOMPARE(m_model->outcome(m_model->rowOf(QStringLiteral("/parts/g5.png"))), Outcome::FalseAlarm);
    QCOMPARE(m_model->outcome(m_model->rowOf(QStringLiteral("/parts/g4.png"))), Outcome::Right);
    QCOMPARE(m_model->outcome(m_model->rowOf(QStringLiteral("/parts/x.png"))), Outcome::Unreadable);
    QCOMPARE(m_model->outcome(m_model->rowOf(QStringLiteral("/parts/u33.png"))), Outcome::Unlabelled);
    setThreshold(4.5); // "above", not "at least"
    QCOMPARE(m_model->outcome(missed), Outcome::Missed);
}

void TestResultList::onlyRowsBetweenOldAndNewThresholdChange()
{
    QSignalSpy changes(m_model, &QAbstractItemModel::dataChanged);
    setThreshold(5.9);
    QCOMPARE(changes.count(), 0);
    setThreshold(6);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes[0][0].toModelIndex().row(), 5);
    QCOMPARE(changes[0][1].toModelIndex().row(), 5);
    setThreshold(7.5);
    QCOMPARE(changes.count(), 2);
    QCOMPARE(changes[1][0].toModelIndex().row(), 7);
}

void TestResultList::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("defective") << "Called defective" << QStringList{"d10.png", "d8.png", "d7.png", "g6.png"};
    QTest::newRow("good") << "Called good"
                          << QStringList{"g5.png", "d45.png", "g4.png", "u33.png", "g3.png", "g2.png", "g1.png"};
    QTest::newRow("missed") << "Missed" << QStringList{"d45.png"};
    QTest::newRow("false alarms") << "False alarms" << QStringList{"g6.png"};
    QTest::newRow("unreadable") << "Unreadable" << QStringList{"x.png"};
}

void TestResultList::filters()
{
    QFETCH(QString, filter);
    QFETCH(QStringList, names);
    auto *box = find<QComboBox>("resultFilter");
    const int choice = box->findText(filter);
    QVERIFY(choice >= 0);
    box->setFocus();
    while (box->currentIndex() < choice)
        QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(shownNames(), names);
    QCOMPARE(m_panel->currentRow(), m_model->rowOf(QStringLiteral("/parts/") + names.first()));
    QCOMPARE(find<QLabel>("resultCount")->text(), QStringLiteral("%1 of 12 pictures").arg(names.size()));
}

void TestResultList::orders_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::newRow("highest") << "Highest score"
                             << "d10.png"
                             << "x.png";
    QTest::newRow("lowest") << "Lowest score"
                            << "g1.png"
                            << "x.png"; // unreadable ones last either way
    QTest::newRow("name") << "Name"
                          << "d7.png"
                          << "x.png"; // 7 before 10
}

void TestResultList::orders()
{
    QFETCH(QString, order);
    auto *box = find<QComboBox>("resultOrder");
    box->setCurrentIndex(box->findText(order));
    QTEST(shownNames().first(), "first");
    QTEST(shownNames().last(), "last");
}

void TestResultList::searches()
{
    auto *search = find<QLineEdit>("resultSearch");
    QTest::keyClicks(search, QStringLiteral("G3"));
    QCOMPARE(shownNames(), QStringList{"g3.png"});
    search->clear();
    QTest::keyClicks(search, QStringLiteral("scratch"));
    QCOMPARE(shownNames().size(), 5); // four defective ones and the one that could not be read
    search->clear();
    QCOMPARE(shownNames().size(), 12);
}

void TestResultList::nothingFoundIsSaid()
{
    auto *words = find<QLabel>("noResultMatches");
    QVERIFY(!words->isVisible());
    auto *search = find<QLineEdit>("resultSearch");
    m_view->setFocus(); // it does not get lost with the list
    search->setText(QStringLiteral("zzz"));
    QVERIFY(words->isVisible() && !m_view->isVisible());
    QCOMPARE(m_panel->focusWidget(), find<QAbstractButton>("showAllResults"));
    QTest::mouseClick(find<QAbstractButton>("showAllResults"), Qt::LeftButton);
    QVERIFY(search->text().isEmpty() && m_view->isVisible() && !words->isVisible());
    QCOMPARE(m_view->model()->rowCount(), 12);
}

void TestResultList::arrowsWalk()
{
    QSignalSpy rows(m_panel, &ResultPanel::currentRowChanged);
    m_panel->selectFirst();
    QCOMPARE(rows.takeLast()[0].toInt(), m_model->rowOf(QStringLiteral("/parts/d10.png")));
    QTest::keyClick(m_view, Qt::Key_Down);
    QCOMPARE(rows.takeLast()[0].toInt(), m_model->rowOf(QStringLiteral("/parts/d8.png")));
    const std::vector<int> neighbours = m_panel->neighbours();
    QCOMPARE(neighbours.at(0), m_model->rowOf(QStringLiteral("/parts/d7.png")));
    QCOMPARE(neighbours.at(1), m_model->rowOf(QStringLiteral("/parts/d10.png")));
    QTest::keyClick(m_view, Qt::Key_Up);
    QCOMPARE(rows.takeLast()[0].toInt(), m_model->rowOf(QStringLiteral("/parts/d10.png")));
}

void TestResultList::severalAreSelected()
{
    const auto rows = [this] {
        const std::vector<std::size_t> selected = m_panel->selectedRows();
        return std::set<std::size_t>(selected.begin(), selected.end());
    };
    const auto rowOf = [this](const char *name) {
        return static_cast<std::size_t>(m_model->rowOf(QStringLiteral("/parts/") + QLatin1String(name)));
    };
    m_panel->selectFirst();
    QCOMPARE(rows(), std::set{rowOf("d10.png")});
    for (int press = 0; press < 2; ++press)
        QTest::keyClick(m_view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(rows(), (std::set{rowOf("d10.png"), rowOf("d8.png"), rowOf("d7.png")}));
    QCOMPARE(m_panel->currentRow(), static_cast<int>(rowOf("d7.png"))); // on show
    const QRect place = m_view->visualRect(m_view->model()->index(4, 0));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, place.center());
    QCOMPARE(rows(), (std::set{rowOf("d10.png"), rowOf("d8.png"), rowOf("d7.png"), rowOf("g5.png")}));

    // Those that leave the list are selected no more; there is always one.
    m_panel->showKind(ResultFilter::Kind::CalledDefective);
    QTRY_COMPARE(rows(), (std::set{rowOf("d10.png"), rowOf("d8.png"), rowOf("d7.png")}));
    m_panel->showKind(ResultFilter::Kind::Missed);
    QCOMPARE(rows(), std::set{rowOf("d45.png")});
    m_panel->showKind(ResultFilter::Kind::All);
    m_panel->selectFirst();
    QTest::keyClick(m_view, Qt::Key_Down, Qt::ShiftModifier);
    m_panel->walk(1);
    QCOMPARE(rows(), std::set{rowOf("d7.png")});
}

void TestResultList::pictureOnShowStaysWhileTheThresholdMoves()
{
    m_panel->showKind(ResultFilter::Kind::Missed);
    const int missed = m_model->rowOf(QStringLiteral("/parts/d45.png"));
    QCOMPARE(m_panel->currentRow(), missed);
    setThreshold(4.2); // found now
    QCOMPARE(m_panel->currentRow(), missed);
    QCOMPARE(shownNames(), QStringList{"d45.png"});
    setThreshold(7.5); // d45 and d7 are missed
    QCOMPARE(shownNames(), (QStringList{"d7.png", "d45.png"}));
    setThreshold(5); // d45 again, d7 is gone since nobody looks at it
    QCOMPARE(shownNames(), QStringList{"d45.png"});
}

void TestResultList::samePicturesKeepTheSelection()
{
    m_panel->selectRow(3);
    auto relabelled = twelvePictures();
    relabelled[3].label = Label::Defective;
    QSignalSpy resets(m_model, &QAbstractItemModel::modelReset);
    m_model->setEvaluation(fakeEvaluation(relabelled, "/parts"));
    QCOMPARE(m_panel->currentRow(), 3);
    QCOMPARE(m_model->outcome(3), Outcome::Missed);
    QCOMPARE(resets.count(), 0);
    relabelled.pop_back();
    m_model->setEvaluation(fakeEvaluation(relabelled, "/parts"));
    QCOMPARE(resets.count(), 1);
}

void TestResultList::tenThousandRowsFollowADrag()
{
    std::vector<FakePicture> many;
    for (int index = 0; index < 10000; ++index)
        many.push_back({"p" + std::to_string(index) + ".png",
                        index % 4 ? Label::Good : Label::Defective,
                        double((index * 7919) % 10000),
                        {}});
    m_model->setEvaluation(fakeEvaluation(many, "/parts"));
    m_panel->showKind(ResultFilter::Kind::CalledDefective);
    double threshold = 5000;
    QBENCHMARK
    {
        threshold = threshold > 9000 ? 1000 : threshold + 20;
        setThreshold(threshold);
    }
    setThreshold(9000);
    m_panel->selectFirst();
    QCoreApplication::processEvents();
    QCOMPARE(shownNames().size(), 999);
}

QTEST_MAIN(TestResultList)
#include "test_inspect_list.moc"
