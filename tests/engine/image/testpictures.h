#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>
#include <optional>
#include <string>

#include <opencv2/core.hpp>

#include <spotcheck/core/error.h>

namespace spotcheck::test {

inline std::filesystem::path dataFile(const std::string &name)
{
    return std::filesystem::path(SPOTCHECK_TEST_DATA) / name;
}

inline std::filesystem::path pictureFile(const std::string &name)
{
    return dataFile("pictures") / name;
}

inline std::string readBytes(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline void writeBytes(const std::filesystem::path &file, const std::string &bytes)
{
    std::filesystem::remove(file); // some file systems flush to the disk when a file is overwritten
    std::ofstream(file, std::ios::binary) << bytes;
}

/// The error that `action` ends with, or none.
inline std::optional<Error> errorOf(const std::function<void()> &action)
{
    try {
        action();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

/// A picture computed pixel by pixel.
inline cv::Mat picture(int width, int height, const std::function<cv::Vec3b(int, int)> &pixel)
{
    cv::Mat image(height, width, CV_8UC3);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            image.at<cv::Vec3b>(y, x) = pixel(x, y);
        }
    }
    return image;
}

/// make_pictures.py: rgb.
inline cv::Vec3b rgbPixel(int x, int y)
{
    return {cv::saturate_cast<uchar>(x * 18 + 3), cv::saturate_cast<uchar>(y * 25 + 5),
            static_cast<uchar>((x * 7 + y * 11) % 256)};
}

/// make_resize_references.py: pattern.
inline cv::Mat patternPicture(int width, int height, int channels)
{
    cv::Mat image(height, width, CV_8UC(channels));
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            for (int c = 0; c < channels; ++c) {
                const int value = (x * x * 3 + y * y * 5 + x * y * 7 + c * 61) % 97 + (x / 5 + y / 7 + c) % 2 * 90 +
                                  (x + 2 * y) % 69;
                image.ptr<uchar>(y)[x * channels + c] = static_cast<uchar>(value);
            }
        }
    }
    return image;
}

/// The largest difference of any two values; infinite for pictures that cannot be compared.
inline double largestDifference(const cv::Mat &a, const cv::Mat &b)
{
    if (a.size() != b.size() || a.type() != b.type() || a.empty()) {
        return std::numeric_limits<double>::infinity();
    }
    return cv::norm(a, b, cv::NORM_INF);
}

} // namespace spotcheck::test
