#pragma once

#include <filesystem>

namespace spotcheck {

/// A new file beside `target`, locked while it is written so that nobody takes it for abandoned, and removed unless
/// it has taken `target`'s place.
class TemporaryFile {
public:
    /// \throws Error(WriteFailed) in the name of `target`
    explicit TemporaryFile(std::filesystem::path target);
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;
    ~TemporaryFile();

    const std::filesystem::path &path() const { return m_path; }
    /// Onto the disk, then under the target's name. \throws Error(WriteFailed)
    void putIntoPlace();

private:
    std::filesystem::path m_target;
    std::filesystem::path m_path;
    int m_descriptor = -1;
    bool m_inPlace = false;
};

} // namespace spotcheck
