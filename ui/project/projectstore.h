#pragma once

#include <filesystem>
#include <vector>

#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/comparison/entrant.h>
#include <spotcheck/core/jobmonitor.h>

#include "ui/project/project.h"

namespace spotcheck::ui {

/// A project with its models read: what a document is filled from.
struct OpenedProject {
    Project project;
    /// One for each of `project.models`; without a model, and with `failure`, where it could not be opened.
    std::vector<Entrant> entrants;
    std::vector<std::filesystem::path> missingPictures;
};

/// Reads a project, opens its models and looks whether its pictures are there. Models and pictures that cannot be
/// found do not stop it. \throws Error(FileNotFound, FileUnreadable, ProjectInvalid, ProjectTooNew), Cancelled
OpenedProject openProject(const std::filesystem::path &file, const WeightsStore &weights, JobMonitor &monitor);

/// Where the models of a project lie that were not saved elsewhere: "plates.models" beside "plates.spotproj".
std::filesystem::path modelFolderOf(const std::filesystem::path &projectFile);

/// Takes the file from those of `models` that lie among another project's, so that saving writes them anew: they
/// would go when that project is deleted.
void forgetForeignModels(Project &project, const std::vector<std::shared_ptr<const Model>> &models,
                         const std::filesystem::path &projectFile);

/// Writes `project` to `file`. `models`: one for each of its models, null where only the file is known; those without
/// a file, or whose file has gone, are written to `modelFolderOf(file)` first. Returns the project with the files
/// that its models have now. \throws Error(WriteFailed), Cancelled
Project saveProject(Project project, const std::vector<std::shared_ptr<const Model>> &models,
                    const std::filesystem::path &file, JobMonitor &monitor);

} // namespace spotcheck::ui
