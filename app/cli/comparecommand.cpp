#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <vector>

#include <spotcheck/comparison/comparison.h>
#include <spotcheck/core/error.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/detectors/registry.h>

#include "command.h"
#include "computeoptions.h"
#include "output.h"
#include "pictureoptions.h"
#include "seedoption.h"
#include "text.h"
#include "ui/report/comparisoncolumns.h"
#include "ui/report/comparisonfiles.h"

namespace spotcheck::cli {

namespace {

namespace fs = std::filesystem;

struct CompareRequest {
    std::string dataset;
    std::string output;
    std::vector<std::string> detectors; ///< ids, or "all"
    std::vector<std::string> models;    ///< files
    std::vector<std::string> settings;  ///< "detector.name=value"
    TrainingOptions training;           ///< what all detectors share
    PictureOptions pictures;
    double falseAlarmRate = defaultFalseAlarmRate;
    ComputeOptions compute;
};

std::vector<std::string> chosenDetectors(const std::vector<std::string> &wanted)
{
    std::vector<std::string> ids;
    if (std::find(wanted.begin(), wanted.end(), "all") != wanted.end()) {
        for (const DetectorInfo &info : detectorRegistry())
            ids.push_back(info.id);
    }
    for (const std::string &id : wanted) {
        if (id == "all")
            continue;
        detectorInfo(id); // an unknown one is refused before the long work
        if (std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(id);
    }
    return ids;
}

/// One training a detector, with what `--set` says about it. \throws UsageError
std::vector<TrainingOptions> trainings(const CompareRequest &options)
{
    return fromCommandLine([&] {
        TrainingOptions shared = options.training;
        applyPictureOptions(options.pictures, shared);
        backboneInfo(shared.backbone);
        std::vector<TrainingOptions> all;
        for (const std::string &id : chosenDetectors(options.detectors)) {
            all.push_back(shared);
            all.back().detector = id;
        }
        for (const std::string &setting : options.settings) {
            const std::size_t dot = setting.find('.');
            const auto training = std::find_if(all.begin(), all.end(), [&](const TrainingOptions &candidate) {
                return dot != std::string::npos && candidate.detector == setting.substr(0, dot);
            });
            if (training == all.end())
                throw UsageError("--set " + setting +
                                 ": write detector.name=value with one of the compared detectors");
            for (const auto &[id, value] :
                 parseParameters(detectorInfo(training->detector).parameters, {setting.substr(dot + 1)}))
                training->parameters[id] = value;
        }
        return all;
    });
}

Dataset readTests(const CompareRequest &options, TerminalMonitor &monitor)
{
    Dataset dataset = readDataset(options.dataset, monitor);
    monitor.clearBar();
    if (dataset.test.empty())
        throw Error(ErrorCode::DatasetInvalid, options.dataset, "it holds no test pictures");
    if (options.models.empty() && dataset.normals.empty())
        throw Error(ErrorCode::DatasetInvalid, options.dataset, "it names no normal pictures to train on");
    for (const FileProblem &problem : dataset.problems)
        warn("left out " + problem.file.string() + ": " + problem.reason);
    return dataset;
}

void announce(const Entrant &entrant, TerminalMonitor &monitor)
{
    monitor.clearBar();
    if (!entrant.failure.empty())
        warn(entrant.name + ": " + entrant.failure);
}

Comparison compareTrained(const CompareRequest &options, const std::vector<TrainingOptions> &all,
                          const Dataset &dataset, TerminalMonitor &monitor)
{
    ComparisonBuilder builder;
    const WeightsStore weights = WeightsStore::standard();
    for (const TrainingOptions &training : all) {
        Entrant entrant =
            trainEntrant(training.detector, training, dataset.normals, weights, options.falseAlarmRate, monitor);
        if (entrant.model)
            entrant.model->save(fs::path(options.output) / (training.detector + ".spotcheck"));
        evaluateEntrant(entrant, dataset.test, monitor);
        announce(entrant, monitor);
        builder.add(entrant);
    }
    return builder.finish();
}

/// A model's name: that of its file, or its path where another one is called the same.
std::string nameOf(const std::string &file, const std::vector<std::string> &files)
{
    const std::string name = fs::path(file).stem().string();
    const auto alike = std::ranges::count_if(
        files, [&name](const std::string &other) { return fs::path(other).stem().string() == name; });
    return alike > 1 ? file : name;
}

Comparison compareFiles(const CompareRequest &options, const Dataset &dataset, TerminalMonitor &monitor)
{
    ComparisonBuilder builder;
    const WeightsStore weights = WeightsStore::standard();
    for (const std::string &file : options.models) {
        Entrant entrant = loadEntrant(file, weights, options.falseAlarmRate);
        entrant.name = nameOf(file, options.models);
        evaluateEntrant(entrant, dataset.test, monitor);
        announce(entrant, monitor);
        builder.add(entrant);
    }
    return builder.finish();
}

std::string tableText(const Comparison &comparison)
{
    std::vector<std::vector<std::string>> rows{{"model"}};
    for (const ui::ComparisonColumn &column : ui::comparisonColumns())
        rows.front().push_back(column.id);
    for (const ComparisonRow &row : comparison.rows) {
        rows.push_back({row.name});
        for (const ui::ComparisonColumn &column : ui::comparisonColumns())
            rows.back().push_back(column.text(row, QLocale::c()).toStdString());
    }
    // A terminal is too narrow for a row a model: every figure gets a line, every model a column.
    std::vector<std::vector<std::string>> lines(rows.front().size());
    for (const std::vector<std::string> &row : rows) {
        for (std::size_t column = 0; column < row.size(); ++column)
            lines[column].push_back(row[column]);
    }
    return columnsText(lines);
}

/// What could be compared is written; a script that reads it must not take it for the whole.
/// \throws CommandError where something is missing
void refuseGaps(const Comparison &comparison)
{
    const auto failed = std::ranges::count(comparison.rows, false, &ComparisonRow::inspected);
    const auto all = std::ssize(comparison.rows);
    if (failed == all)
        throw CommandError("none of the detectors could be compared; the reasons are above.");
    if (failed > 0)
        throw CommandError(std::to_string(failed) + " of " + counted(all, "detector") +
                           " could not be compared; the reasons are above.");
    const auto unread = std::ranges::max(comparison.rows, {}, &ComparisonRow::failedPictures).failedPictures;
    if (unread > 0)
        throw CommandError(counted(unread, "test picture") + " could not be inspected and " +
                           (unread == 1 ? "is" : "are") + " in no figure; comparison.json tells how many a model.");
}

int compareDetectors(const CompareRequest &options, TerminalMonitor &monitor)
{
    const std::vector<TrainingOptions> all = trainings(options);
    makeWritableFolder(options.output);
    applyComputeOptions(options.compute);
    const Dataset dataset = readTests(options, monitor);
    const ui::ComparisonContent content{options.models.empty() ? compareTrained(options, all, dataset, monitor)
                                                               : compareFiles(options, dataset, monitor),
                                        options.dataset, ui::comparisonDate()};
    const fs::path folder(options.output);
    ui::writeComparisonJson(content, folder / "comparison.json");
    ui::writeComparisonCsv(content, folder / "comparison.csv");
    ui::writeComparisonHtml(content, folder / "comparison.html");

    const Comparison &comparison = content.comparison;
    const auto goods = std::ranges::count(dataset.test, Label::Good, &Sample::label);
    const auto defectives = std::ranges::count(dataset.test, Label::Defective, &Sample::label);
    monitor.clearBar();
    std::cout << tableText(comparison) << '\n'
              << goods << " good and " << defectives << " defective test pictures; verdicts differ on "
              << comparison.disagreements.size() << ".\n"
              << wrapped(english(labelUseNotes(comparison)), 100, 0)
              << "\nWritten: " << (folder / "comparison.html").string() << ", .json and .csv\n";
    for (const ComparisonRow &row : comparison.rows) {
        if (row.leakedPictures > 0)
            warn(row.name + ": " + std::to_string(row.leakedPictures) +
                 " test pictures were trained or calibrated on: its figures are too favourable.");
    }
    refuseGaps(comparison);
    return exitOk;
}

} // namespace

void addCompareCommand(CLI::App &app, Action &action)
{
    CLI::App *command =
        app.add_subcommand("compare", "train several detectors and measure them on the same pictures");
    command->fallthrough();
    command->footer("Examples:\n"
                    "  spotcheck-cli compare --dataset plate --detectors all --output comparison\n"
                    "  spotcheck-cli compare --dataset plate --detectors patchcore,spade --output comparison \\\n"
                    "      --set patchcore.coreset_ratio=0.1\n"
                    "  spotcheck-cli compare --dataset plate --models a.spotcheck b.spotcheck --output comparison\n\n"
                    "Writes comparison.html, .json and .csv, and the trained models as DETECTOR.spotcheck.");
    const auto options = std::make_shared<CompareRequest>();
    TrainingOptions &training = options->training;
    command->add_option("--dataset", options->dataset, "data set folder (layout of MVTec AD, BTAD or VisA)")
        ->required();
    command->add_option("--output", options->output, "folder to write to")->required();
    CLI::Option *detectors =
        command->add_option("--detectors", options->detectors, "detector ids, or all")->delimiter(',');
    CLI::Option *models =
        command->add_option("--models", options->models, "models trained before, in place of training");
    models->excludes(detectors);
    command->add_option("--backbone", training.backbone, "backbone id")->capture_default_str()->excludes(models);
    command->add_option("--set", options->settings, "parameter as detector.name=value; may be repeated")
        ->excludes(models);
    addPictureOptions(*command, options->pictures);
    for (const char *name : {"--input-size", "--centre-crop", "--tiles", "--roi", "--align"})
        command->get_option(name)->excludes(models);
    command
        ->add_option("--false-alarm-rate", options->falseAlarmRate,
                     "rate that the held-out normals set each threshold for")
        ->check(CLI::Range(0.0001, 0.9999))
        ->capture_default_str();
    addSeedOption(*command, training.seed, "of the split and of the detectors")->excludes(models);
    addPrecisionOption(*command, training.precision)->excludes(models);
    addComputeOptions(*command, options->compute);
    command->callback([&action, options, detectors, models] {
        if (detectors->count() + models->count() == 0)
            throw CLI::RequiredError("--detectors or --models");
        action = [options](TerminalMonitor &monitor) { return compareDetectors(*options, monitor); };
    });
}

} // namespace spotcheck::cli
