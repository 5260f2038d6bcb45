#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <random>

#include <QTemporaryDir>
#include <QTest>

#include "model/floatconversion.h"
#include "model/safetensors.h"

using namespace spotcheck;

namespace {

template <typename Value>
std::span<const std::byte> bytesOf(const std::vector<Value> &values)
{
    return std::as_bytes(std::span(values));
}

/// A file made the way the format's page describes, without the writer under test.
std::string rawFile(const std::string &header, const std::string &data)
{
    const std::uint64_t length = header.size();
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &length, 8);
    return bytes + header + data;
}

std::string readAll(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void writeAll(const std::filesystem::path &file, const std::string &bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
}

} // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path path(const char *name) const { return m_folder.filePath(name).toStdString(); }

    std::filesystem::path fileWith(const std::string &bytes) const
    {
        const std::filesystem::path file = path("given.safetensors");
        // Not truncated in place: ext4 flushes a file that was, and thousands of them take their time.
        std::filesystem::remove(file);
        writeAll(file, bytes);
        return file;
    }

    /// Checks that reading refuses `bytes` with the caller's code, the file's name and `reason` in the detail.
    void refused(const std::string &bytes, const std::string &reason,
                 ErrorCode code = ErrorCode::WeightsInvalid) const
    {
        const std::filesystem::path file = fileWith(bytes);
        try {
            const SafetensorsFile opened(file, code);
            QFAIL("the file was accepted");
        } catch (const Error &error) {
            QCOMPARE(error.code(), code);
            QCOMPARE(error.file(), file);
            QVERIFY2(error.detail().find(reason) != std::string::npos, error.detail().c_str());
            QVERIFY2(std::string(error.what()).find("given.safetensors") != std::string::npos, error.what());
        }
    }

private slots:
    void readsAFileOfThePythonPackage();
    void roundTripsEveryType();
    void alignsWhatItWrites();
    void acceptsScalarsAndEmptyTensors();
    void acceptsHeaderEntriesInAnyOrder();
    void refusesDamagedFiles_data();
    void refusesDamagedFiles();
    void usesTheCallersCode();
    void tellsMissingFromUnreadable();
    void refusesWrongRequests();
    void refusesToWriteNonsense();
    void failsToWriteIntoAMissingFolder();
    void survivesMutations();
    void convertsEveryHalfExactly();
    void convertsBFloat16Exactly();
};

void TestSafetensors::readsAFileOfThePythonPackage()
{
    // What safetensors.numpy.save({"a": ..., "b": ...}, {"format": "pt"}) gives: entries by falling alignment, the
    // header padded with blanks to a multiple of 8.
    std::string header = R"({"__metadata__":{"format":"pt"},)"
                         R"("b":{"dtype":"I64","shape":[1],"data_offsets":[0,8]},)"
                         R"("a":{"dtype":"F32","shape":[2,2],"data_offsets":[8,24]}})";
    header.append((8 - header.size() % 8) % 8, ' ');
    const std::string data("\x07\0\0\0\0\0\0\0\0\0\x80\x3f\0\0\0\xc0\0\0\0\0\0\0\x80\x7f", 24);
    const SafetensorsFile file(fileWith(rawFile(header, data)), ErrorCode::WeightsInvalid);
    QCOMPARE(file.metadata().size(), std::size_t(1));
    QCOMPARE(file.metadata().at("format"), std::string("pt"));
    QCOMPARE(file.tensors().size(), std::size_t(2));
    QCOMPARE(file.tensor("a").shape, (std::vector<std::int64_t>{2, 2}));
    QCOMPARE(file.tensor("a").elements(), std::int64_t(4));
    const std::vector<float> values = file.floats("a", {2, 2});
    QCOMPARE(values, (std::vector<float>{1.0F, -2.0F, 0.0F, std::numeric_limits<float>::infinity()}));
    const std::span<const float> view = file.floatView("a");
    QVERIFY(std::equal(view.begin(), view.end(), values.begin(), values.end()));
    QCOMPARE(file.integers("b", {1}), (std::vector<std::int32_t>{7}));
}

