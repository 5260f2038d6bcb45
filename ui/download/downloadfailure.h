#pragma once

#include <spotcheck/core/error.h>

#include "ui/download/filedownload.h"

class QNetworkReply;

namespace spotcheck::ui {

/// What went wrong with the network, in words for people. `silent`: it was given up because nothing came; `kept`:
/// bytes that wait for the next attempt.
Error downloadFailure(const DownloadRequest &request, const QNetworkReply &reply, bool silent, std::int64_t kept);
Error connectionLost(const DownloadRequest &request, std::int64_t kept, std::int64_t wholeSize);
Error downloadTooLarge(const DownloadRequest &request);

} // namespace spotcheck::ui
