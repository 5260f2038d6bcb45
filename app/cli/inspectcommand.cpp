#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>

#include <spotcheck/core/error.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/model/model.h>

#include "ui/report/earlierfiles.h"
#include "ui/report/reportexport.h"

#include "command.h"
#include "computeoptions.h"
#include "offscreenpainting.h"
#include "output.h"
#include "picturestoinspect.h"
#include "text.h"
#include "thresholdoptions.h"

namespace spotcheck::cli {

namespace {

struct InspectRequest {
    std::string model;
    std::vector<std::string> paths;
    std::string output;
    std::vector<std::string> formats{"json"};
    ThresholdOptions threshold;
    std::int64_t minimumArea = 1;
    std::optional<double> minimumSquareMillimetres;
    std::optional<double> millimetresPerPixel;
    std::string pictures; ///< "defective" or "all"; empty: the reports show the defective ones, all are annotated
    std::string title;
    std::string company;
    std::string logo;
    std::string part;
    std::string lot;
    std::string operatorName;
    ComputeOptions compute;
};

OperatingPoint operatingPoint(const InspectRequest &options, const std::optional<PictureScale> &scale,
                              const Model &model)
{
    OperatingPoint point = operatingPointOf(options.threshold, model);
    point.minimumArea = options.minimumSquareMillimetres && scale
                            ? scale->pixelsCovering(*options.minimumSquareMillimetres)
                            : options.minimumArea;
    return point;
}

std::optional<PictureScale> scaleOf(const InspectRequest &options)
{
    if (!options.millimetresPerPixel)
        return {};
    return fromCommandLine([&] { return PictureScale(*options.millimetresPerPixel); });
}

/// A logo that cannot be used is told before the work starts.
ui::ReportLogo logoOf(const InspectRequest &options)
{
    if (options.logo.empty())
        return {};
    try {
        return ui::ReportLogo::read(options.logo);
    } catch (const Error &error) {
        if (error.detail().empty())
            throw;
        throw CommandError("--logo " + options.logo + ": " + error.detail());
    }
}

/// Assigning {} would empty it and keep the memory.
template <class Value>
void giveBack(std::vector<Value> &values)
{
    std::vector<Value>().swap(values);
}

void inspectAll(const Model &model, const std::vector<Sample> &samples, bool keepsScores, ui::ReportContent &content,
                TerminalMonitor &monitor)
{
    content.entries.resize(samples.size());
    InspectionOptions inspection;
    inspection.hashFiles = true;
    inspectSamples(model, samples, inspection, monitor,
                   [&](std::size_t index, InspectionResult result, const cv::Mat &map) {
                       content.entries[index] = ui::reportEntry(std::move(result), map, content.operatingPoint);
                       auto &prediction = content.entries[index].result.prediction;
                       if (!prediction)
                           return;
                       // Most of what a result holds: with a hundred thousand pictures a gigabyte.
                       giveBack(prediction->patches.nearest);
                       if (!keepsScores)
                           giveBack(prediction->patches.scores);
                   });
}

void addProblems(const std::vector<FileProblem> &problems, ui::ReportContent &content)
{
    for (const FileProblem &problem : problems) {
        ui::ReportEntry entry;
        entry.result.sample.image = problem.file;
        entry.result.failure = problem.file.string() + ": " + problem.reason;
        content.entries.push_back(std::move(entry));
    }
}

std::vector<std::string> formatIds()
{
    std::vector<std::string> ids;
    for (const ui::ReportFormatName &name : ui::reportFormatNames())
        ids.emplace_back(name.id);
    return ids;
}

std::vector<ui::ReportFormat> wantedFormats(const InspectRequest &options)
{
    std::vector<ui::ReportFormat> formats;
    for (const ui::ReportFormatName &name : ui::reportFormatNames()) {
        if (std::find(options.formats.begin(), options.formats.end(), name.id) != options.formats.end())
            formats.push_back(name.format);
    }
    return formats;
}

QString joinedPaths(const std::vector<std::string> &paths)
{
    QStringList names;
    for (const std::string &path : paths)
        names << QString::fromStdString(path);
    return names.join(QStringLiteral(", "));
}

/// One line that names the first of them; nothing where all were aligned.
std::string unalignedText(const ui::ReportContent &content)
{
    constexpr std::size_t mostNames = 5;
    std::string names;
    std::size_t count = 0;
    for (const ui::ReportEntry &entry : content.entries) {
        if (!ui::isUnaligned(entry))
            continue;
        if (count < mostNames)
            names += (count > 0 ? ", " : "") + printable(entry.result.sample.image.string());
        ++count;
    }
    if (count == 0)
        return {};
    if (count > mostNames)
        names += " and " + std::to_string(count - mostNames) + " more";
    return counted(static_cast<std::int64_t>(count), "picture") + " could not be aligned: " + names + '\n';
}

std::string earlierText(const std::string &folder, const std::vector<ui::EarlierFiles> &earlier)
{
    std::string names;
    for (const ui::EarlierFiles &files : earlier)
        names += (names.empty() ? "" : ", ") +
                 (files.isFolder ? counted(files.files, "file") + " in " + files.name + "/" : files.name);
    return folder + " holds what is not of this run: " + names +
           ". Give an empty folder by --output, or delete what is left of an earlier run there.";
}

void warnOfTrainedOn(const std::vector<std::filesystem::path> &leaked)
{
    if (!leaked.empty())
        warn(counted(std::ssize(leaked), "picture") + " took part in the training (the first is " +
             leaked.front().string() + "): what is said of them is too favourable.");
}

void warnOfExport(const std::string &folder, const ui::ExportedReport &report)
{
    for (const ui::LeftOutPicture &picture : report.leftOut)
        warn("no annotated picture of " + picture.image.string() + ": " + picture.reason.toStdString() +
             " Run \"inspect\" again once the picture stays as it is.");
    const std::vector<ui::EarlierFiles> earlier = ui::earlierFiles(folder, report);
    if (!earlier.empty())
        warn(earlierText(folder, earlier));
}

int inspect(const InspectRequest &options, TerminalMonitor &monitor)
{
    applyComputeOptions(options.compute);
    const std::shared_ptr<const Model> model = Model::load(options.model, WeightsStore::standard());
    ui::ReportContent content;
    content.scale = scaleOf(options);
    content.logo = logoOf(options);
    const PicturesToInspect pictures = findPicturesToInspect(options.paths, options.output, monitor);
    const std::vector<ui::ReportFormat> formats = wantedFormats(options);
    refuseToDrawOver(pictures.samples, formats, options.output);
    makeWritableFolder(options.output);

    content.fields = {QString::fromStdString(options.title), QString::fromStdString(options.company),
                      QString::fromStdString(options.part), QString::fromStdString(options.lot),
                      QString::fromStdString(options.operatorName)};
    content.dataSet = joinedPaths(options.paths);
    content.model = ui::modelIdentity(*model, options.model);
    content.operatingPoint = operatingPoint(options, content.scale, *model);
    inspectAll(*model, pictures.samples, ui::drawsMaps(formats), content, monitor);
    addProblems(pictures.problems, content);
    content.leaked = ui::leakedPictures(model->manifest(), content.entries);
    content.annotatesAll = options.pictures.empty();
    content.shown = ui::picturesToShow(content.entries, options.pictures == "all" ? ui::ReportPictures::All
                                                                                  : ui::ReportPictures::Defective);
    addIntervals(content, monitor);
    const ui::ExportedReport report = [&] {
        const OffscreenPainting painting;
        return ui::exportReport(content, options.output, formats, monitor);
    }();

    monitor.clearBar();
    if (!content.model.hasAnomalyMap)
        warn(model->detector().title + " draws no heat map: there are no regions and no files in maps/.");
    const ui::VerdictCounts counts = content.counts();
    std::cout << counted(counts.total(), "picture") << ": " << counts.good << " good, " << counts.defective
              << " defective, " << counts.failed << " not inspected; written to " << options.output << '\n'
              << unalignedText(content);
    warnOfTrainedOn(content.leaked);
    warnOfExport(options.output, report);
    if (counts.failed == 0)
        return exitOk;
    for (const ui::ReportEntry &entry : content.entries) {
        if (!entry.result.failure.empty())
            warn(entry.result.failure);
    }
    throw CommandError(std::to_string(counts.failed) + " of " + counted(counts.total(), "picture") +
                       " could not be inspected; the rest is done.");
}

} // namespace

void addInspectCommand(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("inspect", "judge pictures with a trained model");
    command->fallthrough();
    command->footer(
        "Examples:\n"
        "  spotcheck-cli inspect part.spotcheck new_parts --output results\n"
        "  spotcheck-cli inspect part.spotcheck a.png b.png --output results --format json,csv,pdf \\\n"
        "      --false-alarm-rate 0.01 --part \"Housing 4711\" --lot 2024-31\n\n"
        "Written below --output: results.json, results.csv, regions.csv, results-coco.json, report.html, report.pdf, "
        "annotated/*.png and\n"
        "maps/*.tiff (raw anomaly maps, 32-bit float). Of a data set folder the test pictures are\n"
        "inspected. Pictures that cannot be read are named, and the exit code is 1; the rest is done.");
    const auto options = std::make_shared<InspectRequest>();
    command->add_option("MODEL", options->model, "model file")->required();
    command->add_option("PATH", options->paths, "pictures, or folders of pictures")->required();
    command->add_option("--output", options->output, "folder to write to")->required();
    command
        ->add_option("--format", options->formats,
                     "what to write, separated by commas: json,csv,coco,html,pdf,png,"
                     "tiff")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember(formatIds()))
        ->type_name("LIST")
        ->default_str("json");
    addThresholdOptions(*command, options->threshold, "defective");
    CLI::Option *area = command->add_option("--minimum-area", options->minimumArea, "least size of a region, px")
                            ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000}))
                            ->capture_default_str();
    CLI::Option *scale = command->add_option("--mm-per-pixel", options->millimetresPerPixel,
                                             "how large a pixel is on the part: regions are given in mm and mm² too");
    command->add_option("--minimum-area-mm2", options->minimumSquareMillimetres, "least size of a region, mm²")
        ->check(CLI::Range(0.0, 1e9))
        ->needs(scale)
        ->excludes(area);
    command
        ->add_option("--pictures", options->pictures,
                     "which pictures the reports show and annotated/ holds; without it the reports show\n"
                     "the defective ones and annotated/ holds all, as maps/ does")
        ->check(CLI::IsMember({"defective", "all"}));
    const char *const fields = "On the report";
    command->add_option("--title", options->title, "title")->group(fields);
    command->add_option("--company", options->company, "company")->group(fields);
    command->add_option("--part", options->part, "part")->group(fields);
    command->add_option("--lot", options->lot, "lot number")->group(fields);
    command->add_option("--operator", options->operatorName, "operator")->group(fields);
    command->add_option("--logo", options->logo, "PNG, JPEG or SVG file, on PDF and HTML")
        ->group(fields)
        ->type_name("FILE");
    addComputeOptions(*command, options->compute);
    command->callback(
        [&action, options] { action = [options](TerminalMonitor &monitor) { return inspect(*options, monitor); }; });
}

} // namespace spotcheck::cli
