#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/tensorfile.h"

namespace spotcheck {

/// Numbers that lie elsewhere in the file.
struct PickledStorage {
    TensorType type = TensorType::Float32;
    std::string_view key; ///< under which they are found
    std::int64_t elements = 0;
};

/// A view of a storage; offset, shape and strides in elements, as the file says and not yet checked.
struct PickledTensor {
    PickledStorage storage;
    std::int64_t offset = 0;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
};

/// What a pickle may name: nothing else is known, and nothing is ever called.
struct PickledGlobal {
    enum class Kind { OrderedDict, Namespace, RebuildTensor, RebuildParameter, Storage };
    Kind kind = Kind::OrderedDict;
    TensorType type = TensorType::Float32; ///< of a storage
};

using PickleIndex = std::uint32_t; ///< of a value in its pickle

struct PickledSequence {
    std::vector<PickleIndex> items;
};

struct PickledDict {
    std::vector<std::pair<PickleIndex, PickleIndex>> items; ///< key and value
};

using PickledValue = std::variant<std::monostate, bool, std::int64_t, double, std::string_view, PickledGlobal,
                                  PickledSequence, PickledDict, PickledStorage, PickledTensor>;

/// A pickle that was read as data. Texts point into its bytes. Values refer to each other by index, so a circle
/// among them costs nothing as long as nobody follows it blindly.
class StatePickle {
public:
    /// Reads one pickle from the beginning of `bytes`. Only the operations and names that state dicts consist of
    /// are known (protocols 2 to 5; torch._utils._rebuild_tensor_v2 and its like are recognised, not called).
    /// \throws Refusal that says what is wrong or not allowed
    explicit StatePickle(std::span<const std::byte> bytes);

    const PickledValue &root() const { return m_values[m_root]; }
    PickleIndex size() const { return static_cast<PickleIndex>(m_values.size()); }
    const PickledValue &operator[](PickleIndex index) const { return m_values[index]; }
    /// The value of a dict's entry with this text as its key; null if there is none.
    const PickledValue *find(const PickledDict &dict, std::string_view key) const;
    /// What follows the pickle begins here.
    std::uint64_t length() const { return m_length; }

private:
    std::vector<PickledValue> m_values;
    PickleIndex m_root = 0;
    std::uint64_t m_length = 0;
};

} // namespace spotcheck
