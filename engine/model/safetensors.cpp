#include "model/safetensors.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <limits>
#include <optional>
#include <ostream>
#include <set>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <spotcheck/core/runtime.h>

#include "model/floatconversion.h"
#include "model/safetensorsheader.h"

namespace spotcheck {

static_assert(std::endian::native == std::endian::little, "safetensors files are little-endian");

namespace {

constexpr std::uint64_t lengthBytes = 8;             ///< of the header length in front of the header
constexpr std::uint64_t longestHeader = 100'000'000; ///< the limit of the reference implementation
constexpr std::uint64_t alignment = 64;              ///< of the data section: a cache line, an AVX-512 register

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    int value() const { return m_descriptor; }

private:
    int m_descriptor;
};

template <typename Element>
Element elementAt(const TensorView &tensor, std::int64_t index)
{
    Element element;
    std::memcpy(&element, tensor.bytes.data() + static_cast<std::size_t>(index) * sizeof(Element), sizeof(Element));
    return element;
}

template <typename Element, typename Result, typename Convert>
std::vector<Result> converted(const TensorView &tensor, Convert convert)
{
    std::vector<Result> values(static_cast<std::size_t>(tensor.elements()));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = convert(elementAt<Element>(tensor, static_cast<std::int64_t>(i)));
    return values;
}

} // namespace

std::size_t bytesPerElement(TensorType type)
{
    switch (type) {
    case TensorType::Float64:
    case TensorType::Int64:
        return 8;
    case TensorType::Float32:
    case TensorType::Int32:
        return 4;
    case TensorType::Float16:
    case TensorType::BFloat16:
        return 2;
    case TensorType::UInt8:
        return 1;
    }
    throw Error(ErrorCode::Internal, "unknown tensor type");
}

std::int64_t TensorView::elements() const
{
    return static_cast<std::int64_t>(bytes.size() / bytesPerElement(type));
}

struct SafetensorsFile::Mapping {
    std::filesystem::path file;
    ErrorCode failure;
    void *address = MAP_FAILED;
    std::size_t size = 0;
    std::map<std::string, std::string> metadata;
    std::map<std::string, TensorView> tensors;

    Mapping(std::filesystem::path path, ErrorCode code) : file(std::move(path)), failure(code) {}
    Mapping(const Mapping &) = delete;
    Mapping &operator=(const Mapping &) = delete;
    ~Mapping()
    {
        if (address != MAP_FAILED)
            ::munmap(address, size);
    }

    [[noreturn]] void fail(const std::string &detail) const { throw Error(failure, file, detail); }

