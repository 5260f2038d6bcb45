#include <QTest>

#include <fstream>
#include <functional>
#include <optional>

#include <unistd.h>

#include <spotcheck/core/error.h>
#include <spotcheck/data/dataset.h>

#include "temporarytree.h"

namespace fs = std::filesystem;
using namespace spotcheck;

namespace {

/// The error of a call that must fail, its code and its message.
std::optional<Error> errorOf(const std::function<void()> &call)
{
    try {
        call();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

bool mentions(const Error &error, const std::string &words)
{
    return std::string(error.what()).find(words) != std::string::npos;
}

} // namespace

class TestDataset : public QObject {
    Q_OBJECT

private slots:
    void init() { m_tree = std::make_unique<TemporaryTree>(); }

    void readsMvtecAd();
    void findsMasksBySeveralNames();
    void keepsDefectiveSampleWithoutMask();
    void readsTrainingFolderAlone();
    void readsBtad();
    void readsVisaByItsTable();
    void readsVisaWithoutATable();
    void readsFlatFolder();
    void namesTheSetAfterItsFolder();
    void recognisesLayouts();
    void reportsWhatIsNotUsed();
    void needsNoNormals();
    void refusesEmptyNormals();
    void refusesUnreadableNormals();
    void refusesMissingFolder();
    void refusesFile();
    void refusesFolderWithoutPictures();
    void refusesCollection();
    void hasStableLabelIds();

private:
    Dataset read() { return readDataset(m_tree->root(), m_monitor); }
    std::optional<Error> readError(const fs::path &folder)
    {
        return errorOf([&] { readDataset(folder, m_monitor); });
    }

    std::unique_ptr<TemporaryTree> m_tree;
    JobMonitor m_monitor;
};

void TestDataset::readsMvtecAd()
{
    m_tree->addFiles({"train/good/001.png", "train/good/000.png", "test/good/000.png", "test/scratch/001.png",
                      "test/scratch/000.png", "test/blob/000.png", "ground_truth/scratch/000_mask.png",
                      "ground_truth/scratch/001_mask.png", "ground_truth/blob/000_mask.png", "readme.txt"});
    const Dataset dataset = read();
    QVERIFY(dataset.problems.empty());
    const auto path = [&](const char *relative) { return m_tree->path(relative); };
    const std::vector<Sample> normals{{.image = path("train/good/000.png"), .label = Label::Good},
                                      {.image = path("train/good/001.png"), .label = Label::Good}};
    QVERIFY(dataset.normals == normals);
    const std::vector<Sample> test{
        {path("test/blob/000.png"), Label::Defective, "blob", path("ground_truth/blob/000_mask.png")},
        {path("test/good/000.png"), Label::Good, "", {}},
        {path("test/scratch/000.png"), Label::Defective, "scratch", path("ground_truth/scratch/000_mask.png")},
        {path("test/scratch/001.png"), Label::Defective, "scratch", path("ground_truth/scratch/001_mask.png")}};
    QVERIFY(dataset.test == test);
}

void TestDataset::findsMasksBySeveralNames()
{
    m_tree->addFiles({"train/good/0.png", "test/dent/a.png", "test/dent/b.jpg", "test/dent/lot1/c.png",
                      "test/dent/d.png", "ground_truth/dent/a.png", "ground_truth/dent/b_mask.png",
                      "ground_truth/dent/lot1/c_mask.png", "ground_truth/dent/d.png",
                      "ground_truth/dent/d_mask.png"});
    const Dataset dataset = read();
    QCOMPARE(dataset.test.size(), std::size_t(4));
    QCOMPARE(dataset.test[0].mask, m_tree->path("ground_truth/dent/a.png"));
    QCOMPARE(dataset.test[1].mask, m_tree->path("ground_truth/dent/b_mask.png"));
    QCOMPARE(dataset.test[2].mask, m_tree->path("ground_truth/dent/d_mask.png"));
    QCOMPARE(dataset.test[3].mask, m_tree->path("ground_truth/dent/lot1/c_mask.png"));
}

void TestDataset::keepsDefectiveSampleWithoutMask()
{
    m_tree->addFiles({"train/good/0.png", "test/dent/a.png", "test/dent/b.png", "ground_truth/dent/b_mask.png",
                      "test/chip/c.png"});
    const Dataset dataset = read();
    QCOMPARE(dataset.test.size(), std::size_t(3));
    QCOMPARE(dataset.test[0].defectType, std::string("chip"));
    QVERIFY(dataset.test[0].mask.empty());
    QCOMPARE(dataset.test[1].label, Label::Defective);
    QVERIFY(dataset.test[1].mask.empty());
    QVERIFY(!dataset.test[2].mask.empty());
}

void TestDataset::readsTrainingFolderAlone()
{
    m_tree->addFile("train/good/0.png");
    const Dataset dataset = read();
    QCOMPARE(dataset.normals.size(), std::size_t(1));
    QVERIFY(dataset.test.empty());
}

void TestDataset::readsBtad()
{
    m_tree->addFiles({"01/train/ok/0.bmp", "01/test/ok/1.bmp", "01/test/ko/2.bmp", "01/ground_truth/ko/2.png"});
    const fs::path part = m_tree->path("01");
    QVERIFY(recogniseLayout(part) == DatasetLayout::Btad);
    const Dataset dataset = readDataset(part, m_monitor);
    QVERIFY(dataset.problems.empty());
    QVERIFY(dataset.normals == (std::vector<Sample>{{.image = part / "train/ok/0.bmp", .label = Label::Good}}));
    const std::vector<Sample> test{{part / "test/ko/2.bmp", Label::Defective, "ko", part / "ground_truth/ko/2.png"},
                                   {.image = part / "test/ok/1.bmp", .label = Label::Good}};
    QVERIFY(dataset.test == test);
}

void TestDataset::readsVisaByItsTable()
{
    m_tree->addFiles({"candle/Data/Images/Normal/0000.JPG", "candle/Data/Images/Normal/0001.JPG",
                      "candle/Data/Images/Normal/0002.JPG", "candle/Data/Images/Normal/unnamed.JPG",
                      "candle/Data/Images/Anomaly/000.JPG", "candle/Data/Images/Anomaly/001.JPG",
                      "candle/Data/Masks/Anomaly/000.png", "pcb1/Data/Images/Normal/0001.JPG", "split_csv/1cls.csv",
                      "candle/Data/Images/Anomaly/002.JPG", "candle/image_anno.csv"});
    std::ofstream(m_tree->path("split_csv/1cls.csv")) << "object,split,label,image,mask\r\n"
                                                         "candle,train,normal,candle/Data/Images/Normal/0002.JPG,\n"
                                                         "candle,train,normal,candle/Data/Images/Normal/0000.JPG,\n"
                                                         "candle,test,normal,candle/Data/Images/Normal/0001.JPG,\n"
                                                         "pcb1,train,normal,pcb1/Data/Images/Normal/0001.JPG,\n"
                                                         "a line of another kind\n";
    std::ofstream(m_tree->path("candle/image_anno.csv"))
        << "image,label,mask\r\n"
           "candle/Data/Images/Normal/0000.JPG,normal,\r\n"
           "candle/Data/Images/Anomaly/000.JPG,chunk of wax missing,candle/Data/Masks/Anomaly/000.png\r\n"
           "candle/Data/Images/Anomaly/002.JPG,\"foreign particles,\"\"wax\"\" melded\",\r\n";
    const fs::path part = m_tree->path("candle");
    QVERIFY(recogniseLayout(part) == DatasetLayout::Visa);
    const Dataset dataset = readDataset(part, m_monitor);
    QCOMPARE(dataset.problems.size(), std::size_t{1});
    QCOMPARE(dataset.problems[0].file.filename(), fs::path("unnamed.JPG"));
    QCOMPARE(dataset.name, std::string("candle"));
    const fs::path images = part / "Data/Images";
    QVERIFY(dataset.normals == (std::vector<Sample>{{.image = images / "Normal/0000.JPG", .label = Label::Good},
                                                    {.image = images / "Normal/0002.JPG", .label = Label::Good}}));
    QVERIFY(dataset.test ==
            (std::vector<Sample>{
                {.image = images / "Normal/0001.JPG", .label = Label::Good},
                {images / "Anomaly/000.JPG", Label::Defective, "chunk of wax missing",
                 part / "Data/Masks/Anomaly/000.png"},
                {images / "Anomaly/001.JPG", Label::Defective, "anomaly", {}},
                {images / "Anomaly/002.JPG", Label::Defective, "foreign particles,\"wax\" melded", {}}}));
    // The whole set is several; each is named.
    const auto error = readError(m_tree->root());
    QVERIFY(error && mentions(*error, "candle, pcb1"));
}

void TestDataset::readsVisaWithoutATable()
{
    for (int i = 0; i < 20; ++i)
        m_tree->addFile("Data/Images/Normal/" + std::to_string(100 + i) + ".JPG");
    const Dataset dataset = read();
    QCOMPARE(dataset.normals.size(), std::size_t{18});
    QCOMPARE(dataset.test.size(), std::size_t{2});
    QCOMPARE(dataset.test[0].image.filename(), fs::path("109.JPG"));
    QCOMPARE(dataset.problems.size(), std::size_t{1}); // says how it was split
}

void TestDataset::readsFlatFolder()
{
    m_tree->addFiles({"b.png", "a.jpg", "sub/c.tif", "notes.txt"});
    const Dataset dataset = read();
    QVERIFY(dataset.normals.empty());
    const std::vector<Sample> test{
        {.image = m_tree->path("a.jpg")}, {.image = m_tree->path("b.png")}, {.image = m_tree->path("sub/c.tif")}};
    QVERIFY(dataset.test == test);
}

void TestDataset::namesTheSetAfterItsFolder()
{
    m_tree->addFile("plates/a.png");
    QCOMPARE(readDataset(m_tree->path("plates"), m_monitor).name, std::string("plates"));
    QCOMPARE(readDataset(m_tree->path("plates/"), m_monitor).name, std::string("plates"));
    QCOMPARE(readDataset(m_tree->path("plates/../plates/."), m_monitor).name, std::string("plates"));
}

void TestDataset::recognisesLayouts()
{
    QVERIFY(!recogniseLayout(m_tree->path("gone")));
    QVERIFY(!recogniseLayout(m_tree->root()));
    m_tree->addFile("notes.txt");
    QVERIFY(!recogniseLayout(m_tree->root()));
    const fs::path picture = m_tree->addFile("test/a.png"); // a folder that happens to be called "test"
    QVERIFY(recogniseLayout(m_tree->root()) == DatasetLayout::Flat);
    QVERIFY(!recogniseLayout(picture));
    m_tree->addFile("test/batch1/a.png"); // nor are batches of a test kinds of defects
    QVERIFY(recogniseLayout(m_tree->root()) == DatasetLayout::Flat);
    m_tree->addFile("test/good/a.png");
    QVERIFY(recogniseLayout(m_tree->root()) == DatasetLayout::MvtecAd);
    fs::remove_all(m_tree->path("test"));
    m_tree->addFile("train/good/a.png");
    QVERIFY(recogniseLayout(m_tree->root()) == DatasetLayout::MvtecAd);
}

void TestDataset::reportsWhatIsNotUsed()
{
    m_tree->addFiles({"train/good/0.png", "train/bad/1.png", "test/loose.png", "test/notes.txt", "test/good/0.png"});
    const Dataset dataset = read();
    QCOMPARE(dataset.normals.size(), std::size_t(1));
    QCOMPARE(dataset.test.size(), std::size_t(1));
    QCOMPARE(dataset.problems.size(), std::size_t(2));
    QCOMPARE(dataset.problems[0].file, m_tree->path("train/bad"));
    QCOMPARE(dataset.problems[1].file, m_tree->path("test/loose.png"));
}

/// A set to evaluate with, whose model was trained elsewhere.
void TestDataset::needsNoNormals()
{
    m_tree->addFiles({"test/good/0.png", "test/scratch/0.png", "ground_truth/scratch/0_mask.png", "train/ok/0.png"});
    const Dataset dataset = read();
    QVERIFY(dataset.normals.empty());
    QCOMPARE(dataset.test.size(), std::size_t(2));
    QCOMPARE(dataset.test[1].mask, m_tree->path("ground_truth/scratch/0_mask.png"));
    QCOMPARE(dataset.problems.size(), std::size_t(1)); // not trained on, and told
    QCOMPARE(dataset.problems[0].file, m_tree->path("train/ok"));
    QVERIFY(dataset.problems[0].reason.find("train/good") != std::string::npos);
}

void TestDataset::refusesEmptyNormals()
{
    m_tree->addFiles({"train/good/notes.txt", "test/good/0.png"});
    const auto error = readError(m_tree->root());
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::FolderEmpty);
    QVERIFY(mentions(*error, m_tree->path("train/good").string()));
}

void TestDataset::refusesUnreadableNormals()
{
    m_tree->addFiles({"train/good/0.png", "test/good/0.png"});
    fs::permissions(m_tree->path("train/good"), fs::perms::none);
    const bool asRoot = geteuid() == 0; // whom permissions do not bind
    if (asRoot)
        QCOMPARE(seteuid(65534), 0);
    const auto error = readError(m_tree->root());
    const auto folderError = readError(m_tree->path("train/good"));
    if (asRoot)
        QCOMPARE(seteuid(0), 0);
    fs::permissions(m_tree->path("train/good"), fs::perms(0755));
    for (const auto &each : {error, folderError}) {
        QVERIFY(each);
        QCOMPARE(each->code(), ErrorCode::FileUnreadable);
        QVERIFY(mentions(*each, m_tree->path("train/good").string()));
    }
}

void TestDataset::refusesMissingFolder()
{
    const auto error = readError(m_tree->path("gone"));
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::FileNotFound);
    QVERIFY(mentions(*error, m_tree->path("gone").string()));
}

void TestDataset::refusesFile()
{
    const fs::path file = m_tree->addFile("a.png");
    const auto error = readError(file);
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::DatasetInvalid);
    QVERIFY(mentions(*error, file.string()));
}

void TestDataset::refusesFolderWithoutPictures()
{
    m_tree->addFiles({"notes.txt", "sub/data.bin"});
    const auto error = readError(m_tree->root());
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::FolderEmpty);
    QVERIFY(mentions(*error, m_tree->root().string()));
}

void TestDataset::refusesCollection()
{
    m_tree->addFiles(
        {"bottle/train/good/0.png", "bottle/test/good/0.png", "cable/train/good/0.png", "cable/test/good/0.png"});
    const auto error = readError(m_tree->root());
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::DatasetInvalid);
    QVERIFY(mentions(*error, "bottle, cable"));
}

void TestDataset::hasStableLabelIds()
{
    QCOMPARE(labelId(Label::Unlabelled), std::string("unlabelled"));
    QCOMPARE(labelId(Label::Good), std::string("good"));
    QCOMPARE(labelId(Label::Defective), std::string("defective"));
}

QTEST_GUILESS_MAIN(TestDataset)
#include "test_dataset.moc"
