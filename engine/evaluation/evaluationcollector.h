#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include <spotcheck/evaluation/evaluation.h>

namespace spotcheck {

/// Gathers a test run picture by picture, in any order, and makes its metrics. Maps are not kept.
class EvaluationCollector {
public:
    /// \param pixelBytes what the pixels may take while they are gathered; with 0 none is kept, as where no picture
    /// has a mask. Where they would take more they are let go and `Evaluation::pixelsNeeded` says so: 1,000 pictures
    /// of 5 megapixels take 20 GB, and the other figures need none of it.
    EvaluationCollector(std::size_t pictures, const std::vector<ManifestEntry> &manifest,
                        std::uint64_t pixelBytes = std::numeric_limits<std::uint64_t>::max());

    /// `map`: raw, at image size; empty where the detector has none, and then masks are not looked at.
    /// `looked`: 0 where a pixel lies outside the region of interest; empty where none does.
    /// \throws Error(InvalidParameter) for a map that is not finite
    void take(std::size_t index, InspectionResult result, const cv::Mat &map, const cv::Mat &looked = {});

    /// \throws Error(Internal) for a score that is not finite, Cancelled
    EvaluationReport finish(JobMonitor &monitor);

private:
    void addPixels(const Sample &sample, const cv::Mat &map, const cv::Mat &looked);
    void keepPixels(const cv::Mat &map, const cv::Mat &mask, const cv::Mat &looked);

    std::set<std::string> m_trainedOn; ///< SHA-256
    EvaluationReport m_report;
    PixelMetricsBuilder m_pixels;
    std::uint64_t m_pixelBytes;
    std::uint64_t m_neededBytes = 0; ///< by all pixels so far, kept or not
};

} // namespace spotcheck
