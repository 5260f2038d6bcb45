#include "image/imageheader.h"

#include <algorithm>
#include <string>

#include <spotcheck/core/error.h>

#include "image/tiffdirectory.h"

namespace spotcheck {

namespace {

constexpr ByteOrder order = ByteOrder::Little;

constexpr std::uint64_t chunkName(const char (&name)[5])
{
    std::uint64_t value = 0;
    for (int i = 3; i >= 0; --i) {
        value = value << 8 | static_cast<std::uint8_t>(name[i]);
    }
    return value;
}

void appendNumber(std::vector<std::uint8_t> &target, std::uint64_t value, int byteCount)
{
    for (int i = 0; i < byteCount; ++i) {
        target.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    }
}

int orientationOfExifChunk(std::span<const std::uint8_t> exif)
{
    // Some writers keep JPEG's prefix although the container asks for the bare TIFF structure.
    const bool prefixed = exif.size() > 6 && exif[0] == 'E' && exif[1] == 'x';
    return exifOrientation(prefixed ? exif.subspan(6) : exif);
}

/// VP8 (RFC 6386, 9.1) and VP8L (its specification, 3) state their own size.
void readBitstreamHeader(const ByteSource &source, std::uint64_t at, bool lossless, ImageHeader &header)
{
    if (lossless) {
        const std::uint64_t packed = source.number(at + 1, 4, order);
        header.width = (packed & 0x3FFF) + 1;
        header.height = (packed >> 14 & 0x3FFF) + 1;
        header.channels = (packed >> 28 & 1) != 0 ? 4 : 3;
        return;
    }
    header.width = source.number(at + 6, 2, order) & 0x3FFF;
    header.height = source.number(at + 8, 2, order) & 0x3FFF;
}

} // namespace

ImageHeader readWebPHeader(const ByteSource &source)
{
    ImageHeader header;
    header.format = ImageFormat::WebP;
    const std::uint64_t end = 8 + source.number(4, 4, order);
    if (end > source.size()) {
        throw Error(ErrorCode::ImageTruncated, "The WebP announces " + std::to_string(end) + " bytes, the file has " +
                                                   std::to_string(source.size()) + ".");
    }
    bool sizeKnown = false;
    std::uint64_t at = 12;
    while (at + 8 <= end) {
        const std::uint64_t name = source.number(at, 4, order);
        const std::uint64_t length = source.number(at + 4, 4, order);
        const std::uint64_t content = at + 8;
        if (content + length > end) {
            throw Error(ErrorCode::ImageTruncated, "The WebP ends inside a chunk.");
        }
        if (name == chunkName("VP8X")) {
            header.width = source.number(content + 4, 3, order) + 1;
            header.height = source.number(content + 7, 3, order) + 1;
            header.channels = (source.number(content, 1, order) & 0x10) != 0 ? 4 : 3;
            sizeKnown = true;
        } else if ((name == chunkName("VP8 ") || name == chunkName("VP8L")) && !sizeKnown) {
            readBitstreamHeader(source, content, name == chunkName("VP8L"), header);
            sizeKnown = true;
        } else if (name == chunkName("ANMF") && header.firstFrame) {
            header.holdsMore = true;
        } else if (name == chunkName("ANMF")) {
            header.firstFrame = at;
        } else if (name == chunkName("EXIF")) {
            header.orientation = orientationOfExifChunk(source.bytes(content, length));
        }
        at = content + length + length % 2;
    }
    if (!sizeKnown) {
        throw Error(ErrorCode::NotAnImage, "The WebP holds no picture.");
    }
    return header;
}

WebPFrame extractFirstWebPFrame(const ImageHeader &header, const ByteSource &source)
{
    // WebP container specification, "Animation": x/2, y/2, width-1, height-1 (3 bytes each), duration, flags.
    constexpr std::uint64_t frameHeaderBytes = 16;
    const std::uint64_t at = header.firstFrame.value() + 8;
    const std::uint64_t length = source.number(at - 4, 4, order);
    if (length < frameHeaderBytes) {
        throw Error(ErrorCode::ImageTruncated, "The WebP's first frame is incomplete.");
    }
    const std::uint64_t width = source.number(at + 6, 3, order);
    const std::uint64_t height = source.number(at + 9, 3, order);
    const std::vector<std::uint8_t> content = source.bytes(at + frameHeaderBytes, length - frameHeaderBytes);

    WebPFrame frame;
    frame.place = cv::Rect(2 * static_cast<int>(source.number(at, 3, order)),
                           2 * static_cast<int>(source.number(at + 3, 3, order)), static_cast<int>(width) + 1,
                           static_cast<int>(height) + 1);
    const bool separateAlpha = content.size() >= 4 && content[0] == 'A' && content[1] == 'L';
    constexpr std::uint64_t extendedHeaderBytes = 18;
    const std::uint64_t total = 4 + (separateAlpha ? extendedHeaderBytes : 0) + content.size();
    appendNumber(frame.file, chunkName("RIFF"), 4);
    appendNumber(frame.file, total, 4);
    appendNumber(frame.file, chunkName("WEBP"), 4);
    if (separateAlpha) {
        constexpr std::uint64_t alphaFlag = 0x10;
        appendNumber(frame.file, chunkName("VP8X"), 4);
        appendNumber(frame.file, 10, 4);
        appendNumber(frame.file, alphaFlag, 4);
        appendNumber(frame.file, width, 3);
        appendNumber(frame.file, height, 3);
    }
    frame.file.insert(frame.file.end(), content.begin(), content.end());
    return frame;
}

} // namespace spotcheck
