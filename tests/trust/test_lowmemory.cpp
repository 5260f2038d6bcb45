#include <filesystem>
#include <fstream>
#include <vector>

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/resource.h>

#include <spotcheck/detectors/registry.h>
#include <spotcheck/model/memorycheck.h>

#include "clirun.h"
#include "core/availablememory.h"

using namespace spotcheck;
namespace fs = std::filesystem;

namespace {

constexpr int patience = 120'000; // ms

struct Trained {
    cli::CliRun run;
    bool crashed = false;
    std::uint64_t peakBytes = 0; ///< of address space
};

std::uint64_t addressSpacePeak(qint64 process)
{
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string word; status >> word;) {
        std::uint64_t kibibytes = 0;
        if (word == "VmPeak:" && status >> kibibytes)
            return kibibytes * 1024;
    }
    return 0;
}

} // namespace

/// Training with too little memory: told before, explained afterwards, never a crash.
class TestLowMemory : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_set;

    static void write(const fs::path &file, const std::string &text)
    {
        fs::create_directories(file.parent_path());
        std::ofstream(file) << text;
    }
    fs::path path(const char *name) const { return m_folder.filePath(name).toStdString(); }

    /// `bytes`: of address space, 0 for no limit.
    Trained train(const std::string &detector, std::uint64_t bytes) const
    {
        QProcess process;
        if (bytes > 0)
            process.setChildProcessModifier([bytes] {
                const rlimit limit{bytes, bytes};
                ::setrlimit(RLIMIT_AS, &limit);
            });
        process.start(QStringLiteral(SPOTCHECK_CLI),
                      {"train", "--progress", "json", "--detector", QString::fromStdString(detector), "--dataset",
                       m_set, "--output", m_folder.filePath("x.spotcheck"), "--threads", "2"});
        Trained trained;
        // Progress comes all the time: each time is a look at the program's size.
        QElapsedTimer clock;
        clock.start();
        while (process.state() != QProcess::NotRunning) {
            if (clock.elapsed() > patience)
                process.kill();
            process.waitForReadyRead(20);
            trained.run.error += process.readAllStandardError();
            const std::uint64_t peak = addressSpacePeak(process.processId());
            trained.peakBytes = std::max(trained.peakBytes, peak);
        }
        process.waitForFinished(patience);
        trained.run.error += process.readAllStandardError();
        trained.crashed = process.exitStatus() == QProcess::CrashExit;
        trained.run.code = process.exitCode();
        return trained;
    }

