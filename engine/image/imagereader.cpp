#include <spotcheck/image/imagereader.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <opencv2/imgcodecs.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/image/resize.h>

#include "image/bytesource.h"
#include "image/imageheader.h"
#include "image/pixels.h"

namespace spotcheck {

namespace {

/// Runs `body`, gives its errors the file's name and translates OpenCV's exceptions.
template <typename Body>
auto namingFile(const std::filesystem::path &file, const Body &body)
{
    try {
        return body();
    } catch (const Error &error) {
        if (!error.file().empty()) {
            throw;
        }
        throw Error(error.code(), file, error.detail());
    } catch (const cv::Exception &exception) {
        const bool memory = exception.code == cv::Error::StsNoMem;
        throw Error(memory ? ErrorCode::OutOfMemory : ErrorCode::NotAnImage, file, exception.what());
    }
}

void requireAllowedBytes(const ByteSource &source, const ImageLimits &limits)
{
    // OpenCV takes encoded pictures as one row of a matrix, whose width is an int.
    constexpr std::uintmax_t decodable = std::numeric_limits<int>::max();
    const std::uintmax_t allowed = std::min(limits.maximumFileBytes, decodable);
    if (source.size() > allowed) {
        throw Error(ErrorCode::ImageTooLarge, "The file has " + std::to_string(source.size()) + " bytes; " +
                                                  std::to_string(allowed) + " are allowed.");
    }
}

struct EncodedImage {
    std::vector<std::uint8_t> bytes;
    ImageHeader header;
};

EncodedImage readEncoded(const std::filesystem::path &file, const ImageLimits &limits)
{
    const FileSource source(file);
    requireAllowedBytes(source, limits);
    EncodedImage image;
    image.bytes = source.bytes(0, source.size());
    image.header = readImageHeader(MemorySource(image.bytes), limits);
    if (image.header.format == ImageFormat::Jpeg) {
        requireJpegEnd(image.header, image.bytes);
    }
    return image;
}

cv::Mat callDecoder(std::vector<std::uint8_t> &bytes, int flags)
{
    const cv::Mat row(1, static_cast<int>(bytes.size()), CV_8UC1, bytes.data());
    cv::Mat decoded = cv::imdecode(row, flags);
    if (decoded.empty()) {
        throw Error(ErrorCode::NotAnImage, "The picture is damaged, or of a kind that cannot be decoded.");
    }
    return decoded;
}

/// The first frame of an animation on its otherwise transparent canvas.
cv::Mat decodeFirstFrame(const EncodedImage &image)
{
    WebPFrame frame = extractFirstWebPFrame(image.header, MemorySource(image.bytes));
    const cv::Rect canvas(0, 0, static_cast<int>(image.header.width), static_cast<int>(image.header.height));
    const bool inside = (frame.place & canvas) == frame.place;
    if (!inside) {
        throw Error(ErrorCode::NotAnImage, "The first frame of the WebP lies outside of the picture.");
    }
    // Before it is decoded: the canvas is within the limits, and so the frame must be.
    const ImageHeader inner = readWebPHeader(MemorySource(frame.file));
    const cv::Size size(static_cast<int>(inner.width), static_cast<int>(inner.height));
    if (inner.firstFrame || size != frame.place.size()) {
        throw Error(ErrorCode::NotAnImage, "The first frame of the WebP has another size than it announces.");
    }
    cv::Mat decoded = callDecoder(frame.file, cv::IMREAD_UNCHANGED);
    if (decoded.size() != size) {
        throw Error(ErrorCode::NotAnImage, "The first frame of the WebP is damaged.");
    }
    if (frame.place == canvas) {
        return decoded;
    }
    cv::Mat whole(canvas.size(), CV_8UC4, cv::Scalar::all(0));
    cv::Mat opaque = decoded;
    if (decoded.channels() == 3) {
        const std::array<int, 8> fromTo{0, 0, 1, 1, 2, 2, 3, 3};
        const std::array<cv::Mat, 2> parts{decoded, cv::Mat(decoded.size(), CV_8UC1, cv::Scalar(255))};
        opaque.create(decoded.size(), CV_8UC4);
        cv::mixChannels(parts.data(), parts.size(), &opaque, 1, fromTo.data(), 4);
    }
    opaque.copyTo(whole(frame.place));
    return whole;
}

/// Our own orientation is applied later, the same for all formats; the TIFF decoder must not do it too.
void hideTiffOrientation(EncodedImage &image)
{
    if (image.header.orientationAt) {
        image.bytes[*image.header.orientationAt] = 1;
    }
}

/// Grey, BGR or BGRA in the file's depth, upright.
cv::Mat decode(EncodedImage image)
{
    cv::Mat decoded;
    if (image.header.firstFrame) {
        decoded = decodeFirstFrame(image);
    } else {
        hideTiffOrientation(image);
        decoded = callDecoder(image.bytes, cv::IMREAD_UNCHANGED);
    }
    if (static_cast<std::uint64_t>(decoded.cols) != image.header.width ||
        static_cast<std::uint64_t>(decoded.rows) != image.header.height) {
        throw Error(ErrorCode::NotAnImage, "The picture is damaged: it has another size than its header says.");
    }
    if (image.header.darkIsHigh) {
        cv::bitwise_not(decoded, decoded);
    }
    return applyOrientation(decoded, image.header.orientation);
}

/// BGR at 1/2, 1/4 or 1/8 of its size, where that is still at least `longSide`; libjpeg averages while it decodes.
cv::Mat decodeReducedJpeg(EncodedImage image, int longSide)
{
    const std::uint64_t stored = std::max(image.header.width, image.header.height);
    const auto wanted = static_cast<std::uint64_t>(longSide);
    const int flags = stored / 8 >= wanted   ? cv::IMREAD_REDUCED_COLOR_8
                      : stored / 4 >= wanted ? cv::IMREAD_REDUCED_COLOR_4
                      : stored / 2 >= wanted ? cv::IMREAD_REDUCED_COLOR_2
                                             : cv::IMREAD_COLOR;
    const cv::Mat decoded = callDecoder(image.bytes, flags | cv::IMREAD_IGNORE_ORIENTATION);
    return applyOrientation(decoded, image.header.orientation);
}

cv::Size thumbnailSize(cv::Size size, int longSide)
{
    const double scale = static_cast<double>(longSide) / std::max(size.width, size.height);
    const auto side = [scale](int pixels) { return std::max(1, static_cast<int>(std::lround(pixels * scale))); };
    return {side(size.width), side(size.height)};
}

} // namespace

cv::Mat readImage(const std::filesystem::path &file, const ImageLimits &limits)
{
    return namingFile(file, [&] {
        EncodedImage image = readEncoded(file, limits);
        const ImageHeader header = image.header;
        return toRgbOnWhite(decode(std::move(image)), header);
    });
}

cv::Mat readMask(const std::filesystem::path &file, const ImageLimits &limits)
{
    return namingFile(file, [&] { return toBinaryMask(decode(readEncoded(file, limits))); });
}

ImageFacts readImageFacts(const std::filesystem::path &file, const ImageLimits &limits)
{
    return namingFile(file, [&] {
        const FileSource source(file);
        requireAllowedBytes(source, limits);
        const ImageHeader header = readImageHeader(source, limits);
        if (header.format == ImageFormat::Jpeg && !jpegEndsNormally(source)) {
            requireJpegEnd(header, source.bytes(0, source.size()));
        }
        ImageFacts facts;
        facts.size = cv::Size(static_cast<int>(header.width), static_cast<int>(header.height));
        if (header.orientation >= 5) {
            std::swap(facts.size.width, facts.size.height);
        }
        facts.bitsPerChannel = header.bitsPerChannel;
        facts.channels = header.channels;
        facts.exifOrientation = header.orientation;
        facts.holdsMore = header.holdsMore;
        return facts;
    });
}

cv::Mat readThumbnail(const std::filesystem::path &file, int longSide, const ImageLimits &limits)
{
    if (longSide < 1) {
        throw Error(ErrorCode::InvalidParameter, "A thumbnail's longer side is at least 1 pixel.");
    }
    return namingFile(file, [&] {
        EncodedImage image = readEncoded(file, limits);
        const ImageHeader header = image.header;
        cv::Size full(static_cast<int>(header.width), static_cast<int>(header.height));
        if (header.orientation >= 5) {
            std::swap(full.width, full.height);
        }
        const cv::Mat decoded = header.format == ImageFormat::Jpeg ? decodeReducedJpeg(std::move(image), longSide)
                                                                   : decode(std::move(image));
        const cv::Mat rgb = toRgbOnWhite(decoded, header);
        return toDisplayDepth(resizeAntialiased(rgb, thumbnailSize(full, longSide)));
    });
}

cv::Mat toDisplayDepth(const cv::Mat &image)
{
    if (image.depth() != CV_16U) {
        return image;
    }
    cv::Mat display;
    image.convertTo(display, CV_8U, 1.0 / 257.0);
    return display;
}

} // namespace spotcheck
