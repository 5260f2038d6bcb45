#include "backbone/storedzip.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "backbone/boundedbytes.h"
#include "model/safetensorsheader.h"

namespace spotcheck {

namespace {

// Field offsets are those of PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.14 to 4.3.16, and 4.5.3.
constexpr std::uint32_t localSignature = 0x04034b50;
constexpr std::uint32_t centralSignature = 0x02014b50;
constexpr std::uint32_t endSignature = 0x06054b50;
constexpr std::uint32_t end64Signature = 0x06064b50;
constexpr std::uint32_t locator64Signature = 0x07064b50;
constexpr std::uint64_t localBytes = 30;
constexpr std::uint64_t centralBytes = 46;
constexpr std::uint64_t endBytes = 22;
constexpr std::uint64_t locator64Bytes = 20;
constexpr std::uint64_t longestComment = 0xFFFF;
constexpr std::uint32_t see64 = 0xFFFFFFFF; ///< the number stands in a zip64 field
constexpr std::uint16_t extra64 = 1;
constexpr std::uint16_t encrypted = 1; ///< a flag

/// The central directory: where each file is.
struct Directory {
    std::uint64_t begin = 0;
    std::uint64_t size = 0;
};

struct Entry {
    std::string_view name;
    std::uint64_t header = 0; ///< of the local header
    std::uint64_t size = 0;
};

void checkSignature(const BoundedBytes &bytes, std::uint64_t begin, std::uint32_t signature)
{
    if (bytes.number<std::uint32_t>(begin) != signature)
        throw Refusal("its zip directory is damaged at byte " + std::to_string(begin));
}

std::uint64_t endRecord(const BoundedBytes &bytes)
{
    if (bytes.size() >= endBytes) {
        const std::uint64_t last = bytes.size() - endBytes;
        for (std::uint64_t back = 0; back <= std::min(last, longestComment); ++back)
            if (bytes.number<std::uint32_t>(last - back) == endSignature)
                return last - back;
    }
    throw Refusal("its zip directory, which stands at the end, is missing: the file is truncated");
}

Directory directory(const BoundedBytes &bytes)
{
    const std::uint64_t end = endRecord(bytes);
    if (end >= locator64Bytes && bytes.number<std::uint32_t>(end - locator64Bytes) == locator64Signature) {
        const auto end64 = bytes.number<std::uint64_t>(end - locator64Bytes + 8);
        checkSignature(bytes, end64, end64Signature);
        bytes.part(end64, 56);
        return {bytes.number<std::uint64_t>(end64 + 48), bytes.number<std::uint64_t>(end64 + 40)};
    }
    return {bytes.number<std::uint32_t>(end + 16), bytes.number<std::uint32_t>(end + 12)};
}

/// Replaces the numbers that were too large for the directory's own fields. They stand in the order size,
/// compressed size, place, each only where it is needed.
void readExtra(const BoundedBytes &extra, std::uint64_t &size, std::uint64_t &compressed, std::uint64_t &header)
{
    for (std::uint64_t at = 0; at + 4 <= extra.size();) {
        const auto kind = extra.number<std::uint16_t>(at);
        const auto length = extra.number<std::uint16_t>(at + 2);
        const BoundedBytes field(extra.part(at + 4, length));
        std::uint64_t next = 0;
        for (std::uint64_t *number : {&size, &compressed, &header}) {
            if (kind == extra64 && *number == see64) {
                *number = field.number<std::uint64_t>(next);
                next += sizeof(std::uint64_t);
            }
        }
        at += 4U + length;
    }
}

std::vector<Entry> entries(const BoundedBytes &bytes, const Directory &place)
{
    const BoundedBytes list(bytes.part(place.begin, place.size));
    std::vector<Entry> all;
    for (std::uint64_t at = 0; at < list.size();) {
        checkSignature(list, at, centralSignature);
        const auto flags = list.number<std::uint16_t>(at + 8);
        const auto method = list.number<std::uint16_t>(at + 10);
        std::uint64_t compressed = list.number<std::uint32_t>(at + 20);
        std::uint64_t size = list.number<std::uint32_t>(at + 24);
        const auto nameLength = list.number<std::uint16_t>(at + 28);
        const auto extraLength = list.number<std::uint16_t>(at + 30);
        const auto commentLength = list.number<std::uint16_t>(at + 32);
        std::uint64_t header = list.number<std::uint32_t>(at + 42);
        const std::string_view name = list.text(at + centralBytes, nameLength);
        readExtra(BoundedBytes(list.part(at + centralBytes + nameLength, extraLength)), size, compressed, header);
        if ((flags & encrypted) != 0)
            throw Refusal("its part " + quotedName(name) + " is encrypted");
        if (method != 0 || compressed != size)
            throw Refusal("its part " + quotedName(name) + " is compressed, which PyTorch never does");
        all.push_back({name, header, size});
        at += centralBytes + nameLength + extraLength + commentLength;
    }
    return all;
}

} // namespace

std::map<std::string, std::span<const std::byte>, std::less<>> storedZipFiles(std::span<const std::byte> archive)
{
    const BoundedBytes bytes(archive);
    const Directory place = directory(bytes);
    std::vector<Entry> all = entries(bytes, place);
    std::ranges::sort(all, {}, &Entry::header);
    std::map<std::string, std::span<const std::byte>, std::less<>> files;
    std::uint64_t end = 0;
    for (const Entry &entry : all) {
        if (entry.header < end)
            throw Refusal("its part " + quotedName(entry.name) + " overlaps another one");
        checkSignature(bytes, entry.header, localSignature);
        // The local header has a name and padding of its own.
        const std::uint64_t begin = entry.header + localBytes + bytes.number<std::uint16_t>(entry.header + 26) +
                                    bytes.number<std::uint16_t>(entry.header + 28);
        if (!files.emplace(entry.name, bytes.part(begin, entry.size)).second)
            throw Refusal("its part " + quotedName(entry.name) + " is there twice");
        end = begin + entry.size;
    }
    if (end > place.begin)
        throw Refusal("its parts overlap its zip directory");
    return files;
}

} // namespace spotcheck
