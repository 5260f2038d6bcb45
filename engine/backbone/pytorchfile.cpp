#include "backbone/pytorchfile.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "backbone/boundedbytes.h"
#include "backbone/statepickle.h"
#include "backbone/storedzip.h"
#include "model/safetensorsheader.h"

namespace spotcheck {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view zipMagic = "PK\x03\x04";
/// What a pickle of the number below begins with, by protocol; torch.save takes 2 where nobody asks for another.
constexpr std::array legacyBeginnings{"\x80\x02\x8a\x0a"sv, "\x80\x03\x8a\x0a"sv,
                                      "\x80\x04\x95\x0d\0\0\0\0\0\0\0\x8a\x0a"sv,
                                      "\x80\x05\x95\x0d\0\0\0\0\0\0\0\x8a\x0a"sv};
/// 0x1950a86a20f9469cfc6c and the pickle's end.
constexpr std::string_view legacyNumber = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.";
constexpr std::int64_t legacyVersion = 1001;
constexpr std::string_view parallelPrefix = "module.";

template <typename Value>
const Value &expect(const PickledValue *value, const char *meaning)
{
    const Value *found = value ? std::get_if<Value>(value) : nullptr;
    if (!found)
        throw Refusal(std::string("it has no ") + meaning);
    return *found;
}

/// The one that `text` begins with; empty if there is none.
std::string_view legacyBeginning(std::string_view text)
{
    const auto begins = [text](std::string_view beginning) { return text.starts_with(beginning); };
    const auto found = std::ranges::find_if(legacyBeginnings, begins);
    return found == legacyBeginnings.end() ? std::string_view() : *found;
}

/// The dict whose values are the tensors: the whole, or what a training script kept under "state_dict" or, as
/// torchvision's do, under "model".
const PickledDict &stateDict(const StatePickle &pickle)
{
    const PickledDict &whole = expect<PickledDict>(&pickle.root(), "state dict: it holds something else");
    if (const PickledValue *inner = pickle.find(whole, "state_dict"))
        return expect<PickledDict>(inner, "dict under \"state_dict\"");
    const PickledValue *model = pickle.find(whole, "model"); // or a tensor of that name
    const PickledDict *inner = model ? std::get_if<PickledDict>(model) : nullptr;
    return inner ? *inner : whole;
}

/// Number of bytes of `count` elements. \throws Refusal where it leaves 63 bits or `count` is negative
std::uint64_t byteCount(std::int64_t count, TensorType type)
{
    std::int64_t bytes = 0;
    if (count < 0 || __builtin_mul_overflow(count, static_cast<std::int64_t>(bytesPerElement(type)), &bytes))
        throw Refusal("one of its storages is said to hold " + std::to_string(count) + " numbers");
    return static_cast<std::uint64_t>(bytes);
}

/// Offset of a tensor's last element. \throws Refusal where a stride is negative or it leaves 63 bits
std::int64_t lastElement(const PickledTensor &tensor)
{
    std::int64_t last = tensor.offset;
    bool fits = tensor.offset >= 0;
    for (std::size_t axis = 0; axis < tensor.shape.size(); ++axis) {
        std::int64_t way = 0;
        fits = fits && tensor.strides[axis] >= 0 &&
               !__builtin_mul_overflow(tensor.shape[axis] - 1, tensor.strides[axis], &way) &&
               !__builtin_add_overflow(last, way, &last);
    }
    if (!fits)
        throw Refusal("one of its tensors has impossible strides " + shapeText(tensor.strides));
    return last;
}

bool isRowMajor(const PickledTensor &tensor)
{
    std::int64_t expected = 1;
    for (std::size_t axis = tensor.shape.size(); axis > 0; --axis) {
        if (tensor.shape[axis - 1] != 1 && tensor.strides[axis - 1] != expected)
            return false;
        expected *= tensor.shape[axis - 1];
    }
    return true;
}

/// Copies the elements in row-major order; all of them are known to lie within `storage`.
std::vector<std::byte> rowMajor(const PickledTensor &tensor, std::span<const std::byte> storage, std::int64_t count)
{
    const std::size_t width = bytesPerElement(tensor.storage.type);
    std::vector<std::byte> bytes(static_cast<std::size_t>(count) * width);
    std::vector<std::int64_t> place(tensor.shape.size(), 0);
    std::int64_t element = tensor.offset;
    for (std::size_t at = 0; at < bytes.size(); at += width) {
        std::memcpy(bytes.data() + at, storage.data() + static_cast<std::size_t>(element) * width, width);
        for (std::size_t axis = place.size(); axis > 0; --axis) {
            element += tensor.strides[axis - 1];
            if (++place[axis - 1] < tensor.shape[axis - 1])
                break;
            element -= tensor.strides[axis - 1] * tensor.shape[axis - 1];
            place[axis - 1] = 0;
        }
    }
    return bytes;
}

/// The storages of the tensors, by key. \throws Refusal where two tensors describe one differently
std::map<std::string_view, PickledStorage> storages(const StatePickle &pickle)
{
    std::map<std::string_view, PickledStorage> all;
    for (PickleIndex index = 0; index < pickle.size(); ++index) {
        const auto *storage = std::get_if<PickledStorage>(&pickle[index]);
        if (!storage)
            continue;
        const PickledStorage &first = all.emplace(storage->key, *storage).first->second;
        if (first.type != storage->type || first.elements != storage->elements)
            throw Refusal("its storage " + quotedName(storage->key) + " is described in two ways");
    }
    return all;
}

} // namespace

