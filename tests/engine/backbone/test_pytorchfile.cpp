#include <fstream>
#include <iterator>
#include <numeric>

#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/core/error.h>

#include "backbone/pytorchfile.h"
#include "pytorchwriter.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

using Shape = std::vector<std::int64_t>;

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// 0, 0.25, 0.5, ... as the script that made the files.
std::vector<float> quarters(std::size_t count)
{
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; ++i)
        values[i] = static_cast<float>(i) / 4;
    return values;
}

std::string archiveWith(const std::string &pickle)
{
    return zipArchive({{"a/data.pkl", pickle}, {"a/data/0", std::string(16, '\0')}});
}

std::string bytes(const char *text, std::size_t length)
{
    return {text, length};
}

} // namespace

class TestPyTorchFile : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path write(const std::string &content) const
    {
        std::filesystem::path file = m_folder.filePath("hostile.pth").toStdString();
        // File systems flush a file that is cut short and written again, but not a new one.
        std::filesystem::remove(file);
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

    static std::filesystem::path stored(const QString &name)
    {
        return (SPOTCHECK_TEST_DATA "/" + name + ".pth").toStdString();
    }

    /// The reason why `content` is refused, which must be told in one way; nothing where it is read.
    std::string refusal(const std::string &content) const
    {
        const std::filesystem::path file = write(content);
        try {
            PyTorchFile read(file, ErrorCode::WeightsInvalid);
        } catch (const Error &error) {
            const bool wellTold = error.code() == ErrorCode::WeightsInvalid && error.file() == file &&
                                  error.detail().starts_with("the PyTorch file cannot be read: ");
            return wellTold ? error.detail() : "badly told: " + error.detail();
        }
        return {};
    }

private slots:
    void recognisesBothForms();
    void readsAModulesState_data();
    void readsAModulesState();
    void readsACheckpoint_data();
    void readsACheckpoint();
    void readsWhatTrainingScriptsKeep_data();
    void readsWhatTrainingScriptsKeep();
    void refusesWholeModules();
    void readsWhatTheTestWrites();
    void refusesHostilePickles_data();
    void refusesHostilePickles();
    void refusesHostileArchives_data();
    void refusesHostileArchives();
    void refusesHostileLegacyFiles();
    void survivesDamageAnywhere_data();
    void survivesDamageAnywhere();
};

void addForms()
{
    QTest::addColumn<QString>("form");
    QTest::newRow("zip") << "zip";
    QTest::newRow("legacy") << "legacy";
}

void TestPyTorchFile::recognisesBothForms()
{
    QVERIFY(PyTorchFile::is(stored("plain_zip")));
    QVERIFY(PyTorchFile::is(stored("plain_legacy")));
    QVERIFY(!PyTorchFile::is(write("a text")));
    QVERIFY(!PyTorchFile::is(write("")));
}

void TestPyTorchFile::readsAModulesState_data()
{
    addForms();
}

void TestPyTorchFile::readsAModulesState()
{
    QFETCH(QString, form);
    const PyTorchFile file(stored("plain_" + form), ErrorCode::WeightsInvalid);
    QCOMPARE(file.tensors().size(), std::size_t(6));
    QCOMPARE(file.floats("0.weight", {3, 2, 1, 1}), quarters(6));
    for (const char *name : {"1.weight", "1.bias", "1.running_mean", "1.running_var"})
        QCOMPARE(file.floats(name, {3}), quarters(3));
    QCOMPARE(file.integers("1.num_batches_tracked"), std::vector<std::int32_t>{0});
    QCOMPARE(file.tensor("1.num_batches_tracked").shape, Shape());
}

void TestPyTorchFile::readsACheckpoint_data()
{
    addForms();
}

void TestPyTorchFile::readsACheckpoint()
{
    QFETCH(QString, form);
    const PyTorchFile file(stored("checkpoint_" + form), ErrorCode::WeightsInvalid);
    QCOMPARE(file.tensors().size(), std::size_t(13));
    QCOMPARE(file.floats("parameter", {2, 3}), quarters(6));
    QCOMPARE(file.floats("turned", {2, 3}), (std::vector<float>{0, 0.5F, 1, 0.25F, 0.75F, 1.25F}));
    QCOMPARE(file.floats("channels_last", {2, 3, 2, 2}), quarters(24));
    QCOMPARE(file.floats("part", {2, 3}), (std::vector<float>{1.5F, 2, 2.5F, 3, 3.5F, 4}));
    QCOMPARE(file.floats("row", {6}), (std::vector<float>{3, 3.25F, 3.5F, 3.75F, 4, 4.25F}));
    QCOMPARE(file.floats("scalar"), std::vector<float>{7.5F});
    QCOMPARE(file.floats("empty", {0, 3}), std::vector<float>());
    QCOMPARE(file.tensor("double").type, TensorType::Float64);
    QCOMPARE(file.tensor("half").type, TensorType::Float16);
    QCOMPARE(file.tensor("bfloat16").type, TensorType::BFloat16);
    for (const char *name : {"double", "half", "bfloat16"})
        QCOMPARE(file.floats(name, {3}), quarters(3));
    QCOMPARE(file.integers("long", {3}), (std::vector<std::int32_t>{-1, 2, 3}));
    QCOMPARE(file.integers("int", {2}), (std::vector<std::int32_t>{4, -5}));
    QCOMPARE(file.integers("byte", {2}), (std::vector<std::int32_t>{6, 255}));
}

