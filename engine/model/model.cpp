#include <spotcheck/model/model.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/detectors/anomalymap.h>
#include <spotcheck/detectors/registry.h>

#include "detectors/imagescore.h"
#include "model/modelparts.h"
#include "model/picturefeatures.h"

namespace spotcheck {

namespace {

PictureAlignment placeOf(cv::Size imageSize, const std::optional<PictureAlignment> &alignment)
{
    return alignment ? alignment->resizedTo(imageSize)
                     : PictureAlignment{cv::Matx33d::eye(), imageSize, imageSize, 0, false};
}

/// Bounds of what a rectangle of the aligned picture becomes in the picture. Both count pixels from their upper left
/// corner, the alignment from their centres.
cv::Rect2d boundsInPicture(const cv::Rect2d &rectangle, const PictureAlignment &place)
{
    if (!place.aligned)
        return rectangle;
    const cv::Point2d half(0.5, 0.5);
    cv::Point2d least;
    cv::Point2d most;
    bool any = false;
    for (const cv::Point2d &corner : {rectangle.tl(), cv::Point2d(rectangle.br().x, rectangle.y), rectangle.br(),
                                      cv::Point2d(rectangle.x, rectangle.br().y)}) {
        const cv::Point2d point = moved(place.toPicture, corner - half) + half;
        least = any ? cv::Point2d(std::min(least.x, point.x), std::min(least.y, point.y)) : point;
        most = any ? cv::Point2d(std::max(most.x, point.x), std::max(most.y, point.y)) : point;
        any = true;
    }
    return {least, most};
}

/// What is judged of an (aligned) picture of `size`: 255 within region of interest and centre crop, else 0; empty
/// where all of it is.
cv::Mat judgedMask(const Preprocessing &preprocessing, cv::Size size)
{
    cv::Mat judged = preprocessing.region.mask(size);
    if (preprocessing.framing == Preprocessing::Framing::FullFrame)
        return judged;
    if (judged.empty())
        judged = cv::Mat(size, CV_8UC1, cv::Scalar(255));
    const cv::Rect2d seen = preprocessing.visibleRegion(size);
    const auto first = [](double edge) {
        return static_cast<int>(std::ceil(edge - 0.5));
    }; // pixel whose middle is in
    const cv::Rect inside =
        cv::Rect(cv::Point(first(seen.x), first(seen.y)), cv::Point(first(seen.br().x), first(seen.br().y))) &
        cv::Rect(cv::Point(), size);
    cv::Mat cropped(size, CV_8UC1, cv::Scalar(0));
    judged(inside).copyTo(cropped(inside));
    return cropped;
}

} // namespace

cv::Point Prediction::peakPatch() const
{
    const auto peak = std::max_element(patches.scores.begin(), patches.scores.end()) - patches.scores.begin();
    return patches.columns > 0
               ? cv::Point(static_cast<int>(peak) % patches.columns, static_cast<int>(peak) / patches.columns)
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

Precision Model::precision() const
{
    return m_parts->backbone->precision();
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
        const PictureFeatures features =
            pictureFeatures(image, m_parts->preprocessing, m_parts->aligner.get(), *m_parts->backbone);
        if (m_parts->source && !m_parts->mapped.expired())
            m_parts->source->check();
        prediction.patches = m_parts->detector->score(features.maps);
        prediction.alignment = features.alignment;
    } catch (const std::bad_alloc &) {
        throw Error(ErrorCode::OutOfMemory, "while scoring a picture");
    } catch (const cv::Exception &exception) {
        // What a picture leads OpenCV to refuse is that picture's own fault: the others go on.
        const bool memory = exception.code == cv::Error::StsNoMem;
        throw Error(memory ? ErrorCode::OutOfMemory : ErrorCode::NotAnImage, exception.err);
    } catch (const Error &error) {
        const bool misfit = error.code() == ErrorCode::ModelInvalid || error.code() == ErrorCode::InvalidParameter;
        if (!misfit || m_parts->origin.empty())
            throw;
        throw Error(ErrorCode::ModelInvalid, m_parts->origin, error.detail());
    }
    if (scoresByMapPeak(m_parts->parameters))
        prediction.patches.imageScore = anomalyMapPeak(prediction.patches, m_parts->preprocessing);
    prediction.score = prediction.patches.imageScore;
    if (!std::isfinite(prediction.score))
        throw Error(m_parts->origin.empty() ? ErrorCode::Internal : ErrorCode::ModelInvalid, m_parts->origin,
                    "the score is not a finite number");
    prediction.pValue = m_parts->calibration.normals() > 0 ? m_parts->calibration.pValue(prediction.score) : 1;
    prediction.imageSize = image.size();
    prediction.milliseconds =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return prediction;
}

cv::Mat Model::anomalyMap(const Prediction &prediction) const
{
    return expandAnomalyMap(prediction.patches, m_parts->preprocessing, prediction.imageSize, prediction.alignment);
}

cv::Mat Model::regionMask(const Prediction &prediction) const
{
    const Preprocessing &preprocessing = m_parts->preprocessing;
    if (preprocessing.region.isWholePicture() && preprocessing.framing == Preprocessing::Framing::FullFrame)
        return {};
    const cv::Mat judged =
        judgedMask(preprocessing, prediction.alignment ? prediction.alignment->frame : prediction.imageSize);
    return prediction.alignment ? warpToPicture(judged, *prediction.alignment, 0) : judged;
}

std::optional<PictureAlignment> Model::align(const cv::Mat &image) const
{
    if (!m_parts->aligner)
        return {};
    return m_parts->aligner->align(image);
}

std::string Model::normalImage(const NormalPatch &patch) const
{
    if (patch.image < 0 || static_cast<std::size_t>(patch.image) >= m_parts->fitted.size())
        return {};
    return m_parts->manifest[m_parts->fitted[static_cast<std::size_t>(patch.image)]].path;
}

cv::Rect Model::patchRectangle(cv::Point patch, const PatchScores &grid, cv::Size imageSize,
                               const std::optional<PictureAlignment> &alignment) const
{
    if (grid.rows == 0)
        return {};
    const PictureAlignment place = placeOf(imageSize, alignment);
    const cv::Rect2d seen = m_parts->preprocessing.visibleRegion(place.frame);
    const double width = seen.width / grid.columns;
    const double height = seen.height / grid.rows;
    // Three grid steps: about what a patch with its neighbourhood looks at.
    const cv::Rect2d inFrame(seen.x + (patch.x - 1) * width, seen.y + (patch.y - 1) * height, 3 * width, 3 * height);
    // A perspective may take it far away: cut before whole numbers are made of it.
    const cv::Rect2d around = boundsInPicture(inFrame, place) & cv::Rect2d(cv::Point2d(), cv::Size2d(imageSize));
    return cv::Rect(
        cv::Point(static_cast<int>(std::floor(around.x)), static_cast<int>(std::floor(around.y))),
        cv::Point(static_cast<int>(std::ceil(around.br().x)), static_cast<int>(std::ceil(around.br().y))));
}

cv::Point Model::patchAt(cv::Point pixel, const Prediction &prediction) const
{
    const PictureAlignment place = placeOf(prediction.imageSize, prediction.alignment);
    const cv::Rect2d seen = m_parts->preprocessing.visibleRegion(place.frame);
    const cv::Point2d centre = moved(place.toPicture.inv(), pixel) + cv::Point2d(0.5, 0.5);
    const auto cell = [](double position, double start, double length, int cells) {
        return static_cast<int>(std::clamp((position - start) / length * cells, 0.0, cells - 1.0));
    };
    return {cell(centre.x, seen.x, seen.width, prediction.patches.columns),
            cell(centre.y, seen.y, seen.height, prediction.patches.rows)};
}

} // namespace spotcheck
