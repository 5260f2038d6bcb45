#include "detectors/reconpatch.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include <spotcheck/core/error.h>

#include "detectors/bankextension.h"
#include "detectors/bankscoring.h"
#include "detectors/coreset.h"
#include "detectors/extratraining.h"
#include "detectors/layerchoice.h"
#include "detectors/linearrepresentation.h"
#include "detectors/memorybank.h"
#include "detectors/patchcollection.h"
#include "detectors/patchcore.h"
#include "detectors/patchparameters.h"
#include "detectors/reconpatchtraining.h"
#include "export/bankscript.h"
#include "export/layerscript.h"

namespace spotcheck {

namespace {

constexpr const char *representationName = "reconpatch.f";

struct ReConPatchOptions {
    PatchEmbedding embedding;
    ReConPatchTrainingOptions training;
    std::int64_t batchPictures = 20;
    std::int64_t epochs = 120;
    CoresetOptions coreset;
    BankScoring scoring{.reweight = true};
    SearchMethod search = SearchMethod::Exact;
    std::uint64_t seed = 0;

    static ReConPatchOptions from(const ParameterValues &values, std::uint64_t seed)
    {
        const auto whole = [&](const char *id) { return static_cast<int>(std::get<std::int64_t>(values.at(id))); };
        const auto real = [&](const char *id) { return std::get<double>(values.at(id)); };
        ReConPatchOptions options;
        options.embedding = embeddingFrom(values);
        options.training.loss = {real("alpha"), real("sigma"), whole("context_neighbours"), real("margin")};
        options.training.start = std::get<std::string>(values.at("start")) == "principal"
                                     ? ReConPatchTrainingOptions::Start::Principal
                                     : ReConPatchTrainingOptions::Start::Random;
        options.training.outputs = whole("representation_dimension");
        options.training.patches = whole("batch_patches");
        options.training.learningRate = real("learning_rate");
        options.training.targetRate = real("target_rate");
        options.training.seed = seed;
        options.batchPictures = whole("batch_pictures");
        options.epochs = whole("epochs");
        options.coreset.ratio = real("coreset_ratio");
        options.coreset.projectedDimensions = whole("projection");
        options.coreset.seed = seed;
        options.coreset.coverageRadius = real("coverage_radius");
        options.search = searchMethodFrom(values);
        options.scoring.reweightNeighbours = whole("reweight_neighbours");
        options.seed = seed;
        return options;
    }

    /// Length of the representation of features with `dimensions` values.
    double outputs(double dimensions) const { return std::min<double>(training.outputs, dimensions); }
};

class ReConPatch : public Detector {
public:
    explicit ReConPatch(ReConPatchOptions options) : m_options(options) {}

    FitSummary fit(const NormalFeatures &normals, JobMonitor &monitor, FitCheckpoint &checkpoint) override
    {
        PatchCollection patches =
            collectPatches(normals, m_options.embedding, FeaturePrecision::Single, m_options.coreset, monitor);
        ReConPatchTraining training(patches, startingHeads(patches, m_options.training, monitor), m_options.training);
        const ExtraTrainingSummary trained =
            runExtraTraining(training, {normals.size(), m_options.batchPictures, m_options.epochs, m_options.seed},
                             monitor, checkpoint);

        const LinearHeads &heads = training.heads();
        m_representation = {heads.inputs, heads.outputs, heads.f};
        std::vector<float> unused;
        patches.features =
            FeatureStore(heads.represent(patches.features.rows(0, patches.count(), unused), monitor), heads.outputs);
        const Coreset coreset = coresetOf(patches, m_options.coreset, monitor);
        m_bank.emplace(bankOf(patches, coreset, m_options.search, monitor));
        return {.patches = patches.count(),
                .stored = m_bank->size(),
                .bankBytes = m_bank->bytes(),
                .coverageRadius = coreset.radius,
                .lastLoss = trained.losses.back()};
    }

    PatchScores score(const FeatureMaps &maps) const override
    {
        return m_options.scoring(m_bank.value(), represented(maps));
    }

    /// The representation stays as it was trained.
    BankExtension extended(const FeatureMaps &maps, std::int32_t image, double radius) const override
    {
        auto larger = std::make_unique<ReConPatch>(m_options);
        larger->m_representation = m_representation;
        larger->m_bank.emplace(extendedBank(m_bank.value(), represented(maps), image, m_options.coreset, radius));
        const std::int64_t stored = larger->m_bank->size();
        const std::uint64_t bytes = larger->m_bank->bytes();
        return {std::move(larger), stored, bytes};
    }

    void save(ModelWriter &writer) const override
    {
        m_bank->save(writer);
        m_representation.save(writer, representationName);
    }

