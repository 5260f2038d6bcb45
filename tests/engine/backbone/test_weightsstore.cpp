#include <fstream>
#include <limits>

#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "pytorchwriter.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

/// Cancels as soon as `stage` has been reported.
class CancelAt : public JobMonitor {
public:
    explicit CancelAt(Stage stage) : m_stage(stage) {}
    void report(const Progress &progress) override { m_reached = m_reached || progress.stage == m_stage; }
    bool isCancelled() const override { return m_reached; }

private:
    Stage m_stage;
    bool m_reached = false;
};

class LastSteps : public JobMonitor {
public:
    std::map<Stage, Progress> last;
    void report(const Progress &progress) override { last[progress.stage] = progress; }
};

std::size_t filesIn(const std::filesystem::path &folder)
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

void writeText(const std::filesystem::path &file, const std::string &text)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

} // namespace

class TestWeightsStore : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    JobMonitor m_monitor;

    std::filesystem::path path(const std::string &name) const
    {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }
    WeightsStore store() const { return {path("user"), {path("shared1"), path("shared2")}}; }

    void refused(const std::filesystem::path &file, const std::string &id, ErrorCode code, const std::string &reason)
    {
        try {
            store().importFile(file, id, m_monitor);
            QFAIL("the file was accepted");
        } catch (const Error &error) {
            QVERIFY2(error.code() == code, error.what());
            QVERIFY2(error.detail().find(reason) != std::string::npos, error.detail().c_str());
            if (code == ErrorCode::WeightsInvalid || code == ErrorCode::FileNotFound)
                QCOMPARE(error.file(), file);
        }
        QVERIFY(!std::filesystem::exists(path("user")) || filesIn(path("user")) == 0);
    }

private slots:
    void init();
    void theEmbeddedWeightsAreTheOnesNamed();
    void formerWeightsAreFoundByTheirHash();
    void listsEveryBackbone();
    void prefersTheUsersFile();
    void saysHowToGetMissingWeights();
    void removesTheUsersFileOnly();
    void importsAndRecognises_data();
    void importsAndRecognises();
    void importsUnderAName();
    void refusesAmbiguousFiles();
    void refusesWrongFiles();
    void importsPyTorchFiles_data();
    void importsPyTorchFiles();
    void refusesPyTorchFiles();
    void checksTheDigitsInOfficialNames();
    void cancelsWithoutATrace_data();
    void cancelsWithoutATrace();
    void replacesAnOlderFile();
    void failsToWriteIntoAFile();
    void findsTheStandardFolders();
};

void TestWeightsStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

/// What ships is what the table names, and every layer of it loads.
void TestWeightsStore::theEmbeddedWeightsAreTheOnesNamed()
{
    const BackboneInfo &info = backboneInfo("embedded-resnet18");
    const std::filesystem::path file = SPOTCHECK_SOURCE_DIR "/resources/backbone/embedded-resnet18.safetensors";
    QCOMPARE(sha256OfFile(file), info.sha256);
    QCOMPARE(Backbone::load(info, file, {"layer1", "layer4"})->weightsSha256(), info.sha256);
}

/// Models that were made with weights of before get those, all others what ships now.
void TestWeightsStore::formerWeightsAreFoundByTheirHash()
{
    const BackboneInfo &info = backboneInfo("embedded-resnet18");
    QVERIFY(!info.formerSha256.empty());
    const WeightsStore shipped(path("user"), {SPOTCHECK_SOURCE_DIR "/resources/backbone"});
    for (const std::string &sha256 : info.formerSha256)
        QCOMPARE(sha256OfFile(shipped.fileFor(info.id, sha256)), sha256);
    QCOMPARE(shipped.fileFor(info.id, info.sha256), shipped.fileFor(info.id));

    const std::string &former = info.formerSha256.front();
    writeText(path("shared1/embedded-resnet18.safetensors"), "now");
    QCOMPARE(store().fileFor(info.id, former), path("shared1/embedded-resnet18.safetensors"));
    const std::filesystem::path file =
        path("shared2/former/embedded-resnet18-" + former.substr(0, 12) + ".safetensors");
    writeText(file, "before");
    QCOMPARE(store().fileFor(info.id, former), file);
    QCOMPARE(store().fileFor(info.id, info.sha256), path("shared1/embedded-resnet18.safetensors"));
    QVERIFY_THROWS_EXCEPTION(Error, store().fileFor("vgg16", former));
}