void TestSafetensors::roundTripsEveryType()
{
    const std::vector<double> doubles{1.5, -1e-300, std::numeric_limits<double>::infinity()};
    const std::vector<float> singles{1.1F, -0.0F, std::numeric_limits<float>::denorm_min()};
    const std::vector<std::uint16_t> halves{0x3C00, 0xC000, 0x0001};
    const std::vector<std::int64_t> longs{-5, 2147483647};
    const std::vector<std::int32_t> ints{-1, 0, 1};
    const std::vector<std::uint8_t> small{0, 255};
    const std::filesystem::path target = path("all.safetensors");
    const std::map<std::string, std::string> metadata{
        {"quote\"s", "line\nbreak"}, {"wide", "한국어 ü"}, {"empty", ""}};
    writeSafetensors(target, metadata,
                     {{"u8", TensorType::UInt8, {2}, bytesOf(small)},
                      {"bf16", TensorType::BFloat16, {3}, bytesOf(halves)},
                      {"f16", TensorType::Float16, {3, 1}, bytesOf(halves)},
                      {"i32", TensorType::Int32, {3}, bytesOf(ints)},
                      {"f32 \"ä\"", TensorType::Float32, {1, 3}, bytesOf(singles)},
                      {"i64", TensorType::Int64, {2}, bytesOf(longs)},
                      {"f64", TensorType::Float64, {3}, bytesOf(doubles)}});

    const SafetensorsFile file(target, ErrorCode::ModelInvalid);
    QCOMPARE(file.file(), target);
    QCOMPARE(file.metadata(), metadata);
    QCOMPARE(file.tensors().size(), std::size_t(7));
    QCOMPARE(file.floats("f64"), (std::vector<float>{1.5F, -0.0F, std::numeric_limits<float>::infinity()}));
    const std::vector<float> read = file.floats("f32 \"ä\"", {1, 3});
    QVERIFY(std::memcmp(read.data(), singles.data(), sizeof(float) * 3) == 0);
    QCOMPARE(file.floats("f16"), (std::vector<float>{1.0F, -2.0F, 0x1p-24F}));
    QCOMPARE(file.floats("bf16"), (std::vector<float>{0x1p-7F, -2.0F, 0x1p-133F}));
    QCOMPARE(file.integers("i64"), (std::vector<std::int32_t>{-5, 2147483647}));
    QCOMPARE(file.integers("i32"), ints);
    QCOMPARE(file.integers("u8"), (std::vector<std::int32_t>{0, 255}));
    QVERIFY(!file.has("f32"));

    SafetensorsFile moved(path("all.safetensors"), ErrorCode::ModelInvalid);
    SafetensorsFile other(std::move(moved));
    QCOMPARE(other.integers("i32"), ints);
}

void TestSafetensors::alignsWhatItWrites()
{
    const std::vector<std::byte> bytes(4096);
    const std::span<const std::byte> all(bytes);
    std::mt19937 random(7);
    for (int round = 0; round < 50; ++round) {
        std::vector<TensorToWrite> tensors;
        for (int index = 0; index < 12; ++index) {
            const TensorType type = static_cast<TensorType>(random() % 7);
            const std::int64_t count = random() % 3 == 0 ? 64 : random() % 100;
            tensors.push_back({std::to_string(index), type, {count}, all.first(count * bytesPerElement(type))});
        }
        const std::filesystem::path target = path("aligned.safetensors");
        writeSafetensors(target, {{"round", std::to_string(round)}}, tensors);
        const SafetensorsFile file(target, ErrorCode::ModelInvalid);
        QCOMPARE(file.tensors().size(), tensors.size());
        for (const auto &[name, tensor] : file.tensors()) {
            const auto address = reinterpret_cast<std::uintptr_t>(tensor.bytes.data());
            const std::size_t wanted = tensor.bytes.size() % 64 == 0 ? 64 : bytesPerElement(tensor.type);
            QVERIFY2(address % wanted == 0, name.c_str());
        }
    }
}

