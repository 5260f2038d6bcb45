#include <spotcheck/core/runtime.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <random>

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

[[noreturn]] void failToWrite(const std::filesystem::path &file)
{
    throw Error(ErrorCode::WriteFailed, file, std::strerror(errno));
}

/// Flushes a file or a folder entry to the disk.
void flush(const std::filesystem::path &path, int flags)
{
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0)
        failToWrite(path);
    const int result = ::fsync(descriptor);
    const int problem = errno;
    ::close(descriptor);
    // Some file systems cannot flush folders; the rename itself is still atomic there.
    if (result != 0 && problem != EINVAL) {
        errno = problem;
        failToWrite(path);
    }
}

/// Removes the temporary file unless it was renamed away.
struct TemporaryFile {
    std::filesystem::path path;
    bool kept = false;
    ~TemporaryFile()
    {
        std::error_code ignored;
        if (!kept)
            std::filesystem::remove(path, ignored);
    }
};

std::filesystem::path temporaryNameFor(const std::filesystem::path &file)
{
    std::random_device entropy;
    // Not derived from the file's own name, which may already be as long as the file system allows.
    return file.parent_path() / (".spotcheck-" + std::to_string(entropy()) + ".part");
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
    TemporaryFile temporary{temporaryNameFor(file)};
    {
        std::ofstream stream(temporary.path, std::ios::binary | std::ios::trunc);
        if (!stream)
            failToWrite(file);
        write(stream);
        stream.close();
        if (!stream)
            failToWrite(file);
    }
    flush(temporary.path, O_RDONLY);
    std::error_code problem;
    std::filesystem::rename(temporary.path, file, problem);
    if (problem)
        throw Error(ErrorCode::WriteFailed, file, problem.message());
    temporary.kept = true;
    flush(file.has_parent_path() ? file.parent_path() : std::filesystem::path("."), O_RDONLY | O_DIRECTORY);
}

} // namespace spotcheck