    void open()
    {
        // Without O_NONBLOCK the open of a named pipe would wait for its writer.
        const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        if (descriptor.value() < 0)
            throw Error(errno == ENOENT || errno == ENOTDIR ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable,
                        file, std::strerror(errno));
        struct stat status {};
        if (::fstat(descriptor.value(), &status) != 0)
            throw Error(ErrorCode::FileUnreadable, file, std::strerror(errno));
        if (!S_ISREG(status.st_mode))
            throw Error(ErrorCode::FileUnreadable, file, "not a regular file");
        size = static_cast<std::size_t>(status.st_size);
        if (size < lengthBytes)
            fail("the file is too short to be a safetensors file");
        address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.value(), 0);
        if (address == MAP_FAILED)
            throw Error(ErrorCode::FileUnreadable, file, std::strerror(errno));
    }

    std::string_view headerText() const
    {
        std::uint64_t length = 0;
        std::memcpy(&length, address, lengthBytes);
        if (length > size - lengthBytes)
            fail("the header is said to be " + std::to_string(length) + " bytes long, the file has " +
                 std::to_string(size) + ": it is truncated or no safetensors file");
        if (length > longestHeader)
            fail("the header is longer than " + std::to_string(longestHeader) + " bytes");
        return {static_cast<const char *>(address) + lengthBytes, static_cast<std::size_t>(length)};
    }

    void readHeader()
    {
        const std::string_view text = headerText();
        std::string reason;
        std::optional<SafetensorsHeader> header = parseSafetensorsHeader(text, reason);
        if (!header)
            fail(reason);
        const std::span<const std::byte> data(reinterpret_cast<const std::byte *>(text.data() + text.size()),
                                              size - lengthBytes - text.size());
        // Header entries may come in any order; their bytes must lie one behind the other.
        std::ranges::sort(header->tensors, {},
                          [](const auto &tensor) { return std::pair(tensor.begin, tensor.end); });
        std::uint64_t next = 0;
        for (SafetensorsHeader::Tensor &tensor : header->tensors) {
            next = checkedEnd(tensor, next, data.size());
            tensors[tensor.name] = {tensor.type, std::move(tensor.shape),
                                    data.subspan(tensor.begin, tensor.end - tensor.begin)};
        }
        if (next != data.size())
            fail("the tensors end at byte " + std::to_string(next) + " of the data, the file at " +
                 std::to_string(data.size()));
        metadata = std::move(header->metadata);
    }

    std::uint64_t checkedEnd(const SafetensorsHeader::Tensor &tensor, std::uint64_t expectedBegin,
                             std::uint64_t dataSize) const
    {
        const std::string name = "tensor " + quotedName(tensor.name);
        if (tensor.end < tensor.begin || tensor.end > dataSize)
            fail(name + " lies at bytes " + std::to_string(tensor.begin) + " to " + std::to_string(tensor.end) +
                 " of the data, which has " + std::to_string(dataSize) + ": the file is truncated or damaged");
        if (tensor.begin != expectedBegin)
            fail(name + " begins at byte " + std::to_string(tensor.begin) + " of the data instead of " +
                 std::to_string(expectedBegin) + ": a hole or an overlap");
        const std::optional<std::int64_t> elements = elementCount(tensor.shape);
        // Divided, not multiplied: a product could leave 64 bits.
        const std::uint64_t bytes = tensor.end - tensor.begin;
        const std::size_t width = bytesPerElement(tensor.type);
        if (!elements || bytes % width != 0 || bytes / width != static_cast<std::uint64_t>(*elements))
            fail(name + " of shape " + shapeText(tensor.shape) + " has " + std::to_string(bytes) +
                 " bytes, which do not fit its shape");
        return tensor.end;
    }

    const TensorView &shaped(const std::string &name, const std::vector<std::int64_t> &shape) const
    {
        const auto found = tensors.find(name);
        if (found == tensors.end())
            fail("the file has no tensor " + quotedName(name));
        if (!shape.empty() && found->second.shape != shape)
            fail("tensor " + quotedName(name) + " has the shape " + shapeText(found->second.shape) + ", expected " +
                 shapeText(shape));
        return found->second;
    }
};

SafetensorsFile::SafetensorsFile(const std::filesystem::path &file, ErrorCode failure)
    : m_mapping(std::make_unique<Mapping>(file, failure))
{
    m_mapping->open();
    m_mapping->readHeader();
}

SafetensorsFile::~SafetensorsFile() = default;
SafetensorsFile::SafetensorsFile(SafetensorsFile &&) noexcept = default;
SafetensorsFile &SafetensorsFile::operator=(SafetensorsFile &&) noexcept = default;

const std::filesystem::path &SafetensorsFile::file() const
{
    return m_mapping->file;
}

const std::map<std::string, std::string> &SafetensorsFile::metadata() const
{
    return m_mapping->metadata;
}

const std::map<std::string, TensorView> &SafetensorsFile::tensors() const
{
    return m_mapping->tensors;
}

bool SafetensorsFile::has(const std::string &name) const
{
    return m_mapping->tensors.contains(name);
}

const TensorView &SafetensorsFile::tensor(const std::string &name) const
{
    return m_mapping->shaped(name, {});
}

