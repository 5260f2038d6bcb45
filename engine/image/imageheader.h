#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <spotcheck/image/imagereader.h>

#include "image/bytesource.h"

namespace spotcheck {

enum class ImageFormat { Png, Jpeg, Bmp, Tiff, WebP };

/// How the fourth channel that the decoder returns is to be understood.
enum class Alpha { None, Straight, Premultiplied };

/// What a picture file says about itself before any pixel is decoded.
struct ImageHeader {
    ImageFormat format = ImageFormat::Png;
    std::uint64_t width = 0; ///< px, as stored: before the orientation is applied
    std::uint64_t height = 0;
    int bitsPerChannel = 8; ///< 8 or 16, as decoded
    int channels = 3;       ///< as stored; a palette counts as 3
    int orientation = 1;    ///< EXIF, 1 to 8
    Alpha alpha = Alpha::Straight;
    std::optional<std::uint16_t> transparentGrey; ///< PNG tRNS, at the depth of the decoded values
    bool darkIsHigh = false;                      ///< 16-bit TIFF, min-is-white: the decoder leaves it inverted
    std::optional<std::uint64_t> orientationAt;   ///< TIFF: where in the file the orientation's low byte is
    std::optional<std::uint64_t> scanStart;       ///< JPEG: first byte of the entropy-coded data
    std::optional<std::uint64_t> firstFrame;      ///< animated WebP: position of the first ANMF chunk
    bool holdsMore = false;                       ///< TIFF, WebP: pages or frames after the first, thumbnails aside
    double pixelBytes = 0;  ///< what the file holds of encoded pixels; 0 where that is not known
    double neededBytes = 0; ///< the least that the picture could be encoded in; 0 where that is not known
};

/// Reads the header and checks that every part of the file it speaks of is inside the file. The end of a JPEG
/// is known only to `requireJpegEnd`.
/// \throws Error(NotAnImage, ImageTruncated, ImageTooLarge), without a file name
ImageHeader readImageHeader(const ByteSource &source, const ImageLimits &limits);

/// Walks the entropy-coded data of a JPEG to its end marker, which libjpeg would silently do without.
/// \throws Error(ImageTruncated, NotAnImage)
void requireJpegEnd(const ImageHeader &header, std::span<const std::uint8_t> file);

/// True where an end marker is among the last bytes, so that the walk of the whole file can be spared.
bool jpegEndsNormally(const ByteSource &source);

/// The first frame of an animated WebP as a WebP file of its own, and where it lies on the canvas.
struct WebPFrame {
    std::vector<std::uint8_t> file;
    cv::Rect place;
};
/// \throws Error(ImageTruncated)
WebPFrame extractFirstWebPFrame(const ImageHeader &header, const ByteSource &source);

// The parts of readImageHeader, one a format; the first bytes have been recognised already.
ImageHeader readPngHeader(const ByteSource &source);
ImageHeader readJpegHeader(const ByteSource &source);
ImageHeader readBmpHeader(const ByteSource &source);
ImageHeader readTiffHeader(const ByteSource &source);
ImageHeader readWebPHeader(const ByteSource &source);

} // namespace spotcheck
