#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/random.h"

namespace spotcheck::test {

/// Damages files as accidents and attackers do; the same seed gives the same damage everywhere.
class Mutator {
public:
    explicit Mutator(std::uint64_t seed) : m_random(seed) {}

    /// `valid` with one to four changes: bits, bytes, numbers at their limits, blocks lost, doubled or moved, the end
    /// cut off, parts of `other` in its place.
    std::string bytes(std::string valid, std::string_view other);
    /// The same for texts: JSON stays near enough to JSON to come past the parser.
    std::string text(std::string valid, std::string_view other);

private:
    void changeBytes(std::string &content, std::string_view other);
    void changeText(std::string &content);
    std::size_t below(std::size_t count);

    Random m_random;
};

/// The header of a safetensors file and the rest; both can be changed and put together again with the right length.
struct SplitSafetensors {
    std::string header;
    std::string data;
};
SplitSafetensors splitSafetensors(std::string_view file);
std::string joined(const SplitSafetensors &parts);

/// Gives every chunk of a PNG the checksum of its content, so that damage gets past the first check.
void mendPngChecksums(std::string &file);

} // namespace spotcheck::test
