#include "pretrain/checkpoint.h"

#include <ostream>
#include <vector>

#include <torch/torch.h>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

namespace spotcheck::pretrain {

namespace {

/// LibTorch replaces a parameter by one of another shape without a word.
void loadModule(torch::nn::Module &module, torch::serialize::InputArchive &archive, const std::filesystem::path &file)
{
    std::vector<std::vector<std::int64_t>> shapes;
    for (const torch::Tensor &parameter : module.parameters())
        shapes.push_back(parameter.sizes().vec());
    module.load(archive);
    std::size_t index = 0;
    for (const auto &parameter : module.named_parameters()) {
        if (parameter.value().sizes().vec() != shapes[index++])
            throw Error(ErrorCode::WeightsInvalid, file,
                        "another number of surfaces: " + parameter.key() + " differs in shape");
    }
}

} // namespace

void saveCheckpoint(const std::filesystem::path &file, const TrainingState &state)
{
    torch::serialize::OutputArchive archive;
    torch::serialize::OutputArchive network;
    torch::serialize::OutputArchive mean;
    torch::serialize::OutputArchive heads;
    torch::serialize::OutputArchive optimizer;
    state.network->save(network);
    state.mean->save(mean);
    state.heads->save(heads);
    state.optimizer.save(optimizer);
    archive.write("network", network);
    archive.write("mean", mean);
    archive.write("heads", heads);
    archive.write("optimizer", optimizer);
    archive.write("step", torch::tensor(state.step, torch::kInt64));
    archive.write("seed", torch::tensor(static_cast<std::int64_t>(state.seed), torch::kInt64));
    writeFileAtomically(file, [&](std::ostream &stream) { archive.save_to(stream); });
}

void loadCheckpoint(const std::filesystem::path &file, TrainingState &state, torch::Device device)
{
    if (!std::filesystem::exists(file))
        throw Error(ErrorCode::FileNotFound, file, "there is no checkpoint to resume from");
    try {
        torch::serialize::InputArchive archive;
        archive.load_from(file.string(), device);
        torch::serialize::InputArchive network;
        torch::serialize::InputArchive mean;
        torch::serialize::InputArchive heads;
        torch::serialize::InputArchive optimizer;
        archive.read("network", network);
        archive.read("mean", mean);
        archive.read("heads", heads);
        archive.read("optimizer", optimizer);
        torch::Tensor step;
        torch::Tensor seed;
        archive.read("step", step);
        archive.read("seed", seed);
        if (seed.item<std::int64_t>() != static_cast<std::int64_t>(state.seed))
            throw Error(ErrorCode::WeightsInvalid, file, "the checkpoint was made with another seed");
        loadModule(*state.network, network, file);
        loadModule(*state.mean, mean, file);
        loadModule(*state.heads, heads, file);
        state.optimizer.load(optimizer);
        state.step = step.item<std::int64_t>();
    } catch (const c10::Error &error) {
        throw Error(ErrorCode::WeightsInvalid, file,
                    std::string("not a checkpoint of this training: ") + error.what_without_backtrace());
    }
}

} // namespace spotcheck::pretrain
