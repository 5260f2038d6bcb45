#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <spotcheck/core/runtime.h>

#include "clirun.h"

using namespace spotcheck::cli;

/// What is computed by an exported module is tests/engine/export's matter.
class TestCliExport : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_set;
    QString m_model;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// The archive's extra file, which is stored without compression.
    static QJsonObject metadataOf(const QString &fileName)
    {
        QFile file(fileName);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QByteArray bytes = file.readAll();
        const qsizetype begin = bytes.indexOf("{\n  \"format\": \"spotcheck-torchscript\"");
        const qsizetype end = bytes.indexOf("\n}", begin);
        return QJsonDocument::fromJson(bytes.mid(begin, end + 2 - begin)).object();
    }

private slots:
    void initTestCase()
    {
        m_set = path("set");
        m_model = path("set.spotcheck");
        QVERIFY(makeSmallSample(m_set));
        QVERIFY(trainSmallModel(m_set, m_model));
    }

    void aModuleIsWritten_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("withPreprocessing");
        QTest::newRow("inputs") << QStringList{} << "normalised pictures [N, 3, 64, 64] in" << false;
        QTest::newRow("pictures") << QStringList{"--with-preprocessing"} << "RGB pictures [H, W, 3]" << true;
    }
    void aModuleIsWritten()
    {
        QFETCH(QStringList, more);
        QFETCH(QString, said);
        QFETCH(bool, withPreprocessing);
        const QString module = path("module.pt");
        const CliRun run = runCli(QStringList{"export", m_model, "--torchscript", module} + more);
        QVERIFY2(run.code == 0, run.error.constData());
        QVERIFY(run.error.isEmpty());
        QVERIFY2(run.out.contains(said.toUtf8()) && run.out.contains("PatchCore"), run.out.constData());
        const QJsonObject metadata = metadataOf(module);
        QCOMPARE(metadata["detector"].toString(), "patchcore");
        QCOMPARE(metadata["with_preprocessing"].toBool(), withPreprocessing);
        QCOMPARE(metadata["input_size"].toArray(), (QJsonArray{64, 64}));
        QCOMPARE(metadata["model_sha256"].toString().toStdString(), spotcheck::sha256OfFile(m_model.toStdString()));
        QVERIFY(metadata["threshold"].toDouble() > 0);
    }

    void theThresholdIsTheOneAskedFor()
    {
        const QString module = path("module.pt");
        QCOMPARE(runCli({"export", m_model, "--torchscript", module, "--threshold", "3.25"}).code, 0);
        QCOMPARE(metadataOf(module)["threshold"].toDouble(), 3.25);
        QCOMPARE(runCli({"export", m_model, "--torchscript", module, "--false-alarm-rate", "0.7"}).code, 0);
        const double loose = metadataOf(module)["threshold"].toDouble();
        QCOMPARE(runCli({"export", m_model, "--torchscript", module, "--false-alarm-rate", "0.01"}).code, 0);
        QVERIFY(metadataOf(module)["threshold"].toDouble() > loose);
    }

    void whatCannotBeExportedIsNamed()
    {
        const QString model = path("spade.spotcheck");
        QCOMPARE(runCli({"train", "--detector", "spade", "--dataset", m_set, "--output", model, "--input-size", "64"})
                     .code,
                 0);
        const CliRun run = runCli({"export", model, "--torchscript", path("spade.pt")});
        QCOMPARE(run.code, 1);
        QCOMPARE(run.error.count('\n'), 1);
        for (const char *part :
             {"spade.spotcheck", "SPADE has no TorchScript form", "PatchCore, PaDiM, CFA, ReConPatch"})
            QVERIFY2(run.error.contains(part), run.error.constData());
        QVERIFY(!QFile::exists(path("spade.pt")));
    }

    void aFolderThatIsNotThereIsNamed()
    {
        const QString module = path("nowhere/module.pt");
        const CliRun run = runCli({"export", m_model, "--torchscript", module});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.contains(module.toUtf8()), run.error.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliExport)
#include "test_cli_export.moc"
