#include "detectors/patchcore.h"

#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "detectors/bankextension.h"
#include "detectors/bankscoring.h"
#include "detectors/coreset.h"
#include "detectors/layerchoice.h"
#include "detectors/memorybank.h"
#include "detectors/patchcollection.h"
#include "detectors/patchparameters.h"
#include "detectors/whitening.h"
#include "export/bankscript.h"
#include "export/layerscript.h"

namespace spotcheck {

namespace {

constexpr const char *whiteningName = "patchcore.whitening";

/// The longest features that are whitened.
double longestToWhiten(const std::string &choice)
{
    return choice == "on" ? std::numeric_limits<double>::infinity() : choice == "off" ? 0 : 512;
}

struct PatchCoreOptions {
    PatchEmbedding embedding;
    FeaturePrecision precision = FeaturePrecision::Single; ///< of the features before the coreset is chosen
    CoresetOptions coreset;
    double longestToWhiten = 0;
    BankScoring scoring;
    SearchMethod search = SearchMethod::Exact;

    static PatchCoreOptions from(const ParameterValues &values, std::uint64_t seed)
    {
        PatchCoreOptions options;
        options.embedding = embeddingFrom(values);
        options.precision = std::get<std::string>(values.at("feature_store")) == "half" ? FeaturePrecision::Half
                                                                                        : FeaturePrecision::Single;
        options.longestToWhiten = spotcheck::longestToWhiten(std::get<std::string>(values.at("whitening")));
        options.coreset.ratio = std::get<double>(values.at("coreset_ratio"));
        options.coreset.projectedDimensions = static_cast<int>(std::get<std::int64_t>(values.at("projection")));
        options.coreset.seed = seed;
        options.coreset.coverageRadius = std::get<double>(values.at("coverage_radius"));
        options.search = searchMethodFrom(values);
        options.scoring.neighbours = static_cast<int>(std::get<std::int64_t>(values.at("neighbours")));
        options.scoring.reweight = std::get<bool>(values.at("reweight"));
        options.scoring.reweightNeighbours =
            static_cast<int>(std::get<std::int64_t>(values.at("reweight_neighbours")));
        return options;
    }

    bool whitens(double dimensions) const { return dimensions <= longestToWhiten; }
};

class PatchCore : public Detector {
public:
    explicit PatchCore(PatchCoreOptions options) : m_options(options) {}

    FitSummary fit(const NormalFeatures &normals, JobMonitor &monitor, FitCheckpoint &) override
    {
        FeatureSample sample(m_options.longestToWhiten);
        PatchCollection patches =
            collectPatches(normals, m_options.embedding, m_options.precision, m_options.coreset, monitor, &sample);
        if (!sample.isEmpty()) {
            m_whitening = whiteningOf(std::move(sample), monitor);
            whiten(patches, normals, monitor);
        }
        const Coreset coreset = coresetOf(patches, m_options.coreset, monitor);
        m_bank.emplace(bankOf(patches, coreset, m_options.search, monitor));
        return {patches.count(), m_bank->size(), storedBytes(), coreset.radius};
    }

    PatchScores score(const FeatureMaps &maps) const override
    {
        return m_options.scoring(m_bank.value(), represented(maps));
    }

    BankExtension extended(const FeatureMaps &maps, std::int32_t image, double radius) const override
    {
        auto larger = std::make_unique<PatchCore>(m_options);
        larger->m_whitening = m_whitening;
        larger->m_bank.emplace(extendedBank(m_bank.value(), represented(maps), image, m_options.coreset, radius));
        const std::int64_t stored = larger->m_bank->size();
        const std::uint64_t bytes = larger->storedBytes();
        return {std::move(larger), stored, bytes};
    }

    void save(ModelWriter &writer) const override
    {
        m_bank->save(writer);
        if (m_whitening)
            m_whitening->save(writer, whiteningName);
    }

    void load(const ModelReader &reader) override
    {
        m_bank.emplace(MemoryBank::load(reader, m_options.search));
        if (m_options.whitens(m_bank->dimensions()))
            m_whitening = LinearRepresentation::load(reader, whiteningName, m_bank->dimensions());
    }

