#include <spotcheck/image/imagereader.h>

#include <array>
#include <cstring>
#include <ostream>
#include <string>
#include <vector>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "image/imageending.h"

namespace spotcheck {

namespace {

void append(std::vector<std::uint8_t> &target, std::uint32_t value, int byteCount)
{
    for (int i = 0; i < byteCount; ++i) {
        target.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    }
}

/// A baseline TIFF with one uncompressed strip of IEEE floats (TIFF 6.0, section 19). OpenCV's encoder would
/// compress, which not every evaluation script can read.
std::vector<std::uint8_t> encodeFloatTiff(const cv::Mat &image)
{
    struct Field {
        std::uint32_t tag;
        std::uint32_t type; ///< 3: 16 bit, 4: 32 bit
        std::uint32_t value;
    };
    constexpr std::uint32_t directoryAt = 8;
    constexpr std::uint32_t fieldCount = 11;
    constexpr std::uint32_t pixelsAt = directoryAt + 2 + fieldCount * 12 + 4;
    const auto width = static_cast<std::uint32_t>(image.cols);
    const auto height = static_cast<std::uint32_t>(image.rows);
    const std::uint64_t rowBytes = std::uint64_t{width} * sizeof(float);
    const std::uint64_t pixelBytes = rowBytes * height;
    if (pixelBytes > 0xFFFFFFFF - pixelsAt) {
        throw Error(ErrorCode::WriteFailed, "The picture is too large for a TIFF file (4 GiB).");
    }
    const std::array<Field, fieldCount> fields{{
        {256, 4, width},
        {257, 4, height},
        {258, 3, 32}, // bits per sample
        {259, 3, 1},  // not compressed
        {262, 3, 1},  // 0 is black
        {273, 4, pixelsAt},
        {277, 3, 1}, // samples per pixel
        {278, 4, height},
        {279, 4, static_cast<std::uint32_t>(pixelBytes)},
        {284, 3, 1}, // contiguous
        {339, 3, 3}, // IEEE floating point
    }};
    std::vector<std::uint8_t> result{'I', 'I', 42, 0};
    result.reserve(pixelsAt + pixelBytes);
    append(result, directoryAt, 4);
    append(result, fieldCount, 2);
    for (const Field &field : fields) {
        append(result, field.tag, 2);
        append(result, field.type, 2);
        append(result, 1, 4);
        append(result, field.value, 4);
    }
    append(result, 0, 4); // no further directory
    result.resize(pixelsAt + pixelBytes);
    for (int y = 0; y < image.rows; ++y) {
        // Every machine that Spotcheck is built for stores floats little endian.
        std::memcpy(result.data() + pixelsAt + static_cast<std::uint64_t>(y) * rowBytes, image.ptr(y), rowBytes);
    }
    return result;
}

std::vector<std::uint8_t> encode(const cv::Mat &image, const std::string &ending)
{
    const bool tiff = ending == ".tif" || ending == ".tiff";
    if (image.empty()) {
        throw Error(ErrorCode::WriteFailed, "The picture is empty.");
    }
    if (image.type() == CV_32FC1 && tiff) {
        return encodeFloatTiff(image);
    }
    const bool deep = image.depth() == CV_16U;
    if ((image.depth() != CV_8U && !deep) || (image.channels() != 1 && image.channels() != 3)) {
        throw Error(ErrorCode::WriteFailed, "Only grey and RGB pictures of 8 or 16 bits can be written as " + ending +
                                                "; floating-point maps as .tiff.");
    }
    if (deep && !tiff && ending != ".png") {
        throw Error(ErrorCode::WriteFailed,
                    "16-bit pictures can be written as .png or .tiff, not as " + ending + ".");
    }
    cv::Mat stored;
    if (image.channels() == 3) {
        cv::cvtColor(image, stored, cv::COLOR_RGB2BGR);
    } else {
        stored = image;
    }
    std::vector<std::uint8_t> result;
    if (!cv::imencode(ending, stored, result)) {
        throw Error(ErrorCode::WriteFailed, "The picture could not be encoded as " + ending + ".");
    }
    return result;
}

} // namespace

void writeImage(const std::filesystem::path &file, const cv::Mat &image)
{
    std::vector<std::uint8_t> bytes;
    try {
        if (!hasImageEnding(file)) {
            throw Error(ErrorCode::WriteFailed, "The name must end in .png, .jpg, .bmp, .tiff or .webp.");
        }
        bytes = encode(image, lowerCaseEnding(file));
    } catch (const Error &error) {
        throw Error(error.code(), file, error.detail());
    } catch (const cv::Exception &exception) {
        throw Error(ErrorCode::WriteFailed, file, exception.what());
    }
    writeFileAtomically(file, [&bytes](std::ostream &stream) {
        stream.write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    });
}

} // namespace spotcheck
