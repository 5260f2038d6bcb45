#include <cmath>
#include <exception>
#include <iostream>
#include <map>
#include <new>
#include <string>
#include <vector>

#include <spotcheck/core/crashreports.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/log.h>
#include <spotcheck/core/runtime.h>

#include "command.h"
#include "interrupt.h"
#include "text.h"

namespace {

using namespace spotcheck;
using namespace spotcheck::cli;

const char *const footer = "Examples:\n"
                           "  spotcheck-cli sample plate\n"
                           "  spotcheck-cli train --detector patchcore --dataset plate --output plate.spotcheck\n"
                           "  spotcheck-cli inspect plate.spotcheck new_parts --output results --format json,pdf\n"
                           "  spotcheck-cli evaluate plate.spotcheck --dataset plate\n"
                           "  spotcheck-cli export plate.spotcheck --torchscript plate.pt\n\n"
                           "Exit codes: 0 done, 1 failed, 2 wrong usage, 130 cancelled.\n"
                           "SUBCOMMAND --help explains each of them.";

std::map<std::string, TerminalMonitor::Style> progressStyles()
{
    return {{"auto", TerminalMonitor::Style::Automatic},
            {"json", TerminalMonitor::Style::Json},
            {"none", TerminalMonitor::Style::None}};
}

/// From the program to the innermost subcommand that was called.
std::vector<const CLI::App *> calledCommands(const CLI::App &app)
{
    std::vector<const CLI::App *> commands{&app};
    while (!commands.back()->get_subcommands().empty())
        commands.push_back(commands.back()->get_subcommands().front());
    return commands;
}

int reportUsage(const CLI::App &app, const std::string &message)
{
    std::string command;
    for (const CLI::App *called : calledCommands(app))
        command += (command.empty() ? "" : " ") + called->get_name();
    std::cerr << "spotcheck-cli: " << message << "\nSee " << command << " --help.\n";
    return exitUsage;
}

/// What was wrong with the words of the command line. An unknown command reaches CLI11 as one word too many and is
/// answered as a missing one; its name tells the user more.
std::string complaint(const CLI::App &app, const CLI::ParseError &error)
{
    const std::vector<std::string> unknown = app.remaining(true); // a word that falls through lies with the program
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError) && !unknown.empty() &&
        calledCommands(app).back()->get_require_subcommand_min() > 0)
        return "unknown subcommand '" + unknown.front() + "'";
    return error.what();
}

/// CLI11 takes "" for an option that was not given, and "nan" for a number within every range.
void refuseUnusableValues(CLI::App &command)
{
    const auto holdsWord = [](const std::string &value) {
        return value.empty() ? std::string("needs a value, and got an empty one") : std::string();
    };
    const auto isFinite = [](const std::string &value) {
        double number = 0;
        return CLI::detail::lexical_cast(value, number) && !std::isfinite(number)
                   ? '"' + value + "\" is no finite number"
                   : std::string();
    };
    for (CLI::Option *option : command.get_options()) {
        const std::string type = option->get_type_name();
        const bool isReal = type.find("FLOAT") != std::string::npos;
        const bool isNumber = isReal || type.find("INT") != std::string::npos;
        if (isNumber || option->get_required())
            option->check(holdsWord);
        if (isReal)
            option->check(isFinite);
    }
    for (CLI::App *inner : command.get_subcommands({}))
        refuseUnusableValues(*inner);
}

int reportFailure(const std::string &message)
{
    logError(message);
    std::cerr << "spotcheck-cli: " << printable(message) << '\n';
    return exitFailed;
}

int run(const CLI::App &app, const Action &action, TerminalMonitor &monitor)
{
    try {
        const int code = action(monitor);
        monitor.clearBar();
        if (!std::cout.flush())
            return reportFailure("the output could not be written: check the disk or the program that reads it");
        return code;
    } catch (const Cancelled &) {
        monitor.clearBar();
        std::cerr << "spotcheck-cli: cancelled\n";
        return exitCancelled;
    } catch (const UsageError &error) {
        monitor.clearBar();
        return reportUsage(app, error.what());
    } catch (const std::bad_alloc &) {
        monitor.clearBar();
        return reportFailure(errorSentence(ErrorCode::OutOfMemory));
    } catch (const std::exception &error) {
        monitor.clearBar();
        return reportFailure(error.what());
    }
}

} // namespace

int main(int argumentCount, char **arguments)
{
    restartWithSuitableBlas(arguments);
    CLI::App app("Spotcheck: finds defects on parts after looking at good ones only", "spotcheck-cli");
    app.footer(footer);
    app.set_version_flag("--version", "spotcheck-cli " + engineVersion());
    app.require_subcommand(1);
    app.fallthrough();
    std::string progress = "auto";
    app.add_option("--progress", progress,
                   "progress on stderr: a bar on a terminal (auto), JSON lines (json), or none")
        ->check(CLI::IsMember(progressStyles()))
        ->capture_default_str();

    bool verbose = false;
    app.add_flag("--verbose", verbose, "also print the log on stderr");

    Action action;
    addDetectorsCommand(app, action);
    addWeightsCommand(app, action);
    addSampleCommand(app, action);
    addTrainCommand(app, action);
    addInspectCommand(app, action);
    addEvaluateCommand(app, action);
    addCompareCommand(app, action);
    addBenchCommand(app, action);
    addMergeCommand(app, action);
    addExportCommand(app, action);
    addWatchCommand(app, action);
    refuseUnusableValues(app);
    try {
        app.parse(argumentCount, arguments);
    } catch (const CLI::ParseError &error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
            return app.exit(error);
        return reportUsage(app, complaint(app, error));
    }

    // Failures are printed in any case; the log on stderr would say them twice.
    configureLog({.folder = standardLogFolder(), .console = verbose, .verbose = true});
    watchForCrashes({.program = "spotcheck-cli",
                     .folder = standardCrashFolder(),
                     .logFolder = standardLogFolder(),
                     .facts = {"version: " + engineVersion(), libraryVersions()}});
    watchForInterrupt();
    TerminalMonitor monitor(progressStyles().at(progress));
    return run(app, action, monitor);
}
