#include "normalpictures.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <spotcheck/core/error.h>

#include "command.h"
#include "text.h"

namespace spotcheck::cli {

namespace {

namespace fs = std::filesystem;

const char *const remedy = " Give a data set by --dataset, or name the folder of its good pictures alone.";

void checkIsThere(const fs::path &named)
{
    std::error_code error;
    const fs::file_status status = fs::status(named, error);
    if (status.type() == fs::file_type::not_found)
        throw Error(ErrorCode::FileNotFound, named);
    if (status.type() == fs::file_type::none)
        throw Error(ErrorCode::FileUnreadable, named, error.message());
}

/// As data sets in the layout of MVTec AD or BTAD have them, and, where several are unpacked side by side, VisA.
bool liesAmongMasks(const fs::path &image)
{
    const fs::path folder = image.parent_path().lexically_normal();
    const auto isMasksOfVisa = [](const fs::path &above, const fs::path &below) {
        return above == "Data" && below == "Masks";
    };
    return std::find(folder.begin(), folder.end(), "ground_truth") != folder.end() ||
           std::adjacent_find(folder.begin(), folder.end(), isMasksOfVisa) != folder.end();
}

std::vector<Sample> findNormals(const std::vector<std::string> &named, std::vector<FileProblem> &problems,
                                TerminalMonitor &monitor)
{
    for (const std::string &path : named) {
        checkIsThere(path);
        if (recogniseLayout(path).value_or(DatasetLayout::Flat) != DatasetLayout::Flat)
            throw CommandError(path + ": this is a data set, whose defects and masks would be learned as good." +
                               remedy);
    }
    std::vector<Sample> normals;
    for (const fs::path &image : findImages({named.begin(), named.end()}, problems, monitor)) {
        if (liesAmongMasks(image))
            throw CommandError(image.string() +
                               ": this lies among the masks of a data set, which would be learned "
                               "as good." +
                               remedy);
        normals.push_back({.image = image, .label = Label::Good});
    }
    return normals;
}

std::vector<Sample> normalsOf(const std::string &folder, std::vector<FileProblem> &problems, TerminalMonitor &monitor)
{
    Dataset dataset = readDataset(folder, monitor);
    if (dataset.normals.empty()) {
        throw Error(ErrorCode::DatasetInvalid, folder,
                    "it names no normal pictures; give a plain folder of good pictures by --normal");
    }
    problems = std::move(dataset.problems);
    return std::move(dataset.normals);
}

} // namespace

std::vector<Sample> readNormals(const std::string &dataset, const std::vector<std::string> &named,
                                TerminalMonitor &monitor)
{
    if (dataset.empty() && named.empty())
        throw UsageError("--dataset is empty; name the data set's folder");
    std::vector<FileProblem> problems;
    std::vector<Sample> normals =
        dataset.empty() ? findNormals(named, problems, monitor) : normalsOf(dataset, problems, monitor);
    monitor.clearBar();
    if (normals.empty() && !problems.empty())
        throw CommandError(problems.front().file.string() + ": " + problems.front().reason);
    if (normals.empty())
        throw Error(ErrorCode::FolderEmpty, named.front());
    for (const FileProblem &problem : problems)
        warn("left out " + problem.file.string() + ": " + problem.reason);
    return normals;
}

} // namespace spotcheck::cli