void TestSafetensors::acceptsScalarsAndEmptyTensors()
{
    const std::vector<float> one{3.0F};
    const std::filesystem::path target = path("scalar.safetensors");
    writeSafetensors(target, {},
                     {{"none", TensorType::Float32, {0, 5}, {}}, {"scalar", TensorType::Float32, {}, bytesOf(one)}});
    const SafetensorsFile file(target, ErrorCode::ModelInvalid);
    QCOMPARE(file.floats("scalar"), one);
    QVERIFY(file.floats("none", {0, 5}).empty());
    QVERIFY(file.floatView("none").empty());

    const SafetensorsFile empty(fileWith(rawFile("{}", "")), ErrorCode::ModelInvalid);
    QVERIFY(empty.tensors().empty());
    writeSafetensors(target, {}, {});
    QVERIFY(SafetensorsFile(target, ErrorCode::ModelInvalid).tensors().empty());
}

void TestSafetensors::acceptsHeaderEntriesInAnyOrder()
{
    const SafetensorsFile file(fileWith(rawFile(R"({"b":{"shape":[1],"data_offsets":[1,2],"dtype":"U8"},)"
                                                R"("a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})",
                                                "\x05\x06")),
                               ErrorCode::ModelInvalid);
    QCOMPARE(file.integers("a"), (std::vector<std::int32_t>{5}));
    QCOMPARE(file.integers("b"), (std::vector<std::int32_t>{6}));
}

void TestSafetensors::refusesDamagedFiles_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *title, const QByteArray &header, const char *reason) {
        QTest::newRow(title) << header << QByteArray(reason);
    };
    // Every header is followed by four bytes of data.
    const QByteArray good = R"("t":{"dtype":"F32","shape":[1],"data_offsets":[0,4]})";
    row("empty header", "", "no JSON object");
    row("list", "[]", "no JSON object");
    row("blank first", " {" + good + "}", "no JSON object");
    row("broken JSON", "{" + good, "valid JSON");
    row("something behind", "{" + good + "}x", "valid JSON");
    row("not UTF-8", "{\"\xff\":{}}", "valid JSON");
    row("NUL byte", QByteArray("{\0}", 3), "valid JSON");
    row("deep nesting", "{\"t\":" + QByteArray(100000, '['), "a list");
    row("deep objects", QByteArray("{\"t\":").repeated(100000), "the field");
    row("duplicate name", "{" + good + "," + good + "}", "twice");
    row("duplicate field", R"({"t":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}})", "twice");
    row("duplicate metadata", R"({"__metadata__":{"a":"1","a":"2"},)" + good + "}", "twice");
    row("two metadata", R"({"__metadata__":{},"__metadata__":{},)" + good + "}", "twice");
    row("metadata number", R"({"__metadata__":{"a":1},)" + good + "}", "is no text");
    row("metadata object", R"({"__metadata__":{"a":{}},)" + good + "}", "is no text");
    row("metadata null", R"({"__metadata__":{"a":null},)" + good + "}", "is no text");
    row("metadata text", R"({"__metadata__":"a",)" + good + "}", "a text");
    row("unknown type", R"({"t":{"dtype":"F128","shape":[1],"data_offsets":[0,4]}})", "\"F128\"");
    row("unsupported type", R"({"t":{"dtype":"BOOL","shape":[4],"data_offsets":[0,4]}})", "\"BOOL\"");
    row("type is a number", R"({"t":{"dtype":3,"shape":[1],"data_offsets":[0,4]}})", "a number");
    row("unknown field", R"({"t":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":1}})", "the field \"x\"");
    row("no type", R"({"t":{"shape":[1],"data_offsets":[0,4]}})", "lacks");
    row("no shape", R"({"t":{"dtype":"F32","data_offsets":[0,4]}})", "lacks");
    row("no offsets", R"({"t":{"dtype":"F32","shape":[1]}})", "lacks");
    row("one offset", R"({"t":{"dtype":"F32","shape":[1],"data_offsets":[0]}})", "lacks");
    row("three offsets", R"({"t":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}})", "a number");
    row("negative dimension", R"({"t":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", "negative");
    row("two negative dimensions", R"({"t":{"dtype":"F32","shape":[-1,-1],"data_offsets":[0,4]}})", "negative");
    row("negative offset", R"({"t":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}})", "negative");
    row("fractional dimension", R"({"t":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}})", "not whole");
    row("text dimension", R"({"t":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}})", "a text");
    row("dimension of 64 bits", R"({"t":{"dtype":"F32","shape":[9223372036854775808],"data_offsets":[0,4]}})",
        "too large");
    row("dimension of 70 bits", R"({"t":{"dtype":"F32","shape":[1180591620717411303424],"data_offsets":[0,4]}})",
        "not whole");
    row("product wraps to one",
        R"({"t":{"dtype":"F32","shape":[4294967297,4294967297,18446744073709551],"data_offsets":[0,4]}})",
        "do not fit");
    row("bytes wrap to four", R"({"t":{"dtype":"F32","shape":[4611686018427387905],"data_offsets":[0,4]}})",
        "do not fit");
    row("overflow before zero", R"({"t":{"dtype":"F32","shape":[9223372036854775807,2,0],"data_offsets":[0,0]}})",
        "do not fit");
    row("shape too small", R"({"t":{"dtype":"F32","shape":[0],"data_offsets":[0,4]}})", "do not fit");
    row("type too wide", R"({"t":{"dtype":"F64","shape":[1],"data_offsets":[0,4]}})", "do not fit");
    row("odd bytes", R"({"t":{"dtype":"F16","shape":[1],"data_offsets":[0,3]}})", "do not fit");
    row("offsets reversed", R"({"t":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}})", "lies at bytes");
    row("end beyond the file", R"({"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", "truncated");
    row("end at 64 bits", R"({"t":{"dtype":"F32","shape":[1],"data_offsets":[0,18446744073709551615]}})",
        "truncated");
    row("hole in front", R"({"t":{"dtype":"U8","shape":[3],"data_offsets":[1,4]}})", "a hole or an overlap");
    row("hole at the end", R"({"t":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}})", "tensors end at byte 3");
    row("overlap",
        R"({"t":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"u":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}})",
        "a hole or an overlap");
    row("same bytes twice",
        R"({"t":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"u":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
        "a hole or an overlap");
    row("data without tensor", "{}", "tensors end at byte 0");
}

