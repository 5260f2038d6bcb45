#pragma once

#include <filesystem>

#include <sys/stat.h>

namespace spotcheck {

/// Remembers an opened file, to notice that it was written to in place. Another file under its name does not count.
class UnchangedFile {
public:
    /// A file that cannot be opened is taken for unchanged: whoever reads it says so.
    explicit UnchangedFile(std::filesystem::path file);
    UnchangedFile(const UnchangedFile &) = delete;
    UnchangedFile &operator=(const UnchangedFile &) = delete;
    ~UnchangedFile();

    /// By size and time of modification. \throws Error(ModelInvalid)
    void check() const;

private:
    std::filesystem::path m_file;
    int m_descriptor = -1;
    struct stat m_status {};
};

} // namespace spotcheck
