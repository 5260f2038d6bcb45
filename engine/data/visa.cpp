#include "data/visa.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <spotcheck/core/error.h>

#include "data/folders.h"

namespace spotcheck {

namespace fs = std::filesystem;

namespace {

constexpr const char *unknownType = "anomaly"; // the folders tell no kinds apart
constexpr std::size_t testEvery = 10;          // the published split tests on a tenth of the normals

std::vector<fs::path> sortedImages(const fs::path &folder, std::vector<FileProblem> &problems, JobMonitor &monitor)
{
    return isFolder(folder) ? findImages({folder}, problems, monitor) : std::vector<fs::path>();
}

/// With a name at its end, also where `folder` ends in a slash or is ".".
fs::path wholePath(const fs::path &folder)
{
    const fs::path whole = fs::absolute(folder).lexically_normal();
    return whole.has_filename() ? whole : whole.parent_path();
}

fs::path splitTable(const fs::path &folder)
{
    return wholePath(folder).parent_path() / "split_csv" / "1cls.csv";
}

/// Open where there is a table that can be read. That of all twelve parts has 600 kB. A pipe would wait for its
/// writer, and a line without an end take all memory.
std::ifstream openTable(const fs::path &file)
{
    constexpr std::uintmax_t longest = 64U << 20; // bytes
    std::error_code ignored;
    std::ifstream table;
    if (fs::is_regular_file(file, ignored) && fs::file_size(file, ignored) <= longest)
        table.open(file);
    return table;
}

/// The fields of a line of a table with commas; quoted where they hold commas themselves, with quotes doubled.
std::vector<std::string> tableFields(const std::string &line)
{
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char letter = line[i];
        if (letter == '"' && quoted && line[i + 1] == '"') // line[size] is 0
            fields.back() += line[++i];
        else if (letter == '"')
            quoted = !quoted;
        else if (letter == ',' && !quoted)
            fields.emplace_back();
        else if (letter != '\r')
            fields.back() += letter;
    }
    return fields;
}

/// "train" or "test" by the file names of the part's normal pictures; nothing without a table.
/// Its lines: object,split,label,image,mask.
std::optional<std::map<std::string, std::string>> splitOfNormals(const fs::path &folder)
{
    std::ifstream table = openTable(splitTable(folder));
    const std::string part = wholePath(folder).filename().string();
    std::map<std::string, std::string> splits;
    for (std::string line; std::getline(table, line);) {
        const std::vector<std::string> fields = tableFields(line);
        if (fields.size() >= 4 && fields[0] == part && fields[2] == "normal")
            splits.emplace(fs::path(fields[3]).filename().string(), fields[1]);
    }
    if (splits.empty()) // a table of other parts
        return {};
    return splits;
}

/// What is wrong with each defective picture, by its file name; "dent,scratch" where it is several things. Empty
/// without the table. Its lines: image,label,mask.
std::map<std::string, std::string> typesOfAnomalies(const fs::path &folder)
{
    std::ifstream table = openTable(folder / "image_anno.csv");
    std::map<std::string, std::string> types;
    for (std::string line; std::getline(table, line);) {
        const std::vector<std::string> fields = tableFields(line);
        const fs::path image = fields.empty() ? fs::path() : fs::path(fields[0]);
        if (fields.size() >= 2 && !fields[1].empty() && image.parent_path().filename() == "Anomaly")
            types.emplace(image.filename().string(), fields[1]);
    }
    return types;
}

} // namespace

bool looksLikeVisa(const fs::path &folder)
{
    return isFolder(folder / "Data" / "Images" / "Normal");
}

Dataset readVisa(const fs::path &folder, JobMonitor &monitor)
{
    Dataset dataset;
    const fs::path normalFolder = folder / "Data" / "Images" / "Normal";
    const std::vector<fs::path> normals = sortedImages(normalFolder, dataset.problems, monitor);
    if (normals.empty())
        throw Error(ErrorCode::FolderEmpty, normalFolder);
    const auto splits = splitOfNormals(folder);
    if (!splits)
        dataset.problems.push_back({splitTable(folder), "It is not there, or does not name pictures of this folder: "
                                                        "every tenth normal picture was taken to test with."});
    for (std::size_t index = 0; index < normals.size(); ++index) {
        bool trained = index % testEvery != testEvery - 1;
        if (splits) {
            const auto split = splits->find(normals[index].filename().string());
            if (split == splits->end()) {
                dataset.problems.push_back(
                    {normals[index], "The table split_csv/1cls.csv does not name this picture."});
                continue;
            }
            trained = split->second == "train";
        }
        (trained ? dataset.normals : dataset.test).push_back({.image = normals[index], .label = Label::Good});
    }

    std::map<std::string, fs::path> masks;
    for (const fs::path &mask : sortedImages(folder / "Data" / "Masks" / "Anomaly", dataset.problems, monitor))
        masks.emplace(mask.stem().string(), mask);
    const std::map<std::string, std::string> types = typesOfAnomalies(folder);
    for (const fs::path &image : sortedImages(folder / "Data" / "Images" / "Anomaly", dataset.problems, monitor)) {
        const auto mask = masks.find(image.stem().string());
        const auto type = types.find(image.filename().string());
        dataset.test.push_back({.image = image,
                                .label = Label::Defective,
                                .defectType = type == types.end() ? unknownType : type->second,
                                .mask = mask == masks.end() ? fs::path() : mask->second});
    }
    return dataset;
}

} // namespace spotcheck
