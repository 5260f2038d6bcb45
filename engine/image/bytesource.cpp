#include "image/bytesource.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <spotcheck/core/error.h>

namespace spotcheck {

std::vector<std::uint8_t> ByteSource::bytes(std::uint64_t offset, std::uint64_t count) const
{
    requireInside(offset, count);
    std::vector<std::uint8_t> result(count);
    copy(offset, result);
    return result;
}

std::uint64_t ByteSource::number(std::uint64_t offset, int byteCount, ByteOrder order) const
{
    std::array<std::uint8_t, 8> raw{};
    copy(offset, std::span(raw).first(static_cast<std::size_t>(byteCount)));
    std::uint64_t value = 0;
    for (int i = 0; i < byteCount; ++i) {
        const int position = order == ByteOrder::Big ? i : byteCount - 1 - i;
        value = value << 8 | raw[static_cast<std::size_t>(position)];
    }
    return value;
}

void ByteSource::requireInside(std::uint64_t offset, std::uint64_t count) const
{
    if (offset > size() || count > size() - offset) {
        throw Error(ErrorCode::ImageTruncated, "The file has " + std::to_string(size()) + " bytes, but " +
                                                   std::to_string(count) + " bytes at position " +
                                                   std::to_string(offset) + " belong to the picture.");
    }
}

void MemorySource::copy(std::uint64_t offset, std::span<std::uint8_t> target) const
{
    requireInside(offset, target.size());
    if (!target.empty()) {
        std::memcpy(target.data(), m_data.data() + offset, target.size());
    }
}

FileSource::FileSource(std::filesystem::path file) : m_file(std::move(file))
{
    // O_NONBLOCK: opening a pipe that nobody writes to must not wait; it means nothing for regular files.
    m_descriptor = ::open(m_file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (m_descriptor < 0) {
        const bool absent = errno == ENOENT || errno == ENOTDIR;
        throw Error(absent ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable, m_file,
                    std::generic_category().message(errno));
    }
    struct stat status {};
    const bool known = ::fstat(m_descriptor, &status) == 0;
    if (!known || !S_ISREG(status.st_mode)) {
        const std::string reason = !known                    ? std::generic_category().message(errno)
                                   : S_ISDIR(status.st_mode) ? "This is a folder, not a file."
                                                             : "This is not a regular file.";
        ::close(m_descriptor);
        throw Error(ErrorCode::FileUnreadable, m_file, reason);
    }
    m_size = static_cast<std::uint64_t>(status.st_size);
}

FileSource::~FileSource()
{
    ::close(m_descriptor);
}

void FileSource::copy(std::uint64_t offset, std::span<std::uint8_t> target) const
{
    requireInside(offset, target.size());
    std::size_t done = 0;
    while (done < target.size()) {
        const ssize_t count =
            ::pread(m_descriptor, target.data() + done, target.size() - done, static_cast<off_t>(offset + done));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            throw Error(ErrorCode::FileUnreadable, m_file, std::generic_category().message(errno));
        }
        if (count == 0) {
            throw Error(ErrorCode::ImageTruncated, m_file, "The file became shorter while it was read.");
        }
        done += static_cast<std::size_t>(count);
    }
}

} // namespace spotcheck
