#pragma once

#include <filesystem>

#include <QByteArray>
#include <QFile>
#include <QLockFile>

namespace spotcheck::ui {

/// The unfinished file NAME.part beside where NAME will be, and in NAME.part.etag what the server calls the version
/// it belongs to. One program at a time holds it.
class PartialFile {
public:
    /// Opens what an earlier attempt left, or a new one; makes the folder if need be.
    /// \throws Error(WriteFailed), also where another program is at it
    explicit PartialFile(std::filesystem::path target);

    const std::filesystem::path &file() const { return m_file; }
    qint64 size() const { return m_content.size(); }
    const QByteArray &entityTag() const { return m_entityTag; } ///< empty: the server gave none

    /// Empties it. \throws Error(WriteFailed)
    void restart(const QByteArray &entityTag);
    /// \throws Error(WriteFailed) where the disk is full
    void append(const QByteArray &bytes);
    /// What was appended is on the disk. \throws Error(WriteFailed)
    void flush();
    /// Gives it its own name. \throws Error(WriteFailed)
    void complete();
    void remove();

private:
    [[noreturn]] void fail(const QString &reason) const;
    std::filesystem::path entityTagFile() const;

    std::filesystem::path m_target;
    std::filesystem::path m_file;
    QLockFile m_lock;
    QFile m_content;
    QByteArray m_entityTag;
};

} // namespace spotcheck::ui
