#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include <QString>

#include <spotcheck/evaluation/evaluation.h>

#include "ui/report/reportexport.h"

namespace spotcheck::ui {

/// What the writing of a report needs, copied: the document may change while it runs.
struct ReportJob {
    std::shared_ptr<const Model> model;
    std::shared_ptr<const Evaluation> evaluation;
    OperatingPoint operatingPoint;
    ReportFields fields;
    QString logo; ///< file, empty: none
    std::optional<PictureScale> scale;
    QString dataSet;
    std::vector<ReportFormat> formats;
    ReportPictures pictures = ReportPictures::Defective;
    std::vector<std::size_t> selected; ///< counts for ReportPictures::Selected only
    std::filesystem::path folder;
    bool keepModel = true;

    /// Those there already that `run` would write over.
    std::vector<std::filesystem::path> overwrites() const;
    /// \throws Error, Cancelled
    ExportedReport run(JobMonitor &monitor) const;

private:
    std::filesystem::path modelFile() const { return folder / "model.spotcheck"; }
};

} // namespace spotcheck::ui