void TestSafetensors::refusesDamagedFiles()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, reason);
    refused(rawFile(header.toStdString(), std::string(4, '\0')), reason.toStdString());
}

void TestSafetensors::usesTheCallersCode()
{
    refused("", "too short", ErrorCode::ModelInvalid);
    refused("1234567", "too short", ErrorCode::WeightsInvalid);
    refused(std::string(8, '\xff'), "18446744073709551615", ErrorCode::ModelInvalid);
    refused("PK\x03\x04 a zip file of PyTorch", "no safetensors file", ErrorCode::WeightsInvalid);
    refused(rawFile("{}", "").substr(0, 9), "truncated", ErrorCode::ModelInvalid);
    // A sparse file: the announced header is inside the file and still too long to be read.
    const std::filesystem::path file = fileWith(rawFile(std::string(1, '{'), ""));
    {
        std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
        const std::uint64_t length = 100'000'001;
        stream.write(reinterpret_cast<const char *>(&length), 8);
    }
    std::filesystem::resize_file(file, 200'000'000);
    try {
        const SafetensorsFile opened(file, ErrorCode::ModelInvalid);
        QFAIL("the file was accepted");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::ModelInvalid);
        QVERIFY(error.detail().find("longer than") != std::string::npos);
    }
}

void TestSafetensors::tellsMissingFromUnreadable()
{
    const auto codeOf = [](const std::filesystem::path &file) {
        try {
            const SafetensorsFile opened(file, ErrorCode::WeightsInvalid);
        } catch (const Error &error) {
            return error.file() == file ? error.code() : ErrorCode::Internal;
        }
        return ErrorCode::Internal;
    };
    QCOMPARE(codeOf(path("nowhere.safetensors")), ErrorCode::FileNotFound);
    QCOMPARE(codeOf(path("nowhere/a.safetensors")), ErrorCode::FileNotFound);
    QCOMPARE(codeOf(m_folder.path().toStdString()), ErrorCode::FileUnreadable);
    QCOMPARE(codeOf("/dev/zero"), ErrorCode::FileUnreadable);
}

