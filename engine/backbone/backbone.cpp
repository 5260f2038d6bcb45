#include <spotcheck/backbone/backbone.h>

#include <algorithm>
#include <random>
#include <utility>

#include <ATen/ATen.h>

#include <spotcheck/core/error.h>
#include <spotcheck/core/log.h>
#include <spotcheck/core/runtime.h>

#include "backbone/inference.h"
#include "backbone/network.h"
#include "backbone/networkweights.h"
#include "backbone/onednnprogram.h"
#include "model/safetensors.h"

namespace spotcheck {

namespace {

std::vector<std::size_t> stageIndices(const BackboneInfo &info, const NetworkPlan &plan,
                                      const std::vector<std::string> &layers)
{
    if (layers.empty())
        throw Error(ErrorCode::InvalidParameter, "no layer of " + info.id + " was asked for");
    std::vector<std::size_t> indices;
    for (const std::string &name : layers) {
        const std::string &known = info.layer(name).name;
        const auto stage = std::ranges::find(plan.stages, known, &StagePlan::name);
        indices.push_back(static_cast<std::size_t>(stage - plan.stages.begin()));
    }
    return indices;
}

SafetensorsFile openWeights(const BackboneInfo &info, const std::filesystem::path &file)
{
    try {
        return {file, ErrorCode::WeightsInvalid};
    } catch (const Error &error) {
        if (error.code() != ErrorCode::FileNotFound)
            throw;
        throw Error(ErrorCode::WeightsMissing, file, "there is no weights file for " + info.id);
    }
}

} // namespace

std::string precisionId(Precision precision)
{
    return precision == Precision::Fast ? "fast" : "exact";
}

Precision precisionFromId(const std::string &id)
{
    for (const Precision precision : {Precision::Exact, Precision::Fast}) {
        if (precisionId(precision) == id)
            return precision;
    }
    throw Error(ErrorCode::InvalidParameter, "the precision is exact or fast, not " + id);
}

Backbone::Backbone(BackboneInfo info, std::vector<std::string> layers, std::string sha256, Precision precision,
                   std::unique_ptr<Network> network)
    : m_info(std::move(info)), m_layers(std::move(layers)), m_sha256(std::move(sha256)), m_precision(precision),
      m_network(std::move(network))
{
    if (precision == Precision::Fast && !m_network->form.half)
        logWarning(m_info.id +
                   " computes in single precision here: bfloat16 needs a ResNet, on a processor with AVX-512 BF16");
}

bool Backbone::canBeFast()
{
    return OneDnnProgram::canBeHalf();
}

bool Backbone::canUseCuda()
{
    return at::hasCUDA();
}

Precision Backbone::precision() const
{
    return m_precision;
}

Backbone::~Backbone() = default;

std::shared_ptr<const Backbone> Backbone::load(const BackboneInfo &info, const std::filesystem::path &weightsFile,
                                               const std::vector<std::string> &layers, Precision precision)
{
    const NetworkPlan plan = networkPlan(info.architecture);
    const std::vector<std::size_t> wanted = stageIndices(info, plan, layers);
    const SafetensorsFile file = openWeights(info, weightsFile);
    if (const std::string problem = misfit(file, plan); !problem.empty())
        file.fail(problem);
    for (const std::size_t stage : wanted)
        if (stage >= stagesIn(file, plan))
            throw Error(ErrorCode::LayerMissing, weightsFile,
                        "the weights of " + info.id + " stop before " + plan.stages[stage].name);
    return inference("for the backbone", [&] {
        auto network = std::make_unique<Network>(
            plan, NetworkForm::choose(plan, precision == Precision::Exact), wanted,
            [&file](const ConvolutionPlan &convolution) { return readConvolution(file, convolution); });
        return std::shared_ptr<const Backbone>(
            new Backbone(info, layers, sha256OfFile(weightsFile), precision, std::move(network)));
    });
}

std::shared_ptr<const Backbone> Backbone::random(const BackboneInfo &info, std::uint64_t seed,
                                                 const std::vector<std::string> &layers, Precision precision)
{
    const NetworkPlan plan = networkPlan(info.architecture);
    const std::vector<std::size_t> wanted = stageIndices(info, plan, layers);
    return inference("for the backbone", [&] {
        std::mt19937_64 engine(seed);
        auto network = std::make_unique<Network>(
            plan, NetworkForm::choose(plan, precision == Precision::Exact), wanted,
            [&engine](const ConvolutionPlan &convolution) { return randomConvolution(engine, convolution); });
        return std::shared_ptr<const Backbone>(new Backbone(info, layers, {}, precision, std::move(network)));
    });
}

const BackboneInfo &Backbone::info() const
{
    return m_info;
}

const std::vector<std::string> &Backbone::layers() const
{
    return m_layers;
}

const std::string &Backbone::weightsSha256() const
{
    return m_sha256;
}

FeatureMaps Backbone::extract(const cv::Mat &input) const
{
    if (input.empty() || input.dims != 2 || input.type() != CV_32FC3)
        throw Error(ErrorCode::InvalidParameter, "a backbone needs a picture of three single-precision channels");
    return inference("for the backbone", [&] {
        FeatureMaps maps = m_network->outputs(input);
        for (std::size_t index = 0; index < maps.size(); ++index)
            maps[index].layer = m_layers[index];
        return maps;
    });
}

} // namespace spotcheck
