#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "image/bytesource.h"

namespace spotcheck {

/// A directory of a TIFF structure: a TIFF file (classic or BigTIFF), or the EXIF block of another format.
class TiffDirectory {
public:
    /// The first one, or that at `start`. \throws Error(NotAnImage, ImageTruncated)
    explicit TiffDirectory(const ByteSource &source, std::uint64_t start = 0);

    bool has(std::uint16_t tag) const { return m_entries.contains(tag); }
    /// Where the directory after this one is said to be; 0 for the last one, and where nothing is said.
    std::uint64_t next() const { return m_next; }
    /// All whole-number values of a tag; empty where it is absent or of another type. \throws Error(ImageTruncated)
    std::vector<std::uint64_t> values(std::uint16_t tag) const;
    /// The first value. \throws Error(ImageTruncated)
    std::uint64_t value(std::uint16_t tag, std::uint64_t whereAbsent) const;
    /// Where in the source the lowest byte of a tag's first value is stored; the tag must be there.
    std::uint64_t lowBytePosition(std::uint16_t tag) const;

private:
    struct Entry {
        int bytesPerValue = 0; ///< 0 where the values are no whole numbers
        std::uint64_t count = 0;
        std::uint64_t position = 0;
    };

    const ByteSource &m_source;
    ByteOrder m_order = ByteOrder::Little;
    std::map<std::uint16_t, Entry> m_entries;
    std::uint64_t m_next = 0;
};

/// The orientation (1 to 8) in an EXIF block that starts with its TIFF header; 1 where there is none, or it is
/// damaged: a picture must not be lost for its metadata.
int exifOrientation(std::span<const std::uint8_t> exif);

} // namespace spotcheck