void TestSafetensors::refusesWrongRequests()
{
    const std::vector<float> floats(6);
    const std::vector<std::int64_t> large{1LL << 40};
    const std::filesystem::path target = path("requests.safetensors");
    writeSafetensors(
        target, {},
        {{"f", TensorType::Float32, {2, 3}, bytesOf(floats)}, {"l", TensorType::Int64, {1}, bytesOf(large)}});
    const SafetensorsFile file(target, ErrorCode::ModelInvalid);
    const auto refusal = [&file, &target](auto request) {
        try {
            request(file);
        } catch (const Error &error) {
            if (error.code() == ErrorCode::ModelInvalid && error.file() == target)
                return error.detail();
        }
        return std::string("accepted, or the wrong error");
    };
    using File = const SafetensorsFile &;
    QCOMPARE(refusal([](File f) { f.tensor("x"); }), std::string("the file has no tensor \"x\""));
    QCOMPARE(refusal([](File f) {
                 f.floats("f", {3, 2});
             }),
             std::string("tensor \"f\" has the shape [2, 3], expected [3, 2]"));
    QCOMPARE(refusal([](File f) { f.floats("l"); }),
             std::string("tensor \"l\" does not hold floating-point numbers"));
    QCOMPARE(refusal([](File f) { f.floatView("l"); }), std::string("tensor \"l\" is not single precision"));
    QCOMPARE(refusal([](File f) { f.integers("f"); }), std::string("tensor \"f\" does not hold whole numbers"));
    QCOMPARE(refusal([](File f) { f.integers("l"); }),
             std::string("tensor \"l\" holds a number that needs more than 32 bits"));
    QCOMPARE(refusal([](File f) { f.fail("something"); }), std::string("something"));

    // Five bytes of header more than a multiple of four leave the floats unaligned; a copy is still possible.
    const SafetensorsFile odd(fileWith(rawFile(R"({"t":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} )",
                                               std::string("\0\0\x80\x3f", 4))),
                              ErrorCode::ModelInvalid);
    QVERIFY(reinterpret_cast<std::uintptr_t>(odd.tensor("t").bytes.data()) % 4 != 0);
    QCOMPARE(odd.floats("t"), (std::vector<float>{1.0F}));
    QVERIFY_THROWS_EXCEPTION(Error, odd.floatView("t"));
}

void TestSafetensors::refusesToWriteNonsense()
{
    const std::vector<float> two(2);
    const std::filesystem::path target = path("nonsense.safetensors");
    const auto codeOf = [&](const std::map<std::string, std::string> &metadata,
                            const std::vector<TensorToWrite> &tensors) {
        try {
            writeSafetensors(target, metadata, tensors);
        } catch (const Error &error) {
            return error.code();
        }
        return ErrorCode::Internal;
    };
    const auto tensor = [&two](const char *name, const std::vector<std::int64_t> &shape) {
        return TensorToWrite{name, TensorType::Float32, shape, bytesOf(two)};
    };
    QCOMPARE(codeOf({}, {tensor("a", {3})}), ErrorCode::InvalidParameter);
    QCOMPARE(codeOf({}, {tensor("a", {-1, -2})}), ErrorCode::InvalidParameter);
    QCOMPARE(codeOf({}, {tensor("a", {2}), tensor("a", {2})}), ErrorCode::InvalidParameter);
    QCOMPARE(codeOf({}, {tensor("__metadata__", {2})}), ErrorCode::InvalidParameter);
    QCOMPARE(codeOf({}, {tensor("\xff", {2})}), ErrorCode::InvalidParameter);
    QCOMPARE(codeOf({{"a", "\xff"}}, {tensor("a", {2})}), ErrorCode::InvalidParameter);
    QVERIFY(!std::filesystem::exists(target));
}

void TestSafetensors::failsToWriteIntoAMissingFolder()
{
    const std::filesystem::path target = path("no such folder/a.safetensors");
    try {
        writeSafetensors(target, {}, {});
        QFAIL("written");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::WriteFailed);
        QCOMPARE(error.file(), target);
    }
}

