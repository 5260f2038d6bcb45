#pragma once

#include <QString>

namespace spotcheck::test {

/// A folder whose disk fails on demand, as far as this machine and this user can have it so.
class BrokenDisk {
public:
    enum class Kind {
        Full,      ///< a small file system in memory without room left; needs the right to mount
        SizeLimit, ///< the system refuses to write beyond a few bytes of any file (ulimit -f), to child programs as
                   ///< well
        ReadOnly,  ///< a file system mounted read-only, or a folder without the right to write
    };

    /// `folder` is made and must be empty.
    BrokenDisk(Kind kind, QString folder);
    BrokenDisk(const BrokenDisk &) = delete;
    BrokenDisk &operator=(const BrokenDisk &) = delete;
    ~BrokenDisk(); ///< repaired, and unmounted with all that is on it

    bool isPossible() const; ///< not every user can have every kind
    QString path(const QString &name) const { return m_folder + QLatin1Char('/') + name; }

    /// False: not now. The system makes no disk read-only on which files are open for writing.
    [[nodiscard]] bool breakDown();
    void repair();

private:
    Kind m_kind;
    QString m_folder;
    bool m_mounted = false;
    bool m_broken = false;
};

} // namespace spotcheck::test
