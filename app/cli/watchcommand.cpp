#include <cmath>
#include <iomanip>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>

#include <spotcheck/core/error.h>
#include <spotcheck/live/camerasource.h>
#include <spotcheck/live/foldersource.h>
#include <spotcheck/live/liveinspection.h>

#include "command.h"
#include "computeoptions.h"
#include "text.h"
#include "thresholdoptions.h"

namespace spotcheck::cli {

namespace {

constexpr double longestSeconds = 1e6; ///< of an option: twelve days

struct WatchRequest {
    std::string model;
    std::string folder;
    std::string camera;
    std::string log;
    ThresholdOptions threshold;
    std::optional<double> reviewThreshold;
    bool existing = false;
    double every = 0;     ///< s
    double untilIdle = 0; ///< s, 0: never
    ComputeOptions compute;
};

std::chrono::milliseconds milliseconds(double seconds)
{
    return std::chrono::milliseconds(std::llround(seconds * 1000));
}

OperatingPoint operatingPoint(const WatchRequest &options, const Model &model)
{
    OperatingPoint point = operatingPointOf(options.threshold, model);
    if (options.reviewThreshold && *options.reviewThreshold > point.threshold)
        throw UsageError("--review-threshold " + numberText(*options.reviewThreshold) +
                         " lies above the threshold, which is " + numberText(point.threshold) +
                         "; the band between them would be empty.");
    point.reviewThreshold = options.reviewThreshold;
    return point;
}

std::unique_ptr<LiveSource> makeSource(const WatchRequest &options)
{
    if (!options.camera.empty()) {
        CameraOptions camera;
        camera.address = options.camera;
        camera.pause = milliseconds(options.every);
        return std::make_unique<CameraSource>(camera);
    }
    FolderOptions folder;
    folder.folder = options.folder;
    folder.existing = options.existing;
    return std::make_unique<FolderSource>(folder);
}

const char *verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good:
        return "OK";
    case Verdict::Review:
        return "REVIEW";
    case Verdict::Defective:
        return "NOT OK";
    case Verdict::Failed:
        break;
    }
    return "UNREADABLE";
}

/// A line a picture on stdout; trouble on stderr.
class LinePrinter : public LiveObserver {
public:
    explicit LinePrinter(TerminalMonitor &monitor) : m_monitor(monitor) {}

    void pictureInspected(const LiveResult &result, const LiveStatus &) override
    {
        m_monitor.clearBar();
        std::ostringstream line;
        line << std::left << std::setw(10) << verdictText(result.verdict) << "  " << std::setw(10)
             << (result.result.prediction ? numberText(result.result.prediction->score) : "-") << "  " << result.name;
        if (result.point) {
            for (const RunRule rule : result.point->rules)
                line << "  " << runRuleId(rule);
        }
        std::cout << printable(line.str()) << std::endl; // each at once, also into a pipe
        if (!result.result.failure.empty())
            warn(result.result.failure);
    }

    void noticed(const LiveNotice &notice, const LiveStatus &) override
    {
        m_monitor.clearBar();
        if (notice.isTrouble())
            warn(notice.english());
        else
            std::cerr << "spotcheck-cli: " << printable(notice.english()) << '\n';
        m_rowsLost = m_rowsLost || notice.kind == LiveNotice::Kind::RowsLost;
    }

    bool areRowsLost() const { return m_rowsLost; }

private:
    TerminalMonitor &m_monitor;
    bool m_rowsLost = false;
};

void printSummary(const LiveStatus &status, const WatchRequest &options)
{
    const LiveCounts &counts = status.counts;
    std::cout << counted(counts.total(), "picture") << ": " << counts.good << " OK, " << counts.review << " review, "
              << counts.defective << " not OK, " << counts.unreadable << " unreadable";
    if (const auto yield = counts.yield())
        std::cout << "; yield " << numberText(100 * *yield, 4) << " %";
    if (status.latencyMean)
        std::cout << "; latency " << numberText(1000 * *status.latencyMean, 3) << " ms, 95 % below "
                  << numberText(1000 * *status.latencyPercentile95, 3) << " ms";
    if (!options.log.empty())
        std::cout << "; written to " << options.log;
    std::cout << std::endl;
}

int watch(const WatchRequest &options, TerminalMonitor &monitor)
{
    if (options.folder.empty() == options.camera.empty())
        throw UsageError("either a folder or --camera must be given.");
    applyComputeOptions(options.compute);
    const std::shared_ptr<const Model> model = Model::load(options.model, WeightsStore::standard());
    LiveOptions live;
    live.point = operatingPoint(options, *model);
    live.log = options.log;
    if (options.untilIdle > 0)
        live.untilIdle = milliseconds(options.untilIdle);
    LiveInspection inspection(model, makeSource(options), live);
    LinePrinter printer(monitor);
    try {
        inspection.run(printer, monitor);
    } catch (const Cancelled &) {
        monitor.clearBar();
        printSummary(inspection.status(), options);
        throw;
    }
    monitor.clearBar();
    const LiveStatus status = inspection.status();
    printSummary(status, options);
    if (printer.areRowsLost())
        throw CommandError("rows of " + options.log + " are lost; see above.");
    if (status.counts.total() == 0 && status.sourceLost)
        throw CommandError((options.camera.empty() ? options.folder : options.camera) +
                           ": there was no picture; see above.");
    if (status.counts.unreadable > 0)
        throw CommandError(std::to_string(status.counts.unreadable) + " of " + std::to_string(status.counts.total()) +
                           " pictures could not be inspected.");
    return exitOk;
}

} // namespace

void addWatchCommand(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("watch", "judge pictures as they come, from a folder or a camera");
    command->fallthrough();
    command->footer("Examples:\n"
                    "  spotcheck-cli watch part.spotcheck /data/line1 --log line1.csv\n"
                    "  spotcheck-cli watch part.spotcheck --camera 0 --every 2 --false-alarm-rate 0.01\n\n"
                    "A picture is judged once it is complete: unchanged in two looks, and readable. Each makes a "
                    "line: verdict, raw score,\n"
                    "name, and the rules of the control chart that its score breaks. Ctrl+C ends with a summary and "
                    "exit code 130.\n"
                    "A folder that goes away, a camera that gives no pictures and a full disk are said on stderr, "
                    "and waited for.");
    const auto options = std::make_shared<WatchRequest>();
    command->add_option("MODEL", options->model, "model file")->required();
    CLI::Option *folder = command->add_option("DIR", options->folder, "folder to watch, with those below it");
    command
        ->add_option("--camera", options->camera,
                     "number of a camera, address of a stream, or a video file; in place of "
                     "a folder")
        ->type_name("N|FILE|URL")
        ->excludes(folder);
    command->add_option("--log", options->log, "CSV file to append the results to")->type_name("FILE");
    addThresholdOptions(*command, options->threshold, "not OK");
    command->add_option("--review-threshold", options->reviewThreshold,
                        "raw image score above which a person is to look at a picture; not above the threshold");
    command->add_flag("--existing", options->existing, "judge also the pictures that are in the folder already");
    command->add_option("--every", options->every, "least time between two pictures of a camera, s")
        ->check(CLI::Range(0.0, longestSeconds))
        ->capture_default_str();
    command->add_option("--until-idle", options->untilIdle, "end after so long without a picture, s; 0: never")
        ->check(CLI::Range(0.0, longestSeconds))
        ->capture_default_str();
    addComputeOptions(*command, options->compute);
    command->callback(
        [&action, options] { action = [options](TerminalMonitor &monitor) { return watch(*options, monitor); }; });
}

} // namespace spotcheck::cli
