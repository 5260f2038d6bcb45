#include "model/mappedfile.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    int value() const { return m_descriptor; }

private:
    int m_descriptor;
};

} // namespace

MappedFile::MappedFile(const std::filesystem::path &file)
{
    // Without O_NONBLOCK the open of a named pipe would wait for its writer.
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (descriptor.value() < 0)
        throw Error(errno == ENOENT || errno == ENOTDIR ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable, file,
                    std::strerror(errno));
    struct stat status {};
    if (::fstat(descriptor.value(), &status) != 0)
        throw Error(ErrorCode::FileUnreadable, file, std::strerror(errno));
    if (!S_ISREG(status.st_mode))
        throw Error(ErrorCode::FileUnreadable, file, "not a regular file");
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0) // cannot be mapped
        return;
    void *address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.value(), 0);
    if (address == MAP_FAILED)
        throw Error(errno == ENOMEM ? ErrorCode::OutOfMemory : ErrorCode::FileUnreadable, file, std::strerror(errno));
    m_bytes = {static_cast<const std::byte *>(address), size};
}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty())
        ::munmap(const_cast<std::byte *>(m_bytes.data()), m_bytes.size());
}

MappedFile::MappedFile(MappedFile &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

MappedFile &MappedFile::operator=(MappedFile &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

} // namespace spotcheck
