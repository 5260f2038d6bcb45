// What happens in a program that has just broken: no allocation, no lock, no stream (see signal-safety(7)). The
// exception is glibc's unwinder, which is loaded beforehand.
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

#include <execinfo.h>
#include <fcntl.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <spotcheck/core/crashreports.h>
#include <spotcheck/core/log.h>

#include "core/logfile.h"

namespace spotcheck {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostReports = 10;        // a program
constexpr off_t logTail = 16'384;              // bytes
constexpr int mostFrames = 100;                // of the stack
constexpr std::size_t handlerStack = 1U << 16; // bytes; the unwinder takes about 10 KB

struct Cause {
    int signal;
    std::string_view name;
    std::string_view meaning;
};

constexpr std::array causes{
    Cause{SIGSEGV, "SIGSEGV", "memory was used that is not the program's"},
    Cause{SIGBUS, "SIGBUS", "memory could not be read; a file in use may have been cut short"},
    Cause{SIGFPE, "SIGFPE", "a whole number was divided by zero"},
    Cause{SIGILL, "SIGILL", "an instruction that this processor does not know"},
    Cause{SIGABRT, "SIGABRT", "the program gave up"},
};

/// All that the handler needs, made while the program is sound, and never freed.
struct Preparation {
    std::string report;                ///< file to write
    std::string log;                   ///< file whose end is copied
    std::string program;               ///< for stderr
    std::string head;                  ///< of the report
    std::array<char, 400> exception{}; ///< that nobody caught
    std::array<std::byte, handlerStack> stack{};
};

// A signal handler reaches nothing but what is global.
Preparation *prepared = nullptr;
std::atomic_flag reporting = ATOMIC_FLAG_INIT;

void put(int file, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t count = ::write(file, text.data(), text.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
}

template <typename Number>
void putNumber(int file, Number number, int base = 10)
{
    std::array<char, 24> digits{};
    const auto [end, problem] = std::to_chars(digits.data(), digits.data() + digits.size(), number, base);
    put(file, {digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void putTwoDigits(int file, unsigned number)
{
    const char digits[] = {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
    put(file, {digits, sizeof digits});
}

void putTime(int file)
{
    using namespace std::chrono;
    const auto now = floor<seconds>(system_clock::now());
    const auto day = floor<days>(now);
    const year_month_day date(day);
    const hh_mm_ss time(now - day);
    putNumber(file, static_cast<int>(date.year()));
    put(file, "-");
    putTwoDigits(file, static_cast<unsigned>(date.month()));
    put(file, "-");
    putTwoDigits(file, static_cast<unsigned>(date.day()));
    put(file, "T");
    putTwoDigits(file, static_cast<unsigned>(time.hours().count()));
    put(file, ":");
    putTwoDigits(file, static_cast<unsigned>(time.minutes().count()));
    put(file, ":");
    putTwoDigits(file, static_cast<unsigned>(time.seconds().count()));
    put(file, "Z");
}

void putEndOfLog(int file)
{
    const int log = ::open(prepared->log.c_str(), O_RDONLY | O_CLOEXEC);
    if (log < 0) {
        put(file, "(none)\n");
        return;
    }
    const off_t size = ::lseek(log, 0, SEEK_END);
    ::lseek(log, size > logTail ? size - logTail : 0, SEEK_SET);
    std::array<char, 1024> part{};
    bool wholeLines = size <= logTail;
    for (ssize_t count = 0; (count = ::read(log, part.data(), part.size())) > 0;) {
        std::string_view text(part.data(), static_cast<std::size_t>(count));
        if (!wholeLines) {
            const std::size_t line = text.find('\n');
            text.remove_prefix(line == std::string_view::npos ? text.size() : line + 1);
            wholeLines = line != std::string_view::npos;
        }
        put(file, text);
    }
    ::close(log);
}

Cause causeOf(int signal)
{
    for (const Cause &cause : causes) {
        if (cause.signal == signal)
            return cause;
    }
    return {signal, "signal", ""};
}

void putReport(int file, int signal, const siginfo_t &facts)
{
    const Cause cause = causeOf(signal);
    put(file, prepared->head);
    put(file, "crashed: ");
    putTime(file);
    put(file, "\ncause: ");
    put(file, cause.name);
    put(file, ", ");
    put(file, cause.meaning);
    if (signal != SIGABRT) {
        put(file, "; address 0x");
        putNumber(file, reinterpret_cast<std::uintptr_t>(facts.si_addr), 16);
    }
    if (prepared->exception[0] != '\0') {
        put(file, "\nexception that nobody caught: ");
        put(file, prepared->exception.data());
    }
    put(file, "\n\nstack of the thread, the handler first:\n");
    std::array<void *, mostFrames> frames{};
    ::backtrace_symbols_fd(frames.data(), ::backtrace(frames.data(), mostFrames), file);
    put(file, "\nend of the log:\n");
    putEndOfLog(file);
}

extern "C" void reportCrash(int signal, siginfo_t *facts, void *)
{
    if (reporting.test_and_set()) { // another thread is at it, and ends the program
        for (;;)
            ::pause();
    }
    const int file = prepared->report.empty()
                         ? -1
                         : ::open(prepared->report.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    put(STDERR_FILENO, "\n");
    put(STDERR_FILENO, prepared->program);
    put(STDERR_FILENO, ": a fault of the program itself (");
    put(STDERR_FILENO, causeOf(signal).name);
    if (file >= 0) {
        put(STDERR_FILENO, "). A report was written and sent to nobody; please pass it on:\n");
        put(STDERR_FILENO, prepared->report);
        put(STDERR_FILENO, "\n");
    } else {
        put(STDERR_FILENO, "). Please pass on what follows:\n");
    }
    putReport(file >= 0 ? file : STDERR_FILENO, signal, *facts);
    if (file >= 0)
        ::close(file);
    // The end that it would have had, with a core file where the system keeps them. Delivered on return.
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

[[noreturn]] void rememberException()
{
    // More than one thread may come here: the first one's words are kept.
    static std::atomic_flag taken = ATOMIC_FLAG_INIT;
    const std::exception_ptr exception = std::current_exception();
    if (exception && !taken.test_and_set()) {
        const char *text = "of a type that is no std::exception";
        try {
            std::rethrow_exception(exception);
        } catch (const std::exception &known) {
            text = known.what();
            std::strncpy(prepared->exception.data(), text, prepared->exception.size() - 1);
        } catch (...) {
            std::strncpy(prepared->exception.data(), text, prepared->exception.size() - 1);
        }
    }
    std::abort();
}

std::string systemName()
{
    std::string name;
    std::ifstream release("/etc/os-release");
    constexpr std::string_view key = "PRETTY_NAME=";
    for (std::string line; std::getline(release, line);) {
        if (line.starts_with(key))
            name = line.substr(key.size());
    }
    std::erase(name, '"');
    utsname kernel{};
    if (::uname(&kernel) == 0)
        name += std::string(name.empty() ? "" : ", ") + kernel.sysname + ' ' + kernel.release + ' ' + kernel.machine;
    return name;
}

std::string timestamp()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &parts)};
}

/// Room for one more than there are now.
void removeOldReports(const CrashReportOptions &options)
{
    const std::vector<CrashReport> reports = crashReports(options.folder, options.program);
    for (std::size_t index = mostReports - 1; index < reports.size(); ++index) {
        std::error_code ignored;
        fs::remove(reports[index].file, ignored);
    }
}

std::string headOf(const CrashReportOptions &options)
{
    std::string head =
        "Spotcheck crash report\nNames of files may occur; nothing of their content does.\n\nprogram: " +
        options.program + "\nstarted: " + timestamp() + "\nsystem: " + systemName() + '\n';
    for (const std::string &fact : options.facts)
        head += fact + '\n';
    return head;
}

} // namespace

void watchForCrashes(const CrashReportOptions &options)
{
    auto *const preparation = new Preparation; // outlives everything: a program may break while it ends
    preparation->program = options.program;
    preparation->head = headOf(options);
    preparation->log = (options.logFolder / logFileName).string();
    if (!options.folder.empty()) {
        std::error_code problem;
        fs::create_directories(options.folder, problem);
        if (problem)
            logWarning("no crash reports in " + options.folder.string() + ": " + problem.message());
        else
            removeOldReports(options);
        preparation->report = (options.folder / ("crash-" + options.program + "-" + timestamp() + "-" +
                                                 std::to_string(::getpid()) + ".txt"))
                                  .string();
    }
    prepared = preparation;

    void *frame = nullptr;
    ::backtrace(&frame, 1); // loads the unwinder, which allocates
    stack_t stack{};
    stack.ss_sp = preparation->stack.data();
    stack.ss_size = preparation->stack.size();
    ::sigaltstack(&stack, nullptr);
    struct sigaction action = {};
    action.sa_sigaction = reportCrash;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    ::sigfillset(&action.sa_mask); // a fault in the handler itself ends the program
    for (const Cause &cause : causes)
        ::sigaction(cause.signal, &action, nullptr);
    std::set_terminate(rememberException);
}

} // namespace spotcheck
