#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QtTest>

#include <spotcheck/core/error.h>

#include "localserver.h"
#include "ui/download/filedownload.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

namespace {

/// Remembers what was reported, and cancels once so many bytes have come.
class Watcher : public JobMonitor {
public:
    void report(const Progress &progress) override { reports.push_back(progress); }
    bool isCancelled() const override { return cancelAt >= 0 && !reports.empty() && reports.back().step >= cancelAt; }

    std::vector<Progress> reports;
    std::int64_t cancelAt = -1;
};

} // namespace

/// The downloader against a server in this program: whole, in parts, broken, wrong, slow, redirected.
class TestFileDownload : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalServer> m_server;
    QByteArray m_content;

    QString target() const { return m_folder->filePath("weights/net.pth"); }
    QString part() const { return target() + ".part"; }

    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void write(const QString &name, const QByteArray &bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(name).path()));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    DownloadRequest request(const QString &path = "/net.pth") const
    {
        DownloadRequest wanted;
        wanted.address = m_server->address(path);
        wanted.file = target().toStdString();
        wanted.sha256 = QCryptographicHash::hash(m_content, QCryptographicHash::Sha256).toHex().left(8).toStdString();
        return wanted;
    }

    /// The error's code and words; a code and no words where nothing was thrown.
    static std::pair<ErrorCode, QString> failureOf(const DownloadRequest &wanted)
    {
        try {
            JobMonitor monitor;
            downloadFile(wanted, monitor);
        } catch (const Error &error) {
            return {error.code(), QString::fromStdString(error.what())};
        }
        return {ErrorCode::Internal, {}};
    }

    void expectFailure(const DownloadRequest &wanted, ErrorCode code, const QString &words) const
    {
        const auto [found, text] = failureOf(wanted);
        QVERIFY2(text.contains(words), qPrintable(text));
        QCOMPARE(found, code);
        QVERIFY(!QFile::exists(target()));
        QVERIFY2(text.contains("net.pth"), qPrintable(text));
    }

    void expectWholeFile(int requests) const
    {
        JobMonitor monitor;
        downloadFile(request(), monitor);
        QCOMPARE(read(target()), m_content);
        QCOMPARE(m_server->requests().size(), requests);
        QCOMPARE(QDir(QFileInfo(target()).path()).entryList(QDir::Files | QDir::Hidden), {"net.pth"});
    }

