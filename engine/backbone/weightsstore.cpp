#include <spotcheck/backbone/weightsstore.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <optional>
#include <ostream>
#include <regex>
#include <system_error>
#include <utility>

#include <pwd.h>
#include <unistd.h>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "backbone/networkweights.h"
#include "backbone/pytorchfile.h"
#include "model/safetensors.h"

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

/// The eight digits in which the name of an official file ends ("resnet18-f37072fd.pth"), or nothing. A date, which
/// has no letters, is not meant.
std::string digitsInName(const fs::path &file)
{
    static const std::regex form(R"(-(?=[0-9]*[a-f])([0-9a-f]{8})\.(pth|pt)$)");
    const std::string name = file.filename().string();
    std::smatch match;
    return std::regex_search(name, match, form) ? match[1].str() : std::string();
}

/// \throws Error(WeightsInvalid) where the name of `file` promises another SHA-256
void checkDigits(const fs::path &file, const std::string &sha256)
{
    const std::string digits = digitsInName(file);
    if (!digits.empty() && !sha256.starts_with(digits))
        throw Error(ErrorCode::WeightsInvalid, file,
                    "the name says that the SHA-256 begins with " + digits + ", but it is " + sha256 +
                        ": the file is damaged or was changed. Download it again, or rename it if it is your own");
}

/// What is written of a PyTorch file's origin beside its SHA-256: an official file's name, whatever the file at hand
/// is called. A second download ("resnet18-f37072fd (1).pth") has to give the same bytes.
std::string originOf(const BackboneInfo &info, const std::string &sha256)
{
    const std::string digits = digitsInName(info.officialFile);
    return !digits.empty() && sha256.starts_with(digits) ? info.officialFile : "a PyTorch file";
}

/// Why `file` is not of this network; nothing where it is.
std::string problemWith(const TensorFile &file, const NetworkPlan &plan)
{
    if (std::string problem = misfit(file, plan); !problem.empty())
        return problem;
    return stagesIn(file, plan) < fewestStages ? "the file holds no layer of " + plan.architecture : std::string();
}

void checkFits(const TensorFile &file, const BackboneInfo &info)
{
    if (const std::string problem = problemWith(file, networkPlan(info.architecture)); !problem.empty())
        file.fail(problem);
}

/// What to add where no network fits: the one that comes nearest, and what keeps it from fitting.
std::string nearestMiss(const TensorFile &file)
{
    constexpr double leastLikeness = 0.5;
    double most = 0;
    std::optional<NetworkPlan> nearest;
    for (const BackboneInfo &info : backboneRegistry()) {
        NetworkPlan plan = networkPlan(info.architecture);
        if (const double share = likeness(file, plan); share > most) {
            most = share;
            nearest = std::move(plan);
        }
    }
    if (most < leastLikeness)
        return ". Import it with --as and the network's name to be told what is missing";
    return ". It comes nearest to " + nearest->architecture + ", but " + problemWith(file, *nearest);
}

/// The backbone whose shapes fit; not the embedded one, which is never imported.
const BackboneInfo &fittingBackbone(const TensorFile &file)
{
    const BackboneInfo *fitting = nullptr;
    std::string architectures;
    for (const BackboneInfo &info : backboneRegistry()) {
        if (info.id != info.architecture)
            continue;
        architectures += (architectures.empty() ? "" : ", ") + info.architecture;
        if (!problemWith(file, networkPlan(info.architecture)).empty())
            continue;
        if (fitting)
            file.fail("the file fits " + fitting->id + " and " + info.id + ": say which of them it is");
        fitting = &info;
    }
    if (!fitting)
        file.fail("the file fits none of the known networks: " + architectures + nearestMiss(file));
    return *fitting;
}

/// Reads every tensor that inspections would need, so that a damaged file is refused now and not then.
void checkValues(const TensorFile &file, const BackboneInfo &info, JobMonitor &monitor)
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

void createFolder(const fs::path &folder, const fs::path &target)
{
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem)
        throw Error(ErrorCode::WriteFailed, target, problem.message());
}

