#include <spotcheck/backbone/weightsstore.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <ostream>
#include <string_view>
#include <system_error>
#include <utility>

#include <pwd.h>
#include <unistd.h>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "backbone/networkweights.h"

namespace spotcheck {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t fewestStages = 2; ///< a stem alone is of no use, and all ResNets have the same

fs::path fromEnvironment(const char *name)
{
    const char *value = std::getenv(name);
    return value ? fs::path(value) : fs::path();
}

fs::path homeFolder()
{
    if (fs::path home = fromEnvironment("HOME"); !home.empty())
        return home;
    const passwd *user = getpwuid(getuid());
    return user && user->pw_dir ? fs::path(user->pw_dir) : fs::current_path();
}

fs::path standardUserFolder()
{
    if (fs::path folder = fromEnvironment("SPOTCHECK_WEIGHTS"); !folder.empty())
        return folder;
    // The XDG base directory specification has relative paths ignored.
    if (const fs::path data = fromEnvironment("XDG_DATA_HOME"); data.is_absolute())
        return data / "spotcheck" / "weights";
    return homeFolder() / ".local" / "share" / "spotcheck" / "weights";
}

fs::path fileName(const std::string &id)
{
    return id + ".safetensors";
}

bool isFile(const fs::path &file)
{
    std::error_code ignored;
    return fs::is_regular_file(file, ignored);
}

/// What PyTorch writes: a zip archive since 1.6; before, a pickle that begins with a long magic number.
bool isPyTorchFile(const fs::path &file)
{
    std::array<char, 4> head{};
    std::ifstream(file, std::ios::binary).read(head.data(), head.size());
    const std::string_view text(head.data(), head.size());
    return text == "PK\x03\x04" || text == "\x80\x02\x8a\x0a";
}

SafetensorsFile openForImport(const fs::path &file)
{
    if (isFile(file) && isPyTorchFile(file))
        throw Error(ErrorCode::WeightsInvalid, file,
                    "PyTorch's own files are not read. Convert it first: "
                    "safetensors.torch.save_file(torch.load(FILE), \"FILE.safetensors\") in Python");
    return {file, ErrorCode::WeightsInvalid};
}

void checkFits(const SafetensorsFile &file, const BackboneInfo &info)
{
    const NetworkPlan plan = networkPlan(info.architecture);
    if (const std::string problem = misfit(file, plan); !problem.empty())
        file.fail(problem);
    if (stagesIn(file, plan) < fewestStages)
        file.fail("the file holds no layer of " + info.architecture);
}

/// The backbone whose shapes fit. The embedded one is never meant: it comes with the program.
const BackboneInfo &fittingBackbone(const SafetensorsFile &file)
{
    const BackboneInfo *fitting = nullptr;
    std::string architectures;
    for (const BackboneInfo &info : backboneRegistry()) {
        if (info.id != info.architecture)
            continue;
        architectures += (architectures.empty() ? "" : ", ") + info.architecture;
        const NetworkPlan plan = networkPlan(info.architecture);
        if (stagesIn(file, plan) < fewestStages || !misfit(file, plan).empty())
            continue;
        if (fitting)
            file.fail("the file fits " + fitting->id + " and " + info.id + ": say which of them it is");
        fitting = &info;
    }
    if (!fitting)
        file.fail("the file fits none of the known networks: " + architectures);
    return *fitting;
}

/// Reads every tensor that inspections would need, so that a damaged file is refused now and not then.
void checkValues(const SafetensorsFile &file, const BackboneInfo &info, JobMonitor &monitor)
{
    const NetworkPlan plan = networkPlan(info.architecture);
    const std::vector<ConvolutionPlan> convolutions = plan.convolutions(stagesIn(file, plan));
    std::int64_t step = 0;
    for (const ConvolutionPlan &convolution : convolutions) {
        monitor.throwIfCancelled();
        readConvolution(file, convolution);
        monitor.report({Stage::Reading, ++step, static_cast<std::int64_t>(convolutions.size()), {}});
    }
}

void copyAtomically(const fs::path &source, const fs::path &target, JobMonitor &monitor)
{
    std::error_code problem;
    fs::create_directories(target.parent_path(), problem);
    if (problem)
        throw Error(ErrorCode::WriteFailed, target, problem.message());
    std::ifstream input(source, std::ios::binary);
    const std::int64_t blockBytes = 4 << 20;
    const auto blocks = (static_cast<std::int64_t>(fs::file_size(source, problem)) + blockBytes - 1) / blockBytes;
    writeFileAtomically(target, [&](std::ostream &output) {
        std::vector<char> block(blockBytes);
        for (std::int64_t step = 1; input; ++step) {
            monitor.throwIfCancelled();
            input.read(block.data(), blockBytes);
            output.write(block.data(), input.gcount());
            monitor.report({Stage::Writing, std::min(step, blocks), blocks, {}});
        }
        if (!input.eof())
            throw Error(ErrorCode::FileUnreadable, source, "reading stopped before the end");
    });
}

} // namespace

WeightsStore::WeightsStore(fs::path userFolder, std::vector<fs::path> sharedFolders)
    : m_userFolder(std::move(userFolder)), m_sharedFolders(std::move(sharedFolders))
{}

WeightsStore WeightsStore::standard()
{
    std::vector<fs::path> shared;
    std::error_code problem;
    const fs::path program = fs::read_symlink("/proc/self/exe", problem);
    const fs::path installed = (program.parent_path() / "../share/spotcheck/weights").lexically_normal();
    // An installed program must not look into the folder it was once built from.
    if (!problem && fs::is_directory(installed, problem))
        shared.push_back(installed);
    else
        shared.emplace_back(SPOTCHECK_SOURCE_WEIGHTS);
    return {standardUserFolder(), std::move(shared)};
}

std::vector<WeightsStore::Entry> WeightsStore::list() const
{
    std::vector<Entry> entries;
    for (const BackboneInfo &info : backboneRegistry()) {
        Entry entry;
        entry.id = info.id;
        std::vector<fs::path> folders = m_sharedFolders;
        folders.insert(folders.begin(), m_userFolder);
        const auto holds = [&info](const fs::path &folder) { return isFile(folder / fileName(info.id)); };
        if (const auto folder = std::ranges::find_if(folders, holds); folder != folders.end()) {
            std::error_code ignored;
            entry.file = *folder / fileName(info.id);
            entry.bytes = fs::file_size(entry.file, ignored);
            entry.shipped = folder != folders.begin();
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

fs::path WeightsStore::fileFor(const std::string &id) const
{
    const BackboneInfo &info = backboneInfo(id);
    for (const Entry &entry : list())
        if (entry.id == id && !entry.file.empty())
            return entry.file;
    throw Error(ErrorCode::WeightsMissing, m_userFolder / fileName(id),
                "no weights for " + info.title + " are at hand; bring a safetensors file of " + info.architecture +
                    " with: spotcheck-cli weights import FILE --as " + id);
}

WeightsStore::Entry WeightsStore::importFile(const fs::path &file, const std::string &id, JobMonitor &monitor) const
{
    if (!id.empty())
        backboneInfo(id); // an unknown id is told before the file is looked at
    const SafetensorsFile opened = openForImport(file);
    const BackboneInfo &info = id.empty() ? fittingBackbone(opened) : backboneInfo(id);
    checkFits(opened, info);
    checkValues(opened, info, monitor);

    Entry entry;
    entry.id = info.id;
    entry.file = m_userFolder / fileName(info.id);
    copyAtomically(file, entry.file, monitor);
    std::error_code ignored;
    entry.bytes = fs::file_size(entry.file, ignored);
    return entry;
}

} // namespace spotcheck
