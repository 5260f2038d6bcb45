#include <filesystem>
#include <iostream>
#include <memory>
#include <vector>

#include <spotcheck/core/availablememory.h>
#include <spotcheck/core/error.h>
#include <spotcheck/detectors/registry.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/memorycheck.h>
#include <spotcheck/model/model.h>
#include <spotcheck/model/normalcheck.h>

#include "command.h"
#include "computeoptions.h"
#include "normalpictures.h"
#include "output.h"
#include "pictureoptions.h"
#include "seedoption.h"
#include "text.h"
#include "ui/report/fittingname.h"

namespace spotcheck::cli {

namespace {

struct TrainRequest {
    TrainingOptions training;
    std::vector<std::string> settings; ///< "name=value"
    std::vector<std::string> normals;
    std::string dataset;
    std::string output;
    PictureOptions picture;
    ComputeOptions compute;
};

/// Passes everything on to the terminal, and says where a training goes on that was cancelled before.
class ResumeNotice : public JobMonitor {
public:
    /// `epochs`: of the whole training.
    ResumeNotice(TerminalMonitor &terminal, std::int64_t epochs) : m_terminal(terminal), m_epochs(epochs) {}

    void report(const Progress &progress) override
    {
        if (progress.stage == Stage::Fitting && !m_fitting) {
            m_fitting = true; // the first report says where the training begins
            if (progress.step > 0 && progress.steps > 0) {
                m_terminal.clearBar();
                std::cerr << "spotcheck-cli: going on from epoch " << progress.step * m_epochs / progress.steps + 1
                          << " of " << m_epochs << '\n';
            }
        }
        m_terminal.report(progress);
    }
    bool isCancelled() const override { return m_terminal.isCancelled(); }

private:
    TerminalMonitor &m_terminal;
    std::int64_t m_epochs;
    bool m_fitting = false;
};

/// Trains with a checkpoint beside the model, if the detector has epochs to go on from.
std::shared_ptr<const Model> trainOrGoOn(const std::vector<Sample> &normals, TrainingOptions training,
                                         const std::string &output, TerminalMonitor &monitor)
{
    const ParameterValues values =
        completeParameters(detectorInfo(training.detector).parameters, training.parameters);
    const auto epochs = values.find("epochs");
    if (epochs == values.end())
        return Model::train(normals, training, WeightsStore::standard(), monitor);
    const std::filesystem::path model(output);
    training.checkpoint = model.parent_path() / ui::fittingFileName(model.filename().string(), ".part");
    ResumeNotice notice(monitor, std::get<std::int64_t>(epochs->second));
    return Model::train(normals, training, WeightsStore::standard(), notice);
}

/// A Gaussian a layer is no choice of what was seen, which are whole pictures there.
std::string storedText(const FitSummary &fit)
{
    const std::string kept = fit.levels.empty() ? std::to_string(fit.stored) + " of " + std::to_string(fit.patches)
                                                : counted(fit.stored, "Gaussian") + ", one a layer";
    return kept + " (" + bytesText(fit.bankBytes) + ")";
}

void printSummary(const Model &model, const std::string &output)
{
    const TrainingSummary &summary = model.summary();
    const NormalThreshold threshold = model.calibration().thresholdAt(defaultFalseAlarmRate);
    std::vector<std::vector<std::string>> rows{
        {"model", output + " (" + bytesText(std::filesystem::file_size(output)) + ")"},
        {"detector", model.detector().title},
        {"backbone", model.backbone().title},
        {"fitted on", counted(summary.fitted, "picture") + ", " +
                          (model.calibration().folds() > 0
                               ? "calibrated on the same in " + std::to_string(model.calibration().folds()) + " parts"
                               : std::to_string(summary.heldOut) + " held out for calibration")},
        {"stored", storedText(summary.fit)},
        {"threshold", numberText(threshold.threshold) + " for at most 5 % false alarms" +
                          (threshold.supported ? "" : " (too few normals to promise that)")}};
    for (const FittedLevel &level : summary.fit.levels) {
        rows.push_back({"limit of " + level.layer, numberText(level.limit) + " by chi-square, " +
                                                       std::to_string(level.dimensions) + " dimensions"});
    }
    if (!model.detector().hasAnomalyMap)
        rows.push_back({"heat map", "none: a verdict on the picture as a whole"});
    rows.push_back(
        {"took",
         takenText(summary.secondsTotal) +
             (summary.peakMemoryBytes > 0 ? ", at most " + bytesText(summary.peakMemoryBytes) + " of memory" : "")});
    const Message explanation = operatingPointFromNormals(model.calibration(), defaultFalseAlarmRate)
                                    .explanation(model.calibration().normals());
    std::cout << columnsText(rows) << wrapped(explanation.english(), 100, 0) << '\n';
}

int train(TrainRequest &options, TerminalMonitor &monitor)
{
    TrainingOptions &training = options.training;
    fromCommandLine([&] {
        training.parameters = parseParameters(detectorInfo(training.detector).parameters, options.settings);
        backboneInfo(training.backbone);
    });
    applyPictureOptions(options.picture, training);
    checkFileIsWritable(options.output);
    applyComputeOptions(options.compute);
    const std::vector<Sample> normals = readNormals(options.dataset, options.normals, monitor);
    for (const Sample &normal : normals)
        refuseToOverwrite(normal.image, options.output);
    if (const auto warning = memoryWarning(training, std::ssize(normals), availableMemoryBytes()))
        warn(warning->english());
    const std::shared_ptr<const Model> model = trainOrGoOn(normals, training, options.output, monitor);
    model->save(options.output);
    monitor.clearBar();
    printSummary(*model, options.output);
    for (const Message &warning : model->summary().warnings)
        warn(warning.english());
    return exitOk;
}

} // namespace

void addTrainCommand(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("train", "learn what good parts look like, from pictures of good parts");
    command->fallthrough();
    command->footer(
        "Examples:\n"
        "  spotcheck-cli train --detector patchcore --normal good_parts --output part.spotcheck\n"
        "  spotcheck-cli train --detector patchcore --dataset plate --set coreset_ratio=0.01 \\\n"
        "      --input-size 320 --output plate.spotcheck\n\n"
        "\"spotcheck-cli detectors\" lists what can be set. A detector that trains in epochs keeps its state\n"
        "beside the output (.part): after Ctrl+C the same command goes on from the last epoch.");
    const auto options = std::make_shared<TrainRequest>();
    TrainingOptions &training = options->training;
    command->add_option("--detector", training.detector, "detector id")->required();
    CLI::Option *normal =
        command->add_option("--normal", options->normals, "folders or files with pictures of good parts");
    CLI::Option *dataset =
        command->add_option("--dataset", options->dataset, "data set in MVTec AD layout; train/good is used");
    normal->excludes(dataset);
    command->add_option("--output", options->output, "model file to write")->required();
    command->add_option("--backbone", training.backbone, "backbone id")->capture_default_str();
    command->add_option("--set", options->settings, "parameter of the detector as name=value; may be repeated");
    addPictureOptions(*command, options->picture);
    command
        ->add_option("--calibration-share", training.calibrationShare,
                     "share of the normals held out to set the threshold by")
        ->check(CLI::Range(0.01, 0.5))
        ->capture_default_str();
    command
        ->add_option(
            "--calibration-folds", training.calibrationFolds,
            "hold none out: score the normals in so many parts, each by a model of the others; takes so many "
            "trainings more; 0: off")
        ->check(CLI::IsMember({0}) | CLI::Range(leastFolds, mostFolds))
        ->capture_default_str();
    addSeedOption(*command, training.seed, "of the split and of the detector");
    addPrecisionOption(*command, training.precision);
    addComputeOptions(*command, options->compute);
    command->callback([&action, options, normal, dataset] {
        if (normal->count() + dataset->count() == 0)
            throw CLI::RequiredError("--normal or --dataset");
        action = [options](TerminalMonitor &monitor) { return train(*options, monitor); };
    });
}

} // namespace spotcheck::cli
