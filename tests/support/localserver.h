#pragma once

#include <map>
#include <memory>
#include <mutex>

#include <QByteArray>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <QUrl>

namespace spotcheck::test {

/// How the server answers for one path.
struct ServedFile {
    QByteArray content{};
    QByteArray entityTag{};
    int status = 200;        ///< another one comes with `content` as the page that explains it
    QByteArray location{};   ///< of a redirect
    bool ranges = true;      ///< false: a Range is ignored and the whole file comes
    qint64 shift = 0;        ///< a range begins this much later than was asked for
    bool length = true;      ///< false: without Content-Length, the end of the connection is the end of the file
    qint64 breakAfter = -1;  ///< bytes of the body, then the connection is closed
    qint64 silentAfter = -1; ///< bytes of the body, then nothing more comes
    int pause = 0;           ///< ms after each block of 16 KB
};

/// An HTTP server on this computer, on a thread of its own, so that a test may wait for another program meanwhile.
class LocalServer {
public:
    LocalServer()
    {
        m_server = std::make_unique<QTcpServer>();
        if (!m_server->listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
        m_port = m_server->serverPort();
        QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(), [this] {
            while (QTcpSocket *socket = m_server->nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        m_server->moveToThread(&m_thread);
        m_thread.start();
    }

    ~LocalServer()
    {
        QMetaObject::invokeMethod(
            m_server.get(), [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    QString base() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    QUrl address(const QString &path) const { return QUrl(base() + path); }

    void serve(const QByteArray &path, const ServedFile &file)
    {
        const std::lock_guard lock(m_mutex);
        m_files[path] = file;
    }

    /// The heads of all requests so far.
    QList<QByteArray> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

private:
    void read(QTcpSocket *socket)
    {
        const QByteArray head = socket->property("head").toByteArray() + socket->readAll();
        socket->setProperty("head", head);
        if (!head.contains("\r\n\r\n"))
            return;
        socket->setProperty("head", QByteArray());
        ServedFile file;
        file.status = 404;
        {
            const std::lock_guard lock(m_mutex);
            m_requests << head;
            if (const auto found = m_files.find(head.split(' ').value(1)); found != m_files.end())
                file = found->second;
        }
        answer(socket, head, file);
    }

    static void answer(QTcpSocket *socket, const QByteArray &head, const ServedFile &file)
    {
        static const QRegularExpression rangeForm(QStringLiteral("\r\nRange: bytes=(\\d+)-\r\n"),
                                                  QRegularExpression::CaseInsensitiveOption);
        const auto range = rangeForm.match(QString::fromLatin1(head));
        const bool otherVersion = head.contains("If-Range: ") && !head.contains("If-Range: " + file.entityTag);
        QByteArray lines;
        QByteArray body = file.content;
        int status = file.status;
        if (status == 200 && file.ranges && range.hasMatch() && !otherVersion) {
            const qint64 first = range.captured(1).toLongLong() + file.shift;
            const QByteArray size = QByteArray::number(file.content.size());
            if (first >= file.content.size()) {
                status = 416;
                lines += "Content-Range: bytes */" + size + "\r\n";
                body.clear();
            } else {
                status = 206;
                lines += "Content-Range: bytes " + QByteArray::number(first) + '-' +
                         QByteArray::number(file.content.size() - 1) + '/' + size + "\r\n";
                body = file.content.mid(first);
            }
        }
        if (!file.entityTag.isEmpty())
            lines += "ETag: " + file.entityTag + "\r\n";
        if (!file.location.isEmpty())
            lines += "Location: " + file.location + "\r\n";
        if (file.length)
            lines += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        socket->write("HTTP/1.1 " + QByteArray::number(status) + " Test\r\nConnection: close\r\n" + lines + "\r\n");
        socket->setProperty("sent", 0);
        send(socket, body, file);
    }

    static void send(QTcpSocket *socket, const QByteArray &body, const ServedFile &file)
    {
        constexpr qint64 block = 16'384;
        const qint64 sent = socket->property("sent").toLongLong();
        if (file.silentAfter >= 0 && sent >= file.silentAfter)
            return;
        if (sent >= body.size() || (file.breakAfter >= 0 && sent >= file.breakAfter))
            return socket->disconnectFromHost();
        qint64 end = std::min<qint64>(sent + block, body.size());
        for (const qint64 limit : {file.breakAfter, file.silentAfter})
            end = limit >= 0 ? std::min(end, limit) : end;
        socket->write(body.mid(sent, end - sent));
        socket->setProperty("sent", end);
        QTimer::singleShot(file.pause, socket, [socket, body, file] { send(socket, body, file); });
    }

    QThread m_thread;
    std::unique_ptr<QTcpServer> m_server;
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    std::map<QByteArray, ServedFile> m_files;
    QList<QByteArray> m_requests;
};

} // namespace spotcheck::test