    void load(const ModelReader &reader) override
    {
        m_bank.emplace(MemoryBank::load(reader, m_options.search));
        m_representation = LinearRepresentation::load(reader, representationName, m_bank->dimensions());
    }

    void describe(ModuleScript &script) const override
    {
        addEmbedding(script, m_options.embedding);
        addBankScoring(script, m_options.scoring, m_bank.value());
        m_representation.describe(script);
    }

private:
    PatchGrid represented(const FeatureMaps &maps) const { return m_representation(m_options.embedding(maps)); }

    ReConPatchOptions m_options;
    LinearRepresentation m_representation; ///< f
    std::optional<MemoryBank> m_bank;
};

/// The steps that are PatchCore's have its parameters.
ParameterSpec patchCoreParameter(const std::string &id)
{
    const std::vector<ParameterSpec> specs = patchCoreInfo().parameters;
    return *std::find_if(specs.begin(), specs.end(), [&](const ParameterSpec &spec) { return spec.id == id; });
}

std::vector<ParameterSpec> trainingParameters()
{
    using Type = ParameterSpec::Type;
    return {
        {.id = "epochs",
         .title = "Epochs",
         .help = "How often the training goes through all pictures. The paper takes 120.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{120},
         .minimum = 1,
         .maximum = 10000},
        {.id = "batch_patches",
         .title = "Patches a step",
         .help =
             "Taken at random from the step's pictures; all pairs of them are compared. Time and memory grow with "
             "the square.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{512},
         .minimum = 16,
         .maximum = 16384},
        {.id = "batch_pictures",
         .title = "Pictures a step",
         .help = "Pictures whose patches are compared with each other.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{20},
         .minimum = 1,
         .maximum = 1000,
         .advanced = true},
        {.id = "learning_rate",
         .title = "Learning rate",
         .help = "Of the first step; falls to zero along a cosine. The paper takes 0.00001.",
         .type = Type::Real,
         .defaultValue = 1e-5,
         .minimum = 1e-8,
         .maximum = 0.1,
         .advanced = true},
        {.id = "representation_dimension",
         .title = "Representation dimension",
         .help = "Length of the learnt patch feature, which the memory bank keeps.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{512},
         .minimum = 8,
         .maximum = 4096,
         .advanced = true},
        {.id = "start",
         .title = "Start",
         .help =
             "\"principal\" begins with the directions along which the features vary most, \"random\" with a random "
             "projection.",
         .type = Type::Choice,
         .defaultValue = std::string("principal"),
         .choices = {"principal", "random"},
         .advanced = true},
        {.id = "alpha",
         .title = "Share of pairwise similarity",
         .help = "The rest is the contextual similarity: how many neighbours two patches have in common.",
         .type = Type::Real,
         .defaultValue = 0.5,
         .minimum = 0,
         .maximum = 1,
         .advanced = true},
        {.id = "sigma",
         .title = "Width of pairwise similarity",
         .help =
             "In units of the step's mean squared distance. Smaller values call only the nearest patches similar.",
         .type = Type::Real,
         .defaultValue = 0.1,
         .minimum = 0.001,
         .maximum = 1000,
         .advanced = true},
        {.id = "context_neighbours",
         .title = "Neighbours for contextual similarity",
         .help = "k of equation 2. A patch counts as its own first neighbour.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{5},
         .minimum = 2,
         .maximum = 100,
         .advanced = true},
        {.id = "margin",
         .title = "Margin",
         .help = "Dissimilar patches are pushed apart up to this multiple of the mean distance.",
         .type = Type::Real,
         .defaultValue = 1.0,
         .minimum = 0.01,
         .maximum = 10,
         .advanced = true},
        {.id = "target_rate",
         .title = "Inertia of the targets",
         .help = "Share that the moving averages keep at each step. Closer to 1 is steadier and slower.",
         .type = Type::Real,
         .defaultValue = 0.97,
         .minimum = 0,
         .maximum = 1,
         .advanced = true},
    };
}

std::vector<ParameterSpec> reconPatchParameters()
{
    ParameterSpec ratio = patchCoreParameter("coreset_ratio");
    ratio.help = "Share of the normal patches kept in the memory bank. Larger banks are slower and rarely better.";
    std::vector<ParameterSpec> specs{ratio, patchCoreParameter("layers")};
    std::ranges::move(trainingParameters(), std::back_inserter(specs));
    for (const char *id : {"embedding", "target_dimension", "neighbourhood", "reweight_neighbours", "projection",
                           "coverage_radius", "index"}) {
        specs.push_back(patchCoreParameter(id));
        specs.back().advanced = true;
    }
    return specs;
}

PatchExtent reconPatchExtentFor(const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data)
{
    return expectedPatches(chosenLayers(values, backbone), ReConPatchOptions::from(values, 0).embedding, backbone,
                           data);
}

std::uint64_t bankBytes(const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data)
{
    const ReConPatchOptions options = ReConPatchOptions::from(values, 0);
    const PatchExtent extent = reconPatchExtentFor(values, backbone, data);
    const double kept = std::floor(extent.patches * options.coreset.ratio);
    const double outputs = options.outputs(extent.dimensions);
    return static_cast<std::uint64_t>(kept * (outputs * sizeof(float) + sizeof(NormalPatch)) +
                                      searchCost(options.search, kept, outputs).indexBytes);
}

std::uint64_t fittingBytes(const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data)
{
    const ReConPatchOptions options = ReConPatchOptions::from(values, 0);
    const PatchExtent extent = reconPatchExtentFor(values, backbone, data);
    const double outputs = options.outputs(extent.dimensions);
    const double batch = std::min<double>(options.training.patches, extent.patches);
    // The heads, their targets, gradients and running means; a step's pairs and vectors.
    const double weights = 6 * outputs * (extent.dimensions + outputs);
    const double step = 2 * batch * batch + batch * (extent.dimensions + 6 * outputs);
    // After training: the representations beside the features, then their projection for the coreset.
    const double after = extent.patches * std::max<double>(outputs, options.coreset.projectedDimensions + 2);
    const double features = extent.patches * extent.dimensions;
    return static_cast<std::uint64_t>(sizeof(float) * (features + weights + std::max(step, after)) +
                                      extent.patches * sizeof(NormalPatch)) +
           bankBytes(values, backbone, data);
}

DetectorOperations operations(const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data)
{
    const ReConPatchOptions options = ReConPatchOptions::from(values, 0);
    const PatchExtent extent = reconPatchExtentFor(values, backbone, data);
    const double outputs = options.outputs(extent.dimensions);
    const double batch = std::min<double>(options.training.patches, extent.patches);
    const double steps = static_cast<double>(options.epochs) *
                         std::ceil(static_cast<double>(data.normals) / static_cast<double>(options.batchPictures));
    // A step: two heads forward, back to inputs and weights, and their targets forward; all pairs of both spaces,
    // there and back. Then the representations of all patches, and their coreset.
    const double step = batch * outputs * (4 * extent.dimensions + 4 * outputs) + 6 * batch * batch * outputs;
    const SearchCost search = searchCost(options.search, extent.patches * options.coreset.ratio, outputs);
    return {steps * step + extent.patches * extent.dimensions * outputs +
                coresetOperations(extent.patches, outputs, options.coreset) + search.building,
            extent.ofPicture(data) * (outputs * extent.dimensions + search.query)};
}

} // namespace

DetectorInfo reConPatchInfo()
{
    DetectorInfo info;
    info.id = "reconpatch";
    info.title = "ReConPatch";
    info.paper =
        "Hyun et al., ReConPatch: Contrastive Patch Representation Learning for Industrial Anomaly Detection, "
        "WACV 2024, arXiv 2305.16713";
    info.analysisUnit = "patch";
    info.scoring = "As PatchCore, on a learnt representation: largest distance of a patch to its nearest neighbour, "
                   "reweighted.";
    info.memoryBank = "|X| \u00d7 \u03b3 (H \u00d7 W) \u00d7 D\u2032";
    info.backbones = "Wide ResNet-50-2";
    info.extraTraining = "a linear representation of patches, by contrastive learning";
    info.needsTraining = true;
    info.extendsMemoryBank = true;
    info.alignment = "not needed";
    info.advice = "Adapts PatchCore's features to the parts by a short training. Aims at the verdict on the picture; "
                  "where the exact place matters most, CFA is the better one.";
    info.exportable = true;
    info.parameters = reconPatchParameters();
    info.layers = chosenLayers;
    info.presets = {
        {"fast",
         "Fast",
         "A third of the epochs with half the patches: learns several times faster.",
         {{"epochs", std::int64_t{40}}, {"batch_patches", std::int64_t{256}}}},
        {"balanced", "Balanced", "The defaults: the paper's steps, each on a sample of its patches.", {}},
        {"accurate",
         "Accurate",
         "Steps on eight times as many patches, nearer to the paper: learns many times slower.",
         {{"batch_patches", std::int64_t{4096}}}},
    };
    info.memoryBankBytes = bankBytes;
    info.fittingBytes = fittingBytes;
    info.operations = operations;
    info.create = [](const ParameterValues &values, std::uint64_t seed) -> std::unique_ptr<Detector> {
        return std::make_unique<ReConPatch>(ReConPatchOptions::from(values, seed));
    };
    return info;
}

} // namespace spotcheck
