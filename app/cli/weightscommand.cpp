#include <iostream>
#include <memory>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "command.h"
#include "text.h"

namespace spotcheck::cli {

namespace {

int listWeights()
{
    const WeightsStore store = WeightsStore::standard();
    std::vector<std::vector<std::string>> rows{{"backbone", "weights", "size", "file"}};
    for (const WeightsStore::Entry &entry : store.list()) {
        const bool present = !entry.file.empty();
        rows.push_back({entry.id,
                        !present        ? "missing"
                        : entry.shipped ? "shipped"
                                        : "imported",
                        present ? bytesText(entry.bytes) : "-", present ? entry.file.string() : "-"});
    }
    std::cout << columnsText(rows) << "Imported weights lie in " << store.userFolder().string() << ".\n";
    return exitOk;
}

int importWeights(const std::string &file, const std::string &id, TerminalMonitor &monitor)
{
    const WeightsStore::Entry entry =
        fromCommandLine([&] { return WeightsStore::standard().importFile(file, id, monitor); });
    monitor.clearBar();
    std::cout << entry.id << ": imported " << bytesText(entry.bytes) << " to " << entry.file.string() << '\n';
    return exitOk;
}

/// Loads the network up to its deepest layer that the file reaches. \throws Error
std::size_t layersReached(const BackboneInfo &info, const std::filesystem::path &file)
{
    for (std::size_t count = info.layers.size(); count > 0; --count) {
        try {
            Backbone::load(info, file, {info.layers[count - 1].name});
            return count;
        } catch (const Error &error) {
            if (error.code() != ErrorCode::LayerMissing || count == 1)
                throw;
        }
    }
    return 0;
}

int verifyWeights(TerminalMonitor &monitor)
{
    int damaged = 0;
    for (const WeightsStore::Entry &entry : WeightsStore::standard().list()) {
        monitor.throwIfCancelled();
        if (entry.file.empty())
            continue;
        const BackboneInfo &info = backboneInfo(entry.id);
        try {
            const std::string sha256 = sha256OfFile(entry.file);
            if (!info.sha256.empty() && sha256 != info.sha256)
                throw Error(ErrorCode::WeightsInvalid, entry.file,
                            "SHA-256 " + sha256 + ", expected " + info.sha256);
            const std::size_t layers = layersReached(info, entry.file);
            std::cout << entry.id << ": good, SHA-256 " << sha256;
            if (layers < info.layers.size())
                std::cout << ", reaches " << info.layers[layers - 1].name;
            std::cout << '\n';
        } catch (const Error &error) {
            ++damaged;
            std::cerr << "spotcheck-cli: " << error.what() << '\n';
        }
    }
    return damaged > 0 ? exitFailed : exitOk;
}

} // namespace

void addWeightsCommand(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("weights", "list, import and check the weights of the backbones");
    command->fallthrough();
    command->require_subcommand(1);
    command->footer("Examples:\n  spotcheck-cli weights list\n"
                    "  spotcheck-cli weights import resnet18.safetensors --as resnet18");

    CLI::App *list = command->add_subcommand("list", "every known backbone and whether its weights are here");
    list->fallthrough();
    list->callback([&action] { action = [](TerminalMonitor &) { return listWeights(); }; });

    CLI::App *import = command->add_subcommand("import", "check a weights file and keep what the network needs of it");
    import->fallthrough();
    import->footer("No code in a file is ever run: only its tensors are read.\n"
                   "Examples:\n  spotcheck-cli weights import resnet18-f37072fd.pth\n"
                   "  spotcheck-cli weights import mine.safetensors --as resnet18");
    const auto file = std::make_shared<std::string>();
    const auto id = std::make_shared<std::string>();
    import
        ->add_option("FILE", *file,
                     "safetensors file, or PyTorch's .pth or .pt state dict, with torchvision's tensor names")
        ->required();
    import->add_option("--as", *id, "backbone the weights belong to; told by their shapes if left out");
    import->callback([&action, file, id] {
        action = [file, id](TerminalMonitor &monitor) { return importWeights(*file, *id, monitor);
};
} // namespace spotcheck::cli
);

CLI::App *fetch = command->add_subcommand("fetch", "download official weights (not in this version)");
fetch->fallthrough();
const auto fetched = std::make_shared<std::string>();
fetch->add_option("ID", *fetched, "backbone")->required();
fetch->callback([&action, fetched] {
    action = [fetched](TerminalMonitor &) -> int {
        throw CommandError(*fetched +
                           ": this version does not download weights. Bring the file yourself and use "
                           "\"spotcheck-cli weights import FILE --as " +
                           *fetched + "\".");
    };
});

CLI::App *verify = command->add_subcommand("verify", "load every weights file and show its SHA-256");
verify->fallthrough();
verify->callback([&action] { action = [](TerminalMonitor &monitor) { return verifyWeights(monitor); }; });
}

} // namespace spotcheck::cli
