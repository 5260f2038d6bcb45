#include <spotcheck/image/preprocessing.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include <nlohmann/json.hpp>

#include <spotcheck/core/error.h>

#include "core/foreignjson.h"
#include "image/resizeregion.h"

namespace spotcheck {

namespace {

constexpr int smallestInput = 32;
constexpr int largestInput = 2048;
constexpr int largestCropResize = 8192;
constexpr int largestWholeInput = 8192; // a side, all tiles together

constexpr std::array<const char *, 2> framingIds{"full_frame", "centre_crop"};
constexpr std::array<const char *, 3> alignmentIds{"none", "ecc", "features"};

[[noreturn]] void refusePreprocessing(const std::string &detail)
{
    throw Error(ErrorCode::InvalidParameter, detail);
}

/// torchvision's CenterCrop: int(round((size - crop) / 2.0)), where Python rounds halves to the even number.
std::int64_t cropStart(std::int64_t size, std::int64_t crop)
{
    const std::int64_t margin = size - crop;
    const std::int64_t half = margin / 2;
    return margin % 2 == 0 || half % 2 == 0 ? half : half + 1;
}

/// What of the resized picture becomes the whole input.
ResizedRegion framedRegion(const Preprocessing &settings, cv::Size imageSize)
{
    const cv::Size input = settings.wholeInput();
    ResizedRegion region;
    region.width = input.width;
    region.height = input.height;
    if (settings.framing == Preprocessing::Framing::FullFrame) {
        region.fullWidth = input.width;
        region.fullHeight = input.height;
        return region;
    }
    // torchvision's Resize(n): the shorter side becomes n, the longer int(n * long / short).
    const std::int64_t shorter = std::min(imageSize.width, imageSize.height);
    const std::int64_t longer = std::max(imageSize.width, imageSize.height);
    const std::int64_t resizedLonger = settings.cropResize * longer / shorter;
    const bool portrait = imageSize.width <= imageSize.height;
    region.fullWidth = portrait ? settings.cropResize : resizedLonger;
    region.fullHeight = portrait ? resizedLonger : settings.cropResize;
    region.x = cropStart(region.fullWidth, region.width);
    region.y = cropStart(region.fullHeight, region.height);
    return region;
}

ResizedRegion tileOf(ResizedRegion whole, const Preprocessing &settings, int tile)
{
    const cv::Point origin = settings.tiling.origin(tile, settings.inputSize);
    whole.x += origin.x;
    whole.y += origin.y;
    whole.width = settings.inputSize.width;
    whole.height = settings.inputSize.height;
    return whole;
}

/// Single precision in this order gives the very values of torchvision's ToTensor and Normalize.
template <typename Sample>
cv::Mat normalise(const cv::Mat &rgb, const Preprocessing &settings)
{
    constexpr auto white = static_cast<float>(std::numeric_limits<Sample>::max());
    const auto normalised = [&settings](Sample value, std::size_t channel) {
        return (static_cast<float>(value) / white - settings.mean[channel]) / settings.deviation[channel];
    };
    cv::Mat result(rgb.size(), CV_32FC3);
    for (int y = 0; y < rgb.rows; ++y) {
        const Sample *source = rgb.ptr<Sample>(y);
        float *target = result.ptr<float>(y);
        for (int x = 0; x < rgb.cols; ++x, source += 3, target += 3) {
            for (std::size_t channel = 0; channel < 3; ++channel) {
                target[channel] = normalised(source[channel], channel);
            }
        }
    }
    return result;
}

/// The double that a float's shortest decimal text stands for: 0.485 is written as 0.485, not 0.48500001430511475.
double shortestDouble(float value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    double result = 0;
    std::from_chars(text.data(), end, result);
    return result;
}

nlohmann::ordered_json toJsonArray(const std::array<float, 3> &values)
{
    nlohmann::ordered_json array = nlohmann::ordered_json::array();
    for (const float value : values) {
        array.push_back(shortestDouble(value));
    }
    return array;
}

int integerFrom(const nlohmann::json &number, const char *key)
{
    if (!number.is_number_integer()) {
        refusePreprocessing(std::string("The preprocessing needs a whole number \"") + key + "\".");
    }
    const auto value = number.get<std::int64_t>();
    if (value < 0 || value > largestCropResize) {
        refusePreprocessing(std::string("The preprocessing's \"") + key + "\" is out of range.");
    }
    return static_cast<int>(value);
}

const nlohmann::json &memberOf(const nlohmann::json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end()) {
        refusePreprocessing(std::string("The preprocessing lacks \"") + key + "\".");
    }
    return *found;
}

InputSize inputSizeFrom(const nlohmann::json &value)
{
    constexpr const char *key = "input_size";
    if (value.is_array() && value.size() == 2) {
        return {integerFrom(value[0], key), integerFrom(value[1], key)};
    }
    return {integerFrom(value, key)};
}

Tiling tilingFrom(const nlohmann::json &object)
{
    const nlohmann::json &overlap = memberOf(object, "overlap");
    if (!overlap.is_number()) {
        refusePreprocessing("The preprocessing's \"overlap\" is not a number.");
    }
    return {integerFrom(memberOf(object, "columns"), "columns"), integerFrom(memberOf(object, "rows"), "rows"),
            overlap.get<double>()};
}

/// The id's place in `ids` is the value of the enumeration.
template <typename Enumeration, std::size_t count>
Enumeration enumerationFrom(const nlohmann::json &value, const char *key, const std::array<const char *, count> &ids)
{
    for (std::size_t index = 0; index < count; ++index) {
        if (value == ids[index]) {
            return static_cast<Enumeration>(index);
        }
    }
    refusePreprocessing(std::string("The preprocessing's \"") + key + "\" is unknown.");
}

std::array<float, 3> tripleFrom(const nlohmann::json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array() || found->size() != 3) {
        refusePreprocessing(std::string("The preprocessing needs three numbers \"") + key + "\".");
    }
    std::array<float, 3> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!(*found)[i].is_number()) {
            refusePreprocessing(std::string("The preprocessing's \"") + key +
                                "\" holds something other than numbers.");
        }
        values[i] = (*found)[i].get<float>();
    }
    return values;
}

} // namespace

