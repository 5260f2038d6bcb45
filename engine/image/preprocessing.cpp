#include <spotcheck/image/preprocessing.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include <nlohmann/json.hpp>

#include <spotcheck/core/error.h>

#include "image/resizeregion.h"

namespace spotcheck {

namespace {

constexpr int smallestInput = 32;
constexpr int largestInput = 2048;
constexpr int largestCropResize = 8192;

constexpr const char *fullFrameId = "full_frame";
constexpr const char *centreCropId = "centre_crop";

[[noreturn]] void refuse(const std::string &detail)
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

/// What of the resized picture becomes the input.
ResizedRegion framedRegion(const Preprocessing &settings, cv::Size imageSize)
{
    ResizedRegion region;
    region.width = settings.inputSize;
    region.height = settings.inputSize;
    if (settings.framing == Preprocessing::Framing::FullFrame) {
        region.fullWidth = settings.inputSize;
        region.fullHeight = settings.inputSize;
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

int integerFrom(const nlohmann::json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer()) {
        refuse(std::string("The preprocessing needs a whole number \"") + key + "\".");
    }
    const auto value = found->get<std::int64_t>();
    if (value < 0 || value > largestCropResize) {
        refuse(std::string("The preprocessing's \"") + key + "\" is out of range.");
    }
    return static_cast<int>(value);
}

std::array<float, 3> tripleFrom(const nlohmann::json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array() || found->size() != 3) {
        refuse(std::string("The preprocessing needs three numbers \"") + key + "\".");
    }
    std::array<float, 3> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!(*found)[i].is_number()) {
            refuse(std::string("The preprocessing's \"") + key + "\" holds something other than numbers.");
        }
        values[i] = (*found)[i].get<float>();
    }
    return values;
}

} // namespace

void Preprocessing::validate() const
{
    if (inputSize < smallestInput || inputSize > largestInput) {
        refuse("The input size is " + std::to_string(inputSize) + " px; " + std::to_string(smallestInput) + " to " +
               std::to_string(largestInput) + " px are possible.");
    }
    if (framing == Framing::CentreCrop && (cropResize < inputSize || cropResize > largestCropResize)) {
        refuse("The shorter side before the crop is " + std::to_string(cropResize) + " px; " +
               std::to_string(inputSize) + " (the input size) to " + std::to_string(largestCropResize) +
               " px are possible.");
    }
    const auto finite = [](float value) { return std::isfinite(value); };
    const auto positive = [](float value) { return std::isfinite(value) && value > 0; };
    if (!std::all_of(mean.begin(), mean.end(), finite) ||
        !std::all_of(deviation.begin(), deviation.end(), positive)) {
        refuse("The means of the normalisation must be finite, its deviations finite and above 0.");
    }
}

cv::Mat Preprocessing::apply(const cv::Mat &image) const
{
    validate();
    if (image.empty() || (image.type() != CV_8UC3 && image.type() != CV_16UC3)) {
        refuse("The preprocessing takes RGB pictures of 8 or 16 bits.");
    }
    const cv::Mat resized = resizeAntialiasedRegion(image, framedRegion(*this, image.size()));
    return image.depth() == CV_8U ? normalise<std::uint8_t>(resized, *this)
                                  : normalise<std::uint16_t>(resized, *this);
}

cv::Rect2d Preprocessing::visibleRegion(cv::Size imageSize) const
{
    if (imageSize.width < 1 || imageSize.height < 1) {
        refuse("A picture has at least 1 x 1 pixel.");
    }
    validate();
    const ResizedRegion region = framedRegion(*this, imageSize);
    const double horizontal = static_cast<double>(imageSize.width) / static_cast<double>(region.fullWidth);
    const double vertical = static_cast<double>(imageSize.height) / static_cast<double>(region.fullHeight);
    return {static_cast<double>(region.x) * horizontal, static_cast<double>(region.y) * vertical,
            region.width * horizontal, region.height * vertical};
}

std::string Preprocessing::toJson() const
{
    nlohmann::ordered_json object;
    object["input_size"] = inputSize;
    object["framing"] = framing == Framing::FullFrame ? fullFrameId : centreCropId;
    object["crop_resize"] = cropResize;
    object["mean"] = toJsonArray(mean);
    object["deviation"] = toJsonArray(deviation);
    return object.dump();
}

Preprocessing Preprocessing::fromJson(std::string_view json)
{
    const nlohmann::json object = nlohmann::json::parse(json, nullptr, false);
    if (!object.is_object()) {
        refuse("The preprocessing is not a JSON object.");
    }
    Preprocessing settings;
    settings.inputSize = integerFrom(object, "input_size");
    settings.cropResize = integerFrom(object, "crop_resize");
    settings.mean = tripleFrom(object, "mean");
    settings.deviation = tripleFrom(object, "deviation");
    const auto framing = object.find("framing");
    if (framing == object.end() || (*framing != fullFrameId && *framing != centreCropId)) {
        refuse("The preprocessing's \"framing\" must be \"full_frame\" or \"centre_crop\".");
    }
    settings.framing = *framing == fullFrameId ? Framing::FullFrame : Framing::CentreCrop;
    settings.validate();
    return settings;
}

} // namespace spotcheck
