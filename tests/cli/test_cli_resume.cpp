#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "clirun.h"

using namespace spotcheck::cli;

/// A training in epochs that is interrupted, and goes on when the same command is given again.
class TestCliResume : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_set;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    QStringList trainArguments(const QString &model, const QString &epochs = "epochs=40") const
    {
        return {"train",        "--detector", "cfa",   "--dataset", m_set,       "--output", model,
                "--input-size", "96",         "--set", epochs,      "--threads", "1"};
    }

    /// What the model says about the test pictures, times left out.
    QJsonArray scoresOf(const QString &model) const
    {
        const QString output = path("inspected");
        QDir(output).removeRecursively();
        const CliRun run = runCli({"inspect", model, m_set + "/test", "--output", output});
        QFile file(output + "/results.json");
        if (run.code != 0 || !file.open(QIODevice::ReadOnly))
            return {};
        QJsonArray scores;
        for (const QJsonValue &image : QJsonDocument::fromJson(file.readAll()).object()["images"].toArray())
            scores.append(image.toObject()["score"]);
        return scores;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_set = path("set");
        QVERIFY(makeSmallSample(m_set));
    }

    void goesOnFromTheLastEpoch()
    {
        const QString whole = path("whole.spotcheck");
        const CliRun uninterrupted = runCli(trainArguments(whole));
        QVERIFY2(uninterrupted.code == 0, uninterrupted.error.constData());
        QVERIFY2(uninterrupted.error.isEmpty(), uninterrupted.error.constData());
        QVERIFY(!QFile::exists(whole + ".part"));

        const QString model = path("resumed.spotcheck");
        const QString checkpoint = model + ".part";
        const CliRun cancelled =
            runCliAndInterrupt(trainArguments(model), [&](const QByteArray &) { return QFile::exists(checkpoint); });
        QCOMPARE(cancelled.code, 130);
        QVERIFY2(cancelled.error.endsWith("spotcheck-cli: cancelled\n"), cancelled.error.constData());
        QVERIFY(QFile::exists(checkpoint) && !QFile::exists(model));

        const CliRun resumed = runCli(trainArguments(model));
        QVERIFY2(resumed.code == 0, resumed.error.constData());
        const QByteArray notice = "spotcheck-cli: going on from epoch ";
        QVERIFY2(resumed.error.startsWith(notice), resumed.error.constData());
        const int epoch = resumed.error.mid(notice.size()).split(' ').front().toInt();
        QVERIFY2(epoch > 1 && epoch <= 40 && resumed.error.endsWith(" of 40\n"), resumed.error.constData());
        QVERIFY(!QFile::exists(checkpoint));
        const QJsonArray scores = scoresOf(whole);
        QCOMPARE(scores.size(), 8);
        QCOMPARE(scoresOf(model), scores);
    }

    /// A checkpoint only saves time: one that cannot be reached, or whose name grows too long, is none.
    void checkpointsThatCannotBeReached()
    {
        const QString linked = path("linked.spotcheck");
        QVERIFY(QFile::link("linked.spotcheck.part", linked + ".part"));
        const QString longest = path(QString(255, 'x'));
        for (const QString &model : {linked, longest}) {
            const CliRun run = runCli(trainArguments(model, "epochs=2"));
            QVERIFY2(run.code == 0, run.error.constData());
            QVERIFY(QFile::exists(model));
        }
    }

    /// What other settings left is not used, and does not stand in the way.
    void otherSettingsStartAnew()
    {
        const QString model = path("other.spotcheck");
        const CliRun cancelled = runCliAndInterrupt(
            trainArguments(model), [&](const QByteArray &) { return QFile::exists(model + ".part"); });
        QCOMPARE(cancelled.code, 130);
        const CliRun other = runCli(trainArguments(model, "epochs=2"));
        QVERIFY2(other.code == 0, other.error.constData());
        QVERIFY2(!other.error.contains("going on"), other.error.constData());
        QVERIFY(QFile::exists(model) && !QFile::exists(model + ".part"));
    }
};

QTEST_GUILESS_MAIN(TestCliResume)
#include "test_cli_resume.moc"
