#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include <QTest>

#include <spotcheck/core/runtime.h>
#include <spotcheck/model/model.h>

#include "allocationmeter.h"
#include "exercise.h"
#include "memoryfile.h"
#include "modelmutation.h"
#include "mutation.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace fs = std::filesystem;

namespace {

using Files = std::vector<std::string>;

/// What damaged files of a kind are made from, and what they may cost.
struct Kind {
    fs::path folder;    ///< of valid files, below the sources
    std::string ending; ///< of those that count; empty: all
    int rounds = 0;
    std::function<void(const fs::path &)> exercise;
    std::function<std::string(const Files &files, int round)> damaged;
    std::size_t fixedBytes = 0; ///< of heap, whatever the file
    std::size_t timesFile = 0;  ///< and for every byte of it
    bool isRefused = true;      ///< false: a damaged table is one that names nothing
};

constexpr std::size_t megabyte = 1 << 20;

std::uint64_t seedOf(int round)
{
    return 20'261'126 + static_cast<std::uint64_t>(round);
}

const std::string &fileOf(const Files &files, int round)
{
    return files[static_cast<std::size_t>(round) % files.size()];
}

std::string damagedBytes(const Files &files, int round)
{
    return Mutator(seedOf(round)).bytes(fileOf(files, round), fileOf(files, 7 * round + 1));
}

std::string damagedText(const Files &files, int round)
{
    return Mutator(seedOf(round)).text(fileOf(files, round), fileOf(files, 7 * round + 1));
}

std::string damagedPicture(const Files &files, int round)
{
    std::string file = damagedBytes(files, round);
    if (round % 4 != 0 && file.starts_with("\x89PNG"))
        mendPngChecksums(file);
    return file;
}

std::string damagedTensors(const Files &files, int round)
{
    if (round % 8 == 0)
        return damagedBytes(files, round);
    SplitSafetensors parts = splitSafetensors(fileOf(files, round));
    parts.header = Mutator(seedOf(round)).text(std::move(parts.header), parts.data);
    return joined(parts);
}

std::string damagedModel(const Files &files, int round)
{
    return round % 4 == 0 ? damagedTensors(files, round) : mutatedModel(fileOf(files, round), seedOf(round));
}

/// With the weights, and a picture where the model's input is small.
void exerciseWholeModel(const fs::path &file)
{
    const auto model = Model::load(file, WeightsStore("/nowhere", {SPOTCHECK_SOURCE_DIR "/resources/backbone"}));
    constexpr int small = 128; // px
    const cv::Size input = model->preprocessing().wholeInput();
    if (input.width > small || input.height > small)
        return;
    const Prediction prediction = model->inspect(cv::Mat(48, 48, CV_8UC3, cv::Scalar(90, 120, 60)));
    if (model->detector().hasAnomalyMap)
        model->anomalyMap(prediction);
    if (const auto nearest = prediction.nearestNormal())
        model->normalImage(*nearest);
}

/// The limits are those that the headers of the readers state.
std::vector<std::pair<const char *, Kind>> kinds()
{
    const fs::path data = "tests/engine";
    const fs::path corpus = "tests/fuzz/corpus";
    return {
        {"pictures",
         {data / "image/data/pictures", "", 3000, exercisePicture, damagedPicture,
          128 * megabyte + 32 * hostilePixels, 8}},
        {"safetensors", {corpus / "safetensors", "", 1500, exerciseSafetensors, damagedTensors, megabyte, 64}},
        {"PyTorch, zip", {corpus / "pytorch_zip", "", 1500, exercisePyTorch, damagedBytes, megabyte, 512}},
        {"PyTorch, legacy", {corpus / "pytorch_legacy", "", 1000, exercisePyTorch, damagedBytes, megabyte, 512}},
        {"projects", {corpus / "project", "", 1500, exerciseProject, damagedText, megabyte, 256}},
        {"split tables", {corpus / "split_table", "", 500, exerciseSplitTable, damagedText, megabyte, 16, false}},
        {"models",
         {data / "model/data/golden", ".spotcheck", 1000, exerciseWholeModel, damagedModel, 128 * megabyte, 64}},
    };
}

Files filesOf(const Kind &kind)
{
    std::vector<fs::path> paths;
    for (const auto &entry : fs::directory_iterator(fs::path(SPOTCHECK_SOURCE_DIR) / kind.folder)) {
        if (kind.ending.empty() || entry.path().extension() == kind.ending)
            paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end()); // the file system's order differs from machine to machine
    Files files;
    for (const fs::path &path : paths) {
        std::ifstream stream(path, std::ios::binary);
        files.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    }
    return files;
}

} // namespace

/// 10,000 damaged files of all kinds: each is read, or refused with an error that names it; none ends the program or
/// takes more memory than is stated.
class TestMutations : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { configureRuntime(1); }

    void thereAreTenThousand()
    {
        int rounds = 0;
        for (const auto &[name, kind] : kinds())
            rounds += kind.rounds;
        QCOMPARE(rounds, 10'000);
    }

    void eachIsReadOrRefused_data()
    {
        QTest::addColumn<int>("index");
        const auto all = kinds();
        for (std::size_t index = 0; index < all.size(); ++index)
            QTest::newRow(all[index].first) << static_cast<int>(index);
    }

    void eachIsReadOrRefused()
    {
        QFETCH(const int, index);
        const Kind kind = kinds()[static_cast<std::size_t>(index)].second;
        const Files files = filesOf(kind);
        QVERIFY(!files.empty());
        const MemoryFile file;
        const fs::path path = file.path();
        for (const std::string &valid : files) { // also loads what libraries load once
            file.hold(valid);
            complaintAbout([&] { kind.exercise(path); }, path);
        }
        int refusals = 0;
        std::size_t most = 0;
        for (int round = 0; round < kind.rounds; ++round) {
            const std::string content = kind.damaged(files, round);
            file.hold(content);
            const std::string where = "round " + std::to_string(round) + ": ";
            bool refused = false;
            const AllocationMeter meter;
            const std::string complaint = complaintAbout([&] { kind.exercise(path); }, path, &refused);
            const std::size_t peak = meter.peak();
            refusals += refused ? 1 : 0;
            QVERIFY2(complaint.empty(), (where + complaint).c_str());
            const std::size_t limit = kind.fixedBytes + kind.timesFile * content.size();
            QVERIFY2(peak <= limit, (where + std::to_string(peak) + " bytes for a file of " +
                                     std::to_string(content.size()) + "; " + std::to_string(limit) + " are allowed")
                                        .c_str());
            most = std::max(most, peak);
        }
        qInfo("%d files: %d refused; at most %.1f MB of memory", kind.rounds, refusals,
              static_cast<double>(most) / 1e6);
        // Some are still whole, most are not: else this would test nothing.
        QVERIFY(refusals < kind.rounds);
        QCOMPARE(refusals > kind.rounds / 10, kind.isRefused);
    }

    void theMeterMeasures()
    {
        if (!AllocationMeter::works())
            QSKIP("The sanitizer has a heap of its own");
        const AllocationMeter meter;
        {
            const std::vector<char> block(3 * megabyte);
            QVERIFY(block.data() != nullptr);
        }
        QVERIFY(meter.peak() >= 3 * megabyte && meter.peak() < 4 * megabyte);
    }
};

QTEST_GUILESS_MAIN(TestMutations)
#include "test_mutations.moc"
