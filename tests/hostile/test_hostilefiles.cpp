#include <cmath>
#include <cstring>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <limits>
#include <map>
#include <string>

#include <sys/stat.h>

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/model/model.h>

#include "allocationmeter.h"
#include "backbone/formulaweights.h"
#include "backbone/pytorchwriter.h"
#include "core/random.h"
#include "detectors/memorybank.h"
#include "image/testpictures.h"
#include "model/modelfile.h"
#include "model/safetensors.h"
#include "modelmutation.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace fs = std::filesystem;

namespace {

const fs::path sources = SPOTCHECK_SOURCE_DIR;
constexpr std::size_t megabyte = 1 << 20;

std::string number(std::uint64_t value, int bytes, bool bigEndian)
{
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>(value >> (8 * (bigEndian ? bytes - 1 - i : i)));
    return text;
}

/// Of TIFF 6.0: an uncompressed grey picture of 2 x 2 with these further entries (tag, value as LONG), sorted by tag.
std::string greyTiff(std::map<int, std::uint32_t> entries)
{
    constexpr int pixelsAt = 8;
    entries.insert({{256, 2}, {257, 2}, {258, 8}, {259, 1}, {262, 1}, {273, pixelsAt}, {277, 1}, {279, 4}});
    std::string file = "II*" + std::string(1, '\0') + number(pixelsAt + 4, 4, false) + "\x10\x20\x30\x40";
    file += number(entries.size(), 2, false);
    for (const auto &[tag, value] : entries)
        file += number(static_cast<std::uint64_t>(tag), 2, false) + number(4, 2, false) + number(1, 4, false) +
                number(value, 4, false);
    return file + number(0, 4, false);
}

} // namespace

/// What an attacker, or a bad day, puts into a folder: refused by name, without much memory, time or a crash.
class TestHostileFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    JobMonitor m_monitor;

    fs::path path(const std::string &name) const { return fs::path(m_folder.path().toStdString()) / name; }

    fs::path written(const std::string &name, const std::string &bytes) const
    {
        writeBytes(path(name), bytes);
        return path(name);
    }

    WeightsStore store() const { return WeightsStore(path("weights"), {sources / "resources/backbone"}); }

    /// That `read` fails with `code`, names `file`, says `reason` on one line, and takes less than `most` bytes of
    /// memory.
    static void refused(const fs::path &file, ErrorCode code, const std::string &reason,
                        const std::function<void()> &read, std::size_t most = 8 * megabyte)
    {
        const AllocationMeter meter;
        const std::optional<Error> error = errorOf(read);
        QVERIFY2(meter.peak() < most, std::to_string(meter.peak()).c_str());
        QVERIFY(error.has_value());
        const QByteArray text = error->what();
        QVERIFY2(error->code() == code, text);
        QVERIFY2(error->file() == file, text);
        QVERIFY2(text.contains(reason.c_str()), text);
        QVERIFY2(error->detail().size() < 700, text);
        for (const char character : error->detail())
            QVERIFY2(static_cast<unsigned char>(character) >= 0x20, text);
    }

    /// A stored model, changed by `change`.
    fs::path model(const std::string &name, const std::function<void(nlohmann::json &metadata)> &change) const
    {
        const SafetensorsFile valid(sources / "tests/engine/model/data/golden/tree_patchcore.spotcheck",
                                    ErrorCode::ModelInvalid);
        nlohmann::json metadata = valid.metadata();
        change(metadata);
        std::vector<TensorToWrite> tensors;
        for (const auto &[tensor, view] : valid.tensors())
            tensors.push_back({tensor, view.type, view.shape, view.bytes});
        writeSafetensors(path(name), metadata.get<std::map<std::string, std::string>>(), tensors);
        return path(name);
    }

