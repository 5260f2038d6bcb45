#include <memory>
#include <numeric>

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>

#include "tinydataset.h"
#include "ui/dialogs/maskdialog.h"
#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/images/imagespage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

/// What the Images page says about the pictures in it, and its remedies.
class TestPictureChecksPanel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ColourScheme::Light); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_document = std::make_unique<Document>();
        m_jobs = std::make_unique<JobRunner>();
        m_page = std::make_unique<ImagesPage>(m_document.get(), m_jobs.get());
        m_page->resize(1200, 760);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        // Enough normals, a good and a defective test picture: nothing to complain about.
        std::vector<Sample> normals;
        for (int i = 0; i < int(fewNormals); ++i)
            normals.push_back(picture(QString("good/%1.png").arg(i), i));
        m_document->addSamples(Lane::Normal, normals);
        m_document->addSamples(
            Lane::Test, {picture("test/a.png", 100, Label::Good), picture("test/b.png", 101, Label::Defective)});
    }

    void cleanup()
    {
        m_page.reset();
        m_jobs.reset();
        m_document.reset();
    }

    void aSoundSetIsSaidToBeSound()
    {
        waitForVerdict();
        QCOMPARE(summary()->text(), QString("22 picture(s) looked over: nothing stands out"));
        QVERIFY(!summary()->isEnabled()); // there is nothing to open
        const QColor muted = themeColours(summary()->palette()).mutedText;
        QVERIFY(darkest(summary()->grab().toImage()) <= qGray(muted.rgb()) + 20); // and is to be read all the same
    }

    void withoutPicturesItIsNotThere()
    {
        m_document->undoStack()->undo();
        m_document->undoStack()->undo();
        QTRY_VERIFY(!find<QWidget>("checksPanel")->isVisible());
    }

    void learnedTestPicturesAreTakenOut()
    {
        QVERIFY(QFile::copy(file("good/3.png"), file("test/renamed.png")));
        m_document->addSamples(Lane::Test, {sample("test/renamed.png", Label::Good)});
        waitForVerdict();
        QVERIFY2(summary()->text().startsWith("1 thing"), qPrintable(summary()->text()));
        QTest::mouseClick(summary(), Qt::LeftButton);

        QTest::mouseClick(button("checkShow", PictureCheck::InBothLanes), Qt::LeftButton);
        const QModelIndexList selected = tests()->selectionModel()->selectedIndexes();
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.front().row(), 2);

        QTest::mouseClick(button("checkFix", PictureCheck::InBothLanes), Qt::LeftButton);
        QCOMPARE(m_document->samples(Lane::Test).size(), std::size_t{2});
        QCOMPARE(m_document->samples(Lane::Normal).size(), fewNormals); // it is still learned
        waitForVerdict();
        QVERIFY(summary()->text().contains("nothing stands out"));
        m_document->undoStack()->undo();
        QCOMPARE(m_document->samples(Lane::Test).size(), std::size_t{3});
        waitForVerdict();
        QVERIFY(summary()->text().startsWith("1 thing"));
    }

    void copiesAreTakenOutOfBothLanesInOneStep()
    {
        QVERIFY(QFile::copy(file("good/3.png"), file("good/copy.png")));
        QVERIFY(QFile::copy(file("test/b.png"), file("test/copy.png")));
        m_document->addSamples(Lane::Normal, {sample("good/copy.png", Label::Good)});
        m_document->addSamples(Lane::Test, {sample("test/copy.png", Label::Defective)});
        waitForVerdict();
        QTest::mouseClick(summary(), Qt::LeftButton);
        QTest::mouseClick(button("checkFix", PictureCheck::Repeated), Qt::LeftButton);
        QCOMPARE(m_document->samples(Lane::Normal).size(), fewNormals);
        QCOMPARE(m_document->samples(Lane::Test).size(), std::size_t{2});
        m_document->undoStack()->undo();
        QCOMPARE(m_document->samples(Lane::Normal).size(), fewNormals + 1);
        QCOMPARE(m_document->samples(Lane::Test).size(), std::size_t{3});
    }

    void picturesThatAreGoneAreSought()
    {
        QVERIFY(QFile::remove(file("good/5.png")));
        m_document->setLabel(Lane::Test, {0}, Label::Unlabelled); // any change has them looked over again
        waitForVerdict();
        QTest::mouseClick(summary(), Qt::LeftButton);
        QSignalSpy sought(m_page.get(), &ImagesPage::seekRequested);
        QTest::mouseClick(button("checkSeek", PictureCheck::Unreadable), Qt::LeftButton);
        QCOMPARE(sought.count(), 1);
        QTest::mouseClick(button("checkFix", PictureCheck::Unreadable), Qt::LeftButton);
        QCOMPARE(m_document->samples(Lane::Normal).size(), fewNormals - 1);
    }

    void missingMasksAreDrawn()
    {
        Sample masked = picture("test/c.png", 102, Label::Defective);
        const QString mask = file("test/c_mask.png");
        QImage marked(48, 48, QImage::Format_Grayscale8);
        marked.fill(255);
        QVERIFY(marked.save(mask));
        masked.mask = toPath(mask);
        m_document->addSamples(Lane::Test, {masked});
        waitForVerdict();
        QTest::mouseClick(summary(), Qt::LeftButton);
        QTest::mouseClick(button("checkFix", PictureCheck::MaskMissing), Qt::LeftButton);
        auto *dialog = m_page->findChild<MaskDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(dialog->findChild<QLabel *>("maskCount")->text().contains("b.png")); // the one without
        dialog->reject();
    }

    void normalsCanBeCheckedFromHere()
    {
        QSignalSpy asked(m_page.get(), &ImagesPage::checkNormalsRequested);
        QTest::mouseClick(find<QPushButton>("checksNormals"), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
    }

    void theNextStepIsADetectorAsLongAsNoneIsTrained()
    {
        auto *train = find<QPushButton>("checksTrain");
        QVERIFY(train->isVisible());
        QSignalSpy asked(m_page.get(), &ImagesPage::trainRequested);
        QTest::mouseClick(train, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        m_document->addModel({});
        QVERIFY(!train->isVisible());
        m_document->removeModel(0);
        QVERIFY(train->isVisible());
        std::vector<int> all(m_document->samples(Lane::Normal).size());
        std::iota(all.begin(), all.end(), 0);
        m_document->removeSamples(Lane::Normal, all);
        QVERIFY(!train->isVisible());
    }

    void aChangeWhileItLooksStartsItAnew()
    {
        for (int i = 0; i < 5; ++i) {
            m_document->setLabel(Lane::Test, {0}, i % 2 ? Label::Good : Label::Unlabelled);
            QVERIFY(summary()->text().startsWith("Looking"));
            QTest::qWait(0);
        }
        waitForVerdict();
        QVERIFY(summary()->text().contains("worth knowing")); // no good picture is left
    }

private:
    template <class T>
    T *find(const char *name)
    {
        T *widget = m_page->findChild<T *>(name);
        if (!widget)
            qFatal("no widget %s", name);
        return widget;
    }
    QToolButton *summary() { return find<QToolButton>("checksSummary"); }
    QListView *tests() { return find<QListView>("testLaneView"); }
    QPushButton *button(const QByteArray &name, PictureCheck check)
    {
        return find<QPushButton>(name + QByteArray::number(static_cast<int>(check)));
    }
    QString file(const QString &name) const { return m_folder->filePath(name); }
    Sample sample(const QString &name, Label label) const
    {
        Sample sample;
        sample.image = toPath(file(name));
        sample.label = label;
        return sample;
    }
    Sample picture(const QString &name, int number, Label label = Label::Good) const
    {
        writeTinyPicture(file(name), number);
        return sample(name, label);
    }
    static int darkest(const QImage &image)
    {
        int least = 255;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                least = std::min(least, qGray(image.pixel(x, y)));
        }
        return least;
    }

    void waitForVerdict() { QTRY_VERIFY_WITH_TIMEOUT(!summary()->text().startsWith("Looking"), 20'000); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<ImagesPage> m_page;
};

QTEST_MAIN(TestPictureChecksPanel)
#include "test_picturechecks_panel.moc"
