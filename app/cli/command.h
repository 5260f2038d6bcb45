#pragma once

#include <functional>
#include <stdexcept>

#include <CLI/CLI.hpp>

#include <spotcheck/core/error.h>

#include "terminalmonitor.h"

namespace spotcheck::cli {

constexpr int exitOk = 0;
constexpr int exitFailed = 1;
constexpr int exitUsage = 2;
constexpr int exitCancelled = 130; ///< as a shell reports a program ended by Ctrl+C

/// The command line asks for something that does not exist or does not go together: exit code 2.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A failure that is no `spotcheck::Error`: exit code 1. `what()` is the whole sentence.
class CommandError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What the chosen subcommand does, run after the whole command line was read. Returns the exit code.
/// \throws Error, Cancelled, UsageError, CommandError
using Action = std::function<int(TerminalMonitor &)>;

/// One function a subcommand: adds it to `app`, and puts what it does into `action` when it was given.
void addDetectorsCommand(CLI::App &app, Action &action);
void addWeightsCommand(CLI::App &app, Action &action);
void addSampleCommand(CLI::App &app, Action &action);
void addTrainCommand(CLI::App &app, Action &action);
void addInspectCommand(CLI::App &app, Action &action);
void addEvaluateCommand(CLI::App &app, Action &action);
void addCompareCommand(CLI::App &app, Action &action);
void addBenchCommand(CLI::App &app, Action &action);
void addMergeCommand(CLI::App &app, Action &action);
void addExportCommand(CLI::App &app, Action &action);
void addWatchCommand(CLI::App &app, Action &action);

/// Runs `lookUp`; an unknown name or a value out of range is the command line's fault, not the program's.
/// \throws UsageError
template <typename LookUp>
auto fromCommandLine(LookUp lookUp) -> decltype(lookUp())
{
    try {
        return lookUp();
    } catch (const Error &error) {
        if (error.code() == ErrorCode::InvalidParameter || error.code() == ErrorCode::UnknownDetector ||
            error.code() == ErrorCode::UnknownBackbone)
            throw UsageError(error.what());
        throw;
    }
}

} // namespace spotcheck::cli
