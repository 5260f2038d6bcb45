#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "tinydataset.h"
#include "ui/widgets/thumbnailstore.h"

using namespace spotcheck::test;
using namespace spotcheck::ui;

class TestThumbnailStore : public QObject {
    Q_OBJECT

private slots:
    void makesSmallPictures()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QString::fromUtf8("Prüfling.png"));
        writeTinyPicture(file, 1, 200);
        ThumbnailStore store(64);
        QSignalSpy ready(&store, &ThumbnailStore::ready);
        QVERIFY(!store.find(file));
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(ready.first().first().toString(), file);
        const Thumbnail *thumbnail = store.find(file);
        QVERIFY(thumbnail);
        QCOMPARE(thumbnail->pixmap.size(), QSize(64, 64));
        QVERIFY(thumbnail->failure.isEmpty());
    }

    void aBrokenPictureHasAReason()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("broken.png");
        writeBrokenPicture(file);
        ThumbnailStore store(64);
        QSignalSpy ready(&store, &ThumbnailStore::ready);
        store.find(file);
        QTRY_COMPARE(ready.count(), 1);
        QVERIFY(store.find(file)->pixmap.isNull());
        QVERIFY(store.find(file)->failure.contains("broken.png"));
        QCOMPARE(ready.count(), 1); // a broken file is not read again
    }

    void aListThatFliesPastLeavesNoQueueBehind()
    {
        QTemporaryDir folder;
        writeTinyPicture(folder.filePath("0.png"), 0, 400);
        ThumbnailStore store(64);
        QSignalSpy ready(&store, &ThumbnailStore::ready);
        constexpr int asked = 20 * ThumbnailStore::maximumWaiting;
        for (int i = 0; i < asked; ++i)
            store.find(folder.filePath(QString("%1.png").arg(i)));
        const QString last = folder.filePath(QString("%1.png").arg(asked - 1));
        QTRY_VERIFY(ready.contains(QVariantList{last}));
        QTRY_VERIFY(ready.count() >= ThumbnailStore::maximumWaiting);
        QVERIFY2(ready.count() < asked / 2, qPrintable(QString::number(ready.count())));
    }

    void endsWhileDecoding()
    {
        QTemporaryDir folder;
        writeTinyPicture(folder.filePath("0.png"), 0, 600);
        for (int i = 0; i < 20; ++i) {
            ThumbnailStore store(64);
            store.find(folder.filePath("0.png"));
        }
        QCoreApplication::processEvents();
    }
};

QTEST_MAIN(TestThumbnailStore)
#include "test_thumbnailstore.moc"
