#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include <opencv2/core/mat.hpp>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/evaluation/bootstrap.h>
#include <spotcheck/evaluation/curves.h>

namespace spotcheck {

struct PixelMetrics {
    double auroc = 0; ///< over all pixels of all test pictures pooled
    double averagePrecision = 0;
    double aupro30 = 0; ///< area under the per-region-overlap curve to a false positive rate of 0.3, / 0.3
    /// Mean over the defective pictures of AUPIMO (Bertoldo et al., arXiv 2401.01984): recall within the picture at
    /// false positive rates of 1e-5 to 1e-4 among the pixels of normal pictures. NaN where the normal pictures have
    /// too few pixels (100,000) to tell such rates.
    double aupimo = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> aupimoOfPictures; ///< of each defective picture with a mask, in the order they came
    Interval aurocInterval;               ///< these four by bootstrap of the pictures
    Interval averagePrecisionInterval;
    Interval aupro30Interval;
    Interval aupimoInterval;
    std::int64_t goodPixels = 0;
    std::int64_t defectivePixels = 0;
    std::int64_t regions = 0;
    std::vector<CurvePoint> proCurve; ///< x: false positive rate, y: mean overlap; thinned to at most 2,000 points
};

/// Collects raw anomaly maps and ground-truth masks picture by picture, then computes exact pixel metrics.
/// Keeps 4 bytes a good pixel and 8 bytes a defective one; sorting is done in place. The intervals take another 4 kB
/// a normal picture and 11 kB a defective one.
class PixelMetricsBuilder {
public:
    /// \throws Error(InvalidParameter) for a limit outside (0, 1]
    explicit PixelMetricsBuilder(double falsePositiveLimit = 0.3);
    ~PixelMetricsBuilder();

    /// `map`: CV_32FC1, finite. `mask`: CV_8UC1 of the same size, or empty for a good picture. Regions are the
    /// 8-connected components of the mask. `looked`: CV_8UC1 of the same size, 0 where a pixel does not count,
    /// neither in the map nor in the ground truth; empty where all do. \throws Error(InvalidParameter) for other
    /// types, sizes or NaN
    void add(const cv::Mat &map, const cv::Mat &mask, const cv::Mat &looked = {});

    std::uint64_t bytes() const; ///< held at the moment
    void clear();

    /// Empties the builder. All NaN where there is no good or no defective pixel. Figures do not depend on the order
    /// of the pictures; intervals do, as they do on the seed. \throws Error(InvalidParameter), Cancelled
    PixelMetrics compute(JobMonitor &monitor, const BootstrapOptions &bootstrap = {.replicates = 1000});

private:
    struct Pixels;
    double m_limit;
    std::unique_ptr<Pixels> m_pixels;
};

} // namespace spotcheck
