#include "ui/download/partialfile.h"

#include <system_error>
#include <utility>

#include <unistd.h>

#include <spotcheck/core/error.h>

namespace spotcheck::ui {

namespace fs = std::filesystem;

namespace {

constexpr qint64 longestEntityTag = 1024; // bytes; servers use less than a hundred

QString nameOf(const fs::path &file)
{
    return QFile::decodeName(QByteArray::fromStdString(file.string()));
}

fs::path beside(fs::path file, const char *ending)
{
    return file += ending;
}

} // namespace

PartialFile::PartialFile(fs::path target)
    : m_target(std::move(target)), m_file(beside(m_target, ".part")), m_lock(nameOf(beside(m_file, ".lock"))),
      m_content(nameOf(m_file))
{
    std::error_code problem;
    fs::create_directories(m_target.parent_path(), problem);
    if (problem)
        throw Error(ErrorCode::WriteFailed, m_target, problem.message());
    if (!m_lock.tryLock()) {
        if (m_lock.error() == QLockFile::LockFailedError)
            fail(QStringLiteral("another Spotcheck is downloading it; wait for that one"));
        fail(QStringLiteral("no permission to write to ") + nameOf(m_target.parent_path()));
    }
    if (!m_content.open(QIODevice::Append | QIODevice::Unbuffered))
        fail(m_content.errorString());
    if (QFile tag(nameOf(entityTagFile())); size() > 0 && tag.open(QIODevice::ReadOnly))
        m_entityTag = tag.read(longestEntityTag);
}

fs::path PartialFile::entityTagFile() const
{
    return beside(m_file, ".etag");
}

void PartialFile::restart(const QByteArray &entityTag)
{
    if (size() > 0 && !m_content.resize(0))
        fail(m_content.errorString());
    std::error_code ignored;
    fs::remove(entityTagFile(), ignored);
    m_entityTag.clear();
    if (entityTag.isEmpty() || entityTag.size() > longestEntityTag)
        return;
    QFile tag(nameOf(entityTagFile()));
    if (!tag.open(QIODevice::WriteOnly) || tag.write(entityTag) != entityTag.size() || !tag.flush())
        fail(tag.errorString());
    m_entityTag = entityTag;
}

void PartialFile::append(const QByteArray &bytes)
{
    if (m_content.write(bytes) != bytes.size())
        fail(m_content.errorString());
}

void PartialFile::flush()
{
    if (fsync(m_content.handle()) != 0)
        fail(QString::fromLocal8Bit(std::generic_category().message(errno).c_str()));
}

void PartialFile::complete()
{
    std::error_code problem;
    fs::rename(m_file, m_target, problem);
    if (problem)
        throw Error(ErrorCode::WriteFailed, m_target, problem.message());
    fs::remove(entityTagFile(), problem);
}

void PartialFile::remove()
{
    std::error_code ignored;
    fs::remove(m_file, ignored);
    fs::remove(entityTagFile(), ignored);
}

void PartialFile::fail(const QString &reason) const
{
    throw Error(ErrorCode::WriteFailed, m_file, reason.toStdString());
}

} // namespace spotcheck::ui