void TestSafetensors::survivesMutations()
{
    const std::vector<float> floats(40, 1.0F);
    const std::vector<std::uint16_t> halves(7);
    const std::vector<std::int64_t> longs(3);
    const std::filesystem::path target = path("valid.safetensors");
    writeSafetensors(target, {{"format", "spotcheck-model"}, {"format_version", "1"}},
                     {{"floats", TensorType::Float32, {2, 4, 5}, bytesOf(floats)},
                      {"halves", TensorType::Float16, {7}, bytesOf(halves)},
                      {"longs", TensorType::Int64, {3, 1}, bytesOf(longs)}});
    const std::string valid = readAll(target);
    std::mt19937 random(20240517);
    const std::size_t headerEnd = valid.size() - 40 * 4 - 7 * 2 - 3 * 8;
    const std::string telling = "0123456789{}[]\",:-e.";
    int accepted = 0;
    int refusals = 0;
    for (int round = 0; round < 6000; ++round) {
        std::string bytes = valid;
        for (std::size_t changes = 1 + random() % 3; changes > 0; --changes) {
            const std::size_t position = random() % (round % 4 == 0 ? bytes.size() : headerEnd);
            // Half of the changes keep the header JSON-like, to come past the parser.
            bytes[position] = random() % 2 == 0 ? telling[random() % telling.size()] : static_cast<char>(random());
        }
        if (round % 5 == 0)
            bytes.resize(random() % (bytes.size() + 1));
        const std::filesystem::path file = fileWith(bytes);
        try {
            const SafetensorsFile opened(file, ErrorCode::ModelInvalid);
            // Whatever is accepted must be readable to the last byte.
            std::size_t sum = 0;
            for (const auto &[name, tensor] : opened.tensors()) {
                for (const std::byte byte : tensor.bytes)
                    sum += static_cast<std::size_t>(byte);
                if (tensor.type == TensorType::Float32)
                    sum += opened.floats(name).size();
            }
            QVERIFY(sum < std::numeric_limits<std::size_t>::max());
            ++accepted;
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::ModelInvalid);
            QCOMPARE(error.file(), file);
            QVERIFY(!error.detail().empty());
            ++refusals;
        }
    }
    QVERIFY(accepted > 100);
    QVERIFY(refusals > 1000);
}

void TestSafetensors::convertsEveryHalfExactly()
{
    for (std::uint32_t bits = 0; bits < 0x10000U; ++bits) {
        const float value = floatFromHalf(static_cast<std::uint16_t>(bits));
        const int exponent = (bits >> 10) & 31;
        const double fraction = bits & 1023;
        const double sign = bits >= 0x8000U ? -1.0 : 1.0;
        if (exponent == 31 && fraction != 0) {
            QVERIFY(std::isnan(value));
            continue;
        }
        const double expected = exponent == 31  ? std::numeric_limits<double>::infinity()
                                : exponent == 0 ? std::ldexp(fraction, -24)
                                                : std::ldexp(1024 + fraction, exponent - 25);
        QCOMPARE(static_cast<double>(value), sign * expected);
        QCOMPARE(std::signbit(value), bits >= 0x8000U);
    }
}

void TestSafetensors::convertsBFloat16Exactly()
{
    for (std::uint32_t bits = 0; bits < 0x10000U; ++bits) {
        const float value = floatFromBFloat16(static_cast<std::uint16_t>(bits));
        QCOMPARE(std::bit_cast<std::uint32_t>(value), bits << 16);
    }
    QCOMPARE(floatFromBFloat16(0x3F80), 1.0F);
    QCOMPARE(floatFromBFloat16(0xC040), -3.0F);
    QCOMPARE(floatFromBFloat16(0x0001), 0x1p-133F);
    QVERIFY(std::isnan(floatFromBFloat16(0x7FC0)));
    QVERIFY(std::isinf(floatFromBFloat16(0xFF80)));
}

QTEST_GUILESS_MAIN(TestSafetensors)
#include "test_safetensors.moc"
