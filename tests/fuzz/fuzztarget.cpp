#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "exercise.h"
#include "memoryfile.h"

/// One run of a target: SPOTCHECK_EXERCISE is the reader's exercise. Whatever is neither read nor refused as it
/// should be ends the run, and libFuzzer keeps the input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const spotcheck::test::MemoryFile file;
    static const std::filesystem::path path = file.path();
    file.hold(std::string_view(reinterpret_cast<const char *>(data), size));
    const std::string complaint =
        spotcheck::test::complaintAbout([] { spotcheck::test::SPOTCHECK_EXERCISE(path); }, path);
    if (!complaint.empty()) {
        std::fprintf(stderr, "%s\n", complaint.c_str());
        std::abort();
    }
    return 0;
}
