#include <filesystem>
#include <iostream>
#include <memory>

#include <spotcheck/core/runtime.h>
#include <spotcheck/export/torchscript.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

#include "command.h"
#include "output.h"
#include "pictureoptions.h"
#include "text.h"
#include "thresholdoptions.h"

namespace spotcheck::cli {

namespace {

struct ExportRequest {
    std::string model;
    std::string torchScript;
    bool withPreprocessing = false;
    std::string pictureSize;
    ThresholdOptions threshold;
};

/// What goes in and comes out.
std::string interfaceText(const ExportRequest &options, const Preprocessing &preprocessing)
{
    const std::string size =
        std::to_string(preprocessing.inputSize.height) + ", " + std::to_string(preprocessing.inputSize.width);
    return options.withPreprocessing
               ? "RGB pictures [H, W, 3] or [N, H, W, 3] in; scores [N] and maps [N, H, W] out"
               : "normalised pictures [N, 3, " + size + "] in; scores [N] and maps [N, " + size + "] out";
}

/// A model that cannot be exported is named with the reason.
void writeModule(const Model &model, const TorchScriptOptions &torchScript, const ExportRequest &options)
{
    try {
        exportTorchScript(model, torchScript, options.torchScript);
    } catch (const Error &error) {
        if (error.code() == ErrorCode::NotExportable)
            throw Error(error.code(), options.model, error.detail());
        throw;
    }
}

int exportModel(const ExportRequest &options, TerminalMonitor &monitor)
{
    TorchScriptOptions torchScript;
    torchScript.withPreprocessing = options.withPreprocessing;
    if (!options.pictureSize.empty())
        torchScript.pictureSize = sizeFrom(options.pictureSize, "--picture-size");
    refuseToOverwrite(options.model, options.torchScript);
    configureRuntime();
    const std::shared_ptr<const Model> model = Model::load(options.model, WeightsStore::standard());
    torchScript.threshold = operatingPointOf(options.threshold, *model).threshold;
    torchScript.modelSha256 = sha256OfFile(options.model);
    monitor.throwIfCancelled();
    writeModule(*model, torchScript, options);
    std::cout << options.torchScript << ": " << model->detector().title << ", "
              << interfaceText(options, model->preprocessing()) << "; defective above " << torchScript.threshold
              << "; " << bytesText(std::filesystem::file_size(options.torchScript)) << '\n';
    return exitOk;
}

} // namespace

void addExportCommand(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("export", "write a model for programs without Spotcheck, as TorchScript");
    command->fallthrough();
    command->footer(
        "Example:\n  spotcheck-cli export part.spotcheck --torchscript part.pt --with-preprocessing\n\n"
        "The module holds network, memory bank, scoring and map, and gives the scores and maps that inspect gives,\n"
        "as a tuple (score [N], map [N, H, W]). A picture is defective when its score is above the threshold, which\n"
        "stands with the model's SHA-256, detector, input size, mean and deviation in the archive's extra file\n"
        "spotcheck.json.\n"
        "In Python:\n"
        "  files = {'spotcheck.json': ''}\n"
        "  module = torch.jit.load('part.pt', _extra_files=files)\n"
        "  score, map = module(picture)\n"
        "PatchCore, PaDiM, CFA and ReConPatch can be exported; tiles and alignment cannot.");
    const auto options = std::make_shared<ExportRequest>();
    command->add_option("MODEL", options->model, "model file")->required();
    command->add_option("--torchscript", options->torchScript, "file to write")->required()->type_name("FILE");
    CLI::Option *preprocessing = command->add_flag(
        "--with-preprocessing", options->withPreprocessing,
        "take RGB pictures of any size [H, W, 3], 8 bit or numbers from 0 to 1; without it, normalised pictures "
        "[N, 3, H, W] of the input size");
    command
        ->add_option("--picture-size", options->pictureSize,
                     "size of the pictures, px: needed with a region of interest, and the only size taken then")
        ->needs(preprocessing)
        ->type_name("WxH");
    addThresholdOptions(*command, options->threshold, "defective");
    command->callback([&action, options] {
        action = [options](TerminalMonitor &monitor) { return exportModel(*options, monitor); };
    });
}

} // namespace spotcheck::cli
