#include "model/unchangedfile.h"

#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include <spotcheck/core/error.h>

namespace spotcheck {

UnchangedFile::UnchangedFile(std::filesystem::path file)
    : m_file(std::move(file)), m_descriptor(::open(m_file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))
{
    ::fstat(m_descriptor, &m_status);
}

UnchangedFile::~UnchangedFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void UnchangedFile::check() const
{
    struct stat now {};
    if (::fstat(m_descriptor, &now) != 0)
        return;
    if (now.st_size != m_status.st_size || now.st_mtim.tv_sec != m_status.st_mtim.tv_sec ||
        now.st_mtim.tv_nsec != m_status.st_mtim.tv_nsec)
        throw Error(ErrorCode::ModelInvalid, m_file,
                    "it was written to while it is in use; open it again, and replace models by renaming a new file");
}

} // namespace spotcheck
