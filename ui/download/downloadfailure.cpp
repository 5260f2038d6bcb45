#include "ui/download/downloadfailure.h"

#include <QNetworkReply>

namespace spotcheck::ui {

namespace {

std::string megabytes(std::int64_t bytes)
{
    return QString::number(static_cast<double>(bytes) / 1e6, 'f', 1).toStdString() + " MB";
}

Error failure(const DownloadRequest &request, const std::string &reason)
{
    return {ErrorCode::DownloadFailed, request.file, reason};
}

std::string keptText(std::int64_t kept)
{
    return kept > 0 ? "; the next attempt goes on after the " + megabytes(kept) + " that came" : std::string();
}

std::string silenceText(const DownloadRequest &request)
{
    const double seconds = std::chrono::duration<double>(request.patience).count();
    return " sent nothing for " + QString::number(seconds).toStdString() + " seconds";
}

std::string reasonText(const DownloadRequest &request, const QNetworkReply &reply)
{
    const std::string host = reply.url().host().toStdString();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return "the server " + host + " cannot be found; is this computer online?";
    case QNetworkReply::ConnectionRefusedError:
        return "the server " + host + " refuses the connection";
    case QNetworkReply::RemoteHostClosedError:
        return "the server " + host + " closed the connection too early";
    case QNetworkReply::SslHandshakeFailedError:
        return "no safe connection to " + host + " can be made: " + reply.errorString().toStdString() +
               "; check this computer's clock and certificates";
    case QNetworkReply::TooManyRedirectsError:
        return "the address leads to another one more than " + std::to_string(request.redirects) + " times";
    case QNetworkReply::InsecureRedirectError:
        return "the address leads to one without encryption, which is not followed";
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::ContentGoneError:
        return "the server " + host + " does not have " + reply.url().toString().toStdString();
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return "the proxy wants a user name and a password; name them in the system's proxy setting";
    case QNetworkReply::NoError:
    case QNetworkReply::OperationCanceledError: // by us, on seeing the answer's head
        return "the server " + host + " gave an unexpected answer (HTTP " + std::to_string(status) + ")";
    default:
        return "the server " + host + ": " + reply.errorString().toStdString();
    }
}

} // namespace

Error downloadFailure(const DownloadRequest &request, const QNetworkReply &reply, bool silent, std::int64_t kept)
{
    const std::string reason =
        silent ? "the server " + reply.url().host().toStdString() + silenceText(request) : reasonText(request, reply);
    return failure(request, reason + keptText(kept));
}

Error connectionLost(const DownloadRequest &request, std::int64_t kept, std::int64_t wholeSize)
{
    return failure(request,
                   "the connection ended after " + megabytes(kept) + " of " + megabytes(wholeSize) + keptText(kept));
}

Error downloadTooLarge(const DownloadRequest &request)
{
    return failure(request,
                   "the server's file is larger than " + megabytes(request.largestBytes) + ", which cannot be right");
}

} // namespace spotcheck::ui