bool PyTorchFile::is(const std::filesystem::path &file)
{
    const MappedFile mapped(file);
    const std::span<const std::byte> bytes = mapped.bytes();
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    return text.starts_with(zipMagic) || !legacyBeginning(text).empty();
}

PyTorchFile::PyTorchFile(const std::filesystem::path &file, ErrorCode failure)
    : TensorFile(file, failure), m_mapped(file)
{
    try {
        const BoundedBytes bytes(m_mapped.bytes());
        if (bytes.text(0, zipMagic.size()) == zipMagic)
            readZip();
        else
            readLegacy();
    } catch (const Refusal &refusal) {
        fail(std::string("the PyTorch file cannot be read: ") + refusal.what());
    }
}

void PyTorchFile::readZip()
{
    const auto files = storedZipFiles(m_mapped.bytes());
    // Everything lies in one folder, named after the file as it was first called.
    constexpr std::string_view pickleName = "/data.pkl";
    const auto isPickle = [&](const auto &entry) {
        return entry.first.ends_with(pickleName) && entry.first.find('/') == entry.first.size() - pickleName.size();
    };
    const auto pickled = std::ranges::find_if(files, isPickle);
    if (pickled == files.end())
        throw Refusal("it is a zip archive without a data.pkl");
    const std::string folder = pickled->first.substr(0, pickled->first.size() - pickleName.size());
    if (const auto order = files.find(folder + "/byteorder"); order != files.end()) {
        const BoundedBytes word(order->second);
        if (word.text(0, word.size()) != "little")
            throw Refusal("it was written on a big-endian computer");
    }
    addTensors(StatePickle(pickled->second), [&](const PickledStorage &storage) {
        const auto found = files.find(folder + "/data/" + std::string(storage.key));
        if (found == files.end())
            throw Refusal("its storage " + quotedName(storage.key) + " is missing");
        if (found->second.size() != byteCount(storage.elements, storage.type))
            throw Refusal("its storage " + quotedName(storage.key) + " has " + std::to_string(found->second.size()) +
                          " bytes, but is said to hold " + std::to_string(storage.elements) + " numbers");
        return found->second;
    });
}

