#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/core/message.h>
#include <spotcheck/core/parameterspec.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/decision/calibration.h>
#include <spotcheck/detectors/detector.h>
#include <spotcheck/image/preprocessing.h>

namespace spotcheck {

struct ExportedParts;
struct TorchScriptOptions;

/// What to train. Everything in it goes into the model file.
struct TrainingOptions {
    std::string detector = "patchcore";
    ParameterValues parameters; ///< those that differ from the defaults
    std::string backbone = "embedded-resnet18";
    Precision precision = Precision::Exact; ///< of the network, in training and inspection
    Preprocessing preprocessing;            ///< mean and deviation are taken from the backbone
    /// Picture that the others are aligned to, where the preprocessing says so; empty: the first one fitted on.
    std::filesystem::path alignmentReference;
    /// Share of the normals held out for calibration, (0, 0.5]. At least one is held out.
    double calibrationShare = 0.2;
    /// 0, or from 2 to 20: no normal is held out. Each is scored by a model that was trained on the other parts, for
    /// the calibration, and the model itself is fitted on all of them: (folds + 1) times the time, no picture lost.
    int calibrationFolds = 0;
    std::uint64_t seed = 0; ///< of the split and of the detector
    /// Where an extra training keeps its state after every epoch; a run with the same pictures and settings goes on
    /// from it. Removed when the training has succeeded. Empty: nothing is kept.
    std::filesystem::path checkpoint;

    /// Of the share alone: parameters are checked by their detector. \throws Error(InvalidParameter)
    void validate() const;
};

/// A picture that was used in a training.
struct ManifestEntry {
    std::string path; ///< as given
    std::string sha256;
    bool heldOut = false;    ///< used for calibration, not for fitting
    bool addedLater = false; ///< taken in as good after the calibration, see Model::withGoodPicture
};

struct TrainingSummary {
    FitSummary fit;
    std::int64_t fitted = 0;  ///< pictures fitted on
    std::int64_t heldOut = 0; ///< pictures calibrated on; with folds these are the fitted ones
    double secondsTotal = 0;
    double secondsFitting = 0;
    double secondsCalibration = 0;
    std::uint64_t peakMemoryBytes = 0; ///< of the process while training; 0 where the system cannot tell
    std::vector<Message> warnings;     ///< about the data, that the user should know
};

/// What a training is expected to need, told before it starts.
struct TrainingEstimate {
    std::uint64_t memoryBankBytes = 0; ///< of the finished model
    std::uint64_t peakBytes = 0;       ///< while training
    double seconds = 0;                ///< from the measured speed of this machine; 0 where that is unknown
};

/// One picture's result.
struct Prediction {
    double score = 0;  ///< raw image score
    double pValue = 1; ///< against the held-out normals
    PatchScores patches;
    cv::Size imageSize;
    std::optional<PictureAlignment> alignment; ///< where the model aligns pictures
    double milliseconds = 0;                   ///< preprocessing, network and scoring; reading the file apart

    /// Position of the strongest patch on the grid; rows = 0 in `patches` means there is none.
    cv::Point peakPatch() const;
    /// The nearest normal patch of that position, where the detector has a memory bank.
    std::optional<NormalPatch> nearestNormal() const;
};

/// A trained detector with everything an inspection needs: preprocessing, frozen backbone, calibration and the
/// manifest of what it was trained on. Constant after it was made; `inspect` may run in several threads.
class Model {
public:
    /// Trains on `normals`. Every file's head and length are checked first, so that a broken one is named before
    /// the long work starts. \throws Error, Cancelled
    static std::shared_ptr<const Model> train(const std::vector<Sample> &normals, const TrainingOptions &options,
                                              const WeightsStore &weights, JobMonitor &monitor);

