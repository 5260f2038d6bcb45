#include "model/safetensors.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <ostream>
#include <set>
#include <string_view>
#include <utility>

#include <spotcheck/core/runtime.h>

#include "model/safetensorsheader.h"

namespace spotcheck {

static_assert(std::endian::native == std::endian::little, "safetensors files are little-endian");

namespace {

constexpr std::uint64_t lengthBytes = 8;             ///< of the header length in front of the header
constexpr std::uint64_t longestHeader = 100'000'000; ///< the limit of the reference implementation
constexpr std::uint64_t alignment = 64;              ///< of the data section: a cache line, an AVX-512 register

/// Of the tensor's bytes in the data section, which begin at `expectedBegin`.
std::uint64_t checkedEnd(const TensorFile &file, const SafetensorsHeader::Tensor &tensor, std::uint64_t expectedBegin,
                         std::uint64_t dataSize)
{
    const std::string name = "tensor " + quotedName(tensor.name);
    if (tensor.end < tensor.begin || tensor.end > dataSize)
        file.fail(name + " lies at bytes " + std::to_string(tensor.begin) + " to " + std::to_string(tensor.end) +
                  " of the data, which has " + std::to_string(dataSize) + ": the file is truncated or damaged");
    if (tensor.begin != expectedBegin)
        file.fail(name + " begins at byte " + std::to_string(tensor.begin) + " of the data instead of " +
                  std::to_string(expectedBegin) + ": a hole or an overlap");
    const std::optional<std::int64_t> elements = elementCount(tensor.shape);
    // Divided, not multiplied: a product could leave 64 bits.
    const std::uint64_t bytes = tensor.end - tensor.begin;
    const std::size_t width = bytesPerElement(tensor.type);
    if (!elements || bytes % width != 0 || bytes / width != static_cast<std::uint64_t>(*elements))
        file.fail(name + " of shape " + shapeText(tensor.shape) + " has " + std::to_string(bytes) +
                  " bytes, which do not fit its shape");
    return tensor.end;
}

} // namespace

SafetensorsFile::SafetensorsFile(const std::filesystem::path &file, ErrorCode failure,
                                 const std::function<void(const Metadata &)> &checkMetadata)
    : TensorFile(file, failure), m_mapped(file)
{
    if (m_mapped.bytes().size() < lengthBytes)
        fail("the file is too short to be a safetensors file");
    readTensors(checkMetadata);
}

std::string_view SafetensorsFile::headerText() const
{
    const std::span<const std::byte> bytes = m_mapped.bytes();
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), lengthBytes);
    if (length > bytes.size() - lengthBytes)
        fail("the header is said to be " + std::to_string(length) + " bytes long, the file has " +
             std::to_string(bytes.size()) + ": it is truncated or no safetensors file");
    if (length > longestHeader)
        fail("the header is longer than " + std::to_string(longestHeader) + " bytes");
    return {reinterpret_cast<const char *>(bytes.data()) + lengthBytes, static_cast<std::size_t>(length)};
}

void SafetensorsFile::readTensors(const std::function<void(const Metadata &)> &checkMetadata)
{
    const std::string_view text = headerText();
    std::string reason;
    std::optional<SafetensorsHeader> header = parseSafetensorsHeader(text, reason);
    if (!header)
        fail(reason);
    if (checkMetadata)
        checkMetadata(header->metadata);
    if (!header->unsupported.empty())
        fail(header->unsupported);
    const std::span<const std::byte> data = m_mapped.bytes().subspan(lengthBytes + text.size());
    // Header entries may come in any order; their bytes must lie one behind the other.
    std::ranges::sort(header->tensors, {}, [](const auto &tensor) { return std::pair(tensor.begin, tensor.end); });
    std::uint64_t next = 0;
    for (SafetensorsHeader::Tensor &tensor : header->tensors) {
        next = checkedEnd(*this, tensor, next, data.size());
        add(tensor.name,
            {tensor.type, std::move(tensor.shape), data.subspan(tensor.begin, tensor.end - tensor.begin)});
    }
    if (next != data.size())
        fail("the tensors end at byte " + std::to_string(next) + " of the data, the file at " +
             std::to_string(data.size()));
    describe(std::move(header->metadata));
}