void TestPyTorchFile::readsWhatTrainingScriptsKeep_data()
{
    QTest::addColumn<QString>("form");
    for (const char *form : {"zip", "zip4", "legacy3", "legacy4", "legacy5"})
        QTest::newRow(form) << form;
}

/// The state dict under "model", with the optimizer's and the options beside it, in every protocol of pickle.
void TestPyTorchFile::readsWhatTrainingScriptsKeep()
{
    QFETCH(QString, form);
    QVERIFY(PyTorchFile::is(stored("training_" + form)));
    const PyTorchFile file(stored("training_" + form), ErrorCode::WeightsInvalid);
    QCOMPARE(file.tensors().size(), std::size_t(6));
    QCOMPARE(file.floats("0.weight", {3, 2, 1, 1}), quarters(6));
    QCOMPARE(file.floats("1.running_var", {3}), quarters(3));
}

void TestPyTorchFile::refusesWholeModules()
{
    const std::string reason = refusal(contentOf(stored("module_zip")));
    QVERIFY2(reason.find("torch.nn.modules.container.Sequential") != std::string::npos, reason.c_str());
    QVERIFY(reason.find("no code is ever run") != std::string::npos);
    QVERIFY(reason.find("state_dict()") != std::string::npos);
}

void TestPyTorchFile::readsWhatTheTestWrites()
{
    const std::string pickle = pickledDict(pickledText("a") + pickledTensor("0", 4, 1, {3}, {1}));
    const std::string numbers(16, '\0');
    const std::string named = pickledDict(pickledText("model") + pickledTensor("0", 4, 1, {3}, {1}));
    QVERIFY(PyTorchFile(write(archiveWith(named)), ErrorCode::WeightsInvalid).has("model")); // a tensor of that name
    const std::string wide =
        zipArchive({{"a/data.pkl", pickle, 0, 0, 0, true}, {"a/data/0", numbers, 0, 0, 0, true}});
    for (const std::string &content : {archiveWith(pickle), wide}) {
        const PyTorchFile file(write(content), ErrorCode::WeightsInvalid);
        QCOMPARE(file.floats("a", {3}), std::vector<float>(3, 0.0F));
    }
}

