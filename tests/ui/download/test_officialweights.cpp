#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "localserver.h"
#include "randomweights.h"
#include "ui/download/officialweights.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

/// From a backbone's name to weights that a training can use, against a mirror in this program.
class TestOfficialWeights : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalServer> m_server;
    QByteArray m_weights;

    WeightsStore store() const { return {m_folder->filePath("weights").toStdString(), {}}; }

    /// ResNet-18, as if `content` were its official weights.
    static BackboneInfo published(const QByteArray &content)
    {
        BackboneInfo info = backboneInfo("resnet18");
        const QByteArray digest = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
        info.officialFile = "resnet18-" + digest.left(8).toStdString() + ".pth";
        info.officialUrl = "https://example.invalid/models/" + info.officialFile;
        return info;
    }

    void serve(const BackboneInfo &info, const QByteArray &content)
    {
        m_server->serve("/mirror/" + QByteArray::fromStdString(info.officialFile), {.content = content});
    }

    QStringList files() const { return QDir(m_folder->filePath("weights")).entryList(QDir::Files | QDir::Hidden); }

    /// The error's words; empty where nothing was thrown.
    QString failureOf(const BackboneInfo &info, ErrorCode code) const
    {
        try {
            JobMonitor monitor;
            fetchOfficialWeights(info, store(), monitor);
        } catch (const Error &error) {
            return error.code() == code ? QString::fromStdString(error.what()) : QString();
        }
        return {};
    }

private slots:
    void initTestCase()
    {
        configureRuntime(1);
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"})
            qunsetenv(name); // the server is on this computer
        const QTemporaryDir folder;
        const QString file = folder.filePath("resnet18.safetensors");
        writeRandomResNet18(file.toStdString());
        QFile weights(file);
        QVERIFY(weights.open(QIODevice::ReadOnly));
        m_weights = weights.readAll();
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<LocalServer>();
        qputenv("SPOTCHECK_WEIGHTS_URL", (m_server->base() + "/mirror").toLatin1());
    }

    void everyOfficialFileNamesItsSha256()
    {
        qunsetenv("SPOTCHECK_WEIGHTS_URL");
        int official = 0;
        for (const BackboneInfo &info : backboneRegistry()) {
            if (info.officialFile.empty())
                continue;
            ++official;
            const std::string digits = officialSha256(info);
            QVERIFY2(info.officialFile.ends_with('-' + digits.substr(0, 8) + ".pth"), info.id.c_str());
            QVERIFY(digits.size() == 8 || digits.size() == 64);
            const OfficialFigures figures = officialFigures(info);
            QVERIFY2(figures.megabytes > 0 && figures.billionMultiplications > 0, info.id.c_str());
            const QUrl address = weightsAddress(info);
            QCOMPARE(address.scheme(), QStringLiteral("https"));
            QCOMPARE(address.fileName(), QString::fromStdString(info.officialFile));
        }
        QVERIFY(official >= 6);
    }

    void fetchedWeightsAreInstalled()
    {
        const BackboneInfo info = published(m_weights);
        serve(info, m_weights);
        JobMonitor monitor;
        const WeightsStore::Entry entry = fetchOfficialWeights(info, store(), monitor);
        QCOMPARE(entry.id, std::string("resnet18"));
        QCOMPARE(store().fileFor("resnet18"), entry.file);
        QCOMPARE(files(), {"resnet18.safetensors"}); // nothing else is left behind
        QVERIFY(Backbone::load(info, entry.file, {"layer3"}) != nullptr);
    }

    void aDownloadThatWasCompleteIsOnlyImported()
    {
        const BackboneInfo info = published(m_weights);
        QVERIFY(QDir().mkpath(m_folder->filePath("weights")));
        QFile file(m_folder->filePath("weights/" + QString::fromStdString(info.officialFile)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_weights) == m_weights.size());
        file.close();
        JobMonitor monitor;
        fetchOfficialWeights(info, store(), monitor);
        QCOMPARE(m_server->requests().size(), 0);
        QCOMPARE(files(), {"resnet18.safetensors"});
    }

    void aFileThatIsNoNetworkIsNotKept()
    {
        const QByteArray page = "<html>Please log in to the guest network</html>";
        const BackboneInfo info = published(page);
        serve(info, page);
        QVERIFY(!failureOf(info, ErrorCode::WeightsInvalid).isEmpty());
        QCOMPARE(files(), QStringList());
    }

    void anotherFileThanThePublishedOneIsNotKept()
    {
        const BackboneInfo info = published(m_weights);
        QByteArray changed = m_weights;
        changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
        serve(info, changed);
        const QString words = failureOf(info, ErrorCode::WeightsInvalid);
        QVERIFY2(words.contains("SHA-256"), qPrintable(words));
        QCOMPARE(files(), QStringList());
    }

    void withoutANetworkItSaysHowToDoItByHand()
    {
        const BackboneInfo info = published(m_weights);
        m_server.reset();
        const QString words = failureOf(info, ErrorCode::DownloadFailed);
        QVERIFY2(words.contains(QString::fromStdString(info.officialUrl)), qPrintable(words));
        QVERIFY2(words.contains("weights import " + QString::fromStdString(info.officialFile) + " --as resnet18"),
                 qPrintable(words));
    }

    void theEmbeddedOneIsNotToBeHad()
    {
        const QString words = failureOf(backboneInfo("embedded-resnet18"), ErrorCode::InvalidParameter);
        QVERIFY2(words.contains("embedded-resnet18"), qPrintable(words));
    }

    void aMirrorMustBeAnAddress_data()
    {
        QTest::addColumn<QByteArray>("mirror");
        for (const char *mirror : {"file:///etc", "weights", "ftp://server/weights", "https://"})
            QTest::newRow(mirror) << QByteArray(mirror);
    }

    void aMirrorMustBeAnAddress()
    {
        QFETCH(QByteArray, mirror);
        qputenv("SPOTCHECK_WEIGHTS_URL", mirror);
        const QString words = failureOf(published(m_weights), ErrorCode::InvalidParameter);
        QVERIFY2(words.contains("SPOTCHECK_WEIGHTS_URL") && words.contains(mirror), qPrintable(words));
    }
};

QTEST_GUILESS_MAIN(TestOfficialWeights)
#include "test_officialweights.moc"