void TestWeightsStore::listsEveryBackbone()
{
    writeText(path("shared2/resnet34.safetensors"), "12345");
    std::filesystem::create_directories(path("user/resnet50.safetensors")); // a folder is no file
    const std::vector<WeightsStore::Entry> entries = store().list();
    QCOMPARE(entries.size(), backboneRegistry().size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        QCOMPARE(entries[i].id, backboneRegistry()[i].id);
        const bool there = entries[i].id == "resnet34";
        QCOMPARE(entries[i].file, there ? path("shared2/resnet34.safetensors") : std::filesystem::path());
        QCOMPARE(entries[i].bytes, std::uintmax_t(there ? 5 : 0));
        QCOMPARE(entries[i].shipped, there);
    }
}

void TestWeightsStore::prefersTheUsersFile()
{
    writeText(path("shared2/resnet18.safetensors"), "2");
    QCOMPARE(store().fileFor("resnet18"), path("shared2/resnet18.safetensors"));
    writeText(path("shared1/resnet18.safetensors"), "1");
    QCOMPARE(store().fileFor("resnet18"), path("shared1/resnet18.safetensors"));
    writeText(path("user/resnet18.safetensors"), "0");
    QCOMPARE(store().fileFor("resnet18"), path("user/resnet18.safetensors"));
    QVERIFY(!store().list()[1].shipped);
}

void TestWeightsStore::saysHowToGetMissingWeights()
{
    try {
        store().fileFor("wide_resnet50_2");
        QFAIL("found");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::WeightsMissing);
        QCOMPARE(error.file(), path("user/wide_resnet50_2.safetensors"));
        QVERIFY(error.detail().find("spotcheck-cli weights import FILE --as wide_resnet50_2") != std::string::npos);
    }
    QVERIFY_THROWS_EXCEPTION(Error, store().fileFor("../resnet18"));
    try {
        store().fileFor("vgg16");
        QFAIL("found");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::UnknownBackbone);
    }
}

void TestWeightsStore::removesTheUsersFileOnly()
{
    writeText(path("user/resnet18.safetensors"), "0");
    writeText(path("shared1/resnet18.safetensors"), "1");
    store().remove("resnet18");
    QCOMPARE(store().fileFor("resnet18"), path("shared1/resnet18.safetensors"));
    for (const auto &[id, code] : {std::pair{"resnet18", ErrorCode::WeightsMissing},
                                   std::pair{"../shared1/resnet18", ErrorCode::UnknownBackbone}}) {
        try {
            store().remove(id);
            QFAIL("removed");
        } catch (const Error &error) {
            QCOMPARE(error.code(), code);
        }
    }
    QVERIFY(std::filesystem::exists(path("shared1/resnet18.safetensors")));
}

void TestWeightsStore::importsAndRecognises_data()
{
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("type");
    QTest::addRow("resnet18") << 3 << static_cast<int>(TensorType::Float32); // as some files stop before layer4
    QTest::addRow("resnet34") << 1 << static_cast<int>(TensorType::Float16);
    QTest::addRow("resnet50") << 3 << static_cast<int>(TensorType::BFloat16);
}

void TestWeightsStore::importsAndRecognises()
{
    QFETCH(int, stages);
    QFETCH(int, type);
    const std::string id = QTest::currentDataTag();
    const std::filesystem::path source = path("brought.safetensors");
    FormulaWeights(id, static_cast<std::size_t>(stages)).write(source, static_cast<TensorType>(type));
    LastSteps monitor;
    const WeightsStore::Entry entry = store().importFile(source, {}, monitor);
    QCOMPARE(entry.id, id);
    QCOMPARE(entry.file, path("user/" + id + ".safetensors"));
    QCOMPARE(entry.bytes, std::filesystem::file_size(source));
    QVERIFY(!entry.shipped);
    QCOMPARE(sha256OfFile(entry.file), sha256OfFile(source));
    QCOMPARE(store().fileFor(id), entry.file);
    QCOMPARE(filesIn(path("user")), std::size_t(1));
    for (const Stage stage : {Stage::Reading, Stage::Writing}) {
        QVERIFY(monitor.last[stage].steps > 0);
        QCOMPARE(monitor.last[stage].step, monitor.last[stage].steps);
    }
}

void TestWeightsStore::importsUnderAName()
{
    const std::filesystem::path source = path("brought.safetensors");
    FormulaWeights("resnet18", 1).write(source);
    // What comes with the program is not to be hidden by another file of its name.
    refused(source, "embedded-resnet18", ErrorCode::InvalidParameter, "comes with the program");
    QCOMPARE(store().importFile(source, "resnet18", m_monitor).file, path("user/resnet18.safetensors"));
    // The file at its own place may be imported again.
    QCOMPARE(store().importFile(path("user/resnet18.safetensors"), "resnet18", m_monitor).bytes,
             std::filesystem::file_size(source));
}

