#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>
#include <thread>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>

#include <spotcheck/core/error.h>
#include <spotcheck/core/log.h>
#include <spotcheck/core/runtime.h>

#include "core/orderedpipeline.h"
#include "core/random.h"
#include "core/workerthreads.h"

using namespace spotcheck;

namespace {

std::filesystem::path pathIn(const QTemporaryDir &folder, const char *name)
{
    return std::filesystem::path(folder.path().toStdString()) / name;
}

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class CancelSoon : public JobMonitor {
public:
    bool isCancelled() const override { return ++m_asked > 20; }

private:
    mutable std::atomic<int> m_asked{0};
};

} // namespace

class TestRuntime : public QObject {
    Q_OBJECT

private slots:
    void init() { configureRuntime(4); }
    void cleanup() { configureRuntime(); }

    void parallelForVisitsEachOnce()
    {
        std::vector<std::atomic<int>> visits(1000);
        JobMonitor monitor;
        parallelFor(1000, monitor, [&](std::int64_t i) { ++visits[static_cast<std::size_t>(i)]; });
        for (const auto &count : visits)
            QCOMPARE(count.load(), 1);
        parallelFor(0, monitor, [](std::int64_t) { QFAIL("nothing to do"); });
    }

    void parallelRangesCoverEverything()
    {
        for (const std::int64_t count : {0, 1, 3, 4, 1001}) {
            std::vector<std::atomic<int>> visits(static_cast<std::size_t>(count));
            parallelRanges(count, [&](std::int64_t begin, std::int64_t end) {
                for (; begin < end; ++begin)
                    ++visits[static_cast<std::size_t>(begin)];
            });
            for (const auto &visited : visits)
                QCOMPARE(visited.load(), 1);
        }
    }

    void parallelForStopsAtTheFirstFailure()
    {
        std::atomic<int> done{0};
        JobMonitor monitor;
        QVERIFY_EXCEPTION_THROWN(parallelFor(1'000'000, monitor,
                                             [&](std::int64_t i) {
                                                 if (i == 5)
                                                     throw Error(ErrorCode::Internal, "five");
                                                 ++done;
                                             }),
                                 Error);
        QVERIFY(done < 1'000'000);
        CancelSoon cancelling;
        QVERIFY_EXCEPTION_THROWN(parallelFor(1000, cancelling, [](std::int64_t) {}), Cancelled);
    }

