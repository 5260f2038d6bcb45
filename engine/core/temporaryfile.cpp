#include "core/temporaryfile.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <spotcheck/core/abandonedfiles.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/log.h>

namespace spotcheck {

namespace fs = std::filesystem;

namespace {

// Not derived from the target's own name, which may already be as long as the file system allows.
constexpr std::string_view beginning = ".spotcheck-";
constexpr std::string_view ending = ".part";

std::string newName()
{
    std::random_device entropy;
    return std::string(beginning) + std::to_string(entropy()) + std::string(ending);
}

bool isTemporaryName(const std::string &name)
{
    return name.size() > beginning.size() + ending.size() && name.starts_with(beginning) && name.ends_with(ending) &&
           std::all_of(name.begin() + beginning.size(), name.end() - ending.size(),
                       [](unsigned char c) { return std::isdigit(c); });
}

[[noreturn]] void fail(const fs::path &file, int problem)
{
    throw Error(ErrorCode::WriteFailed, file, std::strerror(problem));
}

int openAgain(const fs::path &path, int flags)
{
    int descriptor = -1;
    do {
        descriptor = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
    } while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

int lockOf(int descriptor, int operation)
{
    int result = 0;
    do {
        result = ::flock(descriptor, operation);
    } while (result != 0 && errno == EINTR);
    return result;
}

bool hasName(int descriptor)
{
    struct stat facts = {};
    return ::fstat(descriptor, &facts) == 0 && facts.st_nlink > 0;
}

/// Of the file or the folder, to the disk.
int flushed(int descriptor)
{
    // Some file systems cannot flush folders; the rename itself is still atomic there.
    return ::fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno;
}

/// The file that a link leads to, which need not be there yet.
fs::path behindLinks(fs::path file)
{
    constexpr int mostLinks = 40; // as the system's own limit
    std::error_code error;
    for (int links = 0; links < mostLinks && fs::is_symlink(fs::symlink_status(file, error)); ++links) {
        const fs::path next = fs::read_symlink(file, error);
        if (error)
            break;
        file = next.is_absolute() ? next : file.parent_path() / next;
    }
    return file;
}

bool isSpecial(const fs::path &file)
{
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    return fs::exists(status) && fs::is_other(status);
}

void removeIfAbandoned(const fs::path &file)
{
    const int descriptor = openAgain(file, O_RDWR | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return;
    struct stat facts = {};
    const bool regular = ::fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode);
    // Removed before the lock is given up: a writer that waits for it sees that its file has gone, and takes another.
    if (regular && lockOf(descriptor, LOCK_EX | LOCK_NB) == 0 && ::unlink(file.c_str()) == 0)
        logInfo("removed " + file.string() + ", which a program left that was ended while it wrote");
    ::close(descriptor);
}

} // namespace

TemporaryFile::TemporaryFile(fs::path target) : m_target(std::move(target)), m_special(isSpecial(m_target))
{
    // Beside a device nobody may write. A link is asked before it is followed: /dev/stdout leads to no path.
    std::error_code error;
    const fs::path folder =
        m_special ? fs::temp_directory_path(error) : (m_target = behindLinks(m_target)).parent_path();
    do {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        m_path = folder / newName();
        m_descriptor = openAgain(m_path, O_RDWR | O_CREAT | O_EXCL);
        if (m_descriptor < 0 && errno != EEXIST)
            fail(m_target, errno);
        // Without a lock, where the file system has none, nobody else can get one either.
        if (m_descriptor >= 0)
            lockOf(m_descriptor, LOCK_EX);
    } while (m_descriptor < 0 || !hasName(m_descriptor));
}

TemporaryFile::~TemporaryFile()
{
    if (!m_inPlace)
        ::unlink(m_path.c_str());
    ::close(m_descriptor);
}

void TemporaryFile::writeIntoTarget() const
{
    std::ifstream written(m_path, std::ios::binary);
    std::ofstream target(m_target, std::ios::binary);
    if (written.peek() != std::ifstream::traits_type::eof())
        target << written.rdbuf();
    if (!target.flush())
        fail(m_target, errno);
}

void TemporaryFile::putIntoPlace()
{
    if (m_special)
        return writeIntoTarget();
    if (const int problem = flushed(m_descriptor))
        fail(m_target, problem);
    std::error_code problem;
    fs::rename(m_path, m_target, problem);
    if (problem)
        throw Error(ErrorCode::WriteFailed, m_target, problem.message());
    m_inPlace = true;
    const fs::path folder = m_target.has_parent_path() ? m_target.parent_path() : fs::path(".");
    const int descriptor = openAgain(folder, O_RDONLY | O_DIRECTORY);
    if (descriptor < 0)
        return; // a folder that may be written to and not read: its entry reaches the disk a little later
    const int folderProblem = flushed(descriptor);
    ::close(descriptor);
    if (folderProblem)
        fail(m_target, folderProblem);
}

void removeAbandonedFiles(const fs::path &folder) noexcept
{
    try {
        for (const fs::directory_entry &entry : fs::directory_iterator(folder.empty() ? fs::path(".") : folder)) {
            if (isTemporaryName(entry.path().filename().string()))
                removeIfAbandoned(entry.path());
        }
    } catch (const std::exception &problem) {
        logInfo(std::string("not looked through for abandoned files: ") + problem.what());
    }
}

} // namespace spotcheck