    /// \throws Error(FileNotFound, ModelInvalid, ModelTooNew, WeightsMissing, WeightsChanged, UnknownDetector)
    static std::shared_ptr<const Model> load(const std::filesystem::path &file, const WeightsStore &weights);
    /// Writes `NAME.spotcheck` atomically. Scores after `load` are bit-identical. \throws Error(WriteFailed)
    void save(const std::filesystem::path &file) const;
    /// Size of the file that `save` would write.
    std::uint64_t fileBytes() const;

    ~Model();

    bool canLearnGoodPicture() const;
    /// A model that also knows the picture in `file` to be good, without a new training: the patches farthest from
    /// the memory bank join it until all lie within the coverage radius that the training left, and closer where the
    /// picture would still score above the median of the held-out normals. This model stays as it is.
    /// The calibration is kept: its scores were taken with the smaller bank. A nearest distance can only fall when a
    /// bank grows, so that normals raise no more false alarms than promised; defects like the picture may be missed.
    /// \throws Error(InvalidParameter) unless `canLearnGoodPicture`; as readImage; Cancelled
    std::shared_ptr<const Model> withGoodPicture(const std::filesystem::path &file, JobMonitor &monitor) const;
    std::int64_t learntLater() const; ///< pictures taken in after the calibration

    /// What `exportTorchScript` (export/torchscript.h) writes. \throws Error(NotExportable)
    ExportedParts exportedParts(const TorchScriptOptions &options) const;

    const DetectorInfo &detector() const;
    const ParameterValues &parameters() const;
    const BackboneInfo &backbone() const;
    Precision precision() const; ///< as it was trained, and is inspected
    const std::string &backboneSha256() const;
    const Preprocessing &preprocessing() const;
    const Calibration &calibration() const;
    const std::vector<ManifestEntry> &manifest() const;
    const TrainingSummary &summary() const;
    std::uint64_t seed() const;
    const std::string &created() const;         ///< ISO 8601, UTC
    const std::string &softwareVersion() const; ///< that trained it

    /// `image`: as `readImage` gives it. \throws Error(InvalidParameter, OutOfMemory, Internal)
    Prediction inspect(const cv::Mat &image) const;

    /// The raw anomaly map of `prediction`, CV_32FC1 at its image size; empty without a map.
    cv::Mat anomalyMap(const Prediction &prediction) const;
    /// Which pixels are judged, by region of interest and centre crop: CV_8UC1, 255 or 0; empty where all are.
    cv::Mat regionMask(const Prediction &prediction) const;
    /// How `image` lies in respect to the model's reference; nothing where the model does not align pictures.
    std::optional<PictureAlignment> align(const cv::Mat &image) const;

    /// The picture a fitted patch came from, as given in training; empty if unknown.
    std::string normalImage(const NormalPatch &patch) const;
    /// Where a grid position lies in a picture of `imageSize`: the square of pixels around its centre.
    cv::Rect patchRectangle(cv::Point patch, const PatchScores &grid, cv::Size imageSize,
                            const std::optional<PictureAlignment> &alignment = {}) const;
    /// The grid position that a pixel of the picture belongs to; the nearest one where the network did not see it.
    /// `prediction` has a grid.
    cv::Point patchAt(cv::Point pixel, const Prediction &prediction) const;

private:
    struct Parts;
    explicit Model(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// How fast one thread of this machine is; zeros where that is unknown.
struct ComputeSpeed {
    double secondsPerPicture = 0;   ///< reading, framing, tiles and network
    double operationsPerSecond = 0; ///< multiply-adds of a matrix product
};

/// Measures on `picture`, with the backbone and the framing of `options`: takes about as long as three pictures.
/// 	hrows Error, Cancelled
ComputeSpeed measureSpeed(const TrainingOptions &options, const std::filesystem::path &picture,
                          const WeightsStore &weights, JobMonitor &monitor);

/// Memory and, where the speed is known, time before a training. Does not touch the pictures.
/// 	hrows Error(UnknownDetector, UnknownBackbone, InvalidParameter, LayerMissing)
TrainingEstimate estimateTraining(const TrainingOptions &options, std::int64_t normals,
                                  const ComputeSpeed &speed = {});

} // namespace spotcheck
