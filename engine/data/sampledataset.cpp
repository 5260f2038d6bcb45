#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <system_error>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/image/imagereader.h>

namespace spotcheck {

namespace fs = std::filesystem;

namespace {

/// Good test parts are numbered from here, so that they stay the same when the number of normals changes.
constexpr int firstGoodTestIndex = 1'000'000;

/// One picture of the set and where it goes.
struct Job {
    std::string kind; ///< empty for good parts
    int index = 0;
    fs::path image;
    fs::path mask; ///< empty for good parts
};

std::string numbered(int number, const char *ending)
{
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "%03d%s", number, ending);
    return name.data();
}

std::vector<Job> jobsFor(const fs::path &folder, const SampleOptions &options)
{
    std::vector<Job> jobs;
    jobs.reserve(static_cast<std::size_t>(std::max(0, options.normalCount)));
    for (int i = 0; i < options.normalCount; ++i)
        jobs.push_back({"", i, folder / "train" / "good" / numbered(i, ".png"), {}});
    for (int i = 0; i < options.goodTestCount; ++i)
        jobs.push_back({"", firstGoodTestIndex + i, folder / "test" / "good" / numbered(i, ".png"), {}});
    const std::vector<std::string> &kinds = sampleDefectKinds();
    const int kindCount = static_cast<int>(kinds.size());
    for (int k = 0; k < kindCount; ++k) {
        const std::string &kind = kinds[static_cast<std::size_t>(k)];
        const int count =
            options.defectiveTestCount / kindCount + (k < options.defectiveTestCount % kindCount ? 1 : 0);
        for (int i = 0; i < count; ++i) {
            jobs.push_back({kind, i, folder / "test" / kind / numbered(i, ".png"),
                            folder / "ground_truth" / kind / numbered(i, "_mask.png")});
        }
    }
    return jobs;
}

void makeFolder(const fs::path &folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw Error(ErrorCode::WriteFailed, folder, error.message());
}

constexpr const char *readmeName = "README.txt";
constexpr const char *readmeBeginning = "Sample data set of Spotcheck ";

/// What the file beside the pictures says after its first line, which names the version.
std::string readmeText(const SampleOptions &options)
{
    std::ostringstream text;
    text << "\nThese pictures are generated: no camera took them, and the plate does not exist.\n"
         << "Seed " << options.seed << ", " << options.imageSize << " x " << options.imageSize
         << " px. The same seed gives the same pictures.\n\n"
         << "train/good              " << options.normalCount << " good parts to learn from\n"
         << "test/good               " << options.goodTestCount << " good parts to test with\n"
         << "test/<defect>           " << options.defectiveTestCount << " defective parts:";
    for (const std::string &kind : sampleDefectKinds())
        text << ' ' << kind;
    text << "\nground_truth/<defect>   where the defect is (white)\n";
    return text.str();
}

/// The names of the sample's pictures are those of many data sets: nobody's pictures may be overwritten, and those of
/// another sample must not be mixed with new ones.
void requireOwnOrEmpty(const fs::path &folder, const SampleOptions &options)
{
    std::error_code error;
    const fs::recursive_directory_iterator entries(folder, fs::directory_options::skip_permission_denied, error);
    if (error)
        return; // no folder yet, or one whose trouble the first writing tells
    const bool empty = std::none_of(begin(entries), end(entries), [](const fs::directory_entry &entry) {
        std::error_code ignored;
        return !entry.is_directory(ignored);
    });
    if (empty)
        return;
    std::ifstream readme(folder / readmeName);
    std::string line;
    std::getline(readme, line);
    if (!line.starts_with(readmeBeginning))
        throw Error(ErrorCode::FolderNotEmpty, folder);
    const std::string rest{std::istreambuf_iterator<char>(readme), {}};
    if (rest != readmeText(options))
        throw Error(ErrorCode::FolderNotEmpty, folder, "a sample of another seed, size or number of pictures");
}

void writeReadme(const fs::path &folder, const SampleOptions &options)
{
    writeFileAtomically(folder / readmeName, [&](std::ostream &out) {
        out << readmeBeginning << engineVersion() << '\n' << readmeText(options);
    });
}

} // namespace

void writeSampleDataset(const fs::path &folder, const SampleOptions &options, JobMonitor &monitor)
{
    options.validate();
    const std::vector<Job> jobs = jobsFor(folder, options);
    requireOwnOrEmpty(folder, options);
    makeFolder(folder);
    writeReadme(folder, options); // first, so that what a cancelled job leaves is known as the sample's
    for (const Job &job : jobs) {
        makeFolder(job.image.parent_path());
        if (!job.mask.empty())
            makeFolder(job.mask.parent_path());
    }
    const auto count = static_cast<std::int64_t>(jobs.size());
    monitor.report({.stage = Stage::Generation, .step = 0, .steps = count});
    std::atomic<std::int64_t> done = 0;
    parallelFor(count, monitor, [&](std::int64_t i) {
        const Job &job = jobs[static_cast<std::size_t>(i)];
        const SamplePicture picture = drawSamplePicture(options, job.kind, job.index);
        writeImage(job.image, picture.image);
        if (!job.mask.empty())
            writeImage(job.mask, picture.mask);
        monitor.report({.stage = Stage::Generation, .step = ++done, .steps = count});
    });
}

} // namespace spotcheck
