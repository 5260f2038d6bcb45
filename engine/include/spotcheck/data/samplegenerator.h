#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include <spotcheck/core/jobmonitor.h>

namespace spotcheck {

/// The built-in sample: a brushed metal plate with printed marks, punched holes, and light that changes, so
/// that the whole path can be walked without any data. Deterministic by seed, on every machine.
struct SampleOptions {
    int normalCount = 60;
    int goodTestCount = 20;
    int defectiveTestCount = 40; ///< spread evenly over the defect kinds
    int imageSize = 512;         ///< px, square
    std::uint64_t seed = 0;

    /// \throws Error(InvalidParameter)
    void validate() const;
};

/// Defect kinds in the order of their folders: "blob", "dent", "missing", "scratch", "stain".
const std::vector<std::string> &sampleDefectKinds();

struct SamplePicture {
    cv::Mat image; ///< CV_8UC3, RGB
    cv::Mat mask;  ///< CV_8UC1, 255 where defective; all 0 for a good part
};

/// One picture. `defectKind` empty gives a good part. The same arguments give the same pixels.
SamplePicture drawSamplePicture(const SampleOptions &options, const std::string &defectKind, int index);

/// Writes the set in the MVTec AD layout below `folder` (made if need be; existing files of the same names are
/// overwritten, others left alone). \throws Error(WriteFailed, InvalidParameter), Cancelled
void writeSampleDataset(const std::filesystem::path &folder, const SampleOptions &options, JobMonitor &monitor);

} // namespace spotcheck
