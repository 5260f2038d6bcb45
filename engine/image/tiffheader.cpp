#include "image/imageheader.h"

#include <algorithm>
#include <string>

#include <spotcheck/core/error.h>

#include "image/tiffdirectory.h"

namespace spotcheck {

namespace {

// Tags and values of TIFF 6.0.
namespace tag {
constexpr std::uint16_t subfileType = 254;
constexpr std::uint16_t width = 256;
constexpr std::uint16_t height = 257;
constexpr std::uint16_t bitsPerSample = 258;
constexpr std::uint16_t photometric = 262;
constexpr std::uint16_t stripOffsets = 273;
constexpr std::uint16_t orientation = 274;
constexpr std::uint16_t samplesPerPixel = 277;
constexpr std::uint16_t rowsPerStrip = 278;
constexpr std::uint16_t stripByteCounts = 279;
constexpr std::uint16_t planarConfiguration = 284;
constexpr std::uint16_t tileWidth = 322;
constexpr std::uint16_t tileHeight = 323;
constexpr std::uint16_t tileOffsets = 324;
constexpr std::uint16_t tileByteCounts = 325;
constexpr std::uint16_t extraSamples = 338;
constexpr std::uint16_t sampleFormat = 339;
} // namespace tag

namespace photometric {
constexpr std::uint64_t minIsWhite = 0;
constexpr std::uint64_t minIsBlack = 1;
constexpr std::uint64_t rgb = 2;
constexpr std::uint64_t palette = 3;
} // namespace photometric

[[noreturn]] void refuseTiff(const std::string &what)
{
    throw Error(ErrorCode::NotAnImage, what + " Convert it to an 8 or 16 bit grey or RGB picture.");
}

void requireReadableSamples(const TiffDirectory &directory, std::uint64_t bits)
{
    constexpr std::uint64_t unsignedInteger = 1;
    constexpr std::uint64_t floatingPoint = 3;
    const std::uint64_t format = directory.value(tag::sampleFormat, unsignedInteger);
    if (format == floatingPoint) {
        refuseTiff("This TIFF holds floating-point values.");
    }
    if (format != unsignedInteger && format != 4) { // 4: undefined, to be read as unsigned
        refuseTiff("This TIFF holds signed or complex values.");
    }
    if (bits != 1 && bits != 4 && bits != 8 && bits != 16) {
        refuseTiff("This TIFF has " + std::to_string(bits) + " bits a channel.");
    }
}

/// The decoder reads 16-bit samples as they are stored, so only plain layouts come out right.
void requireReadableLayout(const TiffDirectory &directory, std::uint64_t interpretation, std::uint64_t samples,
                           std::uint64_t bits)
{
    const bool grey = interpretation == photometric::minIsWhite || interpretation == photometric::minIsBlack;
    if (grey && samples != 1) {
        refuseTiff("This grey TIFF has additional channels.");
    }
    if (bits != 16) {
        return;
    }
    if (!grey && (interpretation != photometric::rgb || samples > 4)) {
        refuseTiff("This 16-bit TIFF is neither grey nor RGB.");
    }
    if (samples > 1 && directory.value(tag::planarConfiguration, 1) != 1) {
        refuseTiff("This 16-bit TIFF stores its colours in separate planes.");
    }
}

void requirePixelsInside(const ByteSource &source, const TiffDirectory &directory)
{
    const bool tiled = directory.has(tag::tileOffsets);
    const std::vector<std::uint64_t> offsets = directory.values(tiled ? tag::tileOffsets : tag::stripOffsets);
    const std::vector<std::uint64_t> counts = directory.values(tiled ? tag::tileByteCounts : tag::stripByteCounts);
    if (offsets.empty()) {
        throw Error(ErrorCode::NotAnImage, "The TIFF does not say where its pixels are.");
    }
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        const std::uint64_t count = i < counts.size() ? counts[i] : 0;
        if (offsets[i] > source.size() || count > source.size() - offsets[i]) {
            throw Error(ErrorCode::ImageTruncated, "The TIFF's pixels reach beyond the end of the file.");
        }
    }
}

/// Pages after the first, other than the reduced pictures that some writers add. Never a reason to refuse the first.
bool holdsMorePages(const ByteSource &source, std::uint64_t next)
{
    constexpr int mostLookedAt = 16; // a chain may run in a circle
    constexpr std::uint64_t reduced = 1;
    try {
        for (int page = 0; next != 0 && page < mostLookedAt; ++page) {
            const TiffDirectory directory(source, next);
            if ((directory.value(tag::subfileType, 0) & reduced) == 0 && directory.has(tag::width))
                return true;
            next = directory.next();
        }
    } catch (const Error &) {
    }
    return false;
}

/// The decoder allocates a whole tile or strip, whatever the picture's size: a small picture must not ask for a huge
/// one.
void requireReasonableTiles(const TiffDirectory &directory, const ImageHeader &header)
{
    constexpr std::uint64_t longestSide = std::uint64_t{1} << 24;   // px, OpenCV's own limit
    constexpr std::uint64_t alwaysAllowed = std::uint64_t{1} << 24; // px; some writers give strips 65,535 rows
    constexpr std::uint64_t wholeInOne = 0xFFFFFFFF;
    if (header.width > longestSide || header.height > longestSide) {
        return; // refused for its own size
    }
    const bool tiled = directory.has(tag::tileOffsets);
    const std::uint64_t width = directory.value(tiled ? tag::tileWidth : tag::width, 0);
    std::uint64_t height = directory.value(tiled ? tag::tileHeight : tag::rowsPerStrip, wholeInOne);
    if (!tiled && height == wholeInOne)
        height = header.height;
    const bool vast = width > longestSide || height > longestSide;
    if (vast || width * height > std::max(alwaysAllowed, 4 * header.width * header.height)) {
        refuseTiff("This TIFF has tiles or strips of an unreasonable size.");
    }
}

} // namespace

