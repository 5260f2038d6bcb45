#include "ui/download/transfer.h"

#include <algorithm>
#include <memory>
#include <system_error>

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QTimer>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "ui/download/downloadfailure.h"
#include "ui/download/partialfile.h"

namespace spotcheck::ui {

namespace {

constexpr int watchInterval = 50;        // ms: how soon a cancellation is seen
constexpr qint64 readAhead = 4 << 20;    // bytes that may wait in memory for a slow disk
constexpr int partialContent = 206;      // HTTP: the range that was asked for
constexpr int rangeNotSatisfiable = 416; // HTTP: the range begins behind the end of the file

class SystemProxy : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

/// "Content-Range: bytes 5-9/10" (RFC 9110, section 14.4); -1 for what is not told.
struct ContentRange {
    qint64 first = -1;
    qint64 wholeSize = -1;
};

ContentRange contentRange(const QNetworkReply &reply)
{
    static const QRegularExpression form(QStringLiteral("^bytes (?:(\\d+)-\\d+|\\*)/(?:(\\d+)|\\*)$"));
    const auto match = form.match(QString::fromLatin1(reply.rawHeader("Content-Range")).trimmed());
    const auto number = [&match](int group) {
        return match.hasCaptured(group) ? match.captured(group).toLongLong() : -1;
    };
    return {number(1), number(2)};
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QNetworkRequest networkRequest(const DownloadRequest &wanted, const PartialFile &part)
{
    QNetworkRequest request(wanted.address);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(wanted.redirects);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // one long file gains nothing from it
    request.setHeader(QNetworkRequest::UserAgentHeader, QString::fromStdString("spotcheck/" + engineVersion()));
    request.setRawHeader("Accept-Encoding", "identity"); // ranges count the file's own bytes
    if (part.size() > 0) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(part.size()) + '-');
        // RFC 9110, section 13.1.5: weak tags ("W/...") may not stand here.
        if (!part.entityTag().isEmpty() && !part.entityTag().startsWith("W/"))
            request.setRawHeader("If-Range", part.entityTag());
    }
    return request;
}

} // namespace

Transfer::Transfer(const DownloadRequest &request, PartialFile &part, JobMonitor &monitor)
    : m_request(request), m_part(part), m_monitor(monitor)
{}

Transfer::Outcome Transfer::run()
{
    m_asked = m_part.size();
    QNetworkAccessManager network;
    network.setProxyFactory(new SystemProxy);
    const std::unique_ptr<QNetworkReply> reply(network.get(networkRequest(m_request, m_part)));
    m_reply = reply.get();
    m_reply->setReadBufferSize(readAhead);
    // No exception may pass through Qt's event loop: it waits in m_failure.
    const auto guarded = [this](void (Transfer::*step)()) {
        try {
            (this->*step)();
        } catch (...) {
            m_failure = std::current_exception();
            m_reply->abort();
        }
    };
    QTimer clock;
    QObject::connect(&clock, &QTimer::timeout, &m_loop, [&] { guarded(&Transfer::watch); });
    QObject::connect(m_reply, &QNetworkReply::readyRead, &m_loop, [&] { guarded(&Transfer::readBody); });
    QObject::connect(m_reply, &QNetworkReply::finished, &m_loop, &QEventLoop::quit);
    m_silence.start();
    clock.start(watchInterval);
    if (!m_reply->isFinished())
        m_loop.exec();
    clock.stop();
    if (!m_failure && !m_startOver && m_reply->error() == QNetworkReply::NoError)
        guarded(&Transfer::readBody); // the last bytes, or the head of an empty file
    return outcome();
}

void Transfer::watch()
{
    m_monitor.throwIfCancelled();
    if (m_silence.hasExpired(m_request.patience.count())) {
        m_silent = true;
        m_reply->abort();
    }
}

void Transfer::readHead()
{
    m_headRead = true;
    const int status = statusOf(*m_reply);
    const QByteArray entityTag = m_reply->rawHeader("ETag");
    if (status == partialContent) {
        const ContentRange range = contentRange(*m_reply);
        m_startOver = range.first != m_asked;
        if (m_startOver)
            return;
        m_wholeSize = std::max<qint64>(range.wholeSize, 0);
    } else if (status == 200) {
        m_part.restart(entityTag);
        m_wholeSize = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    } else {
        return;
    }
    m_wanted = true;
    checkRoom();
}

void Transfer::checkRoom() const
{
    if (m_wholeSize > m_request.largestBytes)
        throw downloadTooLarge(m_request);
    std::error_code problem;
    const auto space = std::filesystem::space(m_part.file().parent_path(), problem);
    const qint64 missing = m_wholeSize - m_part.size();
    if (!problem && missing > 0 && space.available < static_cast<std::uintmax_t>(missing))
        throw Error(ErrorCode::WriteFailed, m_request.file,
                    "it needs " + std::to_string(missing) + " bytes more, and the disk has " +
                        std::to_string(space.available) + " left");
}

void Transfer::readBody()
{
    if (!m_headRead)
        readHead();
    if (m_startOver)
        return m_reply->abort();
    const QByteArray bytes = m_reply->readAll();
    if (!m_wanted || bytes.isEmpty())
        return;
    m_monitor.throwIfCancelled();
    m_silence.start();
    if (m_part.size() + bytes.size() > m_request.largestBytes)
        throw downloadTooLarge(m_request);
    m_part.append(bytes);
    m_monitor.report({Stage::Download, m_part.size(), m_wholeSize, {}});
}

Transfer::Outcome Transfer::outcome()
{
    if (m_failure)
        std::rethrow_exception(m_failure);
    if (m_startOver && m_asked > 0)
        return Outcome::StartOver;
    if (m_asked > 0 && statusOf(*m_reply) == rangeNotSatisfiable)
        return contentRange(*m_reply).wholeSize == m_part.size() ? Outcome::Complete : Outcome::StartOver;
    if (m_silent || m_startOver || m_reply->error() != QNetworkReply::NoError || !m_wanted)
        throw downloadFailure(m_request, *m_reply, m_silent, m_part.size());
    if (m_wholeSize > 0 && m_part.size() != m_wholeSize)
        throw connectionLost(m_request, m_part.size(), m_wholeSize);
    return Outcome::Complete;
}

} // namespace spotcheck::ui
