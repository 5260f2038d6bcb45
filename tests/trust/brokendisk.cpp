#include "brokendisk.h"

#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QDir>
#include <QFile>

namespace spotcheck::test {

namespace {

constexpr rlim_t fewBytes = 512; // no file that is worth a name is smaller
const QString filler = QStringLiteral("filler");

void limitFileSize(rlim_t bytes)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes == RLIM_INFINITY ? limit.rlim_max : bytes;
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0)
        qFatal("the size of files cannot be limited");
}

} // namespace

BrokenDisk::BrokenDisk(Kind kind, QString folder) : m_kind(kind), m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
    if (m_kind != Kind::SizeLimit)
        m_mounted = ::mount("tmpfs", QFile::encodeName(m_folder).constData(), "tmpfs", 0, "size=16m") == 0;
    std::signal(SIGXFSZ, SIG_IGN); // as for children: the write fails, and the program goes on
}

BrokenDisk::~BrokenDisk()
{
    repair();
    if (m_mounted)
        ::umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
}

bool BrokenDisk::isPossible() const
{
    return m_mounted || m_kind == Kind::SizeLimit || (m_kind == Kind::ReadOnly && ::geteuid() != 0);
}

bool BrokenDisk::breakDown()
{
    m_broken = true;
    if (m_kind == Kind::SizeLimit) {
        limitFileSize(fewBytes);
    } else if (m_kind == Kind::Full) {
        QFile file(path(filler));
        const QByteArray block(4096, 'x');
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            qFatal("the disk cannot be filled");
        while (file.write(block) == block.size()) {
        }
    } else if (m_mounted) {
        m_broken =
            ::mount(nullptr, QFile::encodeName(m_folder).constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    } else {
        m_broken = QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::ExeOwner);
    }
    return m_broken;
}

void BrokenDisk::repair()
{
    if (!m_broken)
        return;
    m_broken = false;
    if (m_kind == Kind::SizeLimit)
        limitFileSize(RLIM_INFINITY);
    else if (m_kind == Kind::Full)
        QFile::remove(path(filler));
    else if (m_mounted)
        ::mount(nullptr, QFile::encodeName(m_folder).constData(), nullptr, MS_REMOUNT, nullptr);
    else
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace spotcheck::test
