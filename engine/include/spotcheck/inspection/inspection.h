#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/core/message.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/decision/regions.h>
#include <spotcheck/model/model.h>

namespace spotcheck {

/// One picture of an inspection run: a prediction, or the reason why there is none.
struct InspectionResult {
    Sample sample;
    std::optional<Prediction> prediction;
    std::string failure; ///< an English sentence that names the file; empty when there is a prediction
    float mapPeak = 0;   ///< largest raw value of the anomaly map at image size
    std::string sha256;  ///< of the file, where asked for
};

struct InspectionOptions {
    bool hashFiles = false;
};

/// Inspects `samples` on all threads, reading, network and scoring side by side. `take(index, result, map)` is
/// called on this thread once for every sample, in order; `map` is the raw anomaly
/// map at image size (empty without one), valid during the call, so that memory stays bounded.
/// A picture that cannot be read does not stop the run. \throws Error(OutOfMemory, Internal), Cancelled
void inspectSamples(const Model &model, const std::vector<Sample> &samples, const InspectionOptions &options,
                    JobMonitor &monitor,
                    const std::function<void(std::size_t, InspectionResult, const cv::Mat &)> &take);

enum class Verdict { Good, Review, Defective, Failed };
std::string verdictId(Verdict verdict); ///< "good", "review", "defective", "failed"

/// By which rule a threshold was chosen on the labels of the test pictures.
enum class LabelGoal { None, MissRate, BestF1, LeastCost, Youden };

/// The operating point of a run: raw image threshold, raw pixel threshold, least area, and where they come from.
struct OperatingPoint {
    double threshold = 0;         ///< an image is defective when its score is above
    float pixelThreshold = 0;     ///< a pixel belongs to a region when its map value is above
    std::int64_t minimumArea = 1; ///< px
    enum class Origin { FalseAlarmRate, ByHand, TestLabels, NormalSpread, ChiSquare } origin = Origin::FalseAlarmRate;
    double wantedFalseAlarmRate = 0; ///< for Origin::FalseAlarmRate and ChiSquare
    bool supported = true;           ///< the normals can support that rate
    /// At most `threshold`. Pictures with a score above it, and not above `threshold`, go to a person.
    std::optional<double> reviewThreshold = std::nullopt;
    LabelGoal labelGoal = LabelGoal::None; ///< for Origin::TestLabels
    double goalValue = 0;     ///< share of misses for MissRate; cost of a miss in false alarms for LeastCost
    int calibrationFolds = 0; ///< for Origin::FalseAlarmRate: as Calibration::folds
    std::vector<int> degreesOfFreedom{}; ///< for Origin::ChiSquare: of each layer
    double goalPrevalence = 0; ///< for LeastCost: share of defective parts in real use; 0 where it is not known

    /// The score above which a picture is no longer called good.
    double lowerThreshold() const { return reviewThreshold ? *reviewThreshold : threshold; }
    /// Another threshold chosen in another way. A review band stays and is pushed along where it would lie above.
    OperatingPoint withThreshold(double value, Origin chosen) const;
    /// The band's lower end, pushing the threshold up where it would lie below; nothing takes the band away.
    OperatingPoint withReviewThreshold(std::optional<double> value) const;

    /// Whether the labels of the test pictures had a part in the threshold: then figures on the same pictures are too
    /// favourable. Nothing where a person set it, who may have seen them.
    std::optional<bool> usesTestLabels() const;

    /// One sentence: how it was chosen and what it can promise.
    Message explanation(std::int64_t calibrationNormals) const;

    Verdict verdict(const InspectionResult &result) const;
    RegionOptions regionOptions() const { return {pixelThreshold, minimumArea}; }
};

/// From normals alone: image and pixel threshold at `falseAlarmRate`. \throws Error(InvalidParameter)
OperatingPoint operatingPointFromNormals(const Calibration &calibration, double falseAlarmRate);

/// The rule of control charts: mean + `normalSpreadSigmas` standard deviations of the held-out normals' scores, and
/// of their map peaks. It promises a rate only where scores are normally distributed, which they seldom are. \throws
/// Error(NotEnoughNormals) for fewer than two
OperatingPoint operatingPointFromSpread(const Calibration &calibration);
constexpr double normalSpreadSigmas = 3;

/// For a score that is a sum of Mahalanobis distances, one to a Gaussian of each of L layers: the sum of the
/// distances within which a share of 1 - falseAlarmRate / L of each Gaussian lies, sqrt(chi2inv(1 - falseAlarmRate /
/// L, k)). A sum above needs at least one distance above its own limit, so that by Bonferroni's inequality the rate
/// holds, if features are normally distributed and their mean and covariance are known exactly. They are estimated
/// from few pictures, so the held-out normals are asked: where significantly more of them lie above than the rate
/// allows (exact 95 % interval), the limit is refused. The pixel threshold is that of `operatingPointFromNormals`.
/// `degreesOfFreedom`: one a layer, as `spotcheck::degreesOfFreedom`.
/// \throws Error(InvalidParameter)
OperatingPoint operatingPointFromChiSquare(const Calibration &calibration, const std::vector<int> &degreesOfFreedom,
                                           double falseAlarmRate);
/// Dimensions of the model's Gaussians whose distances its score sums up; empty for every other kind of score.
std::vector<int> degreesOfFreedom(const Model &model);

} // namespace spotcheck
