#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include <sys/mman.h>
#include <unistd.h>

namespace spotcheck::test {

/// A regular file without a disk: thousands of contents a second, opened by its path as any other file.
class MemoryFile {
public:
    MemoryFile() : m_descriptor(::memfd_create("hostile", MFD_CLOEXEC)) {}
    ~MemoryFile() { ::close(m_descriptor); }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;

    std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(m_descriptor); }

    void hold(std::string_view content) const
    {
        const bool emptied = ::ftruncate(m_descriptor, 0) == 0;
        const auto length = static_cast<ssize_t>(content.size());
        if (!emptied || ::pwrite(m_descriptor, content.data(), content.size(), 0) != length)
            std::abort();
    }

private:
    int m_descriptor;
};

} // namespace spotcheck::test
