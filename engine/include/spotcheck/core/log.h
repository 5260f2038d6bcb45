#pragma once

#include <filesystem>
#include <string_view>

namespace spotcheck {

/// Where messages about the program's work go. Until `configureLog` is called they are dropped.
struct LogOptions {
    std::filesystem::path folder; ///< of spotcheck.log, five files of 2 MB in turn; empty: no file
    bool console = true;          ///< also on stderr
    bool verbose = false;         ///< stderr shows progress too, not only warnings and errors
};

/// `$XDG_STATE_HOME/spotcheck` or `~/.local/state/spotcheck`; empty where neither is known.
std::filesystem::path standardLogFolder();

/// A folder that cannot be written to is reported on stderr and otherwise done without: a program must not fail
/// for want of its log.
void configureLog(const LogOptions &options);

void logInfo(std::string_view message);
void logWarning(std::string_view message);
void logError(std::string_view message);

} // namespace spotcheck
