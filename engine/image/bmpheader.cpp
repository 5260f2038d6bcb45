#include "image/imageheader.h"

#include <cstdlib>
#include <string>

#include <spotcheck/core/error.h>

namespace spotcheck {

ImageHeader readBmpHeader(const ByteSource &source)
{
    constexpr std::uint64_t infoAt = 14;
    constexpr ByteOrder order = ByteOrder::Little;
    const std::uint64_t pixelsAt = source.number(10, 4, order);
    const std::uint64_t infoBytes = source.number(infoAt, 4, order);

    ImageHeader header;
    header.format = ImageFormat::Bmp;
    std::uint64_t bits = 0;
    std::uint64_t compression = 0;
    if (infoBytes == 12) { // OS/2's BITMAPCOREHEADER
        header.width = source.number(infoAt + 4, 2, order);
        header.height = source.number(infoAt + 6, 2, order);
        bits = source.number(infoAt + 10, 2, order);
    } else if (infoBytes >= 36) {
        // A negative height means rows from top to bottom.
        const auto width = static_cast<std::int32_t>(source.number(infoAt + 4, 4, order));
        const auto height = static_cast<std::int32_t>(source.number(infoAt + 8, 4, order));
        if (width <= 0) {
            throw Error(ErrorCode::NotAnImage, "The BMP has a width of " + std::to_string(width) + " pixels.");
        }
        header.width = static_cast<std::uint64_t>(width);
        header.height = static_cast<std::uint64_t>(std::llabs(height));
        bits = source.number(infoAt + 14, 2, order);
        compression = source.number(infoAt + 16, 4, order);
    } else {
        throw Error(ErrorCode::NotAnImage, "The BMP has an unknown kind of header.");
    }
    header.channels = bits == 32 ? 4 : 3;

    constexpr std::uint64_t plain = 0;
    constexpr std::uint64_t bitFields = 3;
    const bool fixedSize = compression == plain || compression == bitFields;
    if (pixelsAt > source.size()) {
        throw Error(ErrorCode::ImageTruncated, "The BMP's pixels lie beyond the end of the file.");
    }
    if (fixedSize) {
        const auto rowBytes = (header.width * bits + 31) / 32 * 4; // rows fill whole words of 32 bits
        header.neededBytes = static_cast<double>(rowBytes) * static_cast<double>(header.height);
        header.pixelBytes = static_cast<double>(source.size() - pixelsAt);
    }
    return header;
}

} // namespace spotcheck
