#pragma once

#include <cstdint>
#include <vector>

#include <opencv2/core/mat.hpp>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/evaluation/curves.h>

namespace spotcheck {

struct PixelMetrics {
    double auroc = 0;            ///< over all pixels of all test pictures pooled
    double averagePrecision = 0;
    double aupro30 = 0;          ///< area under the per-region-overlap curve to a false positive rate of 0.3, / 0.3
    std::int64_t goodPixels = 0;
    std::int64_t defectivePixels = 0;
    std::int64_t regions = 0;
    std::vector<CurvePoint> proCurve; ///< x: false positive rate, y: mean overlap; thinned to at most 2,000 points
};

/// Collects raw anomaly maps and ground-truth masks picture by picture, then computes exact pixel metrics.
/// Keeps 4 bytes a good pixel and 8 bytes a defective one; sorting is done in place.
class PixelMetricsBuilder {
public:
    explicit PixelMetricsBuilder(double falsePositiveLimit = 0.3);

    /// `map`: CV_32FC1, finite. `mask`: CV_8UC1 of the same size, or empty for a good picture. Regions are the
    /// 8-connected components of the mask. \throws Error(InvalidParameter) for other types, sizes or NaN
    void add(const cv::Mat &map, const cv::Mat &mask);

    std::uint64_t bytes() const; ///< held at the moment

    /// Empties the builder. All NaN where there is no good or no defective pixel. \throws Cancelled
    PixelMetrics compute(JobMonitor &monitor);

private:
    struct RegionPixel {
        float value;
        std::int32_t region; ///< over all pictures
    };
    double m_limit;
    std::vector<float> m_good;
    std::vector<RegionPixel> m_defective;
    std::vector<std::int64_t> m_regionSizes;
};

} // namespace spotcheck
