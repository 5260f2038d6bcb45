#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>

#include <QTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <spotcheck/core/error.h>
#include <spotcheck/live/livelog.h>

#include "data/temporarytree.h"

using namespace spotcheck;
namespace fs = std::filesystem;

class TestLiveLog : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryTree> m_tree;
    std::vector<LiveNotice> m_notices;

    static LiveRow row(int number)
    {
        LiveRow row;
        row.time = std::chrono::system_clock::time_point(std::chrono::milliseconds(1'700'000'000'007 + number));
        row.picture = "part " + std::to_string(number) + ".png";
        row.verdict = Verdict::Good;
        row.prediction.emplace();
        row.prediction->score = number;
        row.prediction->pValue = 0.25;
        row.threshold = 12.5;
        return row;
    }

    static std::string contentOf(const fs::path &file)
    {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    /// The numbers of the rows, in order; -1 for a row that is not whole.
    static std::vector<int> rowsOf(const fs::path &file, bool *halfAtEnd = nullptr)
    {
        const std::string content = contentOf(file);
        std::vector<int> rows;
        std::size_t at = 0;
        for (std::size_t end = 0; (end = content.find('\n', at)) != std::string::npos; at = end + 1) {
            const std::string line = content.substr(at, end + 1 - at);
            if (at == 0) {
                if (line != LiveLog::header())
                    rows.push_back(-1);
                continue;
            }
            int number = -1;
            const std::size_t name = line.find("part ");
            if (name != std::string::npos)
                number = std::stoi(line.substr(name + 5));
            rows.push_back(number >= 0 && line == LiveLog::line(row(number)) ? number : -1);
        }
        if (halfAtEnd)
            *halfAtEnd = at < content.size();
        return rows;
    }

    static std::vector<int> upTo(int count)
    {
        std::vector<int> numbers;
        for (int i = 0; i < count; ++i)
            numbers.push_back(i);
        return numbers;
    }

    std::vector<LiveNotice::Kind> kinds()
    {
        std::vector<LiveNotice::Kind> kinds;
        for (const LiveNotice &notice : m_notices)
            kinds.push_back(notice.kind);
        m_notices.clear();
        return kinds;
    }

    using Kinds = std::vector<LiveNotice::Kind>;

private slots:
    void init()
    {
        m_tree = std::make_unique<TemporaryTree>();
        m_notices.clear();
    }

    void aRowHoldsEverything()
    {
        LiveRow full = row(3);
        full.picture = "a, \"b\"\nc.png";
        full.verdict = Verdict::Defective;
        full.reviewThreshold = 11;
        full.latency = 0.0254;
        full.point = ChartPoint{7, 3, true, 4.5, 6, 2, {RunRule::OneBeyondThreeSigma, RunRule::EightOnOneSide}};
        QCOMPARE(LiveLog::line(full),
                 std::string("2023-11-14T22:13:20.010Z,\"a, \"\"b\"\" c.png\",defective,3,0.25,12.5,11,4.5,2,6,"
                             "beyond_3_sigma 8_on_one_side,0.0254,\r\n"));
        LiveRow failed;
        failed.time = full.time;
        failed.picture = "x.png";
        failed.threshold = 2;
        failed.failure = "x.png: is broken";
        QCOMPARE(LiveLog::line(failed),
                 std::string("2023-11-14T22:13:20.010Z,x.png,failed,,,2,,,,,,0.0000,x.png: is broken\r\n"));
        QCOMPARE(std::count(LiveLog::header().begin(), LiveLog::header().end(), ','), 12);
    }

    void theHeaderIsWrittenOnce()
    {
        const fs::path file = m_tree->path("log.csv");
        for (int i = 0; i < 3; ++i) {
            LiveLog log(file);
            log.add(row(i), m_notices);
        }
        QCOMPARE(rowsOf(file), upTo(3));
        QVERIFY(m_notices.empty());
    }

    /// Whatever a kill or a power cut leaves of the last rows: the whole ones stay, the rest is cut off.
    void halfALastLineIsCutOff()
    {
        const fs::path whole = m_tree->path("whole.csv");
        {
            LiveLog log(whole);
            for (int i = 0; i < 3; ++i)
                log.add(row(i), m_notices);
        }
        const std::string content = contentOf(whole);
        const fs::path file = m_tree->path("log.csv");
        for (std::size_t length = 0; length <= content.size(); ++length) {
            std::ofstream(file, std::ios::binary | std::ios::trunc) << content.substr(0, length);
            const auto rows = std::max<std::ptrdiff_t>(
                0, std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(length), '\n') - 1);
            {
                LiveLog log(file);
                for (int i = static_cast<int>(rows); i < 4; ++i)
                    log.add(row(i), m_notices);
            }
            QCOMPARE(rowsOf(file), upTo(4));
        }
        QVERIFY(m_notices.empty());
    }

    /// A process that writes is killed at random moments, over and over: every row that `add` returned from is there,
    /// whole and in order, and at most half a row follows.
    void aKillNeverCostsAWrittenRow()
    {
        const fs::path file = m_tree->path("log.csv");
        std::mt19937 random(11);
        int rows = 0;
        int killedWhileWriting = 0;
        for (int round = 0; round < 60; ++round) {
            int written[2];
            QCOMPARE(::pipe(written), 0);
            const pid_t writer = ::fork();
            QVERIFY(writer >= 0);
            if (writer == 0) {
                try {
                    std::vector<LiveNotice> notices;
                    LiveLog log(file);
                    for (int number = rows;; ++number) {
                        log.add(row(number), notices);
                        if (::write(written[1], &number, sizeof number) != sizeof number || !notices.empty())
                            ::_exit(1);
                    }
                } catch (...) {
                    ::_exit(2);
                }
            }
            ::close(written[1]);
            ::usleep(static_cast<unsigned>(random() % 20'000));
            ::kill(writer, SIGKILL);
            int status = 0;
            QCOMPARE(::waitpid(writer, &status, 0), writer);
            QVERIFY2(WIFSIGNALED(status), "the writer ended by itself");
            int acknowledged = rows;
            for (int number = 0; ::read(written[0], &number, sizeof number) == sizeof number;)
                acknowledged = number + 1;
            ::close(written[0]);

            const std::vector<int> found = fs::exists(file) ? rowsOf(file) : std::vector<int>();
            QVERIFY(static_cast<int>(found.size()) >= acknowledged);
            QVERIFY(static_cast<int>(found.size()) <= acknowledged + 1); // killed between the write and its word
            QVERIFY(found == upTo(static_cast<int>(found.size())));
            killedWhileWriting += acknowledged > rows;
            rows = static_cast<int>(found.size());
        }
        QVERIFY2(killedWhileWriting > 10, "the writer hardly got to write");
        {
            LiveLog log(file);
            log.add(row(rows), m_notices);
        }
        bool half = true;
        QVERIFY(rowsOf(file, &half) == upTo(rows + 1));
        QVERIFY(!half);
    }

    /// The size a process may write to a file stands for the room on the disk.
    void aFullDiskIsSaidAndMadeGoodLater()
    {
        const fs::path file = m_tree->path("log.csv");
        LiveLog log(file);
        for (int i = 0; i < 3; ++i)
            log.add(row(i), m_notices);
        std::signal(SIGXFSZ, SIG_IGN);
        struct rlimit before = {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        struct rlimit full = before;
        full.rlim_cur = fs::file_size(file) + 30; // half a row
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &full), 0);
        for (int i = 3; i < 8; ++i)
            log.add(row(i), m_notices);
        const std::size_t waiting = log.waiting();
        const std::vector<int> rowsThen = rowsOf(file);
        log.retry(m_notices);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QCOMPARE(waiting, std::size_t(5));
        QCOMPARE(rowsThen, upTo(3));
        QVERIFY(m_notices.size() == 1 && m_notices[0].detail.find(file.string()) != std::string::npos);
        QCOMPARE(kinds(), Kinds{LiveNotice::Kind::LogBehind});

        log.add(row(8), m_notices);
        QCOMPARE(log.waiting(), std::size_t(0));
        QCOMPARE(kinds(), Kinds{LiveNotice::Kind::LogCaughtUp});
        QCOMPARE(rowsOf(file), upTo(9));
    }

    void aFolderThatGoesAwayIsWaitedFor()
    {
        const fs::path folder = m_tree->addFolder("logs");
        const fs::path file = folder / "log.csv";
        LiveLog log(file);
        log.add(row(0), m_notices);
        const fs::path away = m_tree->path("away");
        fs::rename(folder, away);
        log.add(row(1), m_notices);
        log.add(row(2), m_notices);
        QCOMPARE(kinds(), Kinds{LiveNotice::Kind::LogBehind});
        fs::rename(away, folder);
        log.retry(m_notices);
        QCOMPARE(kinds(), Kinds{LiveNotice::Kind::LogCaughtUp});
        QCOMPARE(rowsOf(file), upTo(3));
    }

    /// Rows must not go into a file that has no name any more.
    void aDeletedFileIsBegunAnew()
    {
        const fs::path file = m_tree->path("log.csv");
        LiveLog log(file);
        log.add(row(5), m_notices);
        fs::remove(file);
        log.add(row(6), m_notices);
        QCOMPARE(rowsOf(file), std::vector<int>{6});
        QVERIFY(m_notices.empty());
    }

    void otherFilesAreLeftAlone()
    {
        const fs::path file = m_tree->path("notes.txt");
        for (const std::string &content :
             {std::string("my notes"), std::string("time,picture\r\n"), LiveLog::header().substr(0, 20) + "x\n"}) {
            std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
            QVERIFY_EXCEPTION_THROWN(LiveLog{file}, Error);
            QCOMPARE(contentOf(file), content);
        }
        QVERIFY_EXCEPTION_THROWN(LiveLog{m_tree->addFolder("folder")}, Error);
        QVERIFY_EXCEPTION_THROWN(LiveLog{m_tree->path("none/log.csv")}, Error);
        QVERIFY_EXCEPTION_THROWN(LiveLog{fs::path("/dev/full")}, Error);
    }

    void twoWritersAreRefused()
    {
        const fs::path file = m_tree->path("log.csv");
        auto first = std::make_unique<LiveLog>(file);
        QVERIFY_EXCEPTION_THROWN(LiveLog{file}, Error);
        first.reset();
        LiveLog second(file);
        second.add(row(0), m_notices);
        QCOMPARE(rowsOf(file), upTo(1));
    }

    void memoryIsBounded()
    {
        const fs::path folder = m_tree->addFolder("logs");
        LiveLog log(folder / "log.csv");
        fs::rename(folder, m_tree->path("away"));
        LiveRow small;
        small.picture = "x";
        for (std::size_t i = 0; i < LiveLog::mostWaiting + 5; ++i)
            log.add(small, m_notices);
        QCOMPARE(log.waiting(), LiveLog::mostWaiting);
        QCOMPARE(log.lost(), std::int64_t(5));
        QCOMPARE(kinds(), (Kinds{LiveNotice::Kind::LogBehind, LiveNotice::Kind::RowsLost}));
    }
};

QTEST_GUILESS_MAIN(TestLiveLog)
#include "test_livelog.moc"
