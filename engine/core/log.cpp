#include <spotcheck/core/log.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include "core/logfile.h"

namespace spotcheck {

namespace {

constexpr std::size_t fileBytes = 2'000'000;
constexpr std::size_t fileCount = 5;
constexpr const char *loggerName = "spotcheck";

std::filesystem::path environmentPath(const char *name)
{
    const char *value = std::getenv(name);
    return value ? std::filesystem::path(value) : std::filesystem::path();
}

void log(spdlog::level::level_enum level, std::string_view message)
{
    // spdlog keeps the loggers of the process; before configureLog there is none of this name.
    if (const std::shared_ptr<spdlog::logger> logger = spdlog::get(loggerName))
        logger->log(level, spdlog::string_view_t(message.data(), message.size()));
}

} // namespace

std::filesystem::path standardLogFolder()
{
    const std::filesystem::path state = environmentPath("XDG_STATE_HOME");
    if (state.is_absolute())
        return state / "spotcheck";
    const std::filesystem::path home = environmentPath("HOME");
    return home.empty() ? home : home / ".local/state/spotcheck";
}

void configureLog(const LogOptions &options)
{
    std::vector<spdlog::sink_ptr> sinks;
    std::string problem;
    if (options.console) {
        const auto console = std::make_shared<spdlog::sinks::stderr_color_sink_mt>();
        console->set_level(options.verbose ? spdlog::level::info : spdlog::level::warn);
        console->set_pattern("%^%l%$: %v");
        sinks.push_back(console);
    }
    if (!options.folder.empty()) {
        try {
            std::filesystem::create_directories(options.folder);
            const auto file = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
                (options.folder / logFileName).string(), fileBytes, fileCount - 1);
            file->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l [%t] %v");
            sinks.push_back(file);
        } catch (const std::exception &exception) {
            problem = exception.what();
        }
    }
    spdlog::drop(loggerName);
    const auto logger = std::make_shared<spdlog::logger>(loggerName, sinks.begin(), sinks.end());
    logger->flush_on(spdlog::level::info);
    spdlog::register_logger(logger);
    if (!problem.empty())
        logWarning("No log file: " + problem);
}

void logInfo(std::string_view message)
{
    log(spdlog::level::info, message);
}

void logWarning(std::string_view message)
{
    log(spdlog::level::warn, message);
}

void logError(std::string_view message)
{
    log(spdlog::level::err, message);
}

} // namespace spotcheck