private slots:
    void initTestCase() { configureRuntime(1); }

    void picturesThatBlowUp_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const std::string &bytes, ErrorCode code) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(code);
        };
        const fs::path pictures = sources / "tests/engine/image/data/pictures";
        constexpr std::uint32_t side = 60'000;
        std::string png = readBytes(pictures / "rgb.png");
        png.replace(16, 8, number(side, 4, true) + number(side, 4, true));
        row("PNG of 60,000 x 60,000", png, ErrorCode::ImageTooLarge);
        row("TIFF of 60,000 x 60,000", greyTiff({{256, side}, {257, side}}), ErrorCode::ImageTooLarge);
        row("TIFF of 2^32 - 1", greyTiff({{256, 0xFFFFFFFF}, {257, 0xFFFFFFFF}}), ErrorCode::ImageTooLarge);
        row("TIFF of one endless strip", greyTiff({{278, 100'000'000}}), ErrorCode::NotAnImage);
        row("TIFF with a tile of 1 GB", greyTiff({{322, 16'384}, {323, 16'384}, {324, 8}, {325, 4}}),
            ErrorCode::NotAnImage);
        std::string webp = readBytes(pictures / "animated.webp");
        webp.replace(webp.find("VP8X") + 12, 6, "\xFF\xFF\xFF\xFF\xFF\xFF");
        row("WebP of 2^24", webp, ErrorCode::ImageTooLarge);
        // The frame announces the canvas, its own pixels are of another size.
        std::string frame = readBytes(pictures / "animated.webp");
        const std::size_t bits = frame.find("VP8 ", frame.find("ANMF"));
        const std::size_t lossless = frame.find("VP8L", frame.find("ANMF"));
        if (bits != std::string::npos)
            frame.replace(bits + 14, 4, number(16'383, 2, false) + number(16'383, 2, false));
        else
            frame.replace(lossless + 9, 4, number(16'382 | 16'382 << 14, 4, false));
        row("WebP whose frame is larger", frame, ErrorCode::NotAnImage);
        std::string jpeg = readBytes(pictures / "progressive.jpg");
        const std::size_t scan = jpeg.rfind("\xFF\xDA");
        const std::string last = jpeg.substr(scan, jpeg.size() - 2 - scan);
        for (int i = 0; i < 200; ++i)
            jpeg.insert(scan, last);
        row("JPEG of 200 scans", jpeg, ErrorCode::NotAnImage);
    }

    void picturesThatBlowUp()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const int, code);
        const fs::path file = written("bomb.png", content.toStdString());
        refused(file, static_cast<ErrorCode>(code), "", [&] { readImage(file); });
        refused(file, static_cast<ErrorCode>(code), "", [&] { readThumbnail(file, 64); });
    }

    void anOrdinaryTiffIsReadAllTheSame()
    {
        // As many rows a strip as there are, or as some writers say.
        for (const std::uint32_t rows : {2U, 65'535U, 0xFFFFFFFFU}) {
            const cv::Mat image = readImage(written("plain.tif", greyTiff({{278, rows}})));
            QCOMPARE(image.at<cv::Vec3b>(1, 0), cv::Vec3b(0x30, 0x30, 0x30));
        }
    }

    void archivesThatBlowUp()
    {
        // What a deflate bomb looks like from its directory: a few bytes that say they are 4 GB.
        std::string archive =
            zipArchive({{"a/data.pkl", pickledDict(""), 0, 8}, {"a/data/0", std::string(16, 'x'), 0, 8}});
        const std::size_t entry = archive.find("PK\x01\x02");
        archive.replace(entry + 24, 4, "\xFE\xFF\xFF\xFF");
        refused(written("bomb.pth", archive), ErrorCode::WeightsInvalid, "compressed",
                [&] { store().importFile(path("bomb.pth"), {}, m_monitor); });
        // Ten thousand names for the same bytes.
        std::vector<ZipPart> parts(10'000, {"a/data.pkl", pickledDict("")});
        refused(
            written("quine.pth", zipArchive(parts)), ErrorCode::WeightsInvalid, "twice",
            [&] { store().importFile(path("quine.pth"), {}, m_monitor); }, 64 * megabyte);
    }

    /// Names in an archive are looked up and never become files.
    void archivesThatClimbOut()
    {
        const FormulaWeights weights("resnet18", 1);
        writePyTorchZip(path("good.pth"), weights);
        std::string archive = readBytes(path("good.pth"));
        for (std::size_t at = archive.find("brought/"); at != std::string::npos; at = archive.find("brought/", at))
            archive.replace(at, 8, "../../x/");
        const auto before = std::distance(fs::recursive_directory_iterator(m_folder.path().toStdString()), {});
        refused(written("climb.pth", archive), ErrorCode::WeightsInvalid, "without a data.pkl",
                [&] { store().importFile(path("climb.pth"), {}, m_monitor); });
        const auto after = std::distance(fs::recursive_directory_iterator(m_folder.path().toStdString()), {});
        QCOMPARE(after, before + 1); // climb.pth itself
    }

    void weightsThatAreNoNumbers_data()
    {
        QTest::addColumn<float>("value");
        QTest::newRow("NaN") << std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("infinite") << std::numeric_limits<float>::infinity();
        QTest::newRow("minus infinite") << -std::numeric_limits<float>::infinity();
    }
    void weightsThatAreNoNumbers()
    {
        QFETCH(const float, value);
        FormulaWeights weights("resnet18", 1);
        weights.tensors["layer1.0.bn2.running_mean"].values[3] = value;
        const std::string told = "\"layer1.0.bn2.running_mean\" holds values that are not finite";
        weights.write(path("nan.safetensors"));
        refused(path("nan.safetensors"), ErrorCode::WeightsInvalid, told,
                [&] { store().importFile(path("nan.safetensors"), {}, m_monitor); });
        weights.write(path("half.safetensors"), TensorType::Float16);
        refused(path("half.safetensors"), ErrorCode::WeightsInvalid, told,
                [&] { store().importFile(path("half.safetensors"), {}, m_monitor); });
        writePyTorchZip(path("nan.pth"), weights);
        refused(path("nan.pth"), ErrorCode::WeightsInvalid, told,
                [&] { store().importFile(path("nan.pth"), {}, m_monitor); });
        QVERIFY(!fs::exists(path("weights/resnet18.safetensors")));
    }

    void headersOfAnyLength()
    {
        for (const std::uint64_t length : {std::uint64_t{1} << 63, (std::uint64_t{1} << 63) - 1, ~std::uint64_t{0},
                                           ~std::uint64_t{0} - 7, std::uint64_t{100}}) {
            const fs::path file =
                written("length.safetensors", number(length, 8, false) + "{}" + std::string(20, ' '));
            refused(file, ErrorCode::WeightsInvalid, "header is said to be " + std::to_string(length),
                    [&] { store().importFile(file, {}, m_monitor); });
        }
    }

    /// A name from the file is shown as text: no line of its own, no command for a terminal.
    void namesThatSteerTerminals()
    {
        const std::string header =
            "{\"a\\u001b]0;x\\u0007\\n\\r\":{\"dtype\":\"F9\\u001b[2J\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        const fs::path file = written("esc.safetensors", number(header.size(), 8, false) + header + "1234");
        refused(file, ErrorCode::WeightsInvalid, "F9?[2J", [&] { store().importFile(file, {}, m_monitor); });
    }

    void modelsOfDeepJson_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key : {"parameters", "preprocessing", "calibration", "manifest", "summary"})
            QTest::newRow(key) << QString(key);
    }
    void modelsOfDeepJson()
    {
        QFETCH(const QString, key);
        constexpr std::size_t depth = 200'000;
        const std::string name = key.toStdString();
        for (const char *form : {"[", "{\"a\":", "region"}) {
            const std::string open = form == std::string("region") ? "[" : form;
            std::string deep;
            for (std::size_t i = 0; i < depth; ++i)
                deep += open;
            if (open == "[")
                deep += std::string(depth, ']');
            else
                deep += "1" + std::string(depth, '}');
            const fs::path file = model("deep.spotcheck", [&](nlohmann::json &metadata) {
                if (form != std::string("region")) {
                    metadata[name] = deep;
                    return;
                }
                // Where it has to be looked for.
                std::string text = metadata[name].get<std::string>();
                if (text.front() == '{')
                    metadata[name] = "{\"region\":" + deep + "," + text.substr(1);
            });
            if (form == std::string("region") && key == "manifest")
                continue; // a list
            refused(
                file, ErrorCode::ModelInvalid, "nested", [&] { Model::load(file, store()); }, 64 * megabyte);
        }
    }

    void modelsOfHugeNumbers()
    {
        const std::map<std::string, std::string> texts{
            {"calibration", R"({"scores":[1e999],"map_peaks":[1],"display":{"low":0,"high":1}})"},
            {"summary", R"({"patches":)" + std::string(5000, '9') + "}"},
            {"seed", std::string(5000, '9')},
            {"format_version", "99999999999999999999"},
            {"preprocessing", R"({"input_size":18446744073709551616})"},
            {"parameters", R"({"neighbours":-9223372036854775808})"}};
        for (const auto &[key, text] : texts) {
            const fs::path file =
                model("huge.spotcheck", [&, &k = key, &t = text](nlohmann::json &metadata) { metadata[k] = t; });
            refused(file, ErrorCode::ModelInvalid, "", [&] { Model::load(file, store()); });
        }
    }

    /// Every number is finite, their distances are not.
    void modelsOfHugeValues_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name :
             {"patchcore", "patchcore_tiles", "padim", "spade", "mahalanobis", "cfa", "reconpatch"})
            QTest::newRow(name)
                << QString("tests/engine/model/data/golden/tree_%1.spotcheck").arg(QLatin1String(name));
    }
    void modelsOfHugeValues()
    {
        QFETCH(const QString, file);
        const SafetensorsFile valid(sources / file.toStdString(), ErrorCode::ModelInvalid);
        for (const float value : {3e38F, -3e38F, 1e30F}) {
            std::deque<std::vector<float>> changed;
            std::vector<TensorToWrite> tensors;
            for (const auto &[name, view] : valid.tensors()) {
                tensors.push_back({name, view.type, view.shape, view.bytes});
                if (view.type != TensorType::Float32)
                    continue;
                changed.emplace_back(static_cast<std::size_t>(view.elements()), value);
                tensors.back().bytes = std::as_bytes(std::span(changed.back()));
            }
            const fs::path huge = path("values.spotcheck");
            writeSafetensors(huge, valid.metadata(), tensors);
            const cv::Mat picture(48, 48, CV_8UC3, cv::Scalar(90, 120, 60));
            // PaDiM divides by such factors, and finds everything normal.
            const std::optional<Error> error =
                errorOf([&] { QVERIFY(std::isfinite(Model::load(huge, store())->inspect(picture).score)); });
            if (error) {
                QVERIFY2(error->code() == ErrorCode::ModelInvalid, error->what());
                QVERIFY2(error->file() == huge, error->what());
            }
        }
    }

    /// Large banks carry a graph or codes that the search trusts.
    void banksWithADamagedIndex_data()
    {
        QTest::addColumn<int>("method");
        QTest::newRow("HNSW") << static_cast<int>(SearchMethod::Hnsw);
        QTest::newRow("IVF-PQ") << static_cast<int>(SearchMethod::IvfPq);
    }
    void banksWithADamagedIndex()
    {
        QFETCH(const int, method);
        constexpr int dimensions = 8;
        constexpr std::size_t count = smallestIndexedBank;
        Random random(3);
        std::vector<float> vectors(count * dimensions);
        for (float &value : vectors)
            value = static_cast<float>(random.normal());
        const std::vector<float> queries(vectors.begin(), vectors.begin() + 16 * dimensions);
        const MemoryBank bank(vectors, dimensions, std::vector<NormalPatch>(count), static_cast<SearchMethod>(method),
                              m_monitor);
        ModelWriter writer;
        bank.save(writer);
        writer.write(path("bank"), {});
        const auto indices = [&](const fs::path &file) {
            const ModelReader reader(std::make_shared<const SafetensorsFile>(file, ErrorCode::ModelInvalid));
            return MemoryBank::load(reader, static_cast<SearchMethod>(method)).search(queries, 3).indices;
        };
        QVERIFY(indices(path("bank")) == bank.search(queries, 3).indices);

        const std::string valid = readBytes(path("bank"));
        std::vector<std::string> damaged;
        for (std::uint64_t seed = 0; seed < 100; ++seed)
            damaged.push_back(mutatedModel(valid, seed));
        for (const char *tensor : {"vectors", "hnsw.links", "hnsw.levels", "ivfpq.clusters", "ivfpq.codebooks"}) {
            // All of it at once: numbers at their limits, as vectors far too large.
            const SafetensorsFile file(path("bank"), ErrorCode::ModelInvalid);
            const std::string name = std::string("memory_bank.") + tensor;
            if (!file.has(name))
                continue;
            const std::span<const std::byte> bytes = file.tensor(name).bytes;
            for (const float value : {3e38F, -1e30F}) {
                std::string content = valid;
                const std::size_t begin = content.find(std::string(reinterpret_cast<const char *>(bytes.data()),
                                                                   std::min<std::size_t>(bytes.size(), 4096)));
                for (std::size_t i = 0; i + sizeof value <= bytes.size(); i += sizeof value)
                    std::memcpy(content.data() + begin + i, &value, sizeof value);
                damaged.push_back(content);
            }
        }
        int refusals = 0;
        for (const std::string &content : damaged) {
            const fs::path file = written("damaged", content);
            const std::optional<Error> error = errorOf([&] {
                for (const std::int64_t index : indices(file))
                    QVERIFY(index >= 0 && index < static_cast<std::int64_t>(count));
            });
            refusals += error ? 1 : 0;
            QVERIFY2(!error || error->code() == ErrorCode::ModelInvalid, error ? error->what() : "");
        }
        QVERIFY(refusals > 10);
    }

    void modelsThatNameWhatIsNotThere()
    {
        const std::string longName(100'000, 'x');
        const fs::path detector =
            model("detector.spotcheck", [&](nlohmann::json &metadata) { metadata["detector"] = longName; });
        refused(detector, ErrorCode::UnknownDetector, "xxx...", [&] { Model::load(detector, store()); });
        const fs::path backbone = model(
            "backbone.spotcheck", [](nlohmann::json &metadata) { metadata["backbone"] = "../../../etc/passwd"; });
        refused(backbone, ErrorCode::UnknownBackbone, "etc/passwd", [&] { Model::load(backbone, store()); });
    }

    void pipesAreNotWaitedFor()
    {
        const fs::path pipe = path("pipe");
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        refused(pipe, ErrorCode::FileUnreadable, "regular", [&] { sha256OfFile(pipe); });
        refused(pipe, ErrorCode::FileUnreadable, "regular", [&] { Model::load(pipe, store()); });
        refused(pipe, ErrorCode::FileUnreadable, "regular", [&] { store().importFile(pipe, {}, m_monitor); });
    }

    /// A data set's table that is a pipe, or one line of 3 GB.
    void tablesWithoutAnEnd()
    {
        for (const char *folder : {"part/Data/Images/Normal", "split_csv"})
            fs::create_directories(path(folder));
        for (int i = 0; i < 3; ++i)
            fs::copy_file(sources / "tests/engine/image/data/pictures/rgb.png",
                          path("part/Data/Images/Normal/" + std::to_string(i) + ".png"));
        const fs::path table = path("split_csv/1cls.csv");
        const auto problems = [&] {
            const AllocationMeter meter;
            const std::size_t count = readDataset(path("part"), m_monitor).problems.size();
            return meter.peak() < 8 * megabyte ? count : std::size_t{1000};
        };
        written("split_csv/1cls.csv",
                "part,train,normal,0.png,\npart,train,normal,1.png,\npart,test,normal,2.png,\n");
        QCOMPARE(problems(), std::size_t{0});
        fs::resize_file(table, std::uintmax_t{3} << 30); // takes no room on the disk
        QCOMPARE(problems(), std::size_t{1});
        fs::remove(table);
        QCOMPARE(::mkfifo(table.c_str(), 0600), 0);
        QCOMPARE(::mkfifo(path("part/image_anno.csv").c_str(), 0600), 0);
        QCOMPARE(problems(), std::size_t{1});
    }

    void foldersThatLeadIntoThemselves()
    {
        fs::create_directories(path("loops/set/a/b"));
        fs::create_directory_symlink(path("loops/set"), path("loops/set/a/b/again"));
        fs::create_directory_symlink("self", path("loops/set/self"));
        fs::create_directory_symlink("..", path("loops/set/up"));
        fs::copy_file(sources / "tests/engine/image/data/pictures/rgb.png", path("loops/set/a/only.png"));
        std::vector<FileProblem> problems;
        const std::vector<fs::path> found =
            findImages({path("loops/set"), path("loops/set/a/b/again")}, problems, m_monitor);
        QCOMPARE(std::count_if(found.begin(), found.end(),
                               [](const fs::path &file) { return file.parent_path().filename() == "a"; }),
                 std::ptrdiff_t{1});
        std::string names;
        for (const fs::path &file : found)
            names += file.string() + "; ";
        QVERIFY2(found.size() <= 2, names.c_str());
    }
};

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "test_hostilefiles.moc"
