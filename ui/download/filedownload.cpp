#include "ui/download/filedownload.h"

#include <system_error>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "ui/download/partialfile.h"
#include "ui/download/transfer.h"

namespace spotcheck::ui {

namespace {

/// A server may refuse to go on, or have another file by now: then once more from the first byte.
void transferAll(const DownloadRequest &request, PartialFile &part, JobMonitor &monitor)
{
    if (Transfer(request, part, monitor).run() == Transfer::Outcome::Complete)
        return;
    part.restart({});
    Transfer(request, part, monitor).run();
}

} // namespace

bool hasSha256(const std::filesystem::path &file, const std::string &sha256)
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(file, ignored) && sha256OfFile(file).starts_with(sha256);
}

void downloadFile(const DownloadRequest &request, JobMonitor &monitor)
{
    monitor.throwIfCancelled();
    PartialFile part(request.file);
    const bool continued = part.size() > 0;
    transferAll(request, part, monitor);
    if (continued && !hasSha256(part.file(), request.sha256)) {
        // The old part may be what is wrong: a server without ETag cannot tell that its file has changed.
        part.restart({});
        transferAll(request, part, monitor);
    }
    part.flush();
    const std::string found = sha256OfFile(part.file());
    if (!found.starts_with(request.sha256)) {
        part.remove();
        throw Error(ErrorCode::WeightsInvalid, request.file,
                    "the SHA-256 of what came from " + request.address.host().toStdString() + " is " + found +
                        "; it should begin with " + request.sha256 + ". It was not kept");
    }
    part.complete();
}

} // namespace spotcheck::ui
