#include <algorithm>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPdfDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <opencv2/imgcodecs.hpp>
#include <unistd.h>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "clirun.h"
#include "killing.h"
#include "trusttasks.h"
#include "ui/document/document.h"
#include "ui/project/autosave.h"
#include "ui/project/projectstore.h"
#include "ui/report/reportexport.h"
#include "ui/widgets/format.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

/// kill -9 at random moments of everything that writes: afterwards the old file is there or the new one, never half,
/// and what the killed program left in the middle of its work is cleaned up by the next one. A handful of moments
/// each; as many as SPOTCHECK_TRUST_ROUNDS says, where it is set.
class TestKills : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::mt19937 m_random{20261126}; // NOLINT: the same moments in every run, as far as machines allow

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    KilledProgram worker(const char *task) const
    {
        return {QStringLiteral(SPOTCHECK_TRUST_WORKER), {task, m_folder.path()}};
    }

private slots:
    void initTestCase();
    void cleanupTestCase() { qInfo("%d kills each", trustRounds(4)); }

    void aSavedProject();
    void theCopyOfUnsavedWork();
    void reports();
    void theLiveLog();
    void aTrainingOverAnOldModel();

private:
    void expectWholeReports(bool &large) const;
    std::vector<int> liveRows() const;
};

void TestKills::initTestCase()
{
    QVERIFY(m_folder.isValid());
    qputenv("TMPDIR", m_folder.path().toLocal8Bit()); // what killed workers leave goes with the folder
    prepareTrustFolder(m_folder.path());
}

void TestKills::aSavedProject()
{
    KilledProgram saver = worker("save");
    saver.measure();
    int small = 0;
    const int rounds = trustRounds(4);
    for (int round = 0; round < rounds; ++round) {
        QVERIFY2(saver.killOnce(m_random), saver.said().constData());
        JobMonitor monitor;
        const OpenedProject opened =
            openProject(toPath(path("work.spotproj")), trustWeights(m_folder.path()), monitor);
        QVERIFY(isWholeTrustProject(opened.project));
        small += opened.project.name == "small";
        QCOMPARE(opened.entrants.size(), std::size_t{1});
        QVERIFY2(opened.entrants[0].model, opened.entrants[0].failure.c_str());
        // Model files that no project names are the worker's own carelessness.
        QDir models(path("work.models"));
        for (const QString &name : models.entryList({"*.spotcheck"}, QDir::Files)) {
            if (models.filePath(name) != fromPath(opened.project.models[0].file))
                models.remove(name);
        }
    }
    QVERIFY(rounds < 20 || (small > 0 && small < rounds)); // moments between both were hit
    const std::shared_ptr<const Model> model =
        Model::load(toPath(path("model.spotcheck")), trustWeights(m_folder.path()));
    Project project = trustProject(m_folder.path(), "small");
    project.models.push_back({.name = "model", .file = {}, .sha256 = {}, .operatingPoint = {}});
    JobMonitor monitor;
    saveProject(std::move(project), {model}, toPath(path("work.spotproj")), monitor);
    QCOMPARE(temporaryFilesIn(m_folder.path()), QStringList());
}

void TestKills::theCopyOfUnsavedWork()
{
    KilledProgram copier = worker("autosave");
    copier.measure();
    QDir folder(path("autosave"));
    QVERIFY(folder.removeRecursively());
    for (int round = 0; round < trustRounds(4); ++round) {
        QVERIFY2(copier.killOnce(m_random), copier.said().constData());
        Document document;
        Autosave autosave(&document, toPath(folder.path())); // the next start
        const std::vector<LostWork> lost = autosave.lostWork();
        QCOMPARE(lost.size(), std::size_t{1});
        JobMonitor monitor;
        const OpenedProject opened = openProject(lost[0].file, trustWeights(m_folder.path()), monitor);
        QCOMPARE(opened.project.tests.size(), std::size_t{400});
        QCOMPARE(opened.project.tests[0].label, opened.project.tests[1].label); // whole edits only
        for (const Entrant &entrant : opened.entrants)
            QVERIFY2(entrant.model, entrant.failure.c_str());
        Autosave::remove(lost[0]);
        QCOMPARE(temporaryFilesIn(folder.path()), QStringList());
    }
    // Nothing is left but what the last check itself may have left: its lock went with it.
    QCOMPARE(folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
}

void TestKills::expectWholeReports(bool &large) const
{
    const QJsonObject json = QJsonDocument::fromJson(read("reports/results.json")).object();
    const qsizetype pictures = json["images"].toArray().size();
    QVERIFY(pictures == TrustReports::fewPictures || pictures == TrustReports::manyPictures);
    large = pictures == TrustReports::manyPictures;
    const QByteArray csv = read("reports/results.csv");
    QVERIFY(csv.endsWith("\r\n"));
    QVERIFY(csv.count("\r\n") == 1 + TrustReports::fewPictures ||
            csv.count("\r\n") == 1 + TrustReports::manyPictures);
    QVERIFY(QJsonDocument::fromJson(read("reports/results-coco.json")).object()["images"].isArray());
    QVERIFY(read("reports/report.html").trimmed().endsWith("</html>"));
    QXmlStreamReader html(read("reports/report.html"));
    while (!html.atEnd())
        html.readNext();
    QVERIFY2(!html.hasError(), qPrintable(html.errorString()));
    QPdfDocument pdf;
    QCOMPARE(pdf.load(path("reports/report.pdf")), QPdfDocument::Error::None);
    QVERIFY(pdf.pageCount() > 0);
    const QDir annotated(path("reports/annotated"));
    for (const QString &name : annotated.entryList(QDir::Files))
        QVERIFY2(!QImage(annotated.filePath(name)).isNull(), qPrintable(name));
    const QDir maps(path("reports/maps"));
    for (const QString &name : maps.entryList(QDir::Files))
        QVERIFY2(!cv::imread(maps.filePath(name).toStdString(), cv::IMREAD_UNCHANGED).empty(), qPrintable(name));
    QVERIFY(!annotated.isEmpty() && !maps.isEmpty());
}

void TestKills::reports()
{
    KilledProgram writer = worker("report");
    writer.measure();
    int large = 0;
    const int rounds = trustRounds(4);
    for (int round = 0; round < rounds; ++round) {
        QVERIFY2(writer.killOnce(m_random), writer.said().constData());
        bool isLarge = false;
        expectWholeReports(isLarge);
        if (QTest::currentTestFailed())
            return;
        large += isLarge;
    }
    QVERIFY(rounds < 20 || (large > 0 && large < rounds));
    const TrustReports whole;
    std::vector<ReportFormat> formats;
    for (const ReportFormatName &name : reportFormatNames())
        formats.push_back(name.format);
    JobMonitor monitor;
    exportReport(whole.small(), toPath(path("reports")), formats, monitor);
    QCOMPARE(temporaryFilesIn(path("reports")), QStringList());
    QCOMPARE(QDir(path("reports")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name),
             (QStringList{"annotated", "maps", "regions.csv", "report.html", "report.pdf", "results-coco.json",
                          "results.csv", "results.json"}));
}

/// The numbers of the rows; what follows the last whole line is not looked at.
std::vector<int> TestKills::liveRows() const
{
    QByteArrayList lines = read("live.csv").split('\n');
    lines.removeLast(); // half a line, or nothing
    std::vector<int> rows;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray line = lines[i] + '\n';
        if (i == 0 && line == QByteArray::fromStdString(LiveLog::header()))
            continue;
        const int number = line.mid(line.indexOf("part ") + 5).split('.').first().toInt();
        rows.push_back(line == QByteArray::fromStdString(LiveLog::line(trustRow(number))) ? number : -1);
    }
    return rows;
}

