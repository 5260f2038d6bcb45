#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <QDateTime>
#include <QString>

#include <spotcheck/decision/picturescale.h>
#include <spotcheck/evaluation/agreement.h>
#include <spotcheck/evaluation/bootstrap.h>
#include <spotcheck/evaluation/curves.h>
#include <spotcheck/evaluation/pixelmetrics.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

#include "ui/report/reportlogo.h"

namespace spotcheck::ui {

/// What only people know; every field may be empty.
struct ReportFields {
    QString title;
    QString company;
    QString part;
    QString lot;
    QString operatorName;
};

/// Everything needed to find the very model that judged, and to draw its maps again.
struct ModelIdentity {
    std::filesystem::path file; ///< empty where the model was never saved
    std::string sha256;         ///< of that file
    std::string detector;       ///< id
    std::string detectorTitle;
    std::string paper;
    ParameterValues parameters;
    std::string backbone; ///< id
    std::string backboneTitle;
    std::string backboneSha256;
    Preprocessing preprocessing;
    Calibration calibration;
    std::int64_t fitted = 0;      ///< pictures
    std::int64_t learntLater = 0; ///< taken in as good after the calibration
    std::uint64_t seed = 0;
    std::string created;         ///< ISO 8601, UTC
    std::string softwareVersion; ///< that trained it
    bool hasAnomalyMap = true;
};

/// `file` is hashed; it may be empty. \throws Error(FileNotFound, FileUnreadable)
ModelIdentity modelIdentity(const Model &model, const std::filesystem::path &file);

/// The raw anomaly map of a result at `size`; empty without one. For a report that is smaller than the picture.
cv::Mat anomalyMapAt(const ModelIdentity &model, const Prediction &prediction, cv::Size size);

/// One picture with what was decided about it.
struct ReportEntry {
    InspectionResult result;
    Verdict verdict = Verdict::Failed;
    std::vector<Region> regions; ///< the largest peak first
};

/// Whether the model aligns pictures and could not align this one, which was then judged as it is.
bool isUnaligned(const ReportEntry &entry);

/// `map`: the raw map at image size, empty without one.
ReportEntry reportEntry(InspectionResult result, const cv::Mat &map, const OperatingPoint &operatingPoint);

/// Entries of results whose maps were not kept, on all threads; hashes the pictures that were not hashed yet
/// (one that has vanished stays without). Reports `Stage::Writing`. \throws Error, Cancelled
std::vector<ReportEntry> reportEntries(const ModelIdentity &model, std::vector<InspectionResult> results,
                                       const OperatingPoint &operatingPoint, JobMonitor &monitor);

struct VerdictCounts {
    std::int64_t good = 0;
    std::int64_t review = 0; ///< for a person to decide
    std::int64_t defective = 0;
    std::int64_t failed = 0;

    std::int64_t total() const { return good + review + defective + failed; }
};

/// What a report says, whatever it is written as.
struct ReportContent {
    ReportFields fields;
    ReportLogo logo;
    QString dataSet; ///< name or folder, as shown
    QDateTime date = QDateTime::currentDateTime();
    ModelIdentity model;
    OperatingPoint operatingPoint;
    std::optional<PictureScale> scale; ///< of every picture; without one nothing is said in mm
    std::vector<ReportEntry> entries;
    std::vector<std::size_t> shown; ///< entries that the report shows with their picture, in this order
    bool annotatesAll = false;      ///< annotated pictures are made of all entries, not of those shown
    std::optional<PixelMetrics> pixels;
    ScoreIntervals scoreIntervals;             ///< see `addIntervals`
    std::vector<std::filesystem::path> leaked; ///< pictures the model was fitted or calibrated on

    VerdictCounts counts() const;
    /// Scores of the labelled pictures that could be inspected.
    ScoreTable labelledScores() const;
    /// At the operating point, over the decided ones of the labelled pictures.
    Agreement agreement() const;
};

/// Intervals that take a while, by bootstrap over the labelled pictures. \throws Cancelled
void addIntervals(ReportContent &content, JobMonitor &monitor);

/// Pictures the model was fitted or calibrated on, told by content (SHA-256), as `evaluate` does.
std::vector<std::filesystem::path> leakedPictures(const std::vector<ManifestEntry> &manifest,
                                                  const std::vector<ReportEntry> &entries);

enum class ReportPictures { All, Defective, Selected };

/// Indices for `ReportContent::shown`, defective pictures and those for review by falling score first, then the good
/// ones in their order. `selected` counts for ReportPictures::Selected only. Failed pictures are never among them:
/// they have a list of their own.
std::vector<std::size_t> picturesToShow(const std::vector<ReportEntry> &entries, ReportPictures choice,
                                        const std::vector<std::size_t> &selected = {});

} // namespace spotcheck::ui
