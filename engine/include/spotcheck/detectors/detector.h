#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <opencv2/core/types.hpp>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/backbone/featuremap.h>
#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/core/parameterspec.h>

namespace spotcheck {

class Detector;
class ModelReader;
class ModelWriter;
class ModuleScript;

/// Multiply-adds, of the matrix products that dominate.
struct DetectorOperations {
    double fitting = 0; ///< once
    double scoring = 0; ///< of one picture
};

/// Facts about the data that a detector's memory bank depends on, for the estimate before a training.
struct DataFacts {
    std::int64_t normals = 0;     ///< pictures the detector is fitted on
    cv::Size inputSize{224, 224}; ///< px, of what goes through the network (all tiles together)

    /// Grid of `layer` for an input of that size.
    cv::Size grid(const BackboneLayer &layer) const
    {
        return {(inputSize.width + layer.stride - 1) / layer.stride,
                (inputSize.height + layer.stride - 1) / layer.stride};
    }
};

/// A named set of values, for users who do not want to choose each.
struct ParameterPreset {
    std::string id;         ///< "fast", "balanced", "accurate"
    std::string title;      ///< English, translated by the window
    std::string help;       ///< what it costs and what it brings, one sentence
    ParameterValues values; ///< those that differ from the defaults
};

/// Everything about a detector that is not its computation. The cards, the comparison table, the form and the
/// command line are made from it.
struct DetectorInfo {
    std::string id;             ///< stable, for files: "patchcore"
    std::string title;          ///< "PatchCore"
    std::string paper;          ///< "Roth et al., CVPR 2022, arXiv 2106.08265"
    std::string analysisUnit;   ///< "patch"
    std::string scoring;        ///< one sentence
    std::string memoryBank;     ///< as a formula
    std::string backbones;      ///< those of its paper
    std::string extraTraining;  ///< what is trained beyond reading features, "none" otherwise; a few words
    std::string alignment;      ///< whether parts must lie alike, a few words
    std::string advice;         ///< when to choose it, one or two sentences
    bool needsTraining = false; ///< beyond reading the normals' features
    bool needsAlignment = false;
    bool hasAnomalyMap = true;
    bool extendsMemoryBank = false; ///< can take in one more normal picture without a new training
    bool exportable = false;        ///< has a TorchScript form, see export/torchscript.h
    std::vector<ParameterSpec> parameters;
    std::vector<ParameterPreset> presets; ///< from fast to accurate; "balanced" is the defaults

    /// Bytes of what is stored, for the parameters and data given.
    std::function<std::uint64_t(const ParameterValues &, const BackboneInfo &, const DataFacts &)> memoryBankBytes;
    /// Peak bytes needed while fitting, beyond the backbone.
    std::function<std::uint64_t(const ParameterValues &, const BackboneInfo &, const DataFacts &)> fittingBytes;
    /// Arithmetic beyond the backbone: from it a time is told before a training, good to a factor of about two.
    std::function<DetectorOperations(const ParameterValues &, const BackboneInfo &, const DataFacts &)> operations;
    /// Layers of the backbone that the detector looks at. \throws Error(LayerMissing, InvalidParameter)
    std::function<std::vector<std::string>(const ParameterValues &, const BackboneInfo &)> layers;
    /// `parameters` are complete and checked.
    std::function<std::unique_ptr<Detector>(const ParameterValues &parameters, std::uint64_t seed)> create;
};

/// Feature maps of the pictures a detector is fitted on. Pictures are read and go through the backbone as they
/// are asked for, several at a time; only what the detector keeps stays in memory.
class NormalFeatures {
public:
    virtual ~NormalFeatures() = default;
    virtual std::int64_t size() const = 0;
    /// For every picture: `embed(maps)` on any of several threads, then `take(index, patches)` on the calling
    /// thread in order of index, so that sums do not depend on the number of threads.
    /// Reports progress as `Stage::Features`. \throws Error, Cancelled
    virtual void forEach(JobMonitor &monitor, const std::function<PatchGrid(const FeatureMaps &)> &embed,
                         const std::function<void(std::int64_t, PatchGrid)> &take) const = 0;
    /// The maps as they are, to `take(index, maps)` on the calling thread in order of index. Otherwise as above.
    virtual void forEachMaps(JobMonitor &monitor,
                             const std::function<void(std::int64_t, FeatureMaps)> &take) const = 0;
};

/// Where a long extra training keeps its state after every epoch, so that it can go on from there after it was
/// cancelled. The base class keeps nothing.
class FitCheckpoint {
public:
    FitCheckpoint() = default;
    FitCheckpoint(const FitCheckpoint &) = delete;
    FitCheckpoint &operator=(const FitCheckpoint &) = delete;
    virtual ~FitCheckpoint() = default;

