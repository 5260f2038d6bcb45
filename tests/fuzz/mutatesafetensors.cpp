#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "mutation.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t longest);

namespace {

std::string mutated(std::string part, std::size_t longest)
{
    const std::size_t length = part.size();
    part.resize(std::max(length, longest));
    part.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t *>(part.data()), length, part.size()));
    return part;
}

} // namespace

/// Changes header or data and gives the file the right header length: else nearly all inputs would fail there.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t longest,
                                               unsigned int seed)
{
    constexpr unsigned int leftAsTheyAre = 16; // one in so many
    if (seed % leftAsTheyAre == 0)
        return LLVMFuzzerMutate(data, size, longest);
    auto parts = spotcheck::test::splitSafetensors(std::string_view(reinterpret_cast<const char *>(data), size));
    const std::size_t room = longest > size ? longest - size : 0;
    std::string &part = seed % 4 == 1 && !parts.data.empty() ? parts.data : parts.header;
    part = mutated(part, part.size() + room);
    const std::string file = joined(parts);
    const std::size_t length = std::min(file.size(), longest);
    std::memcpy(data, file.data(), length);
    return length;
}
