#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>

#include "modelmutation.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t longest);

/// Mostly damage that the container does not show; the rest as libFuzzer does it.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t longest,
                                               unsigned int seed)
{
    constexpr unsigned int plain = 8; // one in so many
    const std::string before(reinterpret_cast<const char *>(data), size);
    const std::string file = seed % plain == 0 ? before : spotcheck::test::mutatedModel(before, std::uint64_t{seed});
    if (file == before || file.size() > longest)
        return LLVMFuzzerMutate(data, size, longest);
    std::memcpy(data, file.data(), file.size());
    return file.size();
}
