#include <spotcheck/data/samplegenerator.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include <opencv2/core.hpp>

#include <spotcheck/core/error.h>

#include "core/random.h"
#include "data/sample/camera.h"
#include "data/sample/defects.h"
#include "data/sample/noise.h"
#include "data/sample/part.h"
#include "data/sample/print.h"
#include "data/sample/visibledifference.h"

namespace spotcheck {

namespace {

using sample::Part;
using sample::Placement;
using sample::Shot;
using sample::Surface;

constexpr int maximumCount = 10'000;

/// A defect has to be visible on so many pixels (of a 512 px picture).
constexpr float smallestDefect = 14;

/// One seed for each picture of each set.
std::uint64_t pictureSeed(std::uint64_t seed, std::string_view kind, int index)
{
    std::uint64_t value = sample::childSeed(seed, static_cast<std::uint64_t>(index));
    for (const char letter : kind)
        value = sample::childSeed(value, static_cast<unsigned char>(letter));
    return value;
}

/// Severities of a kind's pictures in turn: spread evenly over [0.35, 1] however many there are (golden ratio).
/// Milder ones could not be told from a good part's tolerances.
float severityOf(std::uint64_t seed, std::string_view kind, int index)
{
    const double start = Random(pictureSeed(seed, kind, -1)).uniform();
    const double value = start + 0.6180339887498949 * index;
    return static_cast<float>(0.35 + 0.65 * (value - std::floor(value)));
}

Placement drawPlacement(int imageSize, Random &random)
{
    const auto x = static_cast<float>((2 * random.uniform() - 1) * 6);
    const auto y = static_cast<float>((2 * random.uniform() - 1) * 6);
    const auto angle = static_cast<float>((2 * random.uniform() - 1) * 1.5 * CV_PI / 180);
    return {imageSize, {x, y}, angle};
}

Surface drawSurface(const Placement &placement, const Part &part)
{
    Surface surface(placement.imageSize());
    sample::drawPlate(surface, placement, part);
    sample::drawPrint(surface, placement, part);
    return surface;
}

Surface drawDefective(const std::string &kind, const Placement &placement, const Part &part, const Surface &clean,
                      float severity, Random &random)
{
    if (kind == "missing") {
        Part incomplete = part;
        sample::leaveOut(incomplete, severity, random);
        return drawSurface(placement, incomplete);
    }
    Surface surface = clean.clone();
    if (kind == "scratch")
        sample::scratch(surface, placement, severity, random);
    else if (kind == "blob")
        sample::addBlob(surface, placement, severity, random);
    else if (kind == "dent")
        sample::dent(surface, placement, severity, random);
    else
        sample::stain(surface, placement, severity, random);
    return surface;
}

void checkCount(const char *name, int value, int minimum)
{
    if (value < minimum || value > maximumCount) {
        throw Error(ErrorCode::InvalidParameter, std::string(name) + " must be " + std::to_string(minimum) + " to " +
                                                     std::to_string(maximumCount) + ", not " + std::to_string(value) +
                                                     ".");
    }
}

} // namespace

void SampleOptions::validate() const
{
    checkCount("normalCount", normalCount, 1);
    checkCount("goodTestCount", goodTestCount, 0);
    checkCount("defectiveTestCount", defectiveTestCount, 0);
    if (imageSize < 128 || imageSize > 2048) {
        throw Error(ErrorCode::InvalidParameter,
                    "imageSize must be 128 to 2048 px, not " + std::to_string(imageSize) + ".");
    }
}

const std::vector<std::string> &sampleDefectKinds()
{
    static const std::vector<std::string> kinds{"blob", "dent", "missing", "scratch", "stain"};
    return kinds;
}

SamplePicture drawSamplePicture(const SampleOptions &options, const std::string &defectKind, int index)
{
    options.validate();
    const std::vector<std::string> &kinds = sampleDefectKinds();
    if (!defectKind.empty() && std::find(kinds.begin(), kinds.end(), defectKind) == kinds.end())
        throw Error(ErrorCode::InvalidParameter, "There is no defect kind \"" + defectKind + "\".");
    if (index < 0)
        throw Error(ErrorCode::InvalidParameter, "The index of a sample picture cannot be negative.");

    const std::uint64_t seed = pictureSeed(options.seed, defectKind, index);
    Random random(seed);
    const Part part = sample::drawGoodPart(random);
    const Shot shot = sample::drawShot(random);
    const Placement placement = drawPlacement(options.imageSize, random);
    const auto photograph = [&](Surface surface) {
        sample::drawDust(surface, placement, part);
        return sample::expose(surface, placement, shot);
    };
    const Surface clean = drawSurface(placement, part);
    const cv::Mat3f cleanShot = photograph(clean.clone());
    if (defectKind.empty())
        return {sample::readOut(cleanShot, shot), cv::Mat::zeros(cleanShot.size(), CV_8UC1)};

    const float scale = placement.pixelsPerUnit();
    float severity = severityOf(options.seed, defectKind, index);
    for (std::uint64_t attempt = 0;; ++attempt) {
        Random defectRandom(sample::childSeed(seed, attempt));
        const cv::Mat3f shotOfDefect =
            photograph(drawDefective(defectKind, placement, part, clean, severity, defectRandom));
        const cv::Mat mask = sample::visibleDifference(cleanShot, shotOfDefect, scale);
        if (cv::countNonZero(mask) >= smallestDefect * scale * scale)
            return {sample::readOut(shotOfDefect, shot), mask};
        // Too faint where it happened to fall: elsewhere, and a little stronger.
        severity = std::min(1.0F, severity + 0.08F);
    }
}

} // namespace spotcheck