ImageHeader readTiffHeader(const ByteSource &source)
{
    const TiffDirectory directory(source);
    ImageHeader header;
    header.format = ImageFormat::Tiff;
    header.width = directory.value(tag::width, 0);
    header.height = directory.value(tag::height, 0);
    const std::uint64_t bits = directory.value(tag::bitsPerSample, 1);
    const std::uint64_t samples = directory.value(tag::samplesPerPixel, 1);
    const std::uint64_t interpretation = directory.value(tag::photometric, photometric::minIsBlack);
    requireReadableSamples(directory, bits);
    requireReadableLayout(directory, interpretation, samples, bits);
    requirePixelsInside(source, directory);
    requireReasonableTiles(directory, header);
    header.holdsMore = holdsMorePages(source, directory.next());

    header.bitsPerChannel = bits == 16 ? 16 : 8;
    header.channels =
        interpretation == photometric::palette ? 3 : static_cast<int>(std::min<std::uint64_t>(samples, 64));
    header.darkIsHigh = bits == 16 && interpretation == photometric::minIsWhite;
    // libtiff multiplies 8-bit colours with their alpha; 16-bit samples arrive as stored.
    constexpr std::uint64_t associated = 1;
    constexpr std::uint64_t unassociated = 2;
    const std::uint64_t extra = directory.value(tag::extraSamples, 0);
    const bool hasAlpha = interpretation == photometric::rgb && (extra == associated || extra == unassociated);
    header.alpha = !hasAlpha                             ? Alpha::None
                   : bits == 16 && extra == unassociated ? Alpha::Straight
                                                         : Alpha::Premultiplied;

    const std::uint64_t orientation = directory.value(tag::orientation, 1);
    if (orientation >= 2 && orientation <= 8) {
        header.orientation = static_cast<int>(orientation);
        header.orientationAt = directory.lowBytePosition(tag::orientation);
    }
    return header;
}

} // namespace spotcheck
