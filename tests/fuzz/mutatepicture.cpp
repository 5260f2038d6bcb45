#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>

#include "mutation.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t longest);

/// As libFuzzer does it, with the checksums of PNGs mended.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t longest,
                                               unsigned int seed)
{
    const std::size_t length = LLVMFuzzerMutate(data, size, longest);
    std::string file(reinterpret_cast<const char *>(data), length);
    if (seed % 8 != 0 && file.starts_with("\x89PNG"))
        spotcheck::test::mendPngChecksums(file);
    std::memcpy(data, file.data(), length);
    return length;
}
