#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace spotcheck {

/// What a program writes about its own crash, and where.
struct CrashReportOptions {
    std::string program;              ///< "spotcheck": whose crash it is
    std::filesystem::path folder;     ///< of the reports; made where it is missing. Empty: they go to stderr
    std::filesystem::path logFolder;  ///< as `configureLog` has it: the log's end goes into the report. Empty: none
    std::vector<std::string> facts{}; ///< lines about the program, such as versions
};

/// `crashes` in the standard log folder; empty where that is not known.
std::filesystem::path standardCrashFolder();

/// From now on, a fault of this program (SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, an exception that nobody catches)
/// leaves a text file: cause, stack, versions, the system, the end of the log. It holds names of files and nothing of
/// their content, and nothing is sent. stderr says where it is; then the program ends by the signal, as it would
/// have. Removes the oldest reports of this program beyond 10. Called once, after `configureLog`.
///
/// The report is written by the broken program itself, without allocating memory; a stack that has run over is
/// survived on the calling thread only. A kill, by a person or for want of memory, leaves no report.
void watchForCrashes(const CrashReportOptions &options);

/// A report that `watchForCrashes` left.
struct CrashReport {
    std::filesystem::path file;
    std::filesystem::file_time_type time; ///< of the crash
};

/// Those of one program, newest first; none where the folder cannot be read.
std::vector<CrashReport> crashReports(const std::filesystem::path &folder, const std::string &program);

} // namespace spotcheck
