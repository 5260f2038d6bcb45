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
    double wantedRate = 0;           ///< the false alarm rate asked for
    double smallestSupportedRate = 1; ///< 1 / (n + 1): fewer false alarms cannot be promised from n normals
    bool supported = false;          ///< wantedRate >= smallestSupportedRate
    std::int64_t normals = 0;
};

/// Raw scores of normal pictures that the detector has not been fitted on (split conformal calibration).
/// Memory-bank detectors score their own training pictures near zero, so those never enter here.
class Calibration {
public:
    Calibration() = default;
    /// `imageScores`, `mapPeaks`: one each per held-out normal (peaks empty without maps). `mapValues`: a sample
    /// of raw map values over all held-out normals, for the display scale. Not-finite values are refused.
    /// \throws Error(NotEnoughNormals, Internal)
    Calibration(std::vector<float> imageScores, std::vector<float> mapPeaks, const std::vector<float> &mapValues);

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
};

/// Mean plus `sigmas` sample standard deviations (divided by n - 1). \throws Error(NotEnoughNormals) for n < 2
double meanAndSigmas(const std::vector<float> &values, double sigmas);

/// The rate used where nobody has chosen one.
constexpr double defaultFalseAlarmRate = 0.05;

} // namespace spotcheck