private slots:
    void initTestCase()
    {
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"})
            qunsetenv(name); // the server is on this computer
        for (int i = 0; i < 300'000; ++i)
            m_content += static_cast<char>((i * 2654435761U) >> 24U);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<LocalServer>();
        m_server->serve("/net.pth", {.content = m_content, .entityTag = "\"one\""});
    }

    void theWholeFileComes()
    {
        Watcher watcher;
        downloadFile(request(), watcher);
        QCOMPARE(read(target()), m_content);
        QVERIFY(!QFile::exists(part()));
        QVERIFY(!watcher.reports.empty());
        QCOMPARE(watcher.reports.back().step, m_content.size());
        for (const Progress &progress : watcher.reports) {
            QCOMPARE(progress.stage, Stage::Download);
            QCOMPARE(progress.steps, m_content.size());
        }
        const QByteArray head = m_server->requests().constFirst();
        QVERIFY2(head.contains("User-Agent: spotcheck/") && head.contains("Accept-Encoding: identity"), head);
        QVERIFY(!head.contains("Range"));
    }

    void withoutALengthItComesToo()
    {
        m_server->serve("/net.pth", {.content = m_content, .length = false});
        expectWholeFile(1);
    }

    void anInterruptedOneIsGoneOnWith()
    {
        m_server->serve("/net.pth",
                        {.content = m_content, .entityTag = "\"one\"", .breakAfter = 100'000, .pause = 5});
        expectFailure(request(), ErrorCode::DownloadFailed, "goes on after the 0.1 MB");
        QCOMPARE(QFileInfo(part()).size(), 100'000);

        m_server->serve("/net.pth", {.content = m_content, .entityTag = "\"one\""});
        expectWholeFile(2);
        const QByteArray head = m_server->requests().constLast();
        QVERIFY2(head.contains("Range: bytes=100000-") && head.contains("If-Range: \"one\""), head);
    }

    void aFileThatChangedMeanwhileStartsAgain()
    {
        write(part(), QByteArray(5000, 'x'));
        write(part() + ".etag", "\"older\"");
        expectWholeFile(1);
    }

    void anOldPartThatDoesNotFitIsDropped()
    {
        m_server->serve("/net.pth", {.content = m_content}); // no ETag: only the SHA-256 tells
        write(part(), QByteArray(5000, 'x'));
        expectWholeFile(2);
    }

    void aServerThatIgnoresRangesStartsAgain()
    {
        m_server->serve("/net.pth", {.content = m_content, .ranges = false});
        write(part(), m_content.left(5000));
        expectWholeFile(1);
    }

    void aServerWithAnotherRangeThanAskedForStartsAgain()
    {
        m_server->serve("/net.pth", {.content = m_content, .shift = 7});
        write(part(), m_content.left(5000));
        expectWholeFile(2);
        QVERIFY(!m_server->requests().constLast().contains("Range"));
    }

    void aCompletePartNeedsNoSecondDownload()
    {
        write(part(), m_content);
        expectWholeFile(1);
    }

    void aPartThatIsTooLongStartsAgain()
    {
        write(part(), m_content + "more");
        expectWholeFile(2);
    }

    void aWrongSha256IsNotKept()
    {
        DownloadRequest wanted = request();
        wanted.sha256 = "0123abcd";
        expectFailure(wanted, ErrorCode::WeightsInvalid, "0123abcd");
        QVERIFY(!QFile::exists(part()));
    }

    void redirectsAreFollowed()
    {
        m_server->serve("/old", {.status = 302, .location = "/older"});
        m_server->serve("/older", {.status = 301, .location = "/net.pth"});
        JobMonitor monitor;
        downloadFile(request("/old"), monitor);
        QCOMPARE(read(target()), m_content);
    }

    void redirectsEndSomewhere()
    {
        m_server->serve("/round", {.status = 302, .location = "/round"});
        expectFailure(request("/round"), ErrorCode::DownloadFailed, "more than 5 times");
        QVERIFY(m_server->requests().size() < 10);
    }

    void refusals_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("not there") << 404 << "does not have";
        QTest::newRow("forbidden") << 403 << "127.0.0.1";
        QTest::newRow("broken") << 500 << "127.0.0.1";
        QTest::newRow("busy") << 503 << "127.0.0.1";
        QTest::newRow("nothing to say") << 204 << "unexpected answer (HTTP 204)";
    }

    void refusals()
    {
        QFETCH(int, status);
        QFETCH(QString, words);
        m_server->serve("/net.pth",
                        {.content = status == 204 ? QByteArray() : QByteArray("<h1>Sorry</h1>"), .status = status});
        write(part(), m_content.left(5000));
        expectFailure(request(), ErrorCode::DownloadFailed, words);
        QCOMPARE(read(part()), m_content.left(5000)); // the page of the error is no part of the file
    }

    void nobodyListens()
    {
        DownloadRequest wanted = request();
        m_server.reset();
        expectFailure(wanted, ErrorCode::DownloadFailed, "refuses the connection");
    }

    void anUnknownServer()
    {
        DownloadRequest wanted = request();
        wanted.address = QUrl("http://no-such-server.invalid/net.pth"); // RFC 2606: never exists
        expectFailure(wanted, ErrorCode::DownloadFailed, "no-such-server.invalid cannot be found");
    }

    void aSilentServerIsGivenUp()
    {
        m_server->serve("/net.pth", {.content = m_content, .silentAfter = 50'000});
        DownloadRequest wanted = request();
        wanted.patience = std::chrono::milliseconds(1500); // a busy machine may take a while over the first bytes
        expectFailure(wanted, ErrorCode::DownloadFailed, "sent nothing for 1.5 seconds");
        QCOMPARE(read(part()), m_content.left(50'000));
    }

    void aSlowServerIsNot()
    {
        m_server->serve("/net.pth", {.content = m_content, .pause = 100}); // 19 blocks: 1.9 s
        DownloadRequest wanted = request();
        wanted.patience = std::chrono::milliseconds(1500);
        JobMonitor monitor;
        downloadFile(wanted, monitor);
        QCOMPARE(read(target()), m_content);
    }

    void cancellingKeepsWhatCame_data()
    {
        QTest::addColumn<int>("silentAfter");
        QTest::newRow("while bytes come") << -1;
        QTest::newRow("while nothing comes") << 40'000;
    }

    void cancellingKeepsWhatCame()
    {
        QFETCH(int, silentAfter);
        m_server->serve("/net.pth", {.content = m_content, .silentAfter = silentAfter, .pause = 20});
        Watcher watcher;
        watcher.cancelAt = 30'000;
        QVERIFY_EXCEPTION_THROWN(downloadFile(request(), watcher), Cancelled);
        QVERIFY(!QFile::exists(target()));
        QVERIFY(QFileInfo(part()).size() >= 30'000 && QFileInfo(part()).size() < m_content.size());
        m_server->serve("/net.pth", {.content = m_content});
        expectWholeFile(2);
    }

    void aFileThatIsTooLargeIsRefused_data()
    {
        QTest::addColumn<bool>("length");
        QTest::newRow("announced") << true;
        QTest::newRow("found out") << false;
    }

    void aFileThatIsTooLargeIsRefused()
    {
        QFETCH(bool, length);
        m_server->serve("/net.pth", {.content = m_content, .length = length});
        DownloadRequest wanted = request();
        wanted.largestBytes = 100'000;
        expectFailure(wanted, ErrorCode::DownloadFailed, "larger than 0.1 MB");
        QVERIFY(QFileInfo(part()).size() <= 100'000);
    }

    void aFullDisk()
    {
        if (!QFile::exists("/dev/full"))
            QSKIP("no /dev/full here");
        QVERIFY(QDir().mkpath(QFileInfo(target()).path()));
        QVERIFY(QFile::link("/dev/full", part()));
        expectFailure(request(), ErrorCode::WriteFailed, "No space left");
    }

    void aFolderThatCannotBeMade()
    {
        write(m_folder->filePath("weights"), "a file in the way");
        expectFailure(request(), ErrorCode::WriteFailed, "weights");
    }

    void twoAtOnceDoNotMix()
    {
        QVERIFY(QDir().mkpath(QFileInfo(target()).path()));
        QLockFile other(part() + ".lock");
        QVERIFY(other.lock());
        expectFailure(request(), ErrorCode::WriteFailed, "another Spotcheck is downloading it");
        QCOMPARE(m_server->requests().size(), 0);
    }

    /// A program without the TLS plugin would fetch nothing in the field, and every test here would still pass.
    void tlsIsAtHand() { QVERIFY(QSslSocket::supportsSsl()); }
};

QTEST_GUILESS_MAIN(TestFileDownload)
#include "test_filedownload.moc"