void PyTorchFile::readLegacy()
{
    const BoundedBytes bytes(m_mapped.bytes());
    const std::string_view text = bytes.text(0, bytes.size());
    const std::string_view beginning = legacyBeginning(text);
    if (beginning.empty() || !text.substr(beginning.size()).starts_with(legacyNumber))
        throw Refusal("torch.save does not write files that begin like this one");
    std::uint64_t at = beginning.size() + legacyNumber.size();
    const auto nextPickle = [&] {
        StatePickle pickle(bytes.part(at, bytes.size() - at));
        at += pickle.length();
        return pickle;
    };
    const StatePickle version = nextPickle();
    if (const auto *number = std::get_if<std::int64_t>(&version.root()); !number || *number != legacyVersion)
        throw Refusal("it has an unknown version");
    const StatePickle system = nextPickle();
    const PickledDict &facts = expect<PickledDict>(&system.root(), "description of the system");
    if (!expect<bool>(system.find(facts, "little_endian"), "byte order"))
        throw Refusal("it was written on a big-endian computer");
    const StatePickle state = nextPickle();
    const StatePickle keys = nextPickle();

    const std::map<std::string_view, PickledStorage> described = storages(state);
    std::map<std::string_view, std::span<const std::byte>> found;
    for (const PickleIndex index : expect<PickledSequence>(&keys.root(), "list of storages").items) {
        const auto key = expect<std::string_view>(&keys[index], "key of a storage");
        const auto storage = described.find(key);
        if (storage == described.end())
            throw Refusal("no tensor uses its storage " + quotedName(key));
        if (bytes.number<std::int64_t>(at) != storage->second.elements)
            throw Refusal("its storage " + quotedName(key) + " has another length than its tensors say");
        at += sizeof(std::int64_t);
        const std::uint64_t length = byteCount(storage->second.elements, storage->second.type);
        if (!found.emplace(key, bytes.part(at, length)).second)
            throw Refusal("its storage " + quotedName(key) + " is there twice");
        at += length;
    }
    addTensors(state, [&](const PickledStorage &storage) {
        const auto entry = found.find(storage.key);
        if (entry == found.end())
            throw Refusal("its storage " + quotedName(storage.key) + " is missing");
        return entry->second;
    });
}

/// `bytesOf`: the bytes of a storage, as many as its elements need.
template <typename BytesOf>
void PyTorchFile::addTensors(const StatePickle &pickle, BytesOf bytesOf)
{
    std::uint64_t total = 0;
    for (const auto &[key, value] : stateDict(pickle).items) {
        const auto *name = std::get_if<std::string_view>(&pickle[key]);
        const auto *tensor = std::get_if<PickledTensor>(&pickle[value]);
        if (!name || !tensor) // counters and settings beside the tensors
            continue;
        const std::span<const std::byte> bytes = arranged(*tensor, bytesOf(tensor->storage));
        // Without this, a small file could name one storage a million times.
        total += bytes.size();
        if (total > m_mapped.bytes().size())
            throw Refusal("its tensors overlap: together they are longer than the file");
        const bool parallel = name->starts_with(parallelPrefix);
        const std::string plain(parallel ? name->substr(parallelPrefix.size()) : *name);
        if (has(plain))
            throw Refusal("it has two tensors " + quotedName(plain));
        add(plain, {tensor->storage.type, tensor->shape, bytes});
    }
    if (tensors().empty())
        throw Refusal("it holds no tensors");
}

std::span<const std::byte> PyTorchFile::arranged(const PickledTensor &tensor, std::span<const std::byte> storage)
{
    const std::optional<std::int64_t> count = elementCount(tensor.shape);
    if (!count || tensor.strides.size() != tensor.shape.size())
        throw Refusal("one of its tensors has the impossible shape " + shapeText(tensor.shape));
    if (*count == 0)
        return {};
    // Fewer elements than the storage has: a stride of 0 could make any number of them from one.
    if (lastElement(tensor) >= tensor.storage.elements || *count > tensor.storage.elements)
        throw Refusal("one of its tensors, of shape " + shapeText(tensor.shape) + ", exceeds its storage of " +
                      std::to_string(tensor.storage.elements) + " numbers");
    const std::size_t width = bytesPerElement(tensor.storage.type);
    if (isRowMajor(tensor))
        return storage.subspan(static_cast<std::size_t>(tensor.offset) * width,
                               static_cast<std::size_t>(*count) * width);
    return m_rearranged.emplace_back(rowMajor(tensor, storage, *count));
}

} // namespace spotcheck
