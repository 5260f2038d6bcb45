#include <filesystem>
#include <fstream>
#include <set>

#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <spotcheck/core/error.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/live/foldersource.h>

#include "data/temporarytree.h"

using namespace spotcheck;
namespace fs = std::filesystem;

/// A watched folder, with a clock that goes on when the test says so.
class TestFolderSource : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryTree> m_tree;
    std::chrono::steady_clock::time_point m_now{std::chrono::hours(5)};
    std::vector<LiveNotice> m_notices;
    std::string m_picture; ///< content of a PNG file

    FolderOptions options(const fs::path &folder)
    {
        FolderOptions options;
        options.folder = folder;
        options.clock = [this] { return m_now; };
        return options;
    }

    static std::string contentOf(const fs::path &file)
    {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    fs::path put(const std::string &name, const std::string &content) const
    {
        const fs::path file = m_tree->path(name);
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

    /// One look after another pause: names of what came.
    std::vector<std::string> look(FolderSource &source,
                                  std::chrono::milliseconds later = std::chrono::milliseconds(300))
    {
        m_now += later;
        JobMonitor monitor;
        std::vector<std::string> names;
        while (const auto picture = source.next(m_notices, monitor))
            names.push_back(picture->name + (picture->failure.empty() ? "" : "!"));
        return names;
    }

    std::vector<std::string> twoLooks(FolderSource &source)
    {
        std::vector<std::string> names = look(source);
        const std::vector<std::string> more = look(source);
        names.insert(names.end(), more.begin(), more.end());
        return names;
    }

    std::vector<LiveNotice::Kind> kinds()
    {
        std::vector<LiveNotice::Kind> kinds;
        for (const LiveNotice &notice : m_notices)
            kinds.push_back(notice.kind);
        m_notices.clear();
        return kinds;
    }

    using Names = std::vector<std::string>;
    using Kinds = std::vector<LiveNotice::Kind>;

private slots:
    void init()
    {
        m_tree = std::make_unique<TemporaryTree>();
        m_notices.clear();
        cv::Mat image(24, 32, CV_8UC3, cv::Scalar(10, 200, 30));
        const TemporaryTree elsewhere;
        writeImage(elsewhere.path("a.png"), image);
        m_picture = contentOf(elsewhere.path("a.png"));
        QVERIFY(m_picture.size() > 60);
    }

    void aNewPictureComesOnceItWasTheSameInTwoLooks()
    {
        put("old.png", m_picture);
        FolderSource source(options(m_tree->root()));
        QCOMPARE(twoLooks(source), Names());
        put("new.png", m_picture);
        put("text.txt", m_picture);
        put(".hidden.png", m_picture);
        QCOMPARE(look(source), Names());
        JobMonitor monitor;
        QVERIFY(!source.next(m_notices, monitor)); // no second look before the pause is over
        QCOMPARE(look(source), Names{"new.png"});
        QCOMPARE(twoLooks(source), Names());
        QVERIFY(m_notices.empty());
    }

    void thoseThatAreThereAlreadyComeWhereAskedFor()
    {
        put("b/2.png", m_picture);
        put("1.png", m_picture);
        FolderOptions existing = options(m_tree->root());
        existing.existing = true;
        FolderSource source(existing);
        Names names = twoLooks(source);
        std::sort(names.begin(), names.end());
        QCOMPARE(names, (Names{"1.png", "b/2.png"}));
    }

    /// Byte by byte, with a look and more after every piece: never half, never twice.
    void aPictureThatIsBeingWrittenIsWaitedFor()
    {
        FolderSource source(options(m_tree->root()));
        look(source);
        const fs::path file = m_tree->path("slow.png");
        std::ofstream stream(file, std::ios::binary);
        for (std::size_t at = 0; at < m_picture.size(); at += 10) {
            stream << m_picture.substr(at, 10) << std::flush;
            if (at + 10 < m_picture.size())
                QCOMPARE(twoLooks(source), Names()); // the writer pauses for longer than two looks
        }
        stream.close();
        QCOMPARE(twoLooks(source), Names{"slow.png"});
    }

    void anUnreadablePictureIsSaidOnceUntilItChanges()
    {
        FolderSource source(options(m_tree->root()));
        look(source);
        put("bad.png", m_picture.substr(0, 40));
        for (int i = 0; i < 33; ++i) {
            QCOMPARE(look(source), Names()); // 9.9 s
            QVERIFY(source.isExpecting());
        }
        std::vector<std::string> names;
        for (int i = 0; i < 5; ++i) {
            const Names more = look(source);
            names.insert(names.end(), more.begin(), more.end());
        }
        QCOMPARE(names, Names{"bad.png!"});
        QVERIFY(!source.isExpecting());
        for (int i = 0; i < 50; ++i)
            QCOMPARE(look(source), Names());
        put("bad.png", m_picture);
        QCOMPARE(twoLooks(source), Names{"bad.png"});
    }

    void theReasonNamesTheFile()
    {
        FolderOptions quick = options(m_tree->root());
        quick.unreadableAfter = std::chrono::milliseconds(0);
        FolderSource source(quick);
        look(source);
        const fs::path file = put("bad.jpg", "this is no picture");
        look(source);
        m_now += std::chrono::seconds(1);
        JobMonitor monitor;
        const auto picture = source.next(m_notices, monitor);
        QVERIFY(picture && picture->image.empty());
        QCOMPARE(picture->file, file);
        QVERIFY(picture->failure.find(file.string()) == 0);
        QVERIFY(picture->failure.find("not a picture") != std::string::npos);
    }

    void aPictureWrittenOverComesAgain()
    {
        FolderSource source(options(m_tree->root()));
        look(source);
        const fs::path file = put("latest.png", m_picture);
        QCOMPARE(twoLooks(source), Names{"latest.png"});
        fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(2));
        QCOMPARE(twoLooks(source), Names{"latest.png"});
        // A clock set back counts as a change as any other does.
        fs::last_write_time(file, fs::last_write_time(file) - std::chrono::hours(24 * 400));
        QCOMPARE(twoLooks(source), Names{"latest.png"});
        QCOMPARE(twoLooks(source), Names());
    }

    void picturesComeInTheOrderOfTheirTimes()
    {
        FolderSource source(options(m_tree->root()));
        look(source);
        const auto now = fs::file_time_type::clock::now();
        int age = 0;
        for (const char *name : {"c.png", "a.png", "b.png"})
            fs::last_write_time(put(name, m_picture), now - std::chrono::seconds(++age));
        QCOMPARE(twoLooks(source), (Names{"b.png", "a.png", "c.png"}));
    }

    void aTemporaryNameIsNoPicture()
    {
        FolderSource source(options(m_tree->root()));
        look(source);
        put("p.png.tmp", m_picture.substr(0, 50));
        twoLooks(source);
        put("p.png.tmp", m_picture);
        fs::rename(m_tree->path("p.png.tmp"), m_tree->path("p.png"));
        QCOMPARE(twoLooks(source), Names{"p.png"});
    }

    void aDeletedFolderIsWaitedFor()
    {
        const fs::path folder = m_tree->addFolder("in");
        put("in/1.png", m_picture);
        FolderOptions existing = options(folder);
        existing.existing = true;
        FolderSource source(existing);
        QCOMPARE(twoLooks(source), Names{"1.png"});
        const fs::path away = m_tree->path("away");
        fs::rename(folder, away);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(look(source), Names());
        QCOMPARE(kinds(), Kinds{LiveNotice::Kind::SourceLost});
        QVERIFY(source.isLost());
        // The same folder again, as after a drive was away: what was given is known.
        fs::rename(away, folder);
        put("in/2.png", m_picture);
        QCOMPARE(twoLooks(source), Names{"2.png"});
        QCOMPARE(kinds(), Kinds{LiveNotice::Kind::SourceBack});
        QVERIFY(!source.isLost());

        fs::remove_all(folder);
        look(source);
        fs::create_directory(folder);
        put("in/1.png", m_picture);
        QCOMPARE(twoLooks(source), Names{"1.png"}); // another one by its time
        QCOMPARE(kinds(), (Kinds{LiveNotice::Kind::SourceLost, LiveNotice::Kind::SourceBack}));
    }

    void aFolderThatTurnsIntoAFileIsLost()
    {
        const fs::path folder = m_tree->addFolder("in");
        FolderSource source(options(folder));
        look(source);
        fs::remove_all(folder);
        put("in", "x");
        look(source);
        QCOMPARE(kinds(), Kinds{LiveNotice::Kind::SourceLost});
    }

    /// The mount point of a drive that was taken away is an empty folder of another drive.
    void anotherDriveIsSaid()
    {
        const fs::path other("/dev/shm");
        struct stat here = {};
        struct stat there = {};
        if (::stat(m_tree->root().c_str(), &here) != 0 || ::stat(other.c_str(), &there) != 0 ||
            here.st_dev == there.st_dev)
            QSKIP("there is one drive only");
        const fs::path target = other / ("spotcheck-test-" + std::to_string(::getpid()));
        fs::create_directory(target);
        const fs::path first = m_tree->addFolder("first");
        const fs::path link = m_tree->path("link");
        fs::create_directory_symlink(first, link);
        FolderSource source(options(link));
        look(source);
        fs::remove(link);
        fs::create_directory_symlink(target, link);
        look(source);
        look(source);
        fs::remove_all(target);
        QCOMPARE(kinds(), Kinds{LiveNotice::Kind::SourceMoved});
    }

    void loopsOfLinksEnd()
    {
        m_tree->addFolder("a/b");
        fs::create_directory_symlink(m_tree->root(), m_tree->path("a/b/up"));
        fs::create_directory_symlink("self", m_tree->path("self"));
        fs::create_symlink("loop.png", m_tree->path("loop.png"));
        FolderSource source(options(m_tree->root()));
        look(source);
        put("a/b/1.png", m_picture);
        QCOMPARE(twoLooks(source), Names{"a/b/1.png"});
        QCOMPARE(kinds(), Kinds{LiveNotice::Kind::FolderProblem}); // loop.png, once and not at every look
    }

    void thousandsOfPicturesAllComeOnce()
    {
        FolderSource source(options(m_tree->root()));
        look(source);
        constexpr int count = 4000;
        for (int i = 0; i < count; ++i)
            put(std::to_string(i % 7) + "/" + std::to_string(i) + ".png", m_picture);
        const Names names = twoLooks(source);
        QCOMPARE(names.size(), std::size_t(count));
        QCOMPARE(std::set<std::string>(names.begin(), names.end()).size(), std::size_t(count));
        QCOMPARE(twoLooks(source), Names());
    }

    void aPictureThatIsTakenAwayAtOnceIsNoTrouble()
    {
        FolderSource source(options(m_tree->root()));
        look(source);
        const fs::path file = put("short.png", m_picture);
        const fs::path other = put("stays.png", m_picture);
        look(source);
        fs::remove(file);
        QCOMPARE(twoLooks(source), Names{"stays.png"});
        QVERIFY(m_notices.empty());
    }

    void aWrongFolderIsRefused()
    {
        const auto codeOf = [&](const fs::path &folder) {
            try {
                FolderSource source(options(folder));
            } catch (const Error &error) {
                return error.code();
            }
            return ErrorCode::Internal;
        };
        QCOMPARE(codeOf(m_tree->path("none")), ErrorCode::FileNotFound);
        QCOMPARE(codeOf(put("file", "x")), ErrorCode::FileUnreadable);
        FolderOptions wrong = options(m_tree->root());
        wrong.pause = std::chrono::milliseconds(0);
        QVERIFY_EXCEPTION_THROWN(FolderSource{wrong}, Error);
    }
};

QTEST_GUILESS_MAIN(TestFolderSource)
#include "test_foldersource.moc"
