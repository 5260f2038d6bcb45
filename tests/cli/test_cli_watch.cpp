#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <opencv2/core.hpp>
#include <opencv2/videoio.hpp>

#include "clirun.h"

using namespace spotcheck::cli;

/// `spotcheck-cli watch`: pictures as they come.
class TestCliWatch : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_set;
    QString m_model;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    QString watchedWith(const QString &name, int pictures) const
    {
        QDir().mkpath(path(name));
        for (int i = 0; i < pictures; ++i)
            QFile::copy(QStringLiteral("%1/test/good/%2.png").arg(m_set).arg(i, 3, 10, QLatin1Char('0')),
                        QStringLiteral("%1/part%2.png").arg(path(name)).arg(i));
        return path(name);
    }

    QList<QByteArray> linesOf(const QString &file) const
    {
        QFile stream(file);
        if (!stream.open(QIODevice::ReadOnly))
            return {};
        return stream.readAll().trimmed().split('\n');
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_set = path("set");
        m_model = path("set.spotcheck");
        QVERIFY(makeSmallSample(m_set));
        QVERIFY(trainSmallModel(m_set, m_model));
        QCOMPARE(QDir(watchedWith("probe", 3)).entryList(QDir::Files).size(), 3);
    }

    void aLineForEveryPictureAndARowInTheLog()
    {
        const QString folder = watchedWith("in", 3);
        const QString log = path("in.csv");
        const CliRun run =
            runCli({"watch", m_model, folder, "--existing", "--until-idle", "1", "--log", log, "--threshold", "1e9"});
        QVERIFY2(run.code == 0, run.error.constData());
        const QList<QByteArray> lines = run.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines[0].startsWith("OK ") && lines[0].contains("part"), lines[0].constData());
        QVERIFY2(lines[3].startsWith("3 pictures: 3 OK, 0 review, 0 not OK, 0 unreadable; yield 100 %; latency "),
                 lines[3].constData());
        QCOMPARE(linesOf(log).size(), 4);

        const CliRun again = runCli(
            {"watch", m_model, folder, "--existing", "--until-idle", "1", "--log", log, "--threshold", "-1e9"});
        QVERIFY2(again.code == 0, again.error.constData());
        QVERIFY2(again.out.startsWith("NOT OK "), again.out.constData());
        QCOMPARE(linesOf(log).size(), 7); // appended, with one header
        QVERIFY(linesOf(log).front().startsWith("time,picture,") && !linesOf(log)[4].startsWith("time"));
    }

    void theReviewBandHasAWordOfItsOwn()
    {
        const QString folder = watchedWith("review", 1);
        const CliRun run = runCli({"watch", m_model, folder, "--existing", "--until-idle", "1", "--threshold", "1e9",
                                   "--review-threshold", "-1e9"});
        QVERIFY2(run.code == 0, run.error.constData());
        QVERIFY2(run.out.startsWith("REVIEW ") && run.out.contains("yield 0 %"), run.out.constData());
    }

    void picturesThatCameBeforeAreLeftOut()
    {
        const CliRun run = runCli({"watch", m_model, watchedWith("old", 2), "--until-idle", "1"});
        QVERIFY2(run.code == 0, run.error.constData());
        QCOMPARE(run.out, QByteArray("0 pictures: 0 OK, 0 review, 0 not OK, 0 unreadable\n"));
    }

    void ctrlCEndsWithASummary()
    {
        const QString folder = watchedWith("cancelled", 3);
        const CliRun run = runCliAndInterrupt({"watch", m_model, folder, "--existing", "--threshold", "1e9"},
                                              [](const QByteArray &seen) { return seen.contains("\"step\":3"); });
        QCOMPARE(run.code, 130);
        QVERIFY2(run.error.endsWith("spotcheck-cli: cancelled\n"), run.error.constData());
        QVERIFY2(run.out.contains("\n3 pictures: 3 OK"), run.out.constData());
    }

    void aVideoFileStandsForACamera()
    {
        const QString film = path("film.avi");
        cv::VideoWriter writer(film.toStdString(), cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), 10,
                               cv::Size(128, 128));
        QVERIFY(writer.isOpened());
        for (int i = 0; i < 4; ++i)
            writer.write(cv::Mat(128, 128, CV_8UC3, cv::Scalar(60, 60, 40 * i)));
        writer.release();
        const CliRun run = runCli({"watch", m_model, "--camera", film, "--threshold", "1e9"});
        QVERIFY2(run.code == 0, run.error.constData());
        QVERIFY2(run.out.contains("frame 4") && run.out.contains("\n4 pictures: 4 OK"), run.out.constData());

        const CliRun none = runCli({"watch", m_model, "--camera", path("none.avi"), "--until-idle", "1"});
        QCOMPARE(none.code, 1);
        QVERIFY2(none.error.contains("gives no pictures") && none.error.contains("none.avi"), none.error.constData());
    }

    void whatDoesNotGoTogetherIsWrongUsage()
    {
        const QString folder = watchedWith("usage", 1);
        for (const QStringList &arguments : QList<QStringList>{
                 {"watch", m_model},
                 {"watch", m_model, folder, "--camera", "0"},
                 {"watch", m_model, folder, "--threshold", "1", "--false-alarm-rate", "0.1"},
                 {"watch", m_model, folder, "--threshold", "1", "--review-threshold", "2"},
                 {"watch", m_model, folder, "--existing", "--until-idle", "1", "--review-threshold", "nan"},
                 {"watch", m_model, folder, "--false-alarm-rate", "2"},
                 {"watch", m_model, folder, "--until-idle", "-3"},
             }) {
            const CliRun run = runCli(arguments);
            QVERIFY2(run.code == 2, qPrintable(arguments.join(' ') + "\n" + run.error));
        }
    }

    void whatIsMissingIsSaidBeforeTheWatchBegins()
    {
        const CliRun folder = runCli({"watch", m_model, path("nowhere")});
        QCOMPARE(folder.code, 1);
        QVERIFY2(folder.error.contains("nowhere"), folder.error.constData());
        const CliRun log = runCli({"watch", m_model, watchedWith("log", 1), "--log", path("nowhere/log.csv")});
        QCOMPARE(log.code, 1);
        QVERIFY2(log.error.contains("log.csv"), log.error.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliWatch)
#include "test_cli_watch.moc"