void Preprocessing::validate() const
{
    for (const int side : {inputSize.width, inputSize.height}) {
        if (side < smallestInput || side > largestInput) {
            refusePreprocessing("The input size is " + std::to_string(side) + " px; " +
                                std::to_string(smallestInput) + " to " + std::to_string(largestInput) +
                                " px are possible.");
        }
    }
    tiling.validate();
    const int longerSide = std::max(wholeInput().width, wholeInput().height);
    if (longerSide > largestWholeInput) {
        refusePreprocessing("All tiles together have " + std::to_string(longerSide) + " px a side; at most " +
                            std::to_string(largestWholeInput) + " px are possible.");
    }
    if (framing == Framing::CentreCrop && (cropResize < longerSide || cropResize > largestCropResize)) {
        refusePreprocessing("The shorter side before the crop is " + std::to_string(cropResize) + " px; " +
                            std::to_string(longerSide) + " (the input size) to " + std::to_string(largestCropResize) +
                            " px are possible.");
    }
    region.validate();
    const auto finite = [](float value) { return std::isfinite(value); };
    const auto positive = [](float value) { return std::isfinite(value) && value > 0; };
    if (!std::all_of(mean.begin(), mean.end(), finite) ||
        !std::all_of(deviation.begin(), deviation.end(), positive)) {
        refusePreprocessing("The means of the normalisation must be finite, its deviations finite and above 0.");
    }
}

int Preprocessing::publishedCropResize() const
{
    return static_cast<int>(std::lround(std::max(wholeInput().width, wholeInput().height) * 256.0 / 224.0));
}

cv::Mat Preprocessing::apply(const cv::Mat &image, int tile) const
{
    validate();
    if (tile < 0 || tile >= tiling.count()) {
        refusePreprocessing("There is no tile " + std::to_string(tile) + ".");
    }
    if (image.empty() || (image.type() != CV_8UC3 && image.type() != CV_16UC3)) {
        refusePreprocessing("The preprocessing takes RGB pictures of 8 or 16 bits.");
    }
    const cv::Mat resized = resizeAntialiasedRegion(image, tileOf(framedRegion(*this, image.size()), *this, tile));
    return image.depth() == CV_8U ? normalise<std::uint8_t>(resized, *this)
                                  : normalise<std::uint16_t>(resized, *this);
}

cv::Rect2d Preprocessing::visibleRegion(cv::Size imageSize) const
{
    if (imageSize.width < 1 || imageSize.height < 1) {
        refusePreprocessing("A picture has at least 1 x 1 pixel.");
    }
    validate();
    const ResizedRegion framed = framedRegion(*this, imageSize);
    const double horizontal = static_cast<double>(imageSize.width) / static_cast<double>(framed.fullWidth);
    const double vertical = static_cast<double>(imageSize.height) / static_cast<double>(framed.fullHeight);
    return {static_cast<double>(framed.x) * horizontal, static_cast<double>(framed.y) * vertical,
            framed.width * horizontal, framed.height * vertical};
}

std::string Preprocessing::toJson() const
{
    nlohmann::ordered_json object;
    if (inputSize.width == inputSize.height) {
        object["input_size"] = inputSize.width;
    } else {
        object["input_size"] = {inputSize.width, inputSize.height};
    }
    object["framing"] = framingIds[static_cast<std::size_t>(framing)];
    object["crop_resize"] = cropResize;
    object["mean"] = toJsonArray(mean);
    object["deviation"] = toJsonArray(deviation);
    // Options that are not used are not written, so that earlier versions read what they understand.
    if (tiling != Tiling()) {
        object["tiling"] = {{"columns", tiling.columns}, {"rows", tiling.rows}, {"overlap", tiling.overlap}};
    }
    if (!region.isWholePicture()) {
        object["region"] = nlohmann::ordered_json::parse(region.toJson());
    }
    if (alignment != AlignmentMode::None) {
        object["alignment"] = alignmentIds[static_cast<std::size_t>(alignment)];
    }
    return object.dump();
}

Preprocessing Preprocessing::fromJson(std::string_view json)
{
    const nlohmann::json object = parseForeignJson(json);
    if (!object.is_object()) {
        refusePreprocessing("The preprocessing is not a JSON object.");
    }
    Preprocessing settings;
    settings.inputSize = inputSizeFrom(memberOf(object, "input_size"));
    settings.cropResize = integerFrom(memberOf(object, "crop_resize"), "crop_resize");
    settings.mean = tripleFrom(object, "mean");
    settings.deviation = tripleFrom(object, "deviation");
    settings.framing = enumerationFrom<Framing>(memberOf(object, "framing"), "framing", framingIds);
    if (object.contains("tiling")) {
        settings.tiling = tilingFrom(object["tiling"]);
    }
    if (object.contains("region")) {
        settings.region = RegionOfInterest::fromJson(object["region"].dump());
    }
    if (object.contains("alignment")) {
        settings.alignment = enumerationFrom<AlignmentMode>(object["alignment"], "alignment", alignmentIds);
    }
    settings.validate();
    return settings;
}

} // namespace spotcheck