void TestWeightsStore::refusesAmbiguousFiles()
{
    // ResNet-50 and ResNet-101 differ from layer3 on.
    const std::filesystem::path source = path("brought.safetensors");
    FormulaWeights("resnet50", 2).write(source);
    refused(source, {}, ErrorCode::WeightsInvalid, "fits resnet50 and resnet101");
    QCOMPARE(store().importFile(source, "resnet101", m_monitor).id, std::string("resnet101"));
}

void TestWeightsStore::refusesWrongFiles()
{
    refused(path("nowhere.safetensors"), {}, ErrorCode::FileNotFound, "");
    refused(path("nowhere.safetensors"), "vgg16", ErrorCode::UnknownBackbone, "vgg16");
    refused(m_folder->path().toStdString(), {}, ErrorCode::FileUnreadable, "not a regular file");
    const std::filesystem::path source = path("brought.safetensors");
    writeText(source, "");
    refused(source, {}, ErrorCode::WeightsInvalid, "too short");
    writeText(source, "a text that is no weights file at all");
    refused(source, "resnet18", ErrorCode::WeightsInvalid, "no safetensors file");

    FormulaWeights weights("resnet18", 1);
    weights.write(source);
    refused(source, "resnet50", ErrorCode::WeightsInvalid, "\"layer1.0.conv1.weight\" has the shape [64, 64, 3, 3]");
    refused(source, "resnet34", ErrorCode::WeightsInvalid, "no tensor \"layer1.2.conv1.weight\"");
    std::filesystem::resize_file(source, std::filesystem::file_size(source) - 1);
    refused(source, "resnet18", ErrorCode::WeightsInvalid, "truncated");

    weights.tensors["layer1.1.conv2.weight"].values[77] = std::numeric_limits<float>::quiet_NaN();
    weights.write(source);
    refused(source, {}, ErrorCode::WeightsInvalid, "\"layer1.1.conv2.weight\" holds values that are not finite");

    weights.tensors.erase("layer1.1.bn1.bias");
    weights.write(source);
    refused(source, {}, ErrorCode::WeightsInvalid,
            "It comes nearest to resnet18, but the file has no tensor \"layer1.1.bn1.bias\"");

    FormulaWeights("resnet18", 0).write(source); // a stem alone is of no use
    refused(source, {}, ErrorCode::WeightsInvalid, "fits none of the known networks");
    refused(source, "resnet18", ErrorCode::WeightsInvalid, "no layer of resnet18");
    writeSafetensors(source, {}, {});
    refused(source, {}, ErrorCode::WeightsInvalid, "fits none of the known networks: resnet18, resnet34");
    refused(source, {}, ErrorCode::WeightsInvalid, "--as");
    refused(source, "resnet18", ErrorCode::WeightsInvalid, "no tensor \"conv1.weight\"");
}

void TestWeightsStore::importsPyTorchFiles_data()
{
    QTest::addColumn<int>("stages");
    QTest::addRow("resnet18") << 3;
    QTest::addRow("efficientnet_b4") << 3;
}

void TestWeightsStore::importsPyTorchFiles()
{
    QFETCH(int, stages);
    const std::string id = QTest::currentDataTag();
    FormulaWeights weights(id, static_cast<std::size_t>(stages));
    weights.write(path("plain.safetensors"));
    weights.add("classifier.1.bias", {10});
    weights.add("fc.bias", {10});
    writePyTorchZip(path("brought.pth"), weights);
    LastSteps monitor;
    const WeightsStore::Entry entry = store().importFile(path("brought.pth"), {}, monitor);
    QCOMPARE(entry.id, id);
    QCOMPARE(entry.file, path("user/" + id + ".safetensors"));
    QCOMPARE(entry.bytes, std::filesystem::file_size(entry.file));
    for (const Stage stage : {Stage::Reading, Stage::Writing}) {
        QVERIFY(monitor.last[stage].steps > 0);
        QCOMPARE(monitor.last[stage].step, monitor.last[stage].steps);
    }

    const SafetensorsFile written(entry.file, ErrorCode::WeightsInvalid);
    const SafetensorsFile plain(path("plain.safetensors"), ErrorCode::WeightsInvalid);
    QCOMPARE(written.metadata(),
             (std::map<std::string, std::string>{{"origin", "a PyTorch file"},
                                                 {"origin_sha256", sha256OfFile(path("brought.pth"))}}));
    QCOMPARE(written.tensors().size(), plain.tensors().size()); // without the classifier
    for (const auto &[name, tensor] : plain.tensors())
        QCOMPARE(written.floats(name, tensor.shape), plain.floats(name, tensor.shape));
    // Models know their weights by SHA-256, so the same file has to give the same weights everywhere.
    const std::string sha256 = sha256OfFile(entry.file);
    std::filesystem::copy_file(path("brought.pth"), path("brought (1).pth"),
                               std::filesystem::copy_options::overwrite_existing);
    store().importFile(path("brought (1).pth"), id, m_monitor);
    QCOMPARE(sha256OfFile(entry.file), sha256);
}