    void pipelineKeepsOrderAndIsBounded()
    {
        std::atomic<int> waiting{0};
        std::atomic<int> most{0};
        std::int64_t expected = 0;
        JobMonitor monitor;
        orderedPipeline<std::int64_t>(
            500, monitor,
            [&](std::int64_t index) {
                const int now = ++waiting;
                for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
                }
                return index * index;
            },
            [&](std::int64_t index, std::int64_t square) {
                QCOMPARE(index, expected++);
                QCOMPARE(square, index * index);
                --waiting;
            });
        QCOMPARE(expected, std::int64_t{500});
        QVERIFY2(most <= 8, qPrintable(QString::number(most))); // two a thread
    }

    void pipelineRethrowsFromEitherSide()
    {
        JobMonitor monitor;
        const auto run = [&](std::int64_t failingProduce, std::int64_t failingConsume) {
            orderedPipeline<int>(
                100, monitor,
                [&](std::int64_t index) {
                    if (index == failingProduce)
                        throw Error(ErrorCode::Internal, "produce");
                    return 0;
                },
                [&](std::int64_t index, int) {
                    if (index == failingConsume)
                        throw Error(ErrorCode::Internal, "consume");
                });
        };
        QVERIFY_EXCEPTION_THROWN(run(40, -1), Error);
        QVERIFY_EXCEPTION_THROWN(run(-1, 40), Error);
        QVERIFY_EXCEPTION_THROWN(run(0, 0), Error);
        CancelSoon cancelling;
        QVERIFY_EXCEPTION_THROWN(orderedPipeline<int>(
                                     100, cancelling, [](std::int64_t) { return 0; }, [](std::int64_t, int) {}),
                                 Cancelled);
    }

    void worksWithAsManyThreadsAsTheSystemGives_data()
    {
        QTest::addColumn<int>("given");
        for (const int given : {0, 1, 2, 100})
            QTest::addRow("%d", given) << given;
    }

    void worksWithAsManyThreadsAsTheSystemGives()
    {
        QFETCH(const int, given);
        int started = 0;
        const ThreadStart start = [&](std::function<void()> work) {
            if (started++ == given)
                throw std::system_error(EAGAIN, std::generic_category());
            return startThread(std::move(work));
        };
        JobMonitor monitor;
        std::vector<std::int64_t> squares;
        orderedPipeline<std::int64_t>(
            100, monitor, [](std::int64_t index) { return index * index; },
            [&](std::int64_t index, std::int64_t square) {
                QCOMPARE(square, index * index);
                squares.push_back(square);
            },
            start);
        QCOMPARE(squares.size(), std::size_t{100});

        started = 0;
        std::vector<std::atomic<int>> visits(7);
        onThreads(
            7, [&](int worker) { ++visits[static_cast<std::size_t>(worker)]; }, start);
        for (const auto &visited : visits)
            QCOMPARE(visited.load(), 1);
    }

    void aFailureIsToldWithoutAnyThread()
    {
        const ThreadStart none = [](std::function<void()>) -> std::jthread {
            throw std::system_error(EAGAIN, std::generic_category());
        };
        JobMonitor monitor;
        QVERIFY_EXCEPTION_THROWN(orderedPipeline<int>(
                                     9, monitor,
                                     [](std::int64_t) -> int { throw Error(ErrorCode::Internal, "produce"); },
                                     [](std::int64_t, int) {}, none),
                                 Error);
        int asked = 0;
        QVERIFY_EXCEPTION_THROWN(onThreads(
                                     3,
                                     [&](int) {
                                         ++asked;
                                         throw Error(ErrorCode::Internal, "body");
                                     },
                                     none),
                                 Error);
        QCOMPARE(asked, 3);
    }

    void randomIsTheSameEverywhere()
    {
        // std::mt19937_64 is fixed by the C++ standard (its 10,000th output with the default seed is stated there).
        std::mt19937_64 generator;
        generator.discard(9999);
        QCOMPARE(generator(), std::uint64_t{9981545732273789042ULL});
        Random random(1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 100'000; ++i) {
            const double value = random.normal();
            QVERIFY(std::isfinite(value));
            sum += value;
            squares += value * value;
        }
        QVERIFY(std::abs(sum / 100'000) < 0.02);
        QVERIFY(std::abs(squares / 100'000 - 1) < 0.02);
        const std::vector<std::int64_t> order = random.permutation(50);
        QCOMPARE(std::set<std::int64_t>(order.begin(), order.end()).size(), std::size_t{50});
    }

    void hashIsSha256()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = pathIn(folder, "abc");
        std::ofstream(file) << "abc"; // FIPS 180-2, appendix B.1
        QCOMPARE(sha256OfFile(file), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        try {
            sha256OfFile(pathIn(folder, "none"));
            QFAIL("a missing file was hashed");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::FileNotFound);
            QVERIFY(QString::fromUtf8(error.what()).contains("none"));
        }
        QVERIFY_EXCEPTION_THROWN(sha256OfFile(folder.path().toStdString()), Error); // a folder
    }

    void atomicWriteKeepsTheOldFileOnFailure()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = pathIn(folder, "model");
        writeFileAtomically(file, [](std::ostream &stream) { stream << "old"; });
        QVERIFY_EXCEPTION_THROWN(writeFileAtomically(file,
                                                     [](std::ostream &stream) {
                                                         stream << "half";
                                                         throw Cancelled();
                                                     }),
                                 Cancelled);
        QVERIFY_EXCEPTION_THROWN(
            writeFileAtomically(file, [](std::ostream &stream) { stream.setstate(std::ios::badbit); }), Error);
        QCOMPARE(contentOf(file), std::string("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1); // no leftovers
        writeFileAtomically(file, [](std::ostream &stream) { stream << "new"; });
        QCOMPARE(contentOf(file), std::string("new"));
    }

    /// The file that a link leads to gets the content, and the link stays.
    void atomicWriteFollowsLinks()
    {
        QTemporaryDir folder;
        const std::filesystem::path elsewhere = pathIn(folder, "elsewhere");
        std::filesystem::create_directory(elsewhere);
        writeFileAtomically(elsewhere / "model", [](std::ostream &stream) { stream << "old"; });
        const std::filesystem::path link = pathIn(folder, "link");
        std::filesystem::create_symlink("elsewhere/model", link);
        const std::filesystem::path second = pathIn(folder, "second");
        std::filesystem::create_symlink(link, second);
        writeFileAtomically(second, [](std::ostream &stream) { stream << "new"; });
        QVERIFY(std::filesystem::is_symlink(link) && std::filesystem::is_symlink(second));
        QCOMPARE(contentOf(elsewhere / "model"), std::string("new"));

        const std::filesystem::path toCome = pathIn(folder, "to come");
        std::filesystem::create_symlink("elsewhere/to come", toCome);
        writeFileAtomically(toCome, [](std::ostream &stream) { stream << "first"; });
        QCOMPARE(contentOf(elsewhere / "to come"), std::string("first"));
        QVERIFY(std::filesystem::is_symlink(toCome));
    }

    /// A pipe or a device is written to, not replaced by a file.
    void atomicWriteKeepsDevices()
    {
        QTemporaryDir folder;
        const std::filesystem::path pipe = pathIn(folder, "pipe");
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        std::string read;
        std::jthread reader([&] { read = contentOf(pipe); });
        writeFileAtomically(pipe, [](std::ostream &stream) { stream << "through the pipe"; });
        reader.join();
        QCOMPARE(read, std::string("through the pipe"));
        QVERIFY(std::filesystem::is_fifo(pipe));

        const std::filesystem::path full = pathIn(folder, "full");
        std::filesystem::create_symlink("/dev/full", full);
        QVERIFY_EXCEPTION_THROWN(writeFileAtomically(full, [](std::ostream &stream) { stream << "lost"; }), Error);
        QVERIFY(std::filesystem::is_character_file("/dev/full"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System).size(), 2);
    }

    void atomicWriteNamesTheFolderThatIsGone()
    {
        try {
            writeFileAtomically("/nowhere/at/all/model", [](std::ostream &) {});
            QFAIL("a file was written into a missing folder");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::WriteFailed);
            QVERIFY(QString::fromUtf8(error.what()).contains("/nowhere/at/all/model"));
        }
    }

    void atomicWriteSurvivesAFullDisk()
    {
        // A limit on file sizes makes write(2) fail half way, as a full disk does.
        QTemporaryDir folder;
        const std::filesystem::path file = pathIn(folder, "model");
        writeFileAtomically(file, [](std::ostream &stream) { stream << "old"; });
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{100'000, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        ErrorCode code = ErrorCode::Internal;
        try {
            writeFileAtomically(file, [](std::ostream &stream) { stream << std::string(5'000'000, 'x'); });
        } catch (const Error &error) {
            code = error.code();
        }
        setrlimit(RLIMIT_FSIZE, &before);
        QCOMPARE(code, ErrorCode::WriteFailed);
        QCOMPARE(contentOf(file), std::string("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void everyErrorHasASentenceWithARemedy()
    {
        std::set<std::string> ids;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const std::string sentence = errorSentence(static_cast<ErrorCode>(code));
            QVERIFY2(sentence.size() > 20 && sentence.back() == '.', sentence.c_str());
            ids.insert(errorId(static_cast<ErrorCode>(code)));
        }
        QCOMPARE(ids.size(), static_cast<std::size_t>(ErrorCode::Internal) + 1);
        const Error error(ErrorCode::NotAnImage, "/data/part.png", "it starts with text");
        const QString message = QString::fromUtf8(error.what());
        QVERIFY(message.startsWith("/data/part.png: "));
        QVERIFY(message.contains("it starts with text"));
    }

    void logIsWrittenAndRotated()
    {
        QTemporaryDir folder;
        configureLog({.folder = folder.path().toStdString(), .console = false});
        logWarning("watch the belt");
        QVERIFY(QString::fromStdString(contentOf(pathIn(folder, "spotcheck.log"))).contains("watch the belt"));
        const std::string line(50'000, 'x');
        for (int i = 0; i < 300; ++i) // 15 MB into five files of 2 MB
            logInfo(line);
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(files.size(), 5);
        for (const QString &file : files)
            QVERIFY(QFileInfo(folder.filePath(file)).size() <= 2'000'000);
        configureLog({.folder = {}, .console = false});
    }

    void versionsAreNamed()
    {
        QVERIFY(!engineVersion().empty());
        for (const char *library : {"LibTorch", "OpenCV", "Faiss", "Eigen"})
            QVERIFY(QString::fromStdString(libraryVersions()).contains(library));
        QVERIFY(peakMemoryBytes() > 1'000'000);
    }
};

QTEST_GUILESS_MAIN(TestRuntime)
#include "test_runtime.moc"
