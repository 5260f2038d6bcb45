#include <spotcheck/core/runtime.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>

#include <openssl/evp.h>

#include <spotcheck/core/error.h>

#include "core/temporaryfile.h"

namespace spotcheck {

namespace {

[[noreturn]] void failToWrite(const std::filesystem::path &file)
{
    throw Error(ErrorCode::WriteFailed, file, std::strerror(errno));
}

} // namespace

std::string sha256OfFile(const std::filesystem::path &file)
{
    std::error_code problem;
    if (!std::filesystem::exists(file, problem))
        throw Error(ErrorCode::FileNotFound, file);
    // Before it is opened: a named pipe would wait for its writer.
    if (!std::filesystem::is_regular_file(file, problem))
        throw Error(ErrorCode::FileUnreadable, file, problem ? problem.message() : "not a regular file");
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw Error(ErrorCode::FileUnreadable, file, std::strerror(errno));

    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
        throw Error(ErrorCode::Internal, file, "SHA-256 is not available");
    std::vector<char> block(1 << 20);
    while (stream) {
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        EVP_DigestUpdate(context.get(), block.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad())
        throw Error(ErrorCode::FileUnreadable, file, std::strerror(errno));

    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(context.get(), digest.data(), &length);
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (unsigned int index = 0; index < length; ++index) {
        text += digits[digest[index] >> 4];
        text += digits[digest[index] & 15];
    }
    return text;
}

void writeFileAtomically(const std::filesystem::path &file, const std::function<void(std::ostream &)> &write)
{
    TemporaryFile temporary(file);
    {
        std::ofstream stream(temporary.path(), std::ios::binary | std::ios::trunc);
        if (!stream)
            failToWrite(file);
        write(stream);
        stream.close();
        if (!stream)
            failToWrite(file);
    }
    temporary.putIntoPlace();
}

} // namespace spotcheck
