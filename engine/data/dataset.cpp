#include <spotcheck/data/dataset.h>

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

#include <spotcheck/core/error.h>

#include "data/folders.h"
#include "data/holdsimage.h"
#include "data/visa.h"

namespace spotcheck {

namespace fs = std::filesystem;

namespace {

const char *const looseReason = "A picture that lies directly in this folder has no type. Move it into a folder "
                                "named after its defect, or into \"good\".";
const char *const unusedTrainingReason =
    "Only \"train/good\" is trained on. Move good pictures there, and defective ones below \"test\".";

/// Folders directly below `folder`, sorted, hidden ones left out. Empty where it cannot be listed.
std::vector<fs::path> subfolders(const fs::path &folder)
{
    std::vector<fs::path> found;
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (const fs::directory_iterator end; !error && entry != end; entry.increment(error)) {
        if (!entry->path().filename().native().starts_with('.') && isFolder(entry->path()))
            found.push_back(entry->path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// BTAD (Mishra et al., ISIE 2021) differs in this name alone.
bool looksLikeBtad(const fs::path &folder)
{
    if (!isFolder(folder / "train" / "ok") || isFolder(folder / "train" / "good"))
        return false;
    const std::vector<fs::path> types = subfolders(folder / "test"); // "test/good" would be called defective
    return types.empty() || std::any_of(types.begin(), types.end(), [](const fs::path &type) {
               return type.filename() == "ok" || type.filename() == "ko";
           });
}

/// With or without pictures to train on. A folder that happens to be called "test" makes no data set.
bool looksLikeMvtecAd(const fs::path &folder)
{
    if (isFolder(folder / "train" / "good"))
        return true;
    return !subfolders(folder / "test").empty() &&
           (isFolder(folder / "test" / "good") || isFolder(folder / "ground_truth"));
}

DatasetLayout layoutOf(const fs::path &folder)
{
    if (looksLikeVisa(folder))
        return DatasetLayout::Visa;
    if (looksLikeBtad(folder))
        return DatasetLayout::Btad;
    return looksLikeMvtecAd(folder) ? DatasetLayout::MvtecAd : DatasetLayout::Flat;
}

void checkIsReadableFolder(const fs::path &folder)
{
    std::error_code error;
    const fs::file_status status = fs::status(folder, error);
    if (status.type() == fs::file_type::not_found)
        throw Error(ErrorCode::FileNotFound, folder);
    if (status.type() == fs::file_type::none)
        throw Error(ErrorCode::FileUnreadable, folder, error.message());
    if (!fs::is_directory(status))
        throw Error(ErrorCode::DatasetInvalid, folder, "This is a file. Choose the folder that holds the data set.");
    const fs::directory_iterator listed(folder, error);
    if (error)
        throw Error(ErrorCode::FileUnreadable, folder, error.message());
}

/// A folder of several data sets, as MVTec AD is unpacked: taken as one, its masks would count as pictures.
void checkIsNotACollection(const fs::path &folder)
{
    std::string names;
    for (const fs::path &candidate : subfolders(folder)) {
        const bool trains = isFolder(candidate / "train" / "good") || looksLikeBtad(candidate);
        if ((trains && isFolder(candidate / "test")) || looksLikeVisa(candidate))
            names += (names.empty() ? "" : ", ") + candidate.filename().string();
    }
    if (!names.empty())
        throw Error(ErrorCode::DatasetInvalid, folder, "The folder holds several data sets. Choose one: " + names);
}

/// Name of a data set: that of its folder, also where the path ends in a slash or is ".".
std::string folderName(const fs::path &folder)
{
    std::error_code error;
    fs::path whole = fs::absolute(folder, error).lexically_normal();
    if (error)
        whole = folder;
    return whole.has_filename() ? whole.filename().string() : whole.parent_path().filename().string();
}

/// Ground-truth masks of one defect type, by the picture's path within its type folder, without ending.
class MaskIndex {
public:
    MaskIndex(const fs::path &folder, std::vector<FileProblem> &problems, JobMonitor &monitor)
    {
        if (!isFolder(folder))
            return;
        for (const fs::path &mask : findImages({folder}, problems, monitor))
            m_masks.emplace(key(mask, folder), mask);
    }

    /// "<stem>_mask" before "<stem>"; an empty path where the picture has no mask.
    fs::path maskOf(const fs::path &image, const fs::path &typeFolder) const
    {
        const std::string stem = key(image, typeFolder);
        for (const std::string &name : {stem + "_mask", stem}) {
            if (const auto found = m_masks.find(name); found != m_masks.end())
                return found->second;
        }
        return {};
    }

private:
    static std::string key(const fs::path &file, const fs::path &folder)
    {
        return file.lexically_relative(folder).replace_extension().native();
    }

    std::map<std::string, fs::path> m_masks;
};

std::vector<Sample> readNormals(const fs::path &folder, const std::string &goodName,
                                std::vector<FileProblem> &problems, JobMonitor &monitor)
{
    const fs::path good = folder / "train" / goodName;
    std::vector<Sample> normals;
    if (isFolder(good)) { // else it is a set to test with alone
        const std::size_t problemsBefore = problems.size();
        for (const fs::path &image : findImages({good}, problems, monitor))
            normals.push_back({.image = image, .label = Label::Good});
        if (normals.empty()) {
            if (problems.size() > problemsBefore)
                throw Error(ErrorCode::FileUnreadable, problems.back().file, problems.back().reason);
            throw Error(ErrorCode::FolderEmpty, good);
        }
    }
    for (const fs::path &other : subfolders(folder / "train")) {
        if (other.filename() != goodName)
            problems.push_back({other, unusedTrainingReason});
    }
    return normals;
}

void readTestType(const fs::path &folder, const std::string &goodName, const fs::path &typeFolder, Dataset &dataset,
                  JobMonitor &monitor)
{
    const std::string type = typeFolder.filename().string();
    const std::vector<fs::path> images = findImages({typeFolder}, dataset.problems, monitor);
    if (type == goodName) {
        for (const fs::path &image : images)
            dataset.test.push_back({.image = image, .label = Label::Good});
        return;
    }
    const MaskIndex masks(folder / "ground_truth" / type, dataset.problems, monitor);
    for (const fs::path &image : images) {
        dataset.test.push_back(
            {.image = image, .label = Label::Defective, .defectType = type, .mask = masks.maskOf(image, typeFolder)});
    }
}

/// Pictures in `test` itself, beside the folders of the types.
void reportLoosePictures(const fs::path &testFolder, std::vector<FileProblem> &problems, JobMonitor &monitor)
{
    std::error_code error;
    std::vector<fs::path> files;
    fs::directory_iterator entry(testFolder, error);
    for (const fs::directory_iterator end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (!entry->path().filename().native().starts_with('.') && entry->is_regular_file(ignored))
            files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    std::vector<FileProblem> notPictures;
    for (const fs::path &loose : findImages(files, notPictures, monitor))
        problems.push_back({loose, looseReason});
}

/// `goodName`: of the folders of good pictures, "good" or BTAD's "ok".
Dataset readByType(const fs::path &folder, const std::string &goodName, JobMonitor &monitor)
{
    Dataset dataset;
    dataset.normals = readNormals(folder, goodName, dataset.problems, monitor);
    const fs::path test = folder / "test";
    if (!isFolder(test))
        return dataset;
    std::error_code error;
    const fs::directory_iterator listed(test, error);
    if (error)
        throw Error(ErrorCode::FileUnreadable, test, error.message());
    for (const fs::path &typeFolder : subfolders(test))
        readTestType(folder, goodName, typeFolder, dataset, monitor);
    reportLoosePictures(test, dataset.problems, monitor);
    return dataset;
}

Dataset readFlat(const fs::path &folder, JobMonitor &monitor)
{
    checkIsNotACollection(folder);
    Dataset dataset;
    for (const fs::path &image : findImages({folder}, dataset.problems, monitor))
        dataset.test.push_back({.image = image});
    if (dataset.test.empty())
        throw Error(ErrorCode::FolderEmpty, folder,
                    dataset.problems.empty() ? std::string() : dataset.problems.front().reason);
    return dataset;
}

} // namespace

std::string labelId(Label label)
{
    switch (label) {
    case Label::Unlabelled:
        return "unlabelled";
    case Label::Good:
        return "good";
    case Label::Defective:
        return "defective";
    }
    return "unlabelled";
}

std::optional<DatasetLayout> recogniseLayout(const fs::path &folder)
{
    if (!isFolder(folder) || !holdsImage(folder))
        return std::nullopt;
    return layoutOf(folder);
}

Dataset readDataset(const fs::path &folder, JobMonitor &monitor)
{
    checkIsReadableFolder(folder);
    Dataset dataset;
    switch (layoutOf(folder)) {
    case DatasetLayout::MvtecAd:
        dataset = readByType(folder, "good", monitor);
        break;
    case DatasetLayout::Btad:
        dataset = readByType(folder, "ok", monitor);
        break;
    case DatasetLayout::Visa:
        dataset = readVisa(folder, monitor);
        break;
    case DatasetLayout::Flat:
        dataset = readFlat(folder, monitor);
        break;
    }
    dataset.name = folderName(folder);
    return dataset;
}

} // namespace spotcheck