    /// What an earlier run with the same pictures and settings left; null where there is nothing.
    virtual const ModelReader *saved() const;
    /// Replaces what was kept. \throws Error(WriteFailed)
    virtual void keep(const ModelWriter &state);
};

/// Where the nearest normal patch of a grid position was seen.
struct NormalPatch {
    std::int32_t image = -1; ///< index among the pictures fitted on
    std::int16_t row = 0;    ///< on that picture's grid
    std::int16_t column = 0;
};

/// A detector's raw answer for one picture, before it is brought to the picture's size.
struct PatchScores {
    float imageScore = 0; ///< raw, in the detector's own unit; larger is more anomalous
    int rows = 0;         ///< 0 where the detector has no map
    int columns = 0;
    std::vector<float> scores;        ///< rows x columns, raw
    std::vector<NormalPatch> nearest; ///< rows x columns, empty without a memory bank
};

/// The Gaussian of one layer, of a detector that judges whole pictures layer by layer.
struct FittedLevel {
    std::string layer;
    std::int64_t dimensions = 0;
    double shrinkage = 0; ///< of its covariance towards equal variances, 0 to 1
    /// The distance that a draw from this Gaussian keeps below with a probability of 99.73 %, by chi-square.
    double limit = 0;
};

/// What a fit has done, as figures: never "look in the log".
struct FitSummary {
    std::int64_t patches = 0; ///< features seen
    std::int64_t stored = 0;  ///< features (or Gaussians, centroids) kept
    std::uint64_t bankBytes = 0;
    std::optional<double> coverageRadius{}; ///< largest distance of a patch to the coreset, after projection
    std::optional<double> lastLoss{};       ///< of an extra training's last epoch
    std::vector<FittedLevel> levels{};      ///< of a detector with a Gaussian a layer
};

/// A detector with a larger memory bank; null where that is not possible.
struct BankExtension {
    std::unique_ptr<Detector> detector;
    std::int64_t stored = 0; ///< features kept, in all
    std::uint64_t bankBytes = 0;
};

/// A detector: learns what normal pictures look like, then scores one picture. After `fit` or `load` it is
/// constant, and `score` may run in several threads at once.
class Detector {
public:
    virtual ~Detector() = default;

    /// \throws Error(NotEnoughNormals, OutOfMemory), Cancelled
    virtual FitSummary fit(const NormalFeatures &normals, JobMonitor &monitor, FitCheckpoint &checkpoint) = 0;
    /// `maps`: the layers that `DetectorInfo::layers` named, in that order.
    virtual PatchScores score(const FeatureMaps &maps) const = 0;

    /// A detector that also knows the patches of another normal picture, fitted picture number `image`: those
    /// farthest from the memory bank are added until all lie within `radius` of it. This one stays as it is. Null
    /// unless `DetectorInfo::extendsMemoryBank`.
    virtual BankExtension extended(const FeatureMaps &maps, std::int32_t image, double radius) const;
    /// The writer refers to the detector's values: it must be written before the detector changes.
    virtual void save(ModelWriter &writer) const = 0;
    /// A detector that reads its values in place keeps a copy of `reader`, which keeps the file mapped.
    /// \throws Error(ModelInvalid)
    virtual void load(const ModelReader &reader) = 0;

    /// Adds the detector's steps to an exported module: `features(layers)`, from the backbone's layers [N, C, H, W]
    /// to a grid [N, rows, columns, D], and `judged(patches)`, from one picture's patches [L, D] to their scores [L]
    /// and the picture's []. Adds nothing unless `DetectorInfo::exportable`.
    virtual void describe(ModuleScript &script) const;
};

} // namespace spotcheck
