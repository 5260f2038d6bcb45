#include <iostream>
#include <memory>

#include <QCoreApplication>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "command.h"
#include "text.h"
#include "ui/download/officialweights.h"

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

void sayImported(const WeightsStore::Entry &entry)
{
    std::cout << entry.id << ": imported " << bytesText(entry.bytes) << " to " << entry.file.string() << '\n';
}

int importWeights(const std::string &file, const std::string &id, TerminalMonitor &monitor)
{
    const WeightsStore::Entry entry =
        fromCommandLine([&] { return WeightsStore::standard().importFile(file, id, monitor); });
    monitor.clearBar();
    sayImported(entry);
    return exitOk;
}

int fetchWeights(const std::string &id, TerminalMonitor &monitor)
{
    const BackboneInfo &info = fromCommandLine([&]() -> const BackboneInfo & { return backboneInfo(id); });
    const QUrl address = fromCommandLine([&] { return ui::weightsAddress(info); });
    std::cout << id << ": fetching " << address.toString().toStdString() << '\n'
              << "Licence: " << info.licence << ".\n"
              << std::flush;
    char name[] = "spotcheck-cli";
    char *arguments[] = {name, nullptr};
    int argumentCount = 1;
    const QCoreApplication application(argumentCount, arguments); // Qt's network wants one
    const WeightsStore::Entry entry = ui::fetchOfficialWeights(info, WeightsStore::standard(), monitor);
    monitor.clearBar();
    sayImported(entry);
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
                throw Error(ErrorCode::WeightsInvalid, entry.file, "SHA-256 " + sha256 + ", expected " + info.sha256);
            const std::size_t layers = layersReached(info, entry.file);
            std::cout << entry.id << ": good, SHA-256 " << sha256;
            if (layers < info.layers.size())
                std::cout << ", reaches " << info.layers[layers - 1].name;
            std::cout << '\n';
        } catch (const Error &error) {
            ++damaged;
            std::cerr << "spotcheck-cli: " << printable(error.what()) << '\n';
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
                    "  spotcheck-cli weights fetch resnet18\n"
                    "  spotcheck-cli weights import resnet18.safetensors --as resnet18");

    CLI::App *list = command->add_subcommand("list", "every known backbone and whether its weights are here");
    list->fallthrough();
    list->callback([&action] { action = [](TerminalMonitor &) { return listWeights(); }; });

    CLI::App *importing =
        command->add_subcommand("import", "check a weights file and keep what the network needs of it");
    importing->fallthrough();
    importing->footer("No code in a file is ever run: only its tensors are read.\n"
                      "Examples:\n  spotcheck-cli weights import resnet18-f37072fd.pth\n"
                      "  spotcheck-cli weights import mine.safetensors --as resnet18");
    const auto file = std::make_shared<std::string>();
    const auto id = std::make_shared<std::string>();
    importing
        ->add_option("FILE", *file,
                     "safetensors file, or PyTorch's .pth or .pt state dict, with torchvision's tensor names")
        ->required();
    importing->add_option("--as", *id, "backbone the weights belong to; told by their shapes if left out");
    importing->callback([&action, file, id] {
        action = [file, id](TerminalMonitor &monitor) { return importWeights(*file, *id, monitor); };
    });

    CLI::App *fetch = command->add_subcommand("fetch", "download official weights, check and import them");
    fetch->fallthrough();
    fetch->footer(
        "An interrupted download is gone on with. $SPOTCHECK_WEIGHTS_URL names the folder of a mirror in place\n"
        "of the official one; proxies are the system's.\n"
        "Example:\n  spotcheck-cli weights fetch resnet18");
    const auto fetched = std::make_shared<std::string>();
    fetch->add_option("ID", *fetched, "backbone, as \"weights list\" names it")->required();
    fetch->callback([&action, fetched] {
        action = [fetched](TerminalMonitor &monitor) { return fetchWeights(*fetched, monitor); };
    });

    CLI::App *verify = command->add_subcommand("verify", "load every weights file and show its SHA-256");
    verify->fallthrough();
    verify->callback([&action] { action = [](TerminalMonitor &monitor) { return verifyWeights(monitor); }; });
}

} // namespace spotcheck::cli
