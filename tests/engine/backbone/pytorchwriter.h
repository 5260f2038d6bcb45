#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formulaweights.h"

namespace spotcheck::test {

template <typename Number>
std::string littleEndian(Number value)
{
    return {reinterpret_cast<const char *>(&value), sizeof(Number)};
}

/// A stored file of a zip archive; tests change what the directory says about it.
struct ZipPart {
    std::string name;
    std::string content;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    int headerShift = 0; ///< added to the place of its header
    bool wide = false;   ///< its numbers stand in a zip64 field of the directory
};

inline std::string zipArchive(const std::vector<ZipPart> &parts)
{
    std::string archive;
    std::string directory;
    for (const ZipPart &part : parts) {
        const auto size = static_cast<std::uint32_t>(part.content.size());
        const auto place = static_cast<std::uint32_t>(static_cast<int>(archive.size()) + part.headerShift);
        const std::string nameLength = littleEndian(static_cast<std::uint16_t>(part.name.size()));
        const std::string kind = littleEndian<std::uint16_t>(10) + littleEndian(part.flags) +
                                 littleEndian(part.method) + std::string(8, '\0');
        const std::string see64(4, '\xff');
        const std::string wide = !part.wide
                                     ? std::string()
                                     : littleEndian<std::uint16_t>(1) + littleEndian<std::uint16_t>(24) +
                                           littleEndian<std::uint64_t>(size) + littleEndian<std::uint64_t>(size) +
                                           littleEndian<std::uint64_t>(place);
        directory += "PK\x01\x02" + littleEndian<std::uint16_t>(10) + kind +
                     (part.wide ? see64 + see64 : littleEndian(size) + littleEndian(size)) + nameLength +
                     littleEndian(static_cast<std::uint16_t>(wide.size())) + std::string(10, '\0') +
                     (part.wide ? see64 : littleEndian(place)) + part.name + wide;
        archive += "PK\x03\x04" + kind + littleEndian(size) + littleEndian(size) + nameLength +
                   littleEndian<std::uint16_t>(0) + part.name + part.content;
    }
    const auto count = static_cast<std::uint16_t>(parts.size());
    return archive + directory + "PK\x05\x06" + std::string(4, '\0') + littleEndian(count) + littleEndian(count) +
           littleEndian(static_cast<std::uint32_t>(directory.size())) +
           littleEndian(static_cast<std::uint32_t>(archive.size())) + std::string(2, '\0');
}

inline std::string pickledText(std::string_view text)
{
    return "X" + littleEndian(static_cast<std::uint32_t>(text.size())) + std::string(text);
}

inline std::string pickledNumber(std::int64_t number)
{
    return "\x8a\x08" + littleEndian(number);
}

inline std::string pickledTuple(const std::vector<std::int64_t> &numbers)
{
    std::string pickle = "(";
    for (const std::int64_t number : numbers)
        pickle += pickledNumber(number);
    return pickle + "t";
}

inline std::string pickledTensor(const std::string &key, std::int64_t elements, std::int64_t offset,
                                 const std::vector<std::int64_t> &shape, const std::vector<std::int64_t> &strides)
{
    return "ctorch._utils\n_rebuild_tensor_v2\n((" + pickledText("storage") + "ctorch\nFloatStorage\n" +
           pickledText(key) + pickledText("cpu") + pickledNumber(elements) + "tQ" + pickledNumber(offset) +
           pickledTuple(shape) + pickledTuple(strides) + "\x89" + "ccollections\nOrderedDict\n)RtR";
}

/// `entries`: keys and values, pickled.
inline std::string pickledDict(const std::string &entries)
{
    return "\x80\x02}(" + entries + "u.";
}

/// What torch.save would write of `weights`.
inline void writePyTorchZip(const std::filesystem::path &file, const FormulaWeights &weights)
{
    std::string entries;
    std::vector<ZipPart> parts{{"brought/data.pkl", {}}};
    for (const auto &[name, tensor] : weights.tensors) {
        const std::string key = std::to_string(parts.size());
        std::vector<std::int64_t> strides(tensor.shape.size(), 1);
        for (std::size_t axis = strides.size(); axis > 1; --axis)
            strides[axis - 2] = strides[axis - 1] * tensor.shape[axis - 1];
        const auto count = static_cast<std::int64_t>(tensor.values.size());
        entries += pickledText(name) + pickledTensor(key, count, 0, tensor.shape, strides);
        parts.push_back({"brought/data/" + key, std::string(reinterpret_cast<const char *>(tensor.values.data()),
                                                            tensor.values.size() * sizeof(float))});
    }
    parts.front().content = pickledDict(entries);
    std::ofstream(file, std::ios::binary) << zipArchive(parts);
}

} // namespace spotcheck::test