std::vector<float> SafetensorsFile::floats(const std::string &name, const std::vector<std::int64_t> &shape) const
{
    const TensorView &view = m_mapping->shaped(name, shape);
    switch (view.type) {
    case TensorType::Float64:
        return converted<double, float>(view, [](double value) { return static_cast<float>(value); });
    case TensorType::Float32:
        return converted<float, float>(view, [](float value) { return value; });
    case TensorType::Float16:
        return converted<std::uint16_t, float>(view, floatFromHalf);
    case TensorType::BFloat16:
        return converted<std::uint16_t, float>(view, floatFromBFloat16);
    default:
        fail("tensor " + quotedName(name) + " does not hold floating-point numbers");
    }
}

std::span<const float> SafetensorsFile::floatView(const std::string &name,
                                                  const std::vector<std::int64_t> &shape) const
{
    const TensorView &view = m_mapping->shaped(name, shape);
    if (view.type != TensorType::Float32)
        fail("tensor " + quotedName(name) + " is not single precision");
    if (reinterpret_cast<std::uintptr_t>(view.bytes.data()) % alignof(float) != 0)
        fail("tensor " + quotedName(name) + " is not aligned in the file");
    return {reinterpret_cast<const float *>(view.bytes.data()), static_cast<std::size_t>(view.elements())};
}

std::vector<std::int32_t> SafetensorsFile::integers(const std::string &name,
                                                    const std::vector<std::int64_t> &shape) const
{
    const TensorView &view = m_mapping->shaped(name, shape);
    switch (view.type) {
    case TensorType::Int64:
        return converted<std::int64_t, std::int32_t>(view, [&](std::int64_t value) {
            if (!std::in_range<std::int32_t>(value))
                fail("tensor " + quotedName(name) + " holds a number that needs more than 32 bits");
            return static_cast<std::int32_t>(value);
        });
    case TensorType::Int32:
        return converted<std::int32_t, std::int32_t>(view, [](std::int32_t value) { return value; });
    case TensorType::UInt8:
        return converted<std::uint8_t, std::int32_t>(view, [](std::uint8_t value) { return std::int32_t{value}; });
    default:
        fail("tensor " + quotedName(name) + " does not hold whole numbers");
    }
}

void SafetensorsFile::fail(const std::string &detail) const
{
    m_mapping->fail(detail);
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
    for (const TensorToWrite &tensor : tensors)
        order.push_back(&tensor);
    const auto rank = [](const TensorToWrite *tensor) {
        const bool wholeLines = tensor->bytes.size() % alignment == 0;
        return wholeLines ? -8 : 8 - static_cast<int>(bytesPerElement(tensor->type));
    };
    std::ranges::stable_sort(order, {}, rank);
    return order;
}

} // namespace

void writeSafetensors(const std::filesystem::path &file, const std::map<std::string, std::string> &metadata,
                      const std::vector<TensorToWrite> &tensors)
{
    checkWritable(file, tensors);
    const std::vector<const TensorToWrite *> order = fileOrder(tensors);
    SafetensorsHeader header;
    header.metadata = metadata;
    std::uint64_t next = 0;
    for (const TensorToWrite *tensor : order) {
        header.tensors.push_back({tensor->name, tensor->type, tensor->shape, next, next + tensor->bytes.size()});
        next += tensor->bytes.size();
    }
    std::string text = formatSafetensorsHeader(header);
    text.append((alignment - (lengthBytes + text.size()) % alignment) % alignment, ' ');
    if (text.size() > longestHeader)
        throw Error(ErrorCode::InvalidParameter, file, "the header is longer than the format allows");

    writeFileAtomically(file, [&](std::ostream &stream) {
        const std::uint64_t length = text.size();
        stream.write(reinterpret_cast<const char *>(&length), lengthBytes);
        stream.write(text.data(), static_cast<std::streamsize>(text.size()));
        for (const TensorToWrite *tensor : order)
            stream.write(reinterpret_cast<const char *>(tensor->bytes.data()),
                         static_cast<std::streamsize>(tensor->bytes.size()));
    });
}

} // namespace spotcheck