/// Writes what `info` needs of a PyTorch file. Neither date nor the file's own name is among the metadata: the same
/// content has to give the same bytes on every computer, because models know their weights by SHA-256.
void convert(const TensorFile &file, const std::string &sha256, const BackboneInfo &info, const fs::path &target,
             JobMonitor &monitor)
{
    const NetworkPlan plan = networkPlan(info.architecture);
    std::vector<TensorToWrite> tensors;
    for (const ConvolutionPlan &convolution : plan.convolutions(stagesIn(file, plan))) {
        for (const ExpectedTensor &expected : convolution.tensors()) {
            const TensorView &view = file.tensor(expected.name);
            tensors.push_back({expected.name, view.type, view.shape, view.bytes});
        }
    }
    monitor.throwIfCancelled();
    monitor.report({Stage::Writing, 0, 1, {}});
    monitor.throwIfCancelled();
    writeSafetensors(target, {{"origin", originOf(info, sha256)}, {"origin_sha256", sha256}}, tensors);
    monitor.report({Stage::Writing, 1, 1, {}});
}

void copyAtomically(const fs::path &source, const fs::path &target, JobMonitor &monitor)
{
    std::error_code problem;
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

WeightsStore WeightsStore::standard(const fs::path &installed)
{
    std::vector<fs::path> shared;
    std::error_code problem;
    const fs::path program = fs::read_symlink("/proc/self/exe", problem);
    const fs::path beside = (program.parent_path() / "../share/spotcheck/weights").lexically_normal();
    // An installed program must not look into the folder it was once built from.
    if (!problem && fs::is_directory(beside, problem))
        shared.push_back(beside);
    else if (!installed.empty())
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
    throw Error(
        ErrorCode::WeightsMissing, m_userFolder / fileName(id),
        "no weights for " + info.title + " are at hand; " +
            (info.officialUrl.empty() ? "" : "download them with: spotcheck-cli weights fetch " + id + ", or ") +
            "bring a safetensors or PyTorch file of " + info.architecture +
            " with: spotcheck-cli weights import FILE --as " + id);
}

fs::path WeightsStore::fileFor(const std::string &id, const std::string &sha256) const
{
    constexpr std::size_t digits = 12;
    const std::vector<std::string> &former = backboneInfo(id).formerSha256;
    if (std::ranges::find(former, sha256) != former.end()) {
        for (const fs::path &folder : m_sharedFolders) {
            fs::path file = folder / "former" / fileName(id + "-" + sha256.substr(0, digits));
            if (isFile(file))
                return file;
        }
    }
    return fileFor(id);
}

WeightsStore::Entry WeightsStore::importFile(const fs::path &file, const std::string &id, JobMonitor &monitor) const
{
    // An id that cannot be is told before the file is looked at. One that is not its architecture's name is a network
    // of this project: other weights under its name would hide those that come with the program, and models need
    // them.
    if (!id.empty() && backboneInfo(id).id != backboneInfo(id).architecture)
        throw Error(ErrorCode::InvalidParameter, file,
                    id + " comes with the program; import the file as " + backboneInfo(id).architecture);
    const bool foreign = PyTorchFile::is(file);
    const std::string sha256 = foreign ? sha256OfFile(file) : std::string();
    if (foreign)
        checkDigits(file, sha256);
    const auto opened = foreign ? std::unique_ptr<TensorFile>(new PyTorchFile(file, ErrorCode::WeightsInvalid))
                                : std::make_unique<SafetensorsFile>(file, ErrorCode::WeightsInvalid);
    const BackboneInfo &info = id.empty() ? fittingBackbone(*opened) : backboneInfo(id);
    checkFits(*opened, info);
    checkValues(*opened, info, monitor);

    Entry entry;
    entry.id = info.id;
    entry.file = m_userFolder / fileName(info.id);
    createFolder(m_userFolder, entry.file);
    if (foreign)
        convert(*opened, sha256, info, entry.file, monitor);
    else
        copyAtomically(file, entry.file, monitor);
    std::error_code ignored;
    entry.bytes = fs::file_size(entry.file, ignored);
    return entry;
}

void WeightsStore::remove(const std::string &id) const
{
    const fs::path file = m_userFolder / fileName(backboneInfo(id).id);
    std::error_code problem;
    if (!fs::remove(file, problem) && !problem)
        throw Error(ErrorCode::WeightsMissing, file, "there is nothing to delete");
    if (problem)
        throw Error(ErrorCode::WriteFailed, file, problem.message());
}

} // namespace spotcheck