void TestWeightsStore::refusesPyTorchFiles()
{
    writeText(path("zip.pth"), "PK\x03\x04 and more");
    refused(path("zip.pth"), "resnet18", ErrorCode::WeightsInvalid, "truncated");
    writeText(path("legacy.pth"), "\x80\x02\x8a\x0a and more");
    refused(path("legacy.pth"), {}, ErrorCode::WeightsInvalid, "PyTorch file cannot be read");
    FormulaWeights weights("resnet18", 1);
    weights.tensors["layer1.1.conv2.weight"].values[77] = std::numeric_limits<float>::quiet_NaN();
    writePyTorchZip(path("nan.pth"), weights);
    refused(path("nan.pth"), {}, ErrorCode::WeightsInvalid, "\"layer1.1.conv2.weight\" holds values that are not");
}

void TestWeightsStore::checksTheDigitsInOfficialNames()
{
    writePyTorchZip(path("brought.pth"), FormulaWeights("resnet18", 1));
    const std::string digits = sha256OfFile(path("brought.pth")).substr(0, 8);
    QVERIFY(digits.find_first_of("abcdef") != std::string::npos); // else the name would look like a date
    for (const std::string &good : {"resnet18-" + digits + ".pth", std::string("resnet18-20240131.pth")}) {
        std::filesystem::copy_file(path("brought.pth"), path(good));
        QCOMPARE(store().importFile(path(good), {}, m_monitor).id, std::string("resnet18"));
    }
    std::filesystem::remove_all(path("user"));
    std::filesystem::copy_file(path("brought.pth"), path("resnet18-f37072fd.pth"));
    refused(path("resnet18-f37072fd.pth"), {}, ErrorCode::WeightsInvalid,
            "begins with f37072fd, but it is " + digits);
}

void TestWeightsStore::cancelsWithoutATrace_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("reading") << static_cast<int>(Stage::Reading);
    QTest::newRow("writing") << static_cast<int>(Stage::Writing);
}

void TestWeightsStore::cancelsWithoutATrace()
{
    QFETCH(int, stage);
    const std::filesystem::path source = path("brought.safetensors");
    FormulaWeights("resnet18", 3).write(source); // more than one block of the copy
    writeText(path("user/resnet18.safetensors"), "old");
    CancelAt monitor(static_cast<Stage>(stage));
    QVERIFY_THROWS_EXCEPTION(Cancelled, store().importFile(source, {}, monitor));
    QCOMPARE(filesIn(path("user")), std::size_t(1));
    QCOMPARE(std::filesystem::file_size(path("user/resnet18.safetensors")), std::uintmax_t(3));
}

void TestWeightsStore::replacesAnOlderFile()
{
    const std::filesystem::path source = path("brought.safetensors");
    FormulaWeights("resnet18", 1).write(source);
    writeText(path("user/resnet18.safetensors"), "old");
    store().importFile(source, {}, m_monitor);
    QCOMPARE(sha256OfFile(path("user/resnet18.safetensors")), sha256OfFile(source));
}

void TestWeightsStore::failsToWriteIntoAFile()
{
    const std::filesystem::path source = path("brought.safetensors");
    FormulaWeights("resnet18", 1).write(source);
    writeText(path("user"), "a file where the folder should be");
    try {
        store().importFile(source, {}, m_monitor);
        QFAIL("written");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::WriteFailed);
        QCOMPARE(error.file(), path("user/resnet18.safetensors"));
    }
}

void TestWeightsStore::findsTheStandardFolders()
{
    qputenv("HOME", "/home/somebody");
    qunsetenv("SPOTCHECK_WEIGHTS");
    qunsetenv("XDG_DATA_HOME");
    QCOMPARE(WeightsStore::standard().userFolder(),
             std::filesystem::path("/home/somebody/.local/share/spotcheck/weights"));
    qputenv("XDG_DATA_HOME", "relative");
    QCOMPARE(WeightsStore::standard().userFolder(),
             std::filesystem::path("/home/somebody/.local/share/spotcheck/weights"));
    qputenv("XDG_DATA_HOME", "/data");
    QCOMPARE(WeightsStore::standard().userFolder(), std::filesystem::path("/data/spotcheck/weights"));
    qputenv("SPOTCHECK_WEIGHTS", "/weights");
    QCOMPARE(WeightsStore::standard().userFolder(), std::filesystem::path("/weights"));
}

QTEST_GUILESS_MAIN(TestWeightsStore)
#include "test_weightsstore.moc"
