#include "image/imageheader.h"

#include <string>

#include <spotcheck/core/error.h>

#include "image/tiffdirectory.h"

namespace spotcheck {

namespace {

constexpr std::uint64_t chunkType(const char (&name)[5])
{
    std::uint64_t value = 0;
    for (int i = 0; i < 4; ++i) {
        value = value << 8 | static_cast<std::uint8_t>(name[i]);
    }
    return value;
}

// Colour types of the PNG specification, table 11.1.
constexpr std::uint64_t typeGrey = 0;
constexpr std::uint64_t typePalette = 3;

int storedSamples(std::uint64_t colourType)
{
    switch (colourType) {
    case typeGrey:
    case typePalette:
        return 1;
    case 2:
        return 3;
    case 4:
        return 2;
    case 6:
        return 4;
    default:
        throw Error(ErrorCode::NotAnImage, "Unknown PNG colour type " + std::to_string(colourType) + ".");
    }
}

} // namespace

ImageHeader readPngHeader(const ByteSource &source)
{
    constexpr std::uint64_t signatureBytes = 8;
    if (source.number(signatureBytes + 4, 4, ByteOrder::Big) != chunkType("IHDR")) {
        throw Error(ErrorCode::NotAnImage, "The PNG does not start with its header (IHDR).");
    }
    ImageHeader header;
    header.format = ImageFormat::Png;
    header.width = source.number(16, 4, ByteOrder::Big);
    header.height = source.number(20, 4, ByteOrder::Big);
    const auto bits = static_cast<int>(source.number(24, 1, ByteOrder::Big));
    const std::uint64_t colourType = source.number(25, 1, ByteOrder::Big);
    const int samples = storedSamples(colourType);
    header.bitsPerChannel = bits == 16 ? 16 : 8;
    header.channels = colourType == typePalette ? 3 : samples;

    // PNG carries a complete picture only up to its IEND chunk; libpng would accept less.
    std::uint64_t pixelBytes = 0;
    std::uint64_t at = signatureBytes;
    while (true) {
        const std::uint64_t length = source.number(at, 4, ByteOrder::Big);
        const std::uint64_t type = source.number(at + 4, 4, ByteOrder::Big);
        const std::uint64_t next = at + 12 + length;
        if (next > source.size()) {
            throw Error(ErrorCode::ImageTruncated,
                        "The PNG ends inside a chunk at position " + std::to_string(at) + ".");
        }
        if (type == chunkType("IEND")) {
            break;
        }
        if (type == chunkType("IDAT")) {
            pixelBytes += length;
        } else if (type == chunkType("eXIf")) {
            header.orientation = exifOrientation(source.bytes(at + 8, length));
        } else if (type == chunkType("tRNS") && colourType == typeGrey && length == 2) {
            const std::uint64_t key = source.number(at + 8, 2, ByteOrder::Big);
            const int scale = bits == 1 ? 255 : bits == 2 ? 85 : bits == 4 ? 17 : 1;
            header.transparentGrey = static_cast<std::uint16_t>(key * static_cast<std::uint64_t>(scale));
        }
        at = next;
    }

    // Deflate packs at most 1032 to 1 (zlib's technical notes).
    const double rowBytes = static_cast<double>(header.width) * samples * bits / 8.0;
    header.neededBytes = rowBytes * static_cast<double>(header.height) / 1032.0;
    header.pixelBytes = static_cast<double>(pixelBytes);
    return header;
}

} // namespace spotcheck