namespace {

void checkWritable(const std::filesystem::path &file, const std::vector<TensorToWrite> &tensors)
{
    std::set<std::string_view> names;
    for (const TensorToWrite &tensor : tensors) {
        if (tensor.name == "__metadata__" || !names.insert(tensor.name).second)
            throw Error(ErrorCode::InvalidParameter, file, "tensor name " + quotedName(tensor.name) + " is taken");
        const std::optional<std::int64_t> elements = elementCount(tensor.shape);
        const std::size_t width = bytesPerElement(tensor.type);
        if (!elements || tensor.bytes.size() % width != 0 ||
            tensor.bytes.size() / width != static_cast<std::uint64_t>(*elements))
            throw Error(ErrorCode::InvalidParameter, file,
                        "tensor " + quotedName(tensor.name) + " of shape " + shapeText(tensor.shape) + " has " +
                            std::to_string(tensor.bytes.size()) + " bytes");
    }
}

/// Whole cache lines first, then the rest by falling element size: see `writeSafetensors` for what that guarantees.
std::vector<const TensorToWrite *> fileOrder(const std::vector<TensorToWrite> &tensors)
{
    std::vector<const TensorToWrite *> order;
    order.reserve(tensors.size());
    for (const TensorToWrite &tensor : tensors)
        order.push_back(&tensor);
    const auto rank = [](const TensorToWrite *tensor) {
        const bool wholeLines = tensor->bytes.size() % alignment == 0;
        return wholeLines ? -8 : 8 - static_cast<int>(bytesPerElement(tensor->type));
    };
    std::ranges::stable_sort(order, {}, rank);
    return order;
}

struct FileLayout {
    std::vector<const TensorToWrite *> order;
    std::string header; ///< padded
    std::uint64_t dataBytes = 0;
};

FileLayout layoutOf(const std::map<std::string, std::string> &metadata, const std::vector<TensorToWrite> &tensors)
{
    FileLayout layout{fileOrder(tensors), {}, 0};
    SafetensorsHeader header;
    header.metadata = metadata;
    for (const TensorToWrite *tensor : layout.order) {
        const std::uint64_t begin = layout.dataBytes;
        layout.dataBytes += tensor->bytes.size();
        header.tensors.push_back({tensor->name, tensor->type, tensor->shape, begin, layout.dataBytes});
    }
    layout.header = formatSafetensorsHeader(header);
    layout.header.append((alignment - (lengthBytes + layout.header.size()) % alignment) % alignment, ' ');
    return layout;
}

} // namespace

void writeSafetensors(const std::filesystem::path &file, const std::map<std::string, std::string> &metadata,
                      const std::vector<TensorToWrite> &tensors)
{
    checkWritable(file, tensors);
    const FileLayout layout = layoutOf(metadata, tensors);
    if (layout.header.size() > longestHeader)
        throw Error(ErrorCode::InvalidParameter, file, "the header is longer than the format allows");

    writeFileAtomically(file, [&](std::ostream &stream) {
        const std::uint64_t length = layout.header.size();
        stream.write(reinterpret_cast<const char *>(&length), lengthBytes);
        stream.write(layout.header.data(), static_cast<std::streamsize>(layout.header.size()));
        for (const TensorToWrite *tensor : layout.order)
            stream.write(reinterpret_cast<const char *>(tensor->bytes.data()),
                         static_cast<std::streamsize>(tensor->bytes.size()));
    });
}

std::uint64_t safetensorsBytes(const std::map<std::string, std::string> &metadata,
                               const std::vector<TensorToWrite> &tensors)
{
    const FileLayout layout = layoutOf(metadata, tensors);
    return lengthBytes + layout.header.size() + layout.dataBytes;
}

} // namespace spotcheck