private slots:
    void initTestCase()
    {
        m_set = m_folder.filePath("set");
        QVERIFY(cli::makeSmallSample(m_set));
    }

    void theLimitsOfContainersCount()
    {
        const fs::path proc = path("proc");
        const fs::path groups = path("groups");
        write(proc / "meminfo", "MemTotal:       16000 kB\nMemFree:         100 kB\nMemAvailable:    9000 kB\n");
        QCOMPARE(systemMemoryLeft(proc), std::optional<std::uint64_t>(9000 * 1024));
        QVERIFY(!systemMemoryLeft(path("absent")));
        QVERIFY(!groupMemoryLeft(proc, groups));

        // Version 2: the narrowest of a group and those above it; files that can be dropped count as free.
        write(proc / "self/cgroup", "0::/outer/inner\n");
        QVERIFY(!groupMemoryLeft(proc, groups));
        write(groups / "outer/inner/memory.max", "max\n");
        write(groups / "outer/inner/memory.current", "500\n");
        QVERIFY(!groupMemoryLeft(proc, groups));
        write(groups / "outer/memory.max", "10000\n");
        write(groups / "outer/memory.current", "4000\n");
        write(groups / "outer/memory.stat", "anon 1000\ninactive_file 1500\nactive_file 5\n");
        QCOMPARE(groupMemoryLeft(proc, groups), std::optional<std::uint64_t>(7500));
        write(groups / "memory.max", "3000\n"); // a container sees its own group as the root
        write(groups / "memory.current", "3500\n");
        QCOMPARE(groupMemoryLeft(proc, groups), std::optional<std::uint64_t>(0));

        // Version 1, without a limit and with one.
        write(proc / "self/cgroup", "5:cpu,memory:/job\n4:freezer:/\n");
        write(groups / "memory/job/memory.limit_in_bytes", "9223372036854771712\n");
        write(groups / "memory/job/memory.usage_in_bytes", "1000\n");
        QVERIFY(!groupMemoryLeft(proc, groups));
        write(groups / "memory/job/memory.limit_in_bytes", "8000\n");
        write(groups / "memory/job/memory.stat", "cache 7\ntotal_inactive_file 250\n");
        QCOMPARE(groupMemoryLeft(proc, groups), std::optional<std::uint64_t>(7250));
    }

    void aWarningSaysWhatToChange()
    {
        TrainingOptions options;
        options.detector = "patchcore";
        options.backbone = "resnet18";
        constexpr std::int64_t normals = 100'000;
        const std::uint64_t needed = estimateTraining(options, normals).peakBytes;
        QVERIFY(!memoryWarning(options, normals, needed));
        QVERIFY(!memoryWarning(options, normals, 0)); // unknown
        const std::optional<Message> warning = memoryWarning(options, normals, 1'500'000'000);
        QVERIFY(warning);
        const QString text = QString::fromStdString(warning->english());
        for (const char *part :
             {"1.5 GB", "half precision", "coreset ratio", "input size", "fewer pictures", "another detector"})
            QVERIFY2(text.contains(part), qPrintable(text));
        // No remedy is named that is taken already.
        options.parameters["feature_store"] = std::string("half");
        const QString halved = QString::fromStdString(memoryWarning(options, normals, 1'500'000'000)->english());
        QVERIFY2(halved.contains("coreset ratio") && !halved.contains("half precision"), qPrintable(halved));
        options.parameters.clear();
        options.detector = "padim";
        QVERIFY(memoryWarning(options, normals, 1'000'000));
        QVERIFY(!QString::fromStdString(memoryWarning(options, normals, 1'000'000)->english()).contains("coreset"));
    }

    void aTrainingThatRunsOutSaysSo_data()
    {
        QTest::addColumn<QString>("detector");
        for (const DetectorInfo &detector : detectorRegistry())
            QTest::newRow(detector.id.c_str()) << QString::fromStdString(detector.id);
    }

    /// The address space is limited to somewhat less than the training takes.
    void aTrainingThatRunsOutSaysSo()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("the sanitizer itself needs terabytes of address space");
#endif
        QFETCH(QString, detector);
        const Trained whole = train(detector.toStdString(), 0);
        QVERIFY2(whole.run.code == 0, whole.run.error.constData());
        QVERIFY(whole.peakBytes > 0);
        int ranOut = 0;
        // The program without a training takes some four fifths of it.
        std::vector<double> shares{0.94};
        if (qEnvironmentVariableIsSet("SPOTCHECK_TRUST_ROUNDS"))
            shares = {0.86, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98, 0.99};
        for (const double share : shares) {
            const auto bytes = static_cast<std::uint64_t>(share * static_cast<double>(whole.peakBytes));
            QFile::remove(m_folder.filePath("x.spotcheck"));
            const Trained limited = train(detector.toStdString(), bytes);
            QVERIFY2(!limited.crashed, limited.run.error.constData());
            if (limited.run.code == 0)
                continue; // it did with less
            ++ranOut;
            QVERIFY2(limited.run.error.contains("There is not enough memory"), limited.run.error.constData());
            QVERIFY(!QFile::exists(m_folder.filePath("x.spotcheck")));
        }
        qInfo("%s: %d of %zu trainings ran out of memory", qPrintable(detector), ranOut, shares.size());
        QVERIFY(ranOut > 0);
    }
};

QTEST_GUILESS_MAIN(TestLowMemory)
#include "test_lowmemory.moc"
