#pragma once

#include <filesystem>

namespace spotcheck {

/// A new file beside `target`, locked while it is written so that nobody takes it for abandoned, and removed unless
/// it has taken `target`'s place. Where `target` is a link, that is the place of the file it leads to. What is no
/// file (a device, a pipe) keeps its place and is written to.
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
    void writeIntoTarget() const;

    std::filesystem::path m_target;
    bool m_special = false; ///< the target is no file
    std::filesystem::path m_path;
    int m_descriptor = -1;
    bool m_inPlace = false;
};

} // namespace spotcheck
