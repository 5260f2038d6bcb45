#include <QTest>

#include <chrono>
#include <cstring>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <spotcheck/core/error.h>
#include <spotcheck/data/dataset.h>

#include "temporarytree.h"

namespace fs = std::filesystem;
using namespace spotcheck;

namespace {

/// Drops root's rights while it lives: permissions do not bite root, and the tests may run as root.
class WithoutRoot {
public:
    WithoutRoot() : m_wasRoot(geteuid() == 0)
    {
        if (m_wasRoot)
            m_ok = seteuid(65534) == 0; // "nobody"
    }
    ~WithoutRoot()
    {
        if (m_wasRoot && seteuid(0) != 0)
            qFatal("cannot become root again");
    }
    bool ok() const { return m_ok; }

private:
    bool m_wasRoot;
    bool m_ok = true;
};

class CancelAfter : public JobMonitor {
public:
    explicit CancelAfter(int reports) : m_left(reports) {}
    void report(const Progress &progress) override
    {
        last = progress;
        --m_left;
    }
    bool isCancelled() const override { return m_left <= 0; }

    Progress last;

private:
    int m_left;
};

std::vector<std::string> relativeTo(const fs::path &root, const std::vector<fs::path> &paths)
{
    std::vector<std::string> names;
    for (const fs::path &path : paths)
        names.push_back(path.lexically_relative(root).native());
    return names;
}

using Names = std::vector<std::string>;

} // namespace

class TestFindImages : public QObject {
    Q_OBJECT

private slots:
    void sortsByBytes();
    void passesOverOtherEndingsInFolders();
    void listsNamedFilesThatAreNoPictures();
    void listsMissingPaths();
    void skipsHidden();
    void keepsTheOrderOfWhatWasNamed();
    void namesEachPictureOnce();
    void endsInLinkLoops();
    void followsLinkedFolders();
    void listsBrokenLinks();
    void neverOpensSpecialFiles();
    void keepsNamesThatAreNotUtf8();
    void listsFoldersWithoutPermission();
    void listsFoldersThatMayNotBeEntered();
    void cancelsWithinOneFolder();

private:
    Names found(const std::vector<fs::path> &paths)
    {
        m_problems.clear();
        return relativeTo(m_tree->root(), findImages(paths, m_problems, m_monitor));
    }
    Names found() { return found({m_tree->root()}); }
    bool hasProblem(const std::string &relative, const std::string &words) const
    {
        for (const FileProblem &problem : m_problems) {
            if (problem.file == m_tree->path(relative) && problem.reason.find(words) != std::string::npos)
                return true;
        }
        return false;
    }

    std::unique_ptr<TemporaryTree> m_tree;
    std::vector<FileProblem> m_problems;
    JobMonitor m_monitor;

private slots:
    void init() { m_tree = std::make_unique<TemporaryTree>(); }
};

void TestFindImages::sortsByBytes()
{
    m_tree->addFiles({"b.png", "a/z.png", "a-b/1.png", "B.png", "10.png", "9.png", "ä.png"});
    QCOMPARE(found(), Names({"10.png", "9.png", "B.png", "a-b/1.png", "a/z.png", "b.png", "ä.png"}));
    QVERIFY(m_problems.empty());
}

void TestFindImages::passesOverOtherEndingsInFolders()
{
    m_tree->addFiles({"a.PNG", "b.jpeg", "c.txt", "d.png.part", "png", "sub/e.tif", "sub/Thumbs.db"});
    QCOMPARE(found(), Names({"a.PNG", "b.jpeg", "sub/e.tif"}));
    QVERIFY(m_problems.empty());
}

void TestFindImages::listsNamedFilesThatAreNoPictures()
{
    const fs::path notes = m_tree->addFile("notes.txt");
    const fs::path picture = m_tree->addFile("a.png");
    QCOMPARE(found({notes, picture}), Names({"a.png"}));
    QCOMPARE(m_problems.size(), std::size_t(1));
    QVERIFY(hasProblem("notes.txt", "ending"));
}

void TestFindImages::listsMissingPaths()
{
    QCOMPARE(found({m_tree->path("gone.png"), m_tree->path("gone")}), Names());
    QCOMPARE(m_problems.size(), std::size_t(2));
    QVERIFY(hasProblem("gone.png", "no such file"));
    QVERIFY(hasProblem("gone", "no such file"));
}

void TestFindImages::skipsHidden()
{
    m_tree->addFiles({".a.png", "._b.png", ".cache/c.png", "d.png"});
    QCOMPARE(found(), Names({"d.png"}));
    QVERIFY(m_problems.empty());
}

void TestFindImages::keepsTheOrderOfWhatWasNamed()
{
    m_tree->addFiles({"one/b.png", "one/a.png", "two/c.png", "z.png"});
    QCOMPARE(found({m_tree->path("z.png"), m_tree->path("two"), m_tree->path("one")}),
             Names({"z.png", "two/c.png", "one/a.png", "one/b.png"}));
}

void TestFindImages::namesEachPictureOnce()
{
    m_tree->addFiles({"one/a.png", "one/b.png"});
    QCOMPARE(found({m_tree->path("one/b.png"), m_tree->path("one"), m_tree->path("one")}),
             Names({"one/b.png", "one/a.png"}));
}

