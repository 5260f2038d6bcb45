#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace spotcheck {

/// Why a PyTorch file is refused; `PyTorchFile` turns it into an `Error` that names the file.
class Refusal : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Bytes of a file that nobody vouches for: whatever lies outside them is refused, never read.
/// Numbers are little-endian.
class BoundedBytes {
public:
    explicit BoundedBytes(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    std::uint64_t size() const { return m_bytes.size(); }

    /// \throws Refusal
    std::span<const std::byte> part(std::uint64_t begin, std::uint64_t length) const
    {
        if (begin > size() || length > size() - begin)
            throw Refusal("it asks for " + std::to_string(length) + " bytes at byte " + std::to_string(begin) +
                          " of " + std::to_string(size()) + ": the file is truncated or damaged");
        return m_bytes.subspan(begin, length);
    }

    /// \throws Refusal
    std::string_view text(std::uint64_t begin, std::uint64_t length) const
    {
        return {reinterpret_cast<const char *>(part(begin, length).data()), static_cast<std::size_t>(length)};
    }

    /// \throws Refusal
    template <typename Number>
    Number number(std::uint64_t begin) const
    {
        static_assert(std::is_arithmetic_v<Number>);
        Number value;
        std::memcpy(&value, part(begin, sizeof(Number)).data(), sizeof(Number));
        return value;
    }

private:
    std::span<const std::byte> m_bytes;
};

} // namespace spotcheck
