#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "tinydataset.h"
#include "ui/project/pictureseeker.h"

using namespace spotcheck;
using namespace spotcheck::ui;

class TestPictureSeeker : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const QString &name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void initTestCase() { test::writeTinyDataset(m_folder.filePath("new/home")); }

    void namesAreToldApartByTheirFolders()
    {
        JobMonitor monitor;
        const PictureSeeker seeker(path("new"), monitor);
        // test/good/000.png, test/scratch/000.png and train/good/000.png share a name.
        const std::vector<Sample> lost{
            {"/old/plates/test/scratch/000.png", Label::Defective, "scratch",
             "/old/plates/ground_truth/scratch/000_mask.png"},
            {"/old/plates/test/good/001.png", Label::Good, {}, {}},
            {"/old/plates/000.png", Label::Good, {}, {}},              // could be any of three
            {"/old/plates/unknown.png", Label::Good, {}, {}},          // is not there
            {path("new/home/test/good/000.png"), Label::Good, {}, {}}, // was never lost
        };
        const auto found = seeker.replacements(lost);
        QCOMPARE(found.size(), std::size_t{2});
        QCOMPARE(found[0].first, 0);
        const Sample expected{path("new/home/test/scratch/000.png"), Label::Defective, "scratch",
                              path("new/home/ground_truth/scratch/000_mask.png")};
        QVERIFY(found[0].second == expected);
        QCOMPARE(found[1].first, 1);
        QCOMPARE(found[1].second.image, path("new/home/test/good/001.png"));
    }
};

QTEST_GUILESS_MAIN(TestPictureSeeker)
#include "test_pictureseeker.moc"