    void describe(ModuleScript &script) const override
    {
        addEmbedding(script, m_options.embedding);
        addBankScoring(script, m_options.scoring, m_bank.value());
        if (m_whitening) {
            m_whitening->describe(script);
            return;
        }
        script.methods(R"(
def features(self, layers: List[Tensor]) -> Tensor:
    return self.embedded(layers)
)");
    }

private:
    void whiten(PatchCollection &patches, const NormalFeatures &normals, JobMonitor &monitor) const
    {
        if (patches.count() > 0)
            return represent(patches, *m_whitening, monitor);
        // To be rounded: they are taken once more, so that the coreset is that of single precision.
        patches = collectPatches(
            normals, [this](const FeatureMaps &maps) { return represented(maps); }, m_options.precision,
            m_options.coreset, monitor);
    }

    std::uint64_t storedBytes() const
    {
        return m_bank->bytes() + (m_whitening ? m_whitening->matrix.size() * sizeof(float) : 0);
    }

    PatchGrid represented(const FeatureMaps &maps) const
    {
        PatchGrid patches = m_options.embedding(maps);
        return m_whitening ? (*m_whitening)(patches) : patches;
    }

    PatchCoreOptions m_options;
    std::optional<LinearRepresentation> m_whitening;
    std::optional<MemoryBank> m_bank;
};

std::vector<ParameterSpec> patchCoreParameters()
{
    using Type = ParameterSpec::Type;
    std::vector<ParameterSpec> specs{
        {.id = "coreset_ratio",
         .title = "Coreset ratio",
         .help = "Share of the normal patches kept in the memory bank. The paper uses 0.25, 0.1 and 0.01; larger "
                 "banks are slower and rarely better.",
         .type = Type::Real,
         .defaultValue = 0.01,
         .minimum = 0.0001,
         .maximum = 1.0},
        layerParameter({"layer2+layer3", "layer1+layer2", "layer1+layer2+layer3", "layer2", "layer3"}),
        {.id = "whitening",
         .title = "Whitening",
         .help =
             "Patch features are multiplied so that normal patches vary alike in every direction: what is unusual "
             "for these parts then counts, not what is large. \"auto\": where features have at most 512 values; "
             "with longer ones inspection takes noticeably longer.",
         .type = Type::Choice,
         .defaultValue = std::string("auto"),
         .choices = {"auto", "on", "off"}},
        {.id = "neighbours",
         .title = "Nearest neighbours",
         .help = "A patch's score is its mean squared distance to this many nearest normal patches.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{1},
         .minimum = 1,
         .maximum = 50},
        {.id = "reweight",
         .title = "Reweight the image score",
         .help = "Equation 7 of the paper: lowers the score of a picture whose nearest normal patch is a common one. "
                 "The published numbers were made without it.",
         .type = Type::Switch,
         .defaultValue = false},
        {.id = "reweight_neighbours",
         .title = "Neighbours for reweighting",
         .help = "b of equation 7.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{9},
         .minimum = 1,
         .maximum = 100,
         .advanced = true},
        {.id = "projection",
         .title = "Projection for the coreset",
         .help = "Patch features are projected to this many random directions before the coreset is chosen; 0 uses "
                 "them as they are. The memory bank keeps the whole features either way.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{128},
         .minimum = 0,
         .maximum = 1024,
         .advanced = true},
        {.id = "feature_store",
         .title = "Features while learning",
         .help = "How the features of all normal patches wait for the choice of the coreset. \"half\" rounds them to "
                 "half precision, which takes half the memory and changes scores by about a thousandth. Needs a "
                 "projection; with whitening the pictures are read twice.",
         .type = Type::Choice,
         .defaultValue = std::string("single"),
         .choices = {"single", "half"},
         .advanced = true},
    };
    std::ranges::move(bankParameters(), std::back_inserter(specs));
    std::ranges::move(embeddingParameters(), std::back_inserter(specs));
    return specs;
}

PatchExtent patchCoreExtentFor(const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data)
{
    return expectedPatches(chosenLayers(values, backbone), PatchCoreOptions::from(values, 0).embedding, backbone,
                           data);
}

} // namespace

DetectorInfo patchCoreInfo()
{
    DetectorInfo info;
    info.id = "patchcore";
    info.title = "PatchCore";
    info.paper = "Roth et al., Towards Total Recall in Industrial Anomaly Detection, CVPR 2022, arXiv 2106.08265";
    info.analysisUnit = "patch";
    info.scoring = "Largest distance of a patch to its nearest neighbour in a memory bank of normal patches.";
    info.memoryBank = "|X| \u00d7 \u03b3 (H \u00d7 W) \u00d7 D\u2032";
    info.backbones = "Wide ResNet-50-2";
    info.extraTraining = "none";
    info.alignment = "not needed";
    info.advice = "The first choice for most parts: finds small defects, needs no alignment, and learns in a minute. "
                  "Shows the normal patch that a hot spot was compared with.";
    info.extendsMemoryBank = true;
    info.exportable = true;
    info.parameters = patchCoreParameters();
    info.layers = chosenLayers;
    info.presets = {
        {"fast", "Fast", "A quarter of the memory bank.", {{"coreset_ratio", 0.0025}}},
        {"balanced", "Balanced", "The defaults: what the paper calls 1 %.", {}},
        {"accurate",
         "Accurate",
         "The paper's 10 % of all patches: training and inspection take several times as long.",
         {{"coreset_ratio", 0.1}}},
    };
    info.memoryBankBytes = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        const PatchExtent extent = patchCoreExtentFor(values, backbone, data);
        const double kept = std::floor(extent.patches * std::get<double>(values.at("coreset_ratio")));
        const SearchCost search = searchCost(searchMethodFrom(values), kept, extent.dimensions);
        const bool whitens = PatchCoreOptions::from(values, 0).whitens(extent.dimensions);
        const double whitening = whitens ? sizeof(float) * extent.dimensions * extent.dimensions : 0;
        return static_cast<std::uint64_t>(kept * (extent.dimensions * sizeof(float) + sizeof(NormalPatch)) +
                                          search.indexBytes + whitening);
    };
    info.fittingBytes = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        const PatchExtent extent = patchCoreExtentFor(values, backbone, data);
        const PatchCoreOptions options = PatchCoreOptions::from(values, 0);
        const double ratio = options.coreset.ratio;
        const SearchCost search = searchCost(options.search, extent.patches * ratio, extent.dimensions);
        const bool projects = options.coreset.projects(static_cast<int>(extent.dimensions));
        const std::size_t value = bytesOf(projects ? options.precision : FeaturePrecision::Single);
        const double projected = projects ? options.coreset.projectedDimensions : 0;
        // Features, their projection with per-patch notes, the coreset, its index.
        return static_cast<std::uint64_t>(
            extent.patches * (static_cast<double>(value) * extent.dimensions +
                              sizeof(float) * (extent.dimensions * ratio + projected + 5) + sizeof(NormalPatch)) +
            search.indexBytes +
            (options.whitens(extent.dimensions) ? whiteningBytes(extent.patches, extent.dimensions) : 0));
    };
    info.operations = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        const PatchExtent extent = patchCoreExtentFor(values, backbone, data);
        const PatchCoreOptions options = PatchCoreOptions::from(values, 0);
        const bool whitens = options.whitens(extent.dimensions);
        const SearchCost search =
            searchCost(options.search, extent.patches * options.coreset.ratio, extent.dimensions, whitens);
        const double whitening = whitens ? whiteningOperations(extent.patches, extent.dimensions) : 0;
        const double whitened = whitens ? extent.dimensions * extent.dimensions : 0;
        return DetectorOperations{coresetOperations(extent.patches, extent.dimensions, options.coreset) + whitening +
                                      search.building,
                                  extent.ofPicture(data) * (whitened + search.query)};
    };
    info.create = [](const ParameterValues &values, std::uint64_t seed) -> std::unique_ptr<Detector> {
        return std::make_unique<PatchCore>(PatchCoreOptions::from(values, seed));
    };
    return info;
}

} // namespace spotcheck
