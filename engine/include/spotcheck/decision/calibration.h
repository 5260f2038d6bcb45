#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <opencv2/core/mat.hpp>

namespace spotcheck {

/// The colour scale of a model's heat maps, fixed once from held-out normals and never per picture: a good part
/// must look good.
struct DisplayScale {
    float low = 0;  ///< raw map value shown as nothing: the median over held-out normal maps
    float high = 1; ///< raw map value shown as the strongest colour
};

/// A threshold, and what the normals behind it can support.
struct NormalThreshold {
    double threshold = 0;
    double wantedRate = 0;            ///< the false alarm rate asked for
    double smallestSupportedRate = 1; ///< 1 / (n + 1): fewer false alarms cannot be promised from n normals
    bool supported = false;           ///< wantedRate >= smallestSupportedRate
    /// The rate at this threshold is at most `wantedRate` on average over calibrations, and at most this in 95 of
    /// 100.
    double upperRate = 1;
    std::int64_t normals = 0;
};

/// The false alarm rate of new normals above the `above`-th largest of `normals` scores (1 to `normals`) follows a
/// beta distribution whatever that of the scores is (Vovk, ACML 2012, Prop. 2a; Wilks 1941); this is its quantile:
/// the rate that `confidence` of all calibrations stay within. \throws Error(InvalidParameter)
double realisedRateQuantile(std::int64_t normals, std::int64_t above, double confidence);
/// How many of `normals` and one more may lie above a threshold for `rate`: floor(rate (n + 1)); 0: no threshold can
/// promise it.
std::int64_t pictureAllowance(std::int64_t normals, double rate);

/// Raw scores of normal pictures that the detector has not been fitted on (split conformal calibration), or, with
/// `folds` > 0, each by a model that was fitted on the other parts (k-fold).
/// Memory-bank detectors score their own training pictures near zero, so those never enter here.
class Calibration {
public:
    Calibration() = default;
    /// `imageScores`, `mapPeaks`: one each per held-out normal (peaks empty without maps). `mapValues`: a sample
    /// of raw map values over all held-out normals, for the display scale. Not-finite values are refused.
    /// \throws Error(NotEnoughNormals, Internal)
    Calibration(std::vector<float> imageScores, std::vector<float> mapPeaks, const std::vector<float> &mapValues,
                int folds = 0);

    /// Number of models that the scores come from; 0: all from the one that judges.
    int folds() const { return m_folds; }
    std::int64_t normals() const { return static_cast<std::int64_t>(m_scores.size()); }
    const std::vector<float> &scores() const { return m_scores; }     ///< ascending
    const std::vector<float> &mapPeaks() const { return m_mapPeaks; } ///< ascending

    /// Conformal p-value (1 + #{held-out score >= score}) / (n + 1), in (0, 1].
    double pValue(double score) const;

    /// The smallest held-out score t such that "score > t means defective" raises false alarms at most at the
    /// wanted rate (order statistic ceil((1 - rate) (n + 1))). Where n is too small, the largest score, and
    /// `supported` is false. \throws Error(InvalidParameter) for a rate outside (0, 1)
    NormalThreshold thresholdAt(double falseAlarmRate) const;
    /// The same over map peaks: above it, no more than the wanted share of good pictures shows any region.
    NormalThreshold pixelThresholdAt(double falseAlarmRate) const;

    const DisplayScale &displayScale() const { return m_display; }

    std::string toJson() const;
    /// \throws Error(ModelInvalid)
    static Calibration fromJson(std::string_view json);

private:
    std::vector<float> m_scores;
    std::vector<float> m_mapPeaks;
    DisplayScale m_display;
    int m_folds = 0;
};

/// Mean plus `sigmas` sample standard deviations (divided by n - 1). \throws Error(NotEnoughNormals) for n < 2
double meanAndSigmas(const std::vector<float> &values, double sigmas);

/// The rate used where nobody has chosen one.
constexpr double defaultFalseAlarmRate = 0.05;

} // namespace spotcheck
