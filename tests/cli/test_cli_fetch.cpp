#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <spotcheck/backbone/backbone.h>

#include "clirun.h"
#include "localserver.h"

using namespace spotcheck;
using namespace spotcheck::cli;
using namespace spotcheck::test;

/// `weights fetch` as a person runs it, against a mirror in this program. The mirror cannot give what has the
/// official SHA-256; test_officialweights shows that what has the wanted one is installed.
class TestCliFetch : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalServer> m_server;
    const QByteArray m_name = QByteArray::fromStdString(backboneInfo("resnet18").officialFile);

    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

private slots:
    void initTestCase()
    {
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"})
            qunsetenv(name); // the server is on this computer
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<LocalServer>();
        qputenv("SPOTCHECK_WEIGHTS", m_folder->path().toLocal8Bit());
        qputenv("SPOTCHECK_WEIGHTS_URL", m_server->base().toLatin1());
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no backbone") << QStringList() << QByteArray("ID");
        QTest::newRow("unknown backbone") << QStringList{"vgg16"} << QByteArray("vgg16");
        QTest::newRow("nothing to download") << QStringList{"embedded-resnet18"} << QByteArray("no official weights");
    }

    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, words);
        const CliRun run = runCli(QStringList{"weights", "fetch"} + arguments);
        QCOMPARE(run.code, 2);
        QVERIFY2(run.error.contains(words), run.error);
        QVERIFY(m_server->requests().isEmpty());
    }

    void aMirrorThatIsNoAddress()
    {
        qputenv("SPOTCHECK_WEIGHTS_URL", "weights");
        const CliRun run = runCli({"weights", "fetch", "resnet18"});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.error.contains("SPOTCHECK_WEIGHTS_URL"), run.error);
    }

    void whatHasTheWrongSha256IsNotInstalled()
    {
        m_server->serve('/' + m_name, {.content = QByteArray(200'000, 'x')});
        const CliRun run = runCli({"--progress", "json", "weights", "fetch", "resnet18"});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.contains("\"stage\":\"download\"") && run.error.contains("SHA-256"), run.error);
        QVERIFY2(run.out.contains("Licence: ") && run.out.contains("ImageNet"), run.out);
        QCOMPARE(files(), QStringList());
    }

    void withoutTheFileItSaysHowToDoItByHand()
    {
        const CliRun run = runCli({"weights", "fetch", "resnet18"});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.contains("does not have"), run.error);
        QVERIFY2(run.error.contains("https://download.pytorch.org/models/" + m_name), run.error);
        QVERIFY2(run.error.contains("weights import " + m_name), run.error);
        QCOMPARE(run.error.count('\n'), 1);
    }

    void anInterruptedOneIsGoneOnWith()
    {
        m_server->serve('/' + m_name, {.content = QByteArray(2'000'000, 'x'), .entityTag = "\"a\"", .pause = 50});
        const CliRun run = runCliAndInterrupt({"weights", "fetch", "resnet18"}, "download");
        QCOMPARE(run.code, 130);
        const QString part = QString::fromLatin1(m_name) + ".part";
        QVERIFY2(files().contains(part), qPrintable(files().join(' ')));

        m_server->serve('/' + m_name, {.content = QByteArray(2'000'000, 'x'), .entityTag = "\"a\""});
        runCli({"weights", "fetch", "resnet18"});
        const QList<QByteArray> requests = m_server->requests();
        QVERIFY(std::any_of(requests.begin() + 1, requests.end(),
                            [](const QByteArray &head) { return head.contains("Range: bytes="); }));
    }
};

QTEST_GUILESS_MAIN(TestCliFetch)
#include "test_cli_fetch.moc"
