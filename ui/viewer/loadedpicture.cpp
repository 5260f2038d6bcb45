#include "ui/viewer/loadedpicture.h"

#include <algorithm>
#include <exception>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/inspection/inspection.h>

#include "ui/report/errortext.h"
#include "ui/report/heatmapimage.h"
#include "ui/report/reporttext.h"

namespace spotcheck::ui {

namespace {

// The last level fits any screen, so that a view of the whole picture never shrinks by more than half.
constexpr int smallestLevel = 512;

std::vector<QImage> levelsOf(const cv::Mat &rgb)
{
    std::vector<QImage> levels{toQImage(rgb).convertToFormat(QImage::Format_RGB32)};
    cv::Mat level = rgb;
    while (std::max(level.cols, level.rows) > smallestLevel) {
        cv::Mat half;
        cv::resize(level, half, cv::Size(std::max(1, level.cols / 2), std::max(1, level.rows / 2)), 0, 0,
                   cv::INTER_AREA);
        level = half;
        levels.push_back(toQImage(level).convertToFormat(QImage::Format_RGB32));
    }
    return levels;
}

cv::Mat paintedMapOf(const cv::Mat &map)
{
    const int side = std::max(map.cols, map.rows);
    if (side <= largestPaintedMap)
        return map;
    const double factor = static_cast<double>(largestPaintedMap) / side;
    cv::Mat small;
    cv::resize(map, small, {}, factor, factor, cv::INTER_AREA);
    return small;
}

std::vector<QPolygonF> outlinesOf(const cv::Mat &mask)
{
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(mask, contours, cv::RETR_CCOMP, cv::CHAIN_APPROX_SIMPLE);
    std::vector<QPolygonF> outlines;
    outlines.reserve(contours.size());
    for (const std::vector<cv::Point> &contour : contours) {
        QPolygonF outline;
        for (const cv::Point &point : contour)
            outline << QPointF(point.x + 0.5, point.y + 0.5);
        outlines.push_back(outline);
    }
    return outlines;
}

qint64 bytesOf(const cv::Mat &matrix)
{
    return static_cast<qint64>(matrix.total() * matrix.elemSize());
}

void fill(LoadedPicture &picture, const cv::Mat &values)
{
    picture.values = values;
    picture.levels = levelsOf(toDisplayDepth(values));
}

void fillMap(LoadedPicture &picture, const cv::Mat &map)
{
    if (map.empty())
        return;
    if (map.size() != picture.values.size()) {
        picture.remark = changedFileText();
        return;
    }
    picture.map = map;
    picture.paintedMap = paintedMapOf(map);
    picture.regions = findRegions(map, picture.regionOptions);
}

void load(LoadedPicture &picture, const InspectionResult &result, const MapSource &source)
{
    fill(picture, readImage(result.sample.image));
    if (!result.sha256.empty() && sha256OfFile(result.sample.image) != result.sha256)
        picture.remark = changedFileText();
    else if (result.prediction && source.anomalyMap)
        fillMap(picture, source.anomalyMap(*result.prediction));
    if (!result.sample.mask.empty()) {
        const cv::Mat mask = readMask(result.sample.mask);
        if (mask.size() == picture.values.size())
            picture.truth = outlinesOf(mask);
    }
}

} // namespace

qint64 LoadedPicture::bytes() const
{
    qint64 sum = bytesOf(values) + bytesOf(map) + (paintedMap.data == map.data ? 0 : bytesOf(paintedMap));
    for (const QImage &level : levels)
        sum += level.sizeInBytes();
    return sum;
}

LoadedPicture loadPicture(int row, const InspectionResult &result, const MapSource &source,
                          const RegionOptions &options)
{
    LoadedPicture picture;
    picture.row = row;
    picture.regionOptions = options;
    try {
        load(picture, result, source);
    } catch (const std::exception &error) {
        // A missing mask still leaves a picture to look at; without pixels there is only the reason.
        if (picture.levels.empty())
            picture.failure = result.failure.empty() ? errorText(error) : reasonText(result.failure);
    }
    return picture;
}

QString changedFileText()
{
    return Report::tr("The file has changed since it was inspected.");
}

LoadedPicture loadedPicture(const cv::Mat &values, const cv::Mat &map, const RegionOptions &options)
{
    LoadedPicture picture;
    picture.regionOptions = options;
    fill(picture, values);
    fillMap(picture, map);
    return picture;
}

LoadedPicture withRegions(const LoadedPicture &picture, const RegionOptions &options)
{
    LoadedPicture other = picture;
    other.regionOptions = options;
    other.regions.clear();
    try {
        if (!picture.map.empty())
            other.regions = findRegions(picture.map, options);
    } catch (const std::exception &) {
        // Too many regions for the memory: the heat map still shows what is there.
        other.regions.clear();
    }
    return other;
}

bool sameOptions(const RegionOptions &left, const RegionOptions &right)
{
    return left.pixelThreshold == right.pixelThreshold && left.minimumArea == right.minimumArea;
}

} // namespace spotcheck::ui
