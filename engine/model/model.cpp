#include <spotcheck/model/model.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/detectors/anomalymap.h>
#include <spotcheck/detectors/registry.h>

#include "model/modelparts.h"

namespace spotcheck {

cv::Point Prediction::peakPatch() const
{
    const auto peak = std::max_element(patches.scores.begin(), patches.scores.end()) - patches.scores.begin();
    return patches.columns > 0 ? cv::Point(static_cast<int>(peak) % patches.columns,
                                           static_cast<int>(peak) / patches.columns)
                               : cv::Point();
}

std::optional<NormalPatch> Prediction::nearestNormal() const
{
    if (patches.nearest.empty())
        return {};
    const cv::Point peak = peakPatch();
    return patches.nearest[static_cast<std::size_t>(peak.y * patches.columns + peak.x)];
}

Model::Model(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Model::~Model() = default;

const DetectorInfo &Model::detector() const
{
    return *m_parts->info;
}

const ParameterValues &Model::parameters() const
{
    return m_parts->parameters;
}

const BackboneInfo &Model::backbone() const
{
    return m_parts->backbone->info();
}

const std::string &Model::backboneSha256() const
{
    return m_parts->backbone->weightsSha256();
}

const Preprocessing &Model::preprocessing() const
{
    return m_parts->preprocessing;
}

const Calibration &Model::calibration() const
{
    return m_parts->calibration;
}

const std::vector<ManifestEntry> &Model::manifest() const
{
    return m_parts->manifest;
}

const TrainingSummary &Model::summary() const
{
    return m_parts->summary;
}

std::uint64_t Model::seed() const
{
    return m_parts->seed;
}

const std::string &Model::created() const
{
    return m_parts->created;
}

const std::string &Model::softwareVersion() const
{
    return m_parts->softwareVersion;
}

Prediction Model::inspect(const cv::Mat &image) const
{
    const auto start = std::chrono::steady_clock::now();
    Prediction prediction;
    try {
        prediction.patches =
            m_parts->detector->score(m_parts->backbone->extract(m_parts->preprocessing.apply(image)));
    } catch (const std::bad_alloc &) {
        throw Error(ErrorCode::OutOfMemory, "while scoring a picture");
    }
    prediction.score = prediction.patches.imageScore;
    if (!std::isfinite(prediction.score))
        throw Error(ErrorCode::Internal, "the score is not a finite number");
    prediction.pValue = m_parts->calibration.normals() > 0 ? m_parts->calibration.pValue(prediction.score) : 1;
    prediction.imageSize = image.size();
    prediction.milliseconds =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return prediction;
}

cv::Mat Model::anomalyMap(const Prediction &prediction) const
{
    return expandAnomalyMap(prediction.patches, m_parts->preprocessing, prediction.imageSize);
}

std::string Model::normalImage(const NormalPatch &patch) const
{
    if (patch.image < 0 || static_cast<std::size_t>(patch.image) >= m_parts->fitted.size())
        return {};
    return m_parts->manifest[m_parts->fitted[static_cast<std::size_t>(patch.image)]].path;
}

cv::Rect Model::patchRectangle(cv::Point patch, const PatchScores &grid, cv::Size imageSize) const
{
    if (grid.rows == 0)
        return {};
    const cv::Rect2d seen = m_parts->preprocessing.visibleRegion(imageSize);
    const double width = seen.width / grid.columns;
    const double height = seen.height / grid.rows;
    // Three grid steps: about what a patch with its neighbourhood looks at.
    const cv::Rect2d around(seen.x + (patch.x - 1) * width, seen.y + (patch.y - 1) * height, 3 * width, 3 * height);
    return cv::Rect(cv::Point(static_cast<int>(std::floor(around.x)), static_cast<int>(std::floor(around.y))),
                    cv::Point(static_cast<int>(std::ceil(around.br().x)),
                              static_cast<int>(std::ceil(around.br().y)))) &
           cv::Rect(cv::Point(), imageSize);
}

} // namespace spotcheck
