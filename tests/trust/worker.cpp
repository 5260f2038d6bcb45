// A program for the tests of this folder to kill, to break and to compete with. worker TASK FOLDER [WORD]
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <limits>
#include <map>
#include <stdexcept>
#include <thread>

#include <sys/mman.h>
#include <unistd.h>

#include <QApplication>
#include <QStandardPaths>
#include <QTimer>

#include <spotcheck/core/crashreports.h>
#include <spotcheck/core/log.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/live/livelog.h>

#include "trusttasks.h"
#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/project/autosave.h"
#include "ui/project/projectstore.h"
#include "ui/report/reportexport.h"
#include "ui/widgets/format.h"
#include "ui/window/mainwindow.h"
#include "ui/window/projectcontroller.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

namespace {

/// Unbuffered: a kill must not take it along.
void say(const char *word)
{
    if (::write(STDOUT_FILENO, word, std::strlen(word)) < 0)
        ::_exit(3);
}

/// A project is saved over itself, larger and smaller in turn, with a new model file each time.
int saveProjects(const QString &folder)
{
    JobMonitor monitor;
    const std::shared_ptr<const Model> model = Model::load(toPath(folder + "/model.spotcheck"), trustWeights(folder));
    const std::filesystem::path file = toPath(folder + "/work.spotproj");
    std::filesystem::path before;
    for (int turn = 0;; ++turn) {
        Project project = trustProject(folder, turn % 2 == 0 ? "small" : "large");
        project.models.push_back({.name = "model", .file = {}, .sha256 = {}, .operatingPoint = {}});
        project.currentModel = 0;
        project = saveProject(std::move(project), {model}, file, monitor);
        std::error_code ignored;
        std::filesystem::remove(before, ignored);
        before = project.models[0].file;
        say("turn\n");
    }
}

/// Edits that touch two pictures at once, and a copy of the work after each; now and then with a new model.
int keepCopies(const QString &folder)
{
    Document document;
    Autosave autosave(&document, toPath(folder + "/autosave"));
    autosave.setDelay(1);
    document.addSamples(Lane::Test, trustProject(folder, "large").tests);
    int turn = 0;
    QObject::connect(&autosave, &Autosave::saved, &document, [&] {
        say("turn\n");
        ++turn;
        if (turn % 3 == 0) {
            if (!document.models().empty())
                document.removeModel(0);
            document.setModel(Model::load(toPath(folder + "/model.spotcheck"), trustWeights(folder)));
        }
        document.setLabel(Lane::Test, {0, 1}, turn % 2 ? Label::Good : Label::Defective);
    });
    QObject::connect(&autosave, &Autosave::failed, &document, [] { ::_exit(4); });
    return QApplication::exec();
}

/// Reports of every format over those before, of more and of fewer pictures in turn.
int writeReports(const QString &folder)
{
    const TrustReports reports;
    std::vector<ReportFormat> formats;
    for (const ReportFormatName &name : reportFormatNames())
        formats.push_back(name.format);
    for (int turn = 0;; ++turn) {
        JobMonitor monitor;
        exportReport(turn % 2 == 0 ? reports.small() : reports.large(), toPath(folder + "/reports"), formats,
                     monitor);
        say("turn\n");
    }
}

int logLive(const QString &folder)
{
    std::vector<LiveNotice> notices;
    LiveLog log(toPath(folder + "/live.csv"));
    for (int number = 0; notices.empty(); ++number) {
        log.add(trustRow(number), notices);
        say("turn\n");
    }
    return 1;
}

/// A window with the project open, until it is killed.
int holdProject(const QString &folder)
{
    MainWindow window(trustWeights(folder), toPath(folder + "/autosave"));
    QObject::connect(window.projects(), &ProjectController::opened, &window, [] { say("turn\n"); });
    window.show();
    window.open(folder + "/work.spotproj");
    return QApplication::exec();
}

[[gnu::noinline]] int runOver(int depth) // NOLINT(misc-no-recursion): that is what it is for
{
    volatile char room[4096] = {};
    room[0] = static_cast<char>(depth);
    return depth == std::numeric_limits<int>::max() ? 0 : runOver(depth + 1) + room[0];
}

void throwIt()
{
    throw std::runtime_error("nobody catches this");
}

/// Breaks as `kind` says, as the programs would: with a log and a watch for crashes.
int breakDown(const QString &folder, const std::string &kind)
{
    const std::filesystem::path state = toPath(folder);
    configureLog({.folder = state, .console = false});
    watchForCrashes(
        {.program = "worker", .folder = state / "crashes", .logFolder = state, .facts = {"version: 1.2.3"}});
    logInfo("the last words before " + kind);
    volatile int zero = 0;
    if (kind == "segv")
        *reinterpret_cast<volatile int *>(static_cast<std::uintptr_t>(zero)) = 1;
    else if (kind == "fpe")
        zero = 100 / zero;
    else if (kind == "ill")
        __builtin_trap();
    else if (kind == "abort")
        std::abort();
    else if (kind == "exception")
        std::thread(throwIt).join();
    else if (kind == "overflow")
        zero = runOver(0);
    else if (kind == "bus") { // beyond the end of a file that is cut short while it is mapped
        const std::string file = (state / "mapped").string();
        std::FILE *stream = std::fopen(file.c_str(), "w+");
        const bool written = std::fputs("content", stream) >= 0 && std::fflush(stream) == 0;
        void *mapped = ::mmap(nullptr, 7, PROT_READ, MAP_PRIVATE, ::fileno(stream), 0);
        if (written && ::ftruncate(::fileno(stream), 0) == 0)
            zero = *static_cast<volatile char *>(mapped);
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 3)
        return 2;
    const std::string task = argv[1];
    const QString folder = QString::fromLocal8Bit(argv[2]);
    if (task == "crash" && argc > 3) // before anything that may change how signals are taken
        return breakDown(folder, argv[3]);
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("spotcheck-test");
    QCoreApplication::setApplicationName("trust-worker");
    configureRuntime(1);
    const std::map<std::string, int (*)(const QString &)> tasks{{"save", saveProjects},
                                                                {"autosave", keepCopies},
                                                                {"report", writeReports},
                                                                {"live", logLive},
                                                                {"hold", holdProject}};
    const auto found = tasks.find(task);
    try {
        return found == tasks.end() ? 2 : found->second(folder);
    } catch (const std::exception &problem) {
        std::fputs(problem.what(), stderr);
        return 1;
    }
}
