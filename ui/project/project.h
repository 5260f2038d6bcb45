#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <QJsonObject>
#include <QString>

#include <spotcheck/data/dataset.h>
#include <spotcheck/decision/picturescale.h>
#include <spotcheck/image/regionofinterest.h>
#include <spotcheck/inspection/inspection.h>

namespace spotcheck::ui {

/// A trained model as a project names it.
struct ProjectModel {
    std::string name;
    std::filesystem::path file;
    std::string sha256; ///< of that file
    /// Nothing where the file held none that can be used: then the model's own calibration decides.
    std::optional<OperatingPoint> operatingPoint;

    bool operator==(const ProjectModel &) const;
};

/// What a project file holds: pictures are named and not copied, models lie beside it.
struct Project {
    QString name;
    std::vector<Sample> normals;
    std::vector<Sample> tests;
    RegionOfInterest region;
    std::optional<PictureScale> scale; ///< of every picture
    std::vector<ProjectModel> models;
    int currentModel = -1; ///< in `models`
    QJsonObject unknown;   ///< keys of a later version, kept as they are

    bool operator==(const Project &) const = default;
};

} // namespace spotcheck::ui
