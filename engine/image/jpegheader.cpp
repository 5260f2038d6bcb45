#include "image/imageheader.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include <spotcheck/core/error.h>

#include "image/tiffdirectory.h"

namespace spotcheck {

namespace {

// Second bytes of the markers (ITU-T T.81, table B.1).
constexpr std::uint8_t startOfImage = 0xD8;
constexpr std::uint8_t endOfImage = 0xD9;
constexpr std::uint8_t startOfScan = 0xDA;
constexpr std::uint8_t applicationOne = 0xE1;

bool isFrameHeader(std::uint8_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool isRestart(std::uint8_t marker)
{
    return marker >= 0xD0 && marker <= 0xD7;
}

bool standsAlone(std::uint8_t marker)
{
    return isRestart(marker) || marker == startOfImage || marker == 0x01;
}

struct Frame {
    std::uint8_t marker = 0;
    int horizontal = 1; ///< sampling factors of the first component, relative to the largest
    int vertical = 1;
    int horizontalMaximum = 1;
    int verticalMaximum = 1;
};

Frame readFrame(const ByteSource &source, std::uint64_t at, std::uint8_t marker, ImageHeader &header)
{
    const auto precision = static_cast<int>(source.number(at, 1, ByteOrder::Big));
    if (precision != 8) {
        throw Error(ErrorCode::NotAnImage, "A JPEG with " + std::to_string(precision) +
                                               " bits a channel cannot be read; convert it to 8-bit JPEG or to "
                                               "16-bit PNG.");
    }
    header.height = source.number(at + 1, 2, ByteOrder::Big);
    header.width = source.number(at + 3, 2, ByteOrder::Big);
    header.channels = static_cast<int>(source.number(at + 5, 1, ByteOrder::Big));
    if (header.channels != 1 && header.channels != 3 && header.channels != 4) {
        throw Error(ErrorCode::NotAnImage,
                    "A JPEG with " + std::to_string(header.channels) + " colour components cannot be read.");
    }
    Frame frame;
    frame.marker = marker;
    for (int i = 0; i < header.channels; ++i) {
        const std::uint64_t factors = source.number(at + 7 + 3 * static_cast<std::uint64_t>(i), 1, ByteOrder::Big);
        const auto horizontal = std::max(1, static_cast<int>(factors >> 4));
        const auto vertical = std::max(1, static_cast<int>(factors & 15));
        if (i == 0) {
            frame.horizontal = horizontal;
            frame.vertical = vertical;
        }
        frame.horizontalMaximum = std::max(frame.horizontalMaximum, horizontal);
        frame.verticalMaximum = std::max(frame.verticalMaximum, vertical);
    }
    return frame;
}

/// A Huffman-coded block takes at least one bit for its DC and, outside progressive files, one for its end.
double leastScanBytes(const ImageHeader &header, const Frame &frame)
{
    const bool progressive = frame.marker == 0xC2;
    if (!progressive && frame.marker != 0xC0 && frame.marker != 0xC1) {
        return 0;
    }
    const std::uint64_t columns = header.width * frame.horizontal / (8 * frame.horizontalMaximum);
    const std::uint64_t rows = header.height * frame.vertical / (8 * frame.verticalMaximum);
    return static_cast<double>(columns * rows) * (progressive ? 1 : 2) / 8.0;
}

int orientationOfApplicationSegment(const std::vector<std::uint8_t> &segment)
{
    constexpr std::array<std::uint8_t, 6> name{'E', 'x', 'i', 'f', 0, 0};
    if (segment.size() < name.size() || !std::equal(name.begin(), name.end(), segment.begin())) {
        return 1;
    }
    return exifOrientation(std::span(segment).subspan(name.size()));
}

} // namespace

ImageHeader readJpegHeader(const ByteSource &source)
{
    ImageHeader header;
    header.format = ImageFormat::Jpeg;
    std::optional<Frame> frame;
    std::uint64_t at = 2;
    int skipped = 0;
    while (true) {
        // Bytes before a marker, and fill bytes, are skipped as libjpeg does, but not a whole disk of them.
        while (source.number(at, 1, ByteOrder::Big) != 0xFF) {
            ++at;
            if (++skipped > 65536) {
                throw Error(ErrorCode::NotAnImage, "The JPEG is damaged: its segments cannot be found.");
            }
        }
        const auto marker = static_cast<std::uint8_t>(source.number(at + 1, 1, ByteOrder::Big));
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        at += 2;
        if (marker == 0 || standsAlone(marker)) {
            continue;
        }
        if (marker == endOfImage) {
            throw Error(ErrorCode::ImageTruncated, "The JPEG ends before its pixel data begin.");
        }
        const std::uint64_t length = source.number(at, 2, ByteOrder::Big);
        if (length < 2) {
            throw Error(ErrorCode::NotAnImage, "The JPEG has a segment of impossible length.");
        }
        if (isFrameHeader(marker) && !frame) {
            frame = readFrame(source, at + 2, marker, header);
        } else if (marker == applicationOne && header.orientation == 1) {
            header.orientation = orientationOfApplicationSegment(source.bytes(at + 2, length - 2));
        } else if (marker == startOfScan) {
            break;
        }
        at += length;
    }
    if (!frame) {
        throw Error(ErrorCode::NotAnImage, "The JPEG has no frame header before its pixel data.");
    }
    header.scanStart = at + source.number(at, 2, ByteOrder::Big);
    header.pixelBytes = static_cast<double>(source.size()) - static_cast<double>(*header.scanStart);
    header.neededBytes = leastScanBytes(header, *frame);
    return header;
}

void requireJpegEnd(const ImageHeader &header, std::span<const std::uint8_t> file)
{
    // libjpeg goes over all pixels with every scan; encoders make ten or so.
    constexpr int mostScans = 100;
    int scans = 1;
    std::uint64_t at = header.scanStart.value_or(0);
    while (at + 1 < file.size()) {
        const void *found = std::memchr(file.data() + at, 0xFF, file.size() - at - 1);
        if (found == nullptr) {
            break;
        }
        at = static_cast<std::uint64_t>(static_cast<const std::uint8_t *>(found) - file.data());
        const std::uint8_t marker = file[at + 1];
        if (marker == endOfImage) {
            return;
        }
        if (marker == startOfScan && ++scans > mostScans) {
            throw Error(ErrorCode::NotAnImage, "The JPEG has more than " + std::to_string(mostScans) +
                                                   " scans, which would take very long to read.");
        }
        at += marker == 0xFF ? 1 : 2;
        // Between the scans of a progressive file lie tables and scan headers: from 0xC0 on markers carry a length.
        const bool carriesLength = marker >= 0xC0 && marker != 0xFF && !standsAlone(marker);
        if (carriesLength && at + 1 < file.size()) {
            at += static_cast<std::uint64_t>(file[at]) << 8 | file[at + 1];
        }
    }
    throw Error(ErrorCode::ImageTruncated, "The JPEG has no end marker: its lower part is missing.");
}

bool jpegEndsNormally(const ByteSource &source)
{
    constexpr std::uint64_t searched = 64;
    const std::uint64_t count = std::min(searched, source.size());
    const std::vector<std::uint8_t> tail = source.bytes(source.size() - count, count);
    constexpr std::array<std::uint8_t, 2> marker{0xFF, endOfImage};
    return std::search(tail.begin(), tail.end(), marker.begin(), marker.end()) != tail.end();
}

} // namespace spotcheck
