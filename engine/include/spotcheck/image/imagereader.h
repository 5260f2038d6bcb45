#pragma once

#include <cstdint>
#include <filesystem>

#include <opencv2/core/mat.hpp>

namespace spotcheck {

/// Guards against decompression bombs and mistakes.
struct ImageLimits {
    std::int64_t maximumPixels = 400'000'000; ///< 20,000 x 20,000
    std::uintmax_t maximumFileBytes = 4'000'000'000;
};

/// True for the endings that the reader understands (png, jpg, jpeg, bmp, tif, tiff, webp; any case).
bool hasImageEnding(const std::filesystem::path &file);

/// Reads a picture as RGB, `CV_8UC3` or, from 16-bit files, `CV_16UC3` (not stretched). Grey is spread to
/// three channels, alpha is laid on white, the EXIF orientation is applied.
/// \throws Error(FileNotFound, FileUnreadable, NotAnImage, ImageTruncated, ImageTooLarge)
cv::Mat readImage(const std::filesystem::path &file, const ImageLimits &limits = {});

/// Reads a ground-truth mask: `CV_8UC1`, 0 good, 255 defective (any value above 0 in the file counts).
/// \throws as readImage
cv::Mat readMask(const std::filesystem::path &file, const ImageLimits &limits = {});

/// Width and height after EXIF rotation, and depth, without decoding the pixels where the format allows it.
struct ImageFacts {
    cv::Size size;
    int bitsPerChannel = 8;
    int channels = 3;
    int exifOrientation = 1; ///< 1 = upright
    bool holdsMore = false;  ///< pages of a TIFF or frames of a WebP after the first, which alone is read
};
/// \throws as readImage
ImageFacts readImageFacts(const std::filesystem::path &file, const ImageLimits &limits = {});

/// A small picture (`CV_8UC3`, RGB) whose longer side is `longSide` pixels; JPEGs are decoded at reduced size.
/// \throws as readImage
cv::Mat readThumbnail(const std::filesystem::path &file, int longSide, const ImageLimits &limits = {});

/// 8-bit copy for display: 16-bit values are divided by 257. 8-bit input is returned as it is.
cv::Mat toDisplayDepth(const cv::Mat &image);

/// Writes a picture (RGB or grey, 8 or 16 bit; or CV_32FC1 to .tiff, uncompressed-float as it is), atomically.
/// \throws Error(WriteFailed)
void writeImage(const std::filesystem::path &file, const cv::Mat &image);

} // namespace spotcheck
