#include <cmath>
#include <iostream>
#include <limits>
#include <memory>

#include <nlohmann/json.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/evaluation/evaluation.h>
#include <spotcheck/model/model.h>

#include "command.h"
#include "computeoptions.h"
#include "output.h"
#include "text.h"

namespace spotcheck::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
    std::string model;
    std::string dataset;
    std::string json; ///< "-" for stdout
    ComputeOptions compute;
};

struct Figures {
    double imageAuroc = std::numeric_limits<double>::quiet_NaN();
    double imageAveragePrecision = std::numeric_limits<double>::quiet_NaN();
    double imageF1 = std::numeric_limits<double>::quiet_NaN();
    PixelMetrics pixels;
};

Figures figuresOf(const Evaluation &evaluation)
{
    Figures figures;
    if (evaluation.scores.hasBoth()) {
        figures.imageAuroc = evaluation.scores.auroc();
        figures.imageAveragePrecision = evaluation.scores.averagePrecision();
        figures.imageF1 = evaluation.scores.bestF1().f1;
    }
    if (evaluation.pixels)
        figures.pixels = *evaluation.pixels;
    else
        figures.pixels.auroc = figures.pixels.averagePrecision = figures.pixels.aupro30 =
            std::numeric_limits<double>::quiet_NaN();
    return figures;
}

/// JSON has no NaN: a figure that the labels cannot give is null.
Json numberOrNull(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

std::string jsonText(const EvaluationReport &report, const Options &options)
{
    const Evaluation &evaluation = report.evaluation;
    const Figures figures = figuresOf(evaluation);
    Json leaked = Json::array();
    for (const auto &file : report.leaked)
        leaked.push_back(file.string());
    const Json json{
        {"model", options.model},
        {"dataset", options.dataset},
        {"image_auroc", numberOrNull(figures.imageAuroc)},
        {"image_ap", numberOrNull(figures.imageAveragePrecision)},
        {"image_f1_max", numberOrNull(figures.imageF1)},
        {"pixel_auroc", numberOrNull(figures.pixels.auroc)},
        {"pixel_ap", numberOrNull(figures.pixels.averagePrecision)},
        {"aupro_30", numberOrNull(figures.pixels.aupro30)},
        {"counts",
         {{"images", evaluation.results.size()},
          {"good", evaluation.scores.good()},
          {"defective", evaluation.scores.defective()},
          {"failed", evaluation.failed},
          {"without_mask", evaluation.withoutMask},
          {"good_pixels", figures.pixels.goodPixels},
          {"defective_pixels", figures.pixels.defectivePixels},
          {"regions", figures.pixels.regions}}},
        {"ms_per_image", evaluation.millisecondsPerImage},
        {"peak_memory_bytes", evaluation.peakMemoryBytes > 0 ? Json(evaluation.peakMemoryBytes) : Json(nullptr)},
        {"leaked", std::move(leaked)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string tableText(const Evaluation &evaluation, bool hasAnomalyMap)
{
    const Figures figures = figuresOf(evaluation);
    const std::string images = std::to_string(evaluation.scores.good()) + " good, " +
                               std::to_string(evaluation.scores.defective()) + " defective pictures";
    const std::string pixels = std::to_string(figures.pixels.goodPixels) + " good, " +
                               std::to_string(figures.pixels.defectivePixels) + " defective pixels";
    std::string text = columnsText(
        {{"image_auroc", numberText(figures.imageAuroc), images},
         {"image_ap", numberText(figures.imageAveragePrecision)},
         {"image_f1_max", numberText(figures.imageF1)},
         {"pixel_auroc", numberText(figures.pixels.auroc), pixels},
         {"pixel_ap", numberText(figures.pixels.averagePrecision)},
         {"aupro_30", numberText(figures.pixels.aupro30), std::to_string(figures.pixels.regions) + " regions"},
         {"ms_per_image", numberText(evaluation.millisecondsPerImage, 4)},
         {"peak_memory", evaluation.peakMemoryBytes > 0 ? bytesText(evaluation.peakMemoryBytes) : "-"}});
    if (!evaluation.scores.hasBoth())
        text += "Image figures need good and defective pictures.\n";
    if (!hasAnomalyMap)
        text += "This detector draws no heat map: there are no pixel figures.\n";
    else if (!evaluation.pixels)
        text += "Pixel figures need masks of the defects.\n";
    if (evaluation.withoutMask > 0)
        text += "Defective pictures without a mask, left out of the pixel figures: " +
                std::to_string(evaluation.withoutMask) + "\n";
    return text;
}

int evaluateModel(const Options &options, TerminalMonitor &monitor)
{
    if (!options.json.empty() && options.json != "-")
        checkFileIsWritable(options.json);
    applyComputeOptions(options.compute);
    const std::shared_ptr<const Model> model = Model::load(options.model, WeightsStore::standard());
    const Dataset dataset = readDataset(options.dataset, monitor);
    if (dataset.test.empty())
        throw Error(ErrorCode::DatasetInvalid, options.dataset, "it holds no test pictures");
    const EvaluationReport report = evaluate(*model, dataset.test, monitor);

    monitor.clearBar();
    if (options.json == "-") {
        std::cout << jsonText(report, options);
    } else {
        std::cout << tableText(report.evaluation, model->detector().hasAnomalyMap);
        if (!options.json.empty()) {
            writeFileAtomically(options.json, [&](std::ostream &out) { out << jsonText(report, options); });
        }
    }
    for (const FileProblem &problem : dataset.problems)
        warn("left out " + problem.file.string() + ": " + problem.reason);
    for (const FileProblem &problem : report.evaluation.maskProblems)
        warn("mask left out: " + problem.reason);
    if (!report.leaked.empty()) {
        warn(std::to_string(report.leaked.size()) + " test pictures were trained or calibrated on (the first is " +
             report.leaked.front().string() + "): the figures are too favourable.");
    }
    if (report.evaluation.failed == 0)
        return exitOk;
    for (const InspectionResult &result : report.evaluation.results) {
        if (!result.failure.empty())
            warn(result.failure);
    }
    throw CommandError(std::to_string(report.evaluation.failed) + " of " +
                       std::to_string(report.evaluation.results.size()) +
                       " pictures could not be inspected and are in no figure.");
}

} // namespace

void addEvaluateCommand(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("evaluate", "measure a model on labelled test pictures");
    command->fallthrough();
    command->footer("Examples:\n"
                    "  spotcheck-cli evaluate plate.spotcheck --dataset plate\n"
                    "  spotcheck-cli evaluate plate.spotcheck --dataset plate --json - | jq .image_auroc");
    const auto options = std::make_shared<Options>();
    command->add_option("MODEL", options->model, "model file")->required();
    command->add_option("--dataset", options->dataset, "data set folder (layout of MVTec AD, BTAD or VisA)")->required();
    command->add_option("--json", options->json,
                        "also write the figures to this file; - for stdout, without the table");
    addComputeOptions(*command, options->compute);
    command->callback([&action, options] {
        action = [options](TerminalMonitor &monitor) { return evaluateModel(*options, monitor); };
    });
}

} // namespace spotcheck::cli
