#include "image/pixels.h"

#include <algorithm>
#include <limits>
#include <string>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

void requireKnownLayout(const cv::Mat &decoded)
{
    const bool knownDepth = decoded.depth() == CV_8U || decoded.depth() == CV_16U;
    const int channels = decoded.channels();
    if (!knownDepth || (channels != 1 && channels != 3 && channels != 4)) {
        throw Error(ErrorCode::NotAnImage, "The picture has " + std::to_string(channels) +
                                               " channels of an unsupported kind; convert it to 8 or 16 bit.");
    }
}

template <typename Sample>
cv::Mat layOnWhite(const cv::Mat &bgra, Alpha alpha)
{
    constexpr std::uint64_t white = std::numeric_limits<Sample>::max();
    cv::Mat rgb(bgra.size(), CV_MAKETYPE(bgra.depth(), 3));
    for (int y = 0; y < bgra.rows; ++y) {
        const Sample *source = bgra.ptr<Sample>(y);
        Sample *target = rgb.ptr<Sample>(y);
        for (int x = 0; x < bgra.cols; ++x, source += 4, target += 3) {
            const std::uint64_t opacity = source[3];
            for (int channel = 0; channel < 3; ++channel) {
                const std::uint64_t colour = source[2 - channel];
                const std::uint64_t covered =
                    alpha == Alpha::Premultiplied
                        ? std::min(white, colour + white - opacity)
                        : (colour * opacity + white * (white - opacity) + white / 2) / white;
                target[channel] = static_cast<Sample>(covered);
            }
        }
    }
    return rgb;
}

template <typename Sample>
void markColour(const cv::Mat &decoded, cv::Mat &mask)
{
    const int channels = decoded.channels();
    for (int y = 0; y < decoded.rows; ++y) {
        const Sample *source = decoded.ptr<Sample>(y);
        std::uint8_t *target = mask.ptr<std::uint8_t>(y);
        for (int x = 0; x < decoded.cols; ++x, source += channels) {
            const bool coloured = channels == 1 ? source[0] > 0 : (source[0] | source[1] | source[2]) > 0;
            target[x] = coloured ? 255 : 0;
        }
    }
}

} // namespace

cv::Mat applyOrientation(const cv::Mat &image, int orientation)
{
    cv::Mat result;
    switch (orientation) {
    case 2:
        cv::flip(image, result, 1);
        return result;
    case 3:
        cv::rotate(image, result, cv::ROTATE_180);
        return result;
    case 4:
        cv::flip(image, result, 0);
        return result;
    case 5:
        cv::transpose(image, result);
        return result;
    case 6:
        cv::rotate(image, result, cv::ROTATE_90_CLOCKWISE);
        return result;
    case 7:
        cv::transpose(image, result);
        cv::rotate(result, result, cv::ROTATE_180);
        return result;
    case 8:
        cv::rotate(image, result, cv::ROTATE_90_COUNTERCLOCKWISE);
        return result;
    default:
        return image;
    }
}

cv::Mat toRgbOnWhite(const cv::Mat &decoded, const ImageHeader &header)
{
    requireKnownLayout(decoded);
    cv::Mat rgb;
    if (decoded.channels() == 1) {
        cv::cvtColor(decoded, rgb, cv::COLOR_GRAY2RGB);
        if (header.transparentGrey) {
            const double white = decoded.depth() == CV_16U ? 65535 : 255;
            rgb.setTo(cv::Scalar::all(white), decoded == static_cast<double>(*header.transparentGrey));
        }
    } else if (decoded.channels() == 3) {
        cv::cvtColor(decoded, rgb, cv::COLOR_BGR2RGB);
    } else if (header.alpha == Alpha::None) {
        cv::cvtColor(decoded, rgb, cv::COLOR_BGRA2RGB);
    } else if (decoded.depth() == CV_16U) {
        rgb = layOnWhite<std::uint16_t>(decoded, header.alpha);
    } else {
        rgb = layOnWhite<std::uint8_t>(decoded, header.alpha);
    }
    return rgb;
}

cv::Mat toBinaryMask(const cv::Mat &decoded)
{
    requireKnownLayout(decoded);
    cv::Mat mask(decoded.size(), CV_8UC1);
    if (decoded.depth() == CV_16U) {
        markColour<std::uint16_t>(decoded, mask);
    } else {
        markColour<std::uint8_t>(decoded, mask);
    }
    return mask;
}

} // namespace spotcheck
