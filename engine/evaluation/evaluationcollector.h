#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include <spotcheck/evaluation/evaluation.h>

namespace spotcheck {

/// Gathers a test run picture by picture, in any order, and makes its metrics. Maps are not kept.
class EvaluationCollector {
public:
    /// Without `pixels` no pixel is kept: where no picture has a mask, large pictures would fill the memory for
    /// nothing.
    EvaluationCollector(std::size_t pictures, const std::vector<ManifestEntry> &manifest, bool pixels = true);

    /// `map`: raw, at image size; empty where the detector has none, and then masks are not looked at.
    /// `looked`: 0 where a pixel lies outside the region of interest; empty where none does.
    /// \throws Error(InvalidParameter) for a map that is not finite
    void take(std::size_t index, InspectionResult result, const cv::Mat &map, const cv::Mat &looked = {});

    /// \throws Error(Internal) for a score that is not finite, Cancelled
    EvaluationReport finish(JobMonitor &monitor);

private:
    void addPixels(const Sample &sample, const cv::Mat &map, const cv::Mat &looked);

    std::set<std::string> m_trainedOn; ///< SHA-256
    EvaluationReport m_report;
    PixelMetricsBuilder m_pixels;
    bool m_wantsPixels;
};

} // namespace spotcheck