void TestFindImages::endsInLinkLoops()
{
    m_tree->addFiles({"a/x.png", "b/y.png"});
    fs::create_directory_symlink(m_tree->root(), m_tree->path("a/up"));
    fs::create_directory_symlink(m_tree->path("b"), m_tree->path("a/across"));
    fs::create_directory_symlink(m_tree->path("a"), m_tree->path("b/across"));
    fs::create_symlink(m_tree->path("self.png"), m_tree->path("self.png"));
    QCOMPARE(found(), Names({"a/x.png", "b/y.png"}));
    QCOMPARE(m_problems.size(), std::size_t(1));
    QVERIFY(hasProblem("self.png", "leads back to itself"));
}

void TestFindImages::followsLinkedFolders()
{
    const TemporaryTree elsewhere;
    elsewhere.addFile("deep/x.png");
    fs::create_directory_symlink(elsewhere.root(), m_tree->path("link"));
    const fs::path file = elsewhere.addFile("y.png");
    fs::create_symlink(file, m_tree->path("linked.png"));
    QCOMPARE(found(), Names({"link/deep/x.png", "link/y.png", "linked.png"}));
}

void TestFindImages::listsBrokenLinks()
{
    fs::create_symlink(m_tree->path("nowhere.png"), m_tree->path("broken.png"));
    fs::create_symlink(m_tree->path("nowhere"), m_tree->path("broken"));
    QCOMPARE(found(), Names());
    QCOMPARE(m_problems.size(), std::size_t(1));
    QVERIFY(hasProblem("broken.png", "leads to nothing"));
}

void TestFindImages::neverOpensSpecialFiles()
{
    QCOMPARE(mkfifo(m_tree->path("pipe.png").c_str(), 0644), 0);
    QCOMPARE(mkfifo(m_tree->path("pipe").c_str(), 0644), 0);
    fs::create_symlink("/dev/zero", m_tree->path("zero.png"));
    const std::string socketPath = m_tree->path("socket.png").native();
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    QVERIFY(socketPath.size() < sizeof address.sun_path);
    std::memcpy(address.sun_path, socketPath.c_str(), socketPath.size() + 1);
    const int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    QCOMPARE(bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    close(listener);

    QCOMPARE(found(), Names());
    QCOMPARE(m_problems.size(), std::size_t(3));
    for (const char *name : {"pipe.png", "zero.png", "socket.png"})
        QVERIFY2(hasProblem(name, "device, pipe or socket"), name);
    QCOMPARE(found({m_tree->path("pipe")}), Names());
    QVERIFY(hasProblem("pipe", "device, pipe or socket"));
}

void TestFindImages::keepsNamesThatAreNotUtf8()
{
    const std::string name = "Pr\xFC"
                             "fung\xFF.png"; // Latin-1, and a byte that UTF-8 never has
    m_tree->addFiles({name, "f\xE4/x.png"});
    const Names names = found();
    QCOMPARE(names, Names({name, "f\xE4/x.png"}));
    QVERIFY(fs::exists(m_tree->path(names.front())));
}

void TestFindImages::listsFoldersWithoutPermission()
{
    m_tree->addFiles({"a.png", "closed/b.png"});
    fs::permissions(m_tree->path("closed"), fs::perms::none);
    {
        const WithoutRoot nobody;
        QVERIFY(nobody.ok());
        QCOMPARE(found(), Names({"a.png"}));
        QCOMPARE(m_problems.size(), std::size_t(1));
        QVERIFY(hasProblem("closed", "may not be opened"));
        QCOMPARE(found({m_tree->path("closed")}), Names());
        QVERIFY(hasProblem("closed", "may not be opened"));
        QCOMPARE(found({m_tree->path("closed/b.png")}), Names());
        QVERIFY(hasProblem("closed/b.png", "may not be reached"));
    }
    fs::permissions(m_tree->path("closed"), fs::perms(0755));
}

void TestFindImages::listsFoldersThatMayNotBeEntered()
{
    m_tree->addFiles({"half/a.png", "half/b.png"});
    fs::permissions(m_tree->path("half"), fs::perms(0444)); // names may be listed, files not reached
    {
        const WithoutRoot nobody;
        QVERIFY(nobody.ok());
        QCOMPARE(found(), Names());
        QCOMPARE(m_problems.size(), std::size_t(1));
        QVERIFY(hasProblem("half", "may not be opened"));
    }
    fs::permissions(m_tree->path("half"), fs::perms(0755));
}

void TestFindImages::cancelsWithinOneFolder()
{
    for (int i = 0; i < 2000; ++i)
        m_tree->addFile(std::to_string(i) + ".png");
    CancelAfter monitor(3);
    std::vector<FileProblem> problems;
    QVERIFY_EXCEPTION_THROWN(findImages({m_tree->root()}, problems, monitor), Cancelled);
    QCOMPARE(monitor.last.stage, Stage::Reading);
}

QTEST_GUILESS_MAIN(TestFindImages)
#include "test_findimages.moc"
