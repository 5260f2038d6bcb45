#pragma once

#include <exception>

#include <QElapsedTimer>
#include <QEventLoop>

#include "ui/download/filedownload.h"

class QNetworkReply;

namespace spotcheck::ui {

class PartialFile;

/// One request to the server and its answer, which goes to the end of a partial file.
class Transfer {
public:
    enum class Outcome {
        Complete,
        StartOver, ///< the server does not go on from where the partial file ends
    };

    Transfer(const DownloadRequest &request, PartialFile &part, JobMonitor &monitor);

    /// \throws Error(DownloadFailed, WriteFailed), Cancelled
    Outcome run();

private:
    void readHead();
    void readBody();
    void checkRoom() const;
    void watch();
    Outcome outcome();

    const DownloadRequest &m_request;
    PartialFile &m_part;
    JobMonitor &m_monitor;
    QNetworkReply *m_reply = nullptr;
    QEventLoop m_loop;
    QElapsedTimer m_silence;
    qint64 m_asked = 0;     ///< first byte asked for
    qint64 m_wholeSize = 0; ///< of the file, 0 where the server does not say
    bool m_headRead = false;
    bool m_wanted = false; ///< what comes belongs to the file; it may also be the page of an error
    bool m_startOver = false;
    bool m_silent = false;
    std::exception_ptr m_failure;
};

} // namespace spotcheck::ui