void TestPyTorchFile::refusesHostilePickles_data()
{
    QTest::addColumn<QByteArray>("pickle");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, const std::string &pickle, const char *reason) {
        QTest::newRow(name) << QByteArray::fromStdString(pickle) << QByteArray(reason);
    };
    const auto tensor = [](std::int64_t elements, std::int64_t offset, const Shape &shape, const Shape &strides) {
        return pickledDict(pickledText("a") + pickledTensor("0", elements, offset, shape, strides));
    };
    constexpr std::int64_t huge = std::int64_t{1} << 62;

    row("code",
        "\x80\x02"
        "cos\nsystem\n" +
            pickledText("true") + "\x85R.",
        "\"os.system\"");
    row("code by builtins",
        "\x80\x02"
        "c__builtin__\neval\n" +
            pickledText("1") + "\x85R.",
        "\"__builtin__.eval\"");
    row("code by attributes",
        "\x80\x02"
        "ctorch._utils\n_rebuild_tensor_v2\n}b.",
        "belongs");
    row("instance", "\x80\x02(ios\nsystem\n.", "operation 105");
    row("new object",
        "\x80\x02"
        "ccollections\nOrderedDict\n)\x81.",
        "makes an object");
    row("new object with arguments",
        "\x80\x02"
        "cargparse\nNamespace\n" +
            pickledText("a") + "\x85\x81.",
        "makes an object");
    row("called namespace",
        "\x80\x02"
        "cargparse\nNamespace\n)R.",
        "or a namespace");
    row("extension", "\x80\x02\x82\x01.", "operation 130");
    row("code of protocol 4",
        bytes("\x80\x04\x95\0\0\0\0\0\0\0\0", 11) + "\x8c\x02os\x94\x8c\x06system\x94\x93" + pickledText("true") +
            "\x85R.",
        "\"os.system\"");
    row("named by something else", "\x80\x04}\x8c\x06system\x93.", "a module's name");
    row("frame cut off", "\x80\x04\x95", "truncated");
    row("unknown protocol", "\x80\x06}.", "protocol 6");
    row("endless name",
        "\x80\x02"
        "cos",
        "within a name");
    row("endless", "\x80\x02", "truncated");
    row("no operation", "", "truncated");
    row("huge text",
        "\x80\x02X\xff\xff\xff\xff"
        "a.",
        "truncated");
    row("huge number",
        "\x80\x02\x8a\x09"
        "123456789.",
        "64 bits");
    row("too many operations", "\x80\x02" + std::string(2'000'000, '}') + ".", "more than 1000000 operations");
    row("deep nesting", "\x80\x02" + std::string(900'000, '(') + std::string(900'000, 't') + ".", "operations");
    row("empty stack", "\x80\x02R.", "not there");
    row("value below a mark", "\x80\x02}(s.", "not there");
    row("no mark", "\x80\x02}u.", "mark");
    row("nothing", "\x80\x02.", "not there");
    row("memo never filled", "\x80\x02h\x07.", "never kept");
    row("dict in itself", "\x80\x02}q" + bytes("\0", 1) + pickledText("a") + "h" + bytes("\0", 1) + "s.", "itself");
    row("list in itself",
        "\x80\x02]q\x01h\x01"
        "a.",
        "itself");
    row("key without a value", "\x80\x02}(Nu.", "without a value");
    row("list as dict", "\x80\x02](NNu.", "a dict");
    row("calls a text", "\x80\x02" + pickledText("a") + ")R.", "a known name");
    row("calls a type",
        "\x80\x02"
        "ctorch\nFloatStorage\n)R.",
        "calls a storage's type");
    row("no state dict",
        "\x80\x02"
        "K\x01.",
        "no state dict");
    row("no tensors", "\x80\x02}.", "no tensors");
    row("state dict of something else", "\x80\x02}" + pickledText("state_dict") + "K\x01s.", "state_dict");
    row("circle through a tuple", "\x80\x02}q\x01" + pickledText("state_dict") + "h\x01\x85s.", "state_dict");

    row("missing storage", pickledDict(pickledText("a") + pickledTensor("1", 4, 0, {4}, {1})), "\"1\" is missing");
    row("storage elsewhere", pickledDict(pickledText("a") + pickledTensor("../../../etc/passwd", 4, 0, {4}, {1})),
        "is missing");
    row("storage too long", tensor(5, 0, {4}, {1}), "16 bytes");
    row("storage too short", tensor(3, 0, {3}, {1}), "16 bytes");
    row("storage of negative length", tensor(-4, 0, {4}, {1}), "-4 numbers");
    row("storage of huge length", tensor(huge + 4, 0, {4}, {1}), "numbers");
    row("offset too large", tensor(4, 1, {4}, {1}), "exceeds its storage");
    row("offset negative", tensor(4, -1, {4}, {1}), "impossible strides");
    row("offset huge", tensor(4, INT64_MAX, {2}, {1}), "impossible strides");
    row("shape too large", tensor(4, 0, {5}, {1}), "exceeds its storage");
    row("shape negative", tensor(4, 0, {-4}, {1}), "impossible shape");
    row("shape huge", tensor(4, 0, {huge, 8}, {0, 0}), "impossible shape");
    row("shape expanded", tensor(4, 0, {huge}, {0}), "exceeds its storage");
    row("stride negative", tensor(4, 3, {4}, {-1}), "impossible strides");
    row("stride huge", tensor(4, 0, {3}, {huge}), "impossible strides");
    row("strides missing", tensor(4, 0, {2, 2}, {1}), "impossible shape");
    row("too many dimensions", tensor(4, 0, Shape(9, 1), Shape(9, 1)), "9 values");
    std::string many;
    for (int i = 0; i < 200; ++i)
        many += pickledText("t" + std::to_string(i)) +
                (i == 0 ? pickledTensor("0", 4, 0, {4}, {1}) + "q\x01" : std::string("h\x01"));
    row("one storage many times", "\x80\x02}(" + many + "u.", "overlap");
    row("one name twice",
        pickledDict(pickledText("a") + pickledTensor("0", 4, 0, {4}, {1}) + pickledText("module.a") +
                    pickledTensor("0", 4, 0, {4}, {1})),
        "two tensors");
}

void TestPyTorchFile::refusesHostilePickles()
{
    QFETCH(QByteArray, pickle);
    QFETCH(QByteArray, reason);
    const std::string told = refusal(archiveWith(pickle.toStdString()));
    QVERIFY2(told.starts_with("the PyTorch file") && told.find(reason.toStdString()) != std::string::npos,
             told.c_str());
}

