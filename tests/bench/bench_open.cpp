// Opening a model of a gigabyte, with its file in the page cache and without: seconds, and what of it is then
// resident. The large model is a small one whose memory bank is repeated.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include <benchmark/benchmark.h>

#include <QTemporaryDir>

#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/model/model.h>

#include "model/safetensors.h"

using namespace spotcheck;

namespace {

/// Writes `source` with its memory bank, and what else has a row for each of its vectors, repeated.
void enlarge(const std::filesystem::path &source, std::uint64_t bytes, const std::filesystem::path &target)
{
    const SafetensorsFile small(source, ErrorCode::ModelInvalid);
    const auto times = static_cast<std::int64_t>(bytes / std::filesystem::file_size(source)) + 1;
    const std::int64_t rows = small.tensors().at("memory_bank.vectors").shape.front();
    std::vector<std::vector<std::byte>> contents;
    std::vector<TensorToWrite> tensors;
    contents.reserve(small.tensors().size());
    for (const auto &[name, view] : small.tensors()) {
        std::vector<std::int64_t> shape = view.shape;
        const std::int64_t copies = shape.front() == rows ? times : 1;
        shape.front() *= copies;
        std::vector<std::byte> &repeated = contents.emplace_back();
        repeated.reserve(view.bytes.size() * static_cast<std::size_t>(copies));
        for (std::int64_t copy = 0; copy < copies; ++copy)
            repeated.insert(repeated.end(), view.bytes.begin(), view.bytes.end());
        tensors.push_back({name, view.type, std::move(shape), repeated});
    }
    writeSafetensors(target, small.metadata(), tensors);
}

/// Takes the file's pages out of the cache.
void forget(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    ::fsync(descriptor);
    ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
    ::close(descriptor);
}

/// Of this process now, in bytes.
double resident()
{
    std::ifstream status("/proc/self/statm");
    double total = 0;
    double pages = 0;
    status >> total >> pages;
    return pages * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

void openModel(benchmark::State &state, const std::filesystem::path &file, bool cold)
{
    double before = resident();
    double after = 0;
    for (auto _ : state) {
        state.PauseTiming();
        if (cold)
            forget(file);
        before = resident();
        state.ResumeTiming();
        const std::shared_ptr<const Model> model = Model::load(file, WeightsStore::standard());
        state.PauseTiming();
        after = resident();
        state.ResumeTiming();
    }
    state.counters["file_MB"] = static_cast<double>(std::filesystem::file_size(file)) / 1e6;
    state.counters["resident_MB"] = (after - before) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    restartWithSuitableBlas(argv);
    configureRuntime();
    const QTemporaryDir folder;
    JobMonitor monitor;
    writeSampleDataset(folder.filePath("set").toStdString(),
                       {.normalCount = 20, .goodTestCount = 1, .defectiveTestCount = 1}, monitor);
    const Dataset pictures = readDataset(folder.filePath("set").toStdString(), monitor);
    for (const std::string detector : {"spade", "patchcore"}) {
        TrainingOptions options;
        options.detector = detector;
        if (detector == "patchcore")
            options.parameters = {{"coreset_ratio", 0.5}};
        const std::filesystem::path small = folder.filePath("small").toStdString();
        const std::filesystem::path large = folder.filePath(QString::fromStdString(detector)).toStdString();
        Model::train(pictures.normals, options, WeightsStore::standard(), monitor)->save(small);
        enlarge(small, 1'000'000'000, large);
        for (const bool cold : {false, true}) {
            benchmark::RegisterBenchmark((detector + (cold ? "/cold" : "/warm")).c_str(),
                                         [large, cold](benchmark::State &state) { openModel(state, large, cold); })
                ->Unit(benchmark::kMillisecond)
                ->Iterations(3)
                ->UseRealTime();
        }
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
