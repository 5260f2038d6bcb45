#include "ui/project/projectstore.h"

#include <algorithm>
#include <cctype>
#include <system_error>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "ui/project/projectfile.h"
#include "ui/report/errortext.h"

namespace spotcheck::ui {

namespace fs = std::filesystem;

namespace {

/// Larger files are not hashed when they are opened: a model of 1 GB is to open at once. Their reader checks them.
constexpr std::uintmax_t longestHashed = 64U << 20;
constexpr const char *modelFolderEnding = ".models";

Entrant openModel(const ProjectModel &model, const WeightsStore &weights)
{
    Entrant entrant;
    entrant.name = model.name;
    try {
        std::error_code ignored;
        if (fs::file_size(model.file, ignored) <= longestHashed && !model.sha256.empty() &&
            sha256OfFile(model.file) != model.sha256)
            throw Error(ErrorCode::ModelInvalid, model.file,
                        "the file is another one than when the project was saved");
        entrant.model = Model::load(model.file, weights);
        entrant.detector = entrant.model->detector().id;
        entrant.backbone = entrant.model->backbone().id;
        entrant.operatingPoint = model.operatingPoint
                                     ? *model.operatingPoint
                                     : operatingPointFromNormals(entrant.model->calibration(), defaultFalseAlarmRate);
    } catch (const Error &error) {
        entrant.failure = errorText(error).toStdString();
    }
    return entrant;
}

std::vector<fs::path> missingOf(const Project &project, JobMonitor &monitor)
{
    std::vector<fs::path> missing;
    const auto count = static_cast<std::int64_t>(project.normals.size() + project.tests.size());
    std::int64_t done = 0;
    for (const std::vector<Sample> *lane : {&project.normals, &project.tests}) {
        for (const Sample &sample : *lane) {
            std::error_code unknown; // what cannot be looked at counts as missing
            if (!fs::exists(sample.image, unknown))
                missing.push_back(sample.image);
            constexpr std::int64_t atOnce = 256;
            if (++done % atOnce == 0) {
                monitor.throwIfCancelled();
                monitor.report({.stage = Stage::Reading, .step = done, .steps = count, .value = {}});
            }
        }
    }
    return missing;
}

/// A file name made of a model's name: letters, digits and "-" alone travel everywhere.
std::string fileStem(const std::string &name)
{
    std::string stem;
    for (const char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            stem += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!stem.empty() && stem.back() != '-')
            stem += '-';
    }
    while (!stem.empty() && stem.back() == '-')
        stem.pop_back();
    return stem.empty() ? "model" : stem;
}

fs::path freeFile(const fs::path &folder, const std::string &stem)
{
    fs::path file = folder / (stem + ".spotcheck");
    for (int number = 2; fs::exists(file); ++number)
        file = folder / (stem + "-" + std::to_string(number) + ".spotcheck");
    return file;
}

} // namespace

OpenedProject openProject(const fs::path &file, const WeightsStore &weights, JobMonitor &monitor)
{
    OpenedProject opened;
    opened.project = readProject(file);
    for (const ProjectModel &model : opened.project.models) {
        monitor.throwIfCancelled();
        opened.entrants.push_back(openModel(model, weights));
    }
    opened.missingPictures = missingOf(opened.project, monitor);
    return opened;
}

fs::path modelFolderOf(const fs::path &projectFile)
{
    return fs::path(projectFile).replace_extension(modelFolderEnding);
}

void forgetForeignModels(Project &project, const std::vector<std::shared_ptr<const Model>> &models,
                         const fs::path &projectFile)
{
    const fs::path own = modelFolderOf(projectFile);
    for (std::size_t index = 0; index < models.size(); ++index) {
        fs::path &file = project.models[index].file;
        const fs::path folder = file.parent_path();
        if (models[index] && folder.extension() == modelFolderEnding && folder != own)
            file.clear();
    }
}

Project saveProject(Project project, const std::vector<std::shared_ptr<const Model>> &models, const fs::path &file,
                    JobMonitor &monitor)
{
    for (std::size_t index = 0; index < models.size(); ++index) {
        monitor.throwIfCancelled();
        ProjectModel &entry = project.models[index];
        std::error_code unknown;
        if (!models[index] || (!entry.file.empty() && fs::exists(entry.file, unknown)))
            continue;
        const fs::path folder = modelFolderOf(file);
        fs::create_directories(folder, unknown);
        if (unknown)
            throw Error(ErrorCode::WriteFailed, folder, unknown.message());
        entry.file = freeFile(folder, fileStem(entry.name));
        models[index]->save(entry.file);
        entry.sha256 = sha256OfFile(entry.file);
    }
    writeProject(project, file);
    return project;
}

} // namespace spotcheck::ui