void TestPyTorchFile::refusesHostileArchives_data()
{
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, const std::string &archive, const char *reason) {
        QTest::newRow(name) << QByteArray::fromStdString(archive) << QByteArray(reason);
    };
    const ZipPart pickle{"a/data.pkl", pickledDict(pickledText("a") + pickledTensor("0", 4, 0, {4}, {1}))};
    const ZipPart numbers{"a/data/0", std::string(16, '\0')};
    const auto changed = [&numbers](auto change) {
        ZipPart part = numbers;
        change(part);
        return part;
    };
    row("compressed", zipArchive({pickle, changed([](ZipPart &part) { part.method = 8; })}), "compressed");
    row("encrypted", zipArchive({pickle, changed([](ZipPart &part) { part.flags = 1; })}), "encrypted");
    row("overlap", zipArchive({pickle, changed([](ZipPart &part) { part.headerShift = -5; })}), "overlaps");
    row("header elsewhere", zipArchive({pickle, changed([](ZipPart &part) { part.headerShift = 3; })}), "damaged");
    row("header outside", zipArchive({pickle, changed([](ZipPart &part) { part.headerShift = 1 << 30; })}),
        "truncated");
    row("twice", zipArchive({pickle, pickle, numbers}), "twice");
    row("no pickle", zipArchive({numbers}), "without a data.pkl");
    row("big-endian", zipArchive({pickle, numbers, {"a/byteorder", "big"}}), "big-endian");
    const std::string good = zipArchive({pickle, numbers});
    row("no directory", good.substr(0, good.size() - 1), "truncated");
    row("directory alone", good.substr(good.size() - 22), "torch.save");
    row("begins alike", "PK\x03\x04 and more", "truncated");
    row("end record alone", "PK\x03\x04" + good.substr(good.size() - 22), "truncated");
    // A zip64 locator that points outside.
    row("zip64 elsewhere",
        good.substr(0, good.size() - 22) + "PK\x06\x07" + std::string(4, '\0') + std::string(8, '\x7f') +
            std::string(4, '\0') + good.substr(good.size() - 22),
        "truncated");
}

void TestPyTorchFile::refusesHostileArchives()
{
    QFETCH(QByteArray, archive);
    QFETCH(QByteArray, reason);
    const std::string told = refusal(archive.toStdString());
    QVERIFY2(told.starts_with("the PyTorch file") && told.find(reason.toStdString()) != std::string::npos,
             told.c_str());
}

void TestPyTorchFile::refusesHostileLegacyFiles()
{
    const std::string good = contentOf(stored("plain_legacy"));
    QCOMPARE(refusal(good), std::string());
    const auto refusedWith = [&](const std::string &content, const std::string &reason) {
        const std::string told = refusal(content);
        QVERIFY2(told.find(reason) != std::string::npos, told.c_str());
    };
    const auto replaced = [&](const std::string &old, const std::string &by) {
        std::string content = good;
        const std::size_t at = content.find(old);
        return at == std::string::npos ? std::string() : content.replace(at, old.size(), by);
    };
    refusedWith("\x80\x02\x8a\x0a and more", "torch.save");
    refusedWith(good.substr(0, good.size() - 1), "truncated");
    refusedWith(replaced("M\xe9\x03", "M\xe8\x03"), "unknown version");
    refusedWith(replaced("little_endian", "little_indian"), "byte order");
    // The storage of 0.weight is written with its length in front of its six numbers.
    const std::string length = littleEndian<std::int64_t>(6) + littleEndian(0.0F) + littleEndian(0.25F);
    refusedWith(replaced(length, littleEndian<std::int64_t>(5) + length.substr(8)), "another length");
    refusedWith(replaced("ctorch\nFloatStorage", "ctorch\nCharStorage!"), "\"torch.CharStorage!\"");
}

void TestPyTorchFile::survivesDamageAnywhere_data()
{
    addForms();
}

/// Every byte changed in two ways and every length cut: either the file is read, or the refusal is told well.
void TestPyTorchFile::survivesDamageAnywhere()
{
    QFETCH(QString, form);
    const std::string good = contentOf(stored("checkpoint_" + form));
    std::size_t refused = 0;
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (const char bits : {'\x01', '\xff'}) {
            std::string content = good;
            content[at] = static_cast<char>(content[at] ^ bits);
            const std::string told = refusal(content);
            QVERIFY2(!told.starts_with("badly"), told.c_str());
            refused += told.empty() ? 0 : 1;
        }
        if (at % 7 == 0)
            QVERIFY(!refusal(good.substr(0, at)).empty());
    }
    QVERIFY(refused > good.size() / 10);
}

QTEST_GUILESS_MAIN(TestPyTorchFile)
#include "test_pytorchfile.moc"
