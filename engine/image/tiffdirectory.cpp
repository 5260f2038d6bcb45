#include "image/tiffdirectory.h"

#include <string>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

constexpr std::uint16_t orientationTag = 274;

struct TypeSize {
    int bytes = 0;
    bool wholeNumber = false;
};

// TIFF 6.0 section 2 and the BigTIFF supplement (16 to 18).
TypeSize sizeOfType(std::uint64_t type)
{
    switch (type) {
    case 1:
        return {1, true};
    case 3:
        return {2, true};
    case 4:
    case 13:
        return {4, true};
    case 16:
    case 18:
        return {8, true};
    case 2:
    case 6:
    case 7:
        return {1, false};
    case 8:
        return {2, false};
    case 9:
    case 11:
        return {4, false};
    case 5:
    case 10:
    case 12:
    case 17:
        return {8, false};
    default:
        return {0, false};
    }
}

} // namespace

TiffDirectory::TiffDirectory(const ByteSource &source, std::uint64_t start) : m_source(source)
{
    const std::uint64_t mark = source.number(0, 2, ByteOrder::Big);
    if (mark != 0x4949 && mark != 0x4D4D) {
        throw Error(ErrorCode::NotAnImage, "The TIFF byte order mark is missing.");
    }
    m_order = mark == 0x4949 ? ByteOrder::Little : ByteOrder::Big;
    const std::uint64_t version = source.number(2, 2, m_order);
    if (version != 42 && version != 43) {
        throw Error(ErrorCode::NotAnImage, "The TIFF version number is neither 42 nor 43 (BigTIFF).");
    }
    const bool big = version == 43;
    const int wordBytes = big ? 8 : 4;
    const int countBytes = big ? 8 : 2;
    const std::uint64_t entryBytes = big ? 20 : 12;

    if (start == 0)
        start = source.number(big ? 8 : 4, wordBytes, m_order);
    const std::uint64_t count = source.number(start, countBytes, m_order);
    if (count > 65535) {
        throw Error(ErrorCode::NotAnImage, "The TIFF directory claims " + std::to_string(count) + " entries.");
    }
    const std::vector<std::uint8_t> raw = source.bytes(start + countBytes, count * entryBytes);
    const MemorySource table(raw);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t at = i * entryBytes;
        const TypeSize type = sizeOfType(table.number(at + 2, 2, m_order));
        Entry entry;
        entry.bytesPerValue = type.wholeNumber ? type.bytes : 0;
        entry.count = table.number(at + 4, wordBytes, m_order);
        const std::uint64_t inPlace = at + 4 + static_cast<std::uint64_t>(wordBytes);
        const bool fits = type.bytes > 0 && entry.count <= static_cast<std::uint64_t>(wordBytes / type.bytes);
        entry.position = fits ? start + countBytes + inPlace : table.number(inPlace, wordBytes, m_order);
        m_entries.try_emplace(static_cast<std::uint16_t>(table.number(at, 2, m_order)), entry);
    }
    const std::uint64_t end = start + countBytes + count * entryBytes;
    if (end + static_cast<std::uint64_t>(wordBytes) <= source.size()) // EXIF blocks may do without
        m_next = source.number(end, wordBytes, m_order);
}

std::vector<std::uint64_t> TiffDirectory::values(std::uint16_t tag) const
{
    const auto found = m_entries.find(tag);
    if (found == m_entries.end() || found->second.bytesPerValue == 0) {
        return {};
    }
    const Entry &entry = found->second;
    const auto bytesPerValue = static_cast<std::uint64_t>(entry.bytesPerValue);
    if (entry.count > m_source.size() / bytesPerValue) {
        throw Error(ErrorCode::ImageTruncated, "TIFF tag " + std::to_string(tag) + " claims " +
                                                   std::to_string(entry.count) +
                                                   " values, more than the file holds.");
    }
    const std::vector<std::uint8_t> raw = m_source.bytes(entry.position, entry.count * bytesPerValue);
    const MemorySource numbers(raw);
    std::vector<std::uint64_t> result(entry.count);
    for (std::uint64_t i = 0; i < entry.count; ++i) {
        result[i] = numbers.number(i * bytesPerValue, entry.bytesPerValue, m_order);
    }
    return result;
}

std::uint64_t TiffDirectory::value(std::uint16_t tag, std::uint64_t whereAbsent) const
{
    const std::vector<std::uint64_t> all = values(tag);
    return all.empty() ? whereAbsent : all.front();
}

std::uint64_t TiffDirectory::lowBytePosition(std::uint16_t tag) const
{
    const Entry &entry = m_entries.at(tag);
    return m_order == ByteOrder::Little ? entry.position
                                        : entry.position + static_cast<std::uint64_t>(entry.bytesPerValue) - 1;
}

int exifOrientation(std::span<const std::uint8_t> exif)
{
    try {
        const MemorySource source(exif);
        const std::uint64_t orientation = TiffDirectory(source).value(orientationTag, 1);
        return orientation >= 1 && orientation <= 8 ? static_cast<int>(orientation) : 1;
    } catch (const Error &) {
        return 1;
    }
}

} // namespace spotcheck
