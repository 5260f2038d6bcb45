#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/safetensors.h"

namespace spotcheck {

/// The JSON header of a safetensors file, read but not yet compared with the file's size.
struct SafetensorsHeader {
    struct Tensor {
        std::string name;
        TensorType type = TensorType::Float32;
        std::vector<std::int64_t> shape;
        std::uint64_t begin = 0; ///< byte offsets in the data section
        std::uint64_t end = 0;
    };

    std::map<std::string, std::string> metadata;
    std::vector<Tensor> tensors;
    std::string unsupported; ///< what is said of the first tensor of an unknown type; empty where all are known
};

/// Reads the header text token by token and refuses the first one that does not belong there, so that a hostile
/// header costs no more memory than its own length. Returns the reason of a refusal in `reason`.
std::optional<SafetensorsHeader> parseSafetensorsHeader(std::string_view text, std::string &reason);

/// The header text for `tensors` with their offsets, without padding.
/// \throws Error(InvalidParameter) for a text that is not UTF-8
std::string formatSafetensorsHeader(const SafetensorsHeader &header);

/// Number of elements; nothing where it does not fit 63 bits or a dimension is negative.
std::optional<std::int64_t> elementCount(const std::vector<std::int64_t> &shape);

/// "[64, 3, 7, 7]"
std::string shapeText(const std::vector<std::int64_t> &shape);

/// `name` in quotes, shortened where it is too long for a message.
std::string quotedName(std::string_view name);

} // namespace spotcheck
