#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

#include <QUrl>

#include <spotcheck/core/jobmonitor.h>

namespace spotcheck::ui {

/// A file on a server, where it goes, and how it is known to be the right one.
struct DownloadRequest {
    QUrl address;               ///< https, or http where the user named such a server
    std::filesystem::path file; ///< while it is not complete: the same name with ".part" behind it
    std::string sha256;         ///< lower-case hexadecimal; the first digits suffice
    std::int64_t largestBytes = 1'000'000'000;
    std::chrono::milliseconds patience{30'000}; ///< a server that says nothing for so long is given up
    int redirects = 5;                          ///< followed at most; never from https to http
};

/// Fetches the file on the calling thread, which needs no event loop of its own (a QCoreApplication must exist).
/// What an earlier attempt left is gone on from where the server still has the same file; else it starts again. At
/// the end the file is there whole and with the wanted SHA-256, or not at all. Reports `Stage::Download` in bytes.
/// \throws Error(DownloadFailed, WeightsInvalid, WriteFailed), Cancelled within a second; what came so far is kept
void downloadFile(const DownloadRequest &request, JobMonitor &monitor);

/// Whether `file` is there and its SHA-256 begins with `sha256`.
bool hasSha256(const std::filesystem::path &file, const std::string &sha256);

} // namespace spotcheck::ui