void TestKills::theLiveLog()
{
    KilledProgram logger = worker("live");
    logger.measure();
    for (int round = 0; round < trustRounds(4); ++round) {
        QVERIFY(QFile::remove(path("live.csv")));
        QVERIFY2(logger.killOnce(m_random), logger.said().constData());
        const auto told = static_cast<int>(logger.said().count("turn"));
        const std::vector<int> rows = liveRows();
        QVERIFY(std::ssize(rows) == told || std::ssize(rows) == told + 1); // killed between the row and its word
        for (int number = 0; number < std::ssize(rows); ++number)
            QCOMPARE(rows[static_cast<std::size_t>(number)], number);
        {
            LiveLog next(toPath(path("live.csv")));
            std::vector<LiveNotice> notices;
            next.add(trustRow(static_cast<int>(rows.size())), notices);
        }
        QVERIFY(read("live.csv").endsWith("\r\n"));
        QCOMPARE(liveRows().size(), rows.size() + 1);
    }
}

/// Half of the moments lie anywhere in a training, half in the writing of the model, which takes a moment only.
void TestKills::aTrainingOverAnOldModel()
{
    const QString set = path("set");
    const QString model = path("trained/plate.spotcheck");
    QVERIFY(cli::makeSmallSample(set));
    QVERIFY(QDir().mkpath(path("trained")));
    QElapsedTimer clock;
    clock.start();
    QVERIFY(cli::trainSmallModel(set, model));
    const qint64 duration = clock.nsecsElapsed() / 1000;
    const WeightsStore weights = WeightsStore::standard();
    int replaced = 0;
    int whileWriting = 0;
    const int rounds = trustRounds(4);
    for (int round = 0; round < rounds; ++round) {
        const std::string before = sha256OfFile(toPath(model));
        const QStringList left = temporaryFilesIn(path("trained")); // by those that were killed before
        const auto isWriting = [this, &left] {
            return std::ranges::any_of(temporaryFilesIn(path("trained")),
                                       [&left](const QString &file) { return !left.contains(file); });
        };
        QProcess training;
        training.start(QStringLiteral(SPOTCHECK_CLI),
                       {"train", "--detector", "patchcore", "--dataset", set, "--output", model, "--input-size", "64",
                        "--set", "coreset_ratio=0.05", "--seed", QString::number(round + 1)});
        QVERIFY(training.waitForStarted());
        if (round % 2 == 0) {
            ::usleep(static_cast<useconds_t>(m_random() % static_cast<unsigned>(duration)));
        } else {
            while (!isWriting() && !training.waitForFinished(0))
                ::usleep(50);
            ::usleep(static_cast<useconds_t>(m_random() % 4000));
        }
        training.kill(); // does nothing to one that is through
        training.waitForFinished();
        whileWriting += isWriting();
        const std::shared_ptr<const Model> opened = Model::load(toPath(model), weights);
        const bool isNew = sha256OfFile(toPath(model)) != before;
        replaced += isNew;
        if (isNew)
            QCOMPARE(opened->seed(), static_cast<std::uint64_t>(round + 1));
    }
    QVERIFY(cli::trainSmallModel(set, model));
    QCOMPARE(QDir(path("trained")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{"plate.spotcheck"});
    qInfo("of %d trainings, %d were killed while they wrote, %d had put their model into place", rounds, whileWriting,
          replaced);
    QVERIFY(rounds < 20 || whileWriting > 0);
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("spotcheck-test");
    QCoreApplication::setApplicationName("test_kills");
    configureRuntime(2);
    TestKills test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_kills.moc"
