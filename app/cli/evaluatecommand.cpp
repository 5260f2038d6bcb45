#include <iostream>
#include <limits>
#include <memory>

#include <nlohmann/json.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/evaluation/agreement.h>
#include <spotcheck/evaluation/auroc.h>
#include <spotcheck/evaluation/bootstrap.h>
#include <spotcheck/evaluation/evaluation.h>
#include <spotcheck/model/model.h>

#include "command.h"
#include "computeoptions.h"
#include "output.h"
#include "text.h"
#include "ui/report/figurejson.h"

namespace spotcheck::cli {

namespace {

using Json = nlohmann::ordered_json;

struct EvaluateRequest {
    std::string model;
    std::string dataset;
    std::string json; ///< "-" for stdout
    double falseAlarmRate = defaultFalseAlarmRate;
    ComputeOptions compute;
};

/// Everything that is told about a run, on the terminal and as JSON.
struct Figures {
    AurocEstimate auroc;
    double averagePrecision = std::numeric_limits<double>::quiet_NaN();
    double bestF1 = std::numeric_limits<double>::quiet_NaN();
    ScoreIntervals intervals;
    PixelMetrics pixels;
    OperatingPoint point;
    Message howChosen;
    Agreement agreement;
};

Figures figuresOf(const Evaluation &evaluation, const Calibration &calibration, const EvaluateRequest &options)
{
    Figures figures;
    if (evaluation.scores.hasBoth()) {
        figures.auroc = estimateAuroc(evaluation.scores);
        figures.averagePrecision = evaluation.scores.averagePrecision();
        figures.bestF1 = evaluation.scores.bestF1().f1;
        figures.intervals = evaluation.scoreIntervals;
    }
    if (evaluation.pixels)
        figures.pixels = *evaluation.pixels;
    else
        figures.pixels.auroc = figures.pixels.averagePrecision = figures.pixels.aupro30 =
            std::numeric_limits<double>::quiet_NaN();
    figures.point = operatingPointFromNormals(calibration, options.falseAlarmRate);
    figures.howChosen = figures.point.explanation(calibration.normals());
    figures.agreement = agreementOf(evaluation.scores.confusionAt(figures.point.threshold));
    return figures;
}

std::string evaluationText(const EvaluationReport &report, const Figures &figures, const EvaluateRequest &options)
{
    using ui::intervalJson;
    using ui::numberOrNull;
    const Evaluation &evaluation = report.evaluation;
    const PixelMetrics &pixels = figures.pixels;
    Json leaked = Json::array();
    for (const auto &file : report.leaked)
        leaked.push_back(file.string());
    Json agreement{{"threshold", figures.point.threshold},
                   {"how_chosen", figures.howChosen.english()},
                   {"threshold_uses_test_labels", false}};
    agreement.update(ui::agreementJson(figures.agreement));
    const Json json{
        {"model", options.model},
        {"dataset", options.dataset},
        {"image_auroc", numberOrNull(figures.auroc.value)},
        {"image_ap", numberOrNull(figures.averagePrecision)},
        {"image_f1_max", numberOrNull(figures.bestF1)},
        {"pixel_auroc", numberOrNull(pixels.auroc)},
        {"pixel_ap", numberOrNull(pixels.averagePrecision)},
        {"aupro_30", numberOrNull(pixels.aupro30)},
        {"aupimo", numberOrNull(pixels.aupimo)},
        {"n_good", evaluation.scores.good()},
        {"n_defective", evaluation.scores.defective()},
        {"n_aupimo", pixels.aupimoOfPictures.size()},
        {"image_auroc_interval", intervalJson(figures.auroc.interval)},
        {"image_auroc_standard_error", numberOrNull(figures.auroc.standardError)},
        {"image_ap_interval", intervalJson(figures.intervals.averagePrecision)},
        {"image_f1_max_interval", intervalJson(figures.intervals.bestF1)},
        {"pixel_auroc_interval", intervalJson(pixels.aurocInterval)},
        {"pixel_ap_interval", intervalJson(pixels.averagePrecisionInterval)},
        {"aupro_30_interval", intervalJson(pixels.aupro30Interval)},
        {"aupimo_interval", intervalJson(pixels.aupimoInterval)},
        {"intervals",
         {{"confidence", shownConfidence},
          {"image_auroc", "DeLong, symmetric in the logit"},
          {"others", "stratified bootstrap of the pictures, percentiles, seed 0"}}},
        {"chosen_on_test_labels", {"image_f1_max"}},
        {"agreement", std::move(agreement)},
        {"counts",
         {{"images", evaluation.results.size()},
          {"good", evaluation.scores.good()},
          {"defective", evaluation.scores.defective()},
          {"failed", evaluation.failed},
          {"without_mask", evaluation.withoutMask},
          {"good_pixels", pixels.goodPixels},
          {"defective_pixels", pixels.defectivePixels},
          {"regions", pixels.regions}}},
        {"ms_per_image", evaluation.millisecondsPerImage},
        {"peak_memory_bytes", evaluation.peakMemoryBytes > 0 ? Json(evaluation.peakMemoryBytes) : Json(nullptr)},
        {"leaked", std::move(leaked)}};
    return ui::jsonText(json, 2) + "\n";
}

std::string intervalText(const Interval &interval)
{
    return interval.isKnown() ? numberText(interval.low, 4) + " to " + numberText(interval.high, 4) : "-";
}

std::string agreementText(const Figures &figures)
{
    const Agreement &agreement = figures.agreement;
    const auto row = [](const std::string &name, const Rate &rate, const AgreementLimit &limit) {
        return std::vector<std::string>{name, numberText(rate.value, 4), intervalText({rate.low, rate.high}),
                                        std::to_string(rate.count) + " of " + std::to_string(rate.total),
                                        agreementVerdictId(limit.judge(rate.value))};
    };
    return "\nAgreement at threshold " + numberText(figures.point.threshold) +
           " with the labels; verdicts by the limits of the AIAG manual:\n" +
           columnsText({row("effectiveness", agreement.effectiveness, effectivenessLimit),
                        row("miss_rate", agreement.missRate, missRateLimit),
                        row("false_alarm_rate", agreement.falseAlarmRate, falseAlarmLimit),
                        {"kappa", numberText(agreement.kappa.value, 4), intervalText(agreement.kappa.interval),
                         std::to_string(agreement.effectiveness.total) + " pictures",
                         agreementVerdictId(kappaLimit.judge(agreement.kappa.value))}}) +
           wrapped(figures.howChosen.english(), 100, 0) + '\n';
}

/// What AUPIMO is from or, where it is not known, what it lacks.
std::string aupimoSource(const Evaluation &evaluation, const PixelMetrics &pixels)
{
    if (!pixels.aupimoOfPictures.empty() || pixels.regions == 0)
        return std::to_string(pixels.aupimoOfPictures.size()) + " defective pictures";
    return evaluation.scores.good() == 0 ? "needs good pictures" : "needs 100,000 pixels of good pictures";
}

std::string tableText(const Evaluation &evaluation, const Figures &figures, bool hasAnomalyMap)
{
    const PixelMetrics &shown = figures.pixels;
    const std::string images = std::to_string(evaluation.scores.good()) + " good, " +
                               std::to_string(evaluation.scores.defective()) + " defective pictures";
    const std::string pixels =
        std::to_string(shown.goodPixels) + " good, " + std::to_string(shown.defectivePixels) + " defective pixels";
    const std::string regions = std::to_string(shown.regions) + " regions";
    std::string text = columnsText(
        {{"figure", "value", "95 % interval", "from"},
         {"image_auroc", numberText(figures.auroc.value), intervalText(figures.auroc.interval), images},
         {"image_ap", numberText(figures.averagePrecision), intervalText(figures.intervals.averagePrecision), images},
         {"image_f1_max", numberText(figures.bestF1), intervalText(figures.intervals.bestF1),
          images + ", best threshold for them"},
         {"pixel_auroc", numberText(shown.auroc), intervalText(shown.aurocInterval), pixels},
         {"pixel_ap", numberText(shown.averagePrecision), intervalText(shown.averagePrecisionInterval), pixels},
         {"aupro_30", numberText(shown.aupro30), intervalText(shown.aupro30Interval), regions},
         {"aupimo", numberText(shown.aupimo), intervalText(shown.aupimoInterval), aupimoSource(evaluation, shown)},
         {"ms_per_image", numberText(evaluation.millisecondsPerImage, 4)},
         {"peak_memory", evaluation.peakMemoryBytes > 0 ? bytesText(evaluation.peakMemoryBytes) : "-"}});
    if (!evaluation.scores.hasBoth())
        text += "Image figures need good and defective pictures.\n";
    if (!hasAnomalyMap)
        text += "This detector draws no heat map: there are no pixel figures.\n";
    else if (evaluation.pixelsNeeded > 0)
        text += "Pixel figures would need " + bytesText(evaluation.pixelsNeeded) +
                " of memory, more than is free. Evaluate fewer pictures at once, or close other programs.\n";
    else if (!evaluation.pixels)
        text += "Pixel figures need masks of the defects.\n";
    if (evaluation.withoutMask > 0)
        text += "Defective pictures without a mask, left out of the pixel figures: " +
                std::to_string(evaluation.withoutMask) + "\n";
    if (figures.agreement.effectiveness.total > 0)
        text += agreementText(figures);
    return text;
}

int evaluateModel(const EvaluateRequest &options, TerminalMonitor &monitor)
{
    if (!options.json.empty() && options.json != "-") {
        refuseToOverwrite(options.model, options.json);
        checkFileIsWritable(options.json);
    }
    applyComputeOptions(options.compute);
    const std::shared_ptr<const Model> model = Model::load(options.model, WeightsStore::standard());
    const Dataset dataset = readDataset(options.dataset, monitor);
    if (dataset.test.empty())
        throw Error(ErrorCode::DatasetInvalid, options.dataset, "it holds no test pictures");
    const EvaluationReport report = evaluate(*model, dataset.test, monitor);
    const Figures figures = figuresOf(report.evaluation, model->calibration(), options);

    monitor.clearBar();
    if (options.json == "-") {
        std::cout << evaluationText(report, figures, options);
    } else {
        std::cout << tableText(report.evaluation, figures, model->detector().hasAnomalyMap);
        if (!options.json.empty()) {
            writeFileAtomically(options.json,
                                [&](std::ostream &out) { out << evaluationText(report, figures, options); });
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
    const auto options = std::make_shared<EvaluateRequest>();
    command->add_option("MODEL", options->model, "model file")->required();
    command->add_option("--dataset", options->dataset, "data set folder (layout of MVTec AD, BTAD or VisA)")
        ->required();
    command->add_option("--json", options->json,
                        "also write the figures to this file; - for stdout, without the table");
    command
        ->add_option("--false-alarm-rate", options->falseAlarmRate,
                     "rate that the held-out normals set the threshold of the agreement for")
        ->check(CLI::Range(0.0001, 0.9999))
        ->capture_default_str();
    addComputeOptions(*command, options->compute);
    command->callback([&action, options] {
        action = [options](TerminalMonitor &monitor) { return evaluateModel(*options, monitor); };
    });
}

} // namespace spotcheck::cli
