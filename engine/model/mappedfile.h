#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace spotcheck {

/// A whole file mapped into memory, read-only. It must not be changed in place meanwhile.
class MappedFile {
public:
    /// \throws Error(FileNotFound, FileUnreadable), the latter also for anything but a regular file
    explicit MappedFile(const std::filesystem::path &file);
    ~MappedFile();
    MappedFile(MappedFile &&other) noexcept;
    MappedFile &operator=(MappedFile &&other) noexcept;

    std::span<const std::byte> bytes() const { return m_bytes; }

private:
    std::span<const std::byte> m_bytes;
};

} // namespace spotcheck
