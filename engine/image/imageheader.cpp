#include "image/imageheader.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

constexpr std::uint64_t recognitionBytes = 512;

bool startsWith(std::string_view bytes, std::string_view magic)
{
    return bytes.substr(0, magic.size()) == magic;
}

bool looksLikeText(std::string_view bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char character) {
        const auto code = static_cast<unsigned char>(character);
        return code >= 0x20 || code == '\n' || code == '\r' || code == '\t' || code == '\f';
    });
}

std::string describeUnknown(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (bytes.empty()) {
        return "The file is empty.";
    }
    const std::string remedy = " pictures are not supported; convert it to PNG.";
    if (startsWith(bytes, "GIF8"sv)) {
        return "GIF" + remedy;
    }
    if (startsWith(bytes, "8BPS"sv)) {
        return "Photoshop" + remedy;
    }
    if (startsWith(bytes, "\0\0\0\x0CjP"sv) || startsWith(bytes, "\xFF\x4F\xFF\x51"sv)) {
        return "JPEG 2000" + remedy;
    }
    if (bytes.substr(0, 12).substr(std::min<std::size_t>(4, bytes.size())).substr(0, 4) == "ftyp"sv) {
        return "HEIC, AVIF and video files are not supported; convert it to PNG.";
    }
    if (startsWith(bytes, "%PDF"sv)) {
        return "The file is a PDF document, not a picture.";
    }
    if (looksLikeText(bytes)) {
        return "The file contains text, not a picture.";
    }
    return "The content is not PNG, JPEG, BMP, TIFF or WebP.";
}

ImageHeader readRecognised(const ByteSource &source)
{
    using namespace std::string_view_literals;
    const std::vector<std::uint8_t> first = source.bytes(0, std::min(recognitionBytes, source.size()));
    const std::string_view bytes(reinterpret_cast<const char *>(first.data()), first.size());
    if (startsWith(bytes, "\x89PNG\r\n\x1A\n"sv)) {
        return readPngHeader(source);
    }
    if (startsWith(bytes, "\xFF\xD8\xFF"sv)) {
        return readJpegHeader(source);
    }
    if (startsWith(bytes, "II*\0"sv) || startsWith(bytes, "MM\0*"sv) || startsWith(bytes, "II+\0"sv) ||
        startsWith(bytes, "MM\0+"sv)) {
        return readTiffHeader(source);
    }
    if (startsWith(bytes, "RIFF"sv) && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP"sv) {
        return readWebPHeader(source);
    }
    // "BM" alone may begin a text; a BMP's reserved bytes 6 to 9 are practically always 0.
    if (startsWith(bytes, "BM"sv) && !looksLikeText(bytes)) {
        return readBmpHeader(source);
    }
    throw Error(ErrorCode::NotAnImage, describeUnknown(bytes));
}

} // namespace

ImageHeader readImageHeader(const ByteSource &source, const ImageLimits &limits)
{
    const ImageHeader header = readRecognised(source);
    const std::string size = std::to_string(header.width) + " x " + std::to_string(header.height) + " pixels";
    if (header.width == 0 || header.height == 0) {
        throw Error(ErrorCode::NotAnImage, "The picture has a size of " + size + ".");
    }
    // OpenCV's own limits for a side and an area; beyond them it throws instead of decoding.
    constexpr std::uint64_t longestSide = std::uint64_t{1} << 20;
    constexpr std::uint64_t largestArea = std::uint64_t{1} << 30;
    const auto allowed = static_cast<std::uint64_t>(std::max<std::int64_t>(limits.maximumPixels, 0));
    if (header.width > longestSide || header.height > longestSide ||
        header.width * header.height > std::min(allowed, largestArea)) {
        throw Error(ErrorCode::ImageTooLarge, "The picture has " + size + "; " +
                                                  std::to_string(std::min(allowed, largestArea)) +
                                                  " pixels in all, and 1048576 a side, are allowed.");
    }
    if (header.neededBytes > header.pixelBytes) {
        throw Error(ErrorCode::ImageTruncated, "The file holds too few bytes for a picture of " + size + ".");
    }
    return header;
}

} // namespace spotcheck
