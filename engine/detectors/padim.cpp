#include "detectors/padim.h"

#include <algorithm>
#include <optional>

#include <spotcheck/core/error.h>

#include "detectors/channelsubset.h"
#include "detectors/imagescore.h"
#include "detectors/layerchoice.h"
#include "detectors/positiongaussians.h"
#include "detectors/positionmoments.h"
#include "export/gaussianscript.h"
#include "model/modelfile.h"

namespace spotcheck {

namespace {

struct PadimOptions {
    int channels = 100;    ///< of all layers together, drawn by seed
    double epsilon = 0.01; ///< added to the diagonal of each covariance
    std::uint64_t seed = 0;

    static PadimOptions from(const ParameterValues &values, std::uint64_t seed)
    {
        return {static_cast<int>(std::get<std::int64_t>(values.at("channels"))),
                std::get<double>(values.at("epsilon")), seed};
    }
};

std::string gridText(int rows, int columns)
{
    return std::to_string(columns) + " x " + std::to_string(rows);
}

class Padim : public Detector {
public:
    explicit Padim(PadimOptions options) : m_options(options) {}

    FitSummary fit(const NormalFeatures &normals, JobMonitor &monitor, FitCheckpoint &) override
    {
        if (normals.size() < 2)
            throw Error(ErrorCode::NotEnoughNormals, "PaDiM learns from at least two different pictures, and one "
                                                     "more is held out to set the threshold by: at least three are "
                                                     "needed, better 50 or more");
        std::optional<PositionMoments> moments;
        normals.forEachMaps(monitor, [&](std::int64_t, const FeatureMaps &maps) {
            if (!m_subset)
                m_subset = ChannelSubset::random(totalChannels(maps), m_options.channels, m_options.seed);
            PatchGrid grid = (*m_subset)(maps);
            if (!moments)
                moments.emplace(grid.rows, grid.columns, grid.dimensions);
            if (grid.rows != moments->rows() || grid.columns != moments->columns()) {
                throw Error(ErrorCode::InvalidParameter,
                            "one picture gives a grid of " + gridText(grid.rows, grid.columns) +
                                ", the first one of " + gridText(moments->rows(), moments->columns()) +
                                ": PaDiM compares place by place and needs one input size");
            }
            moments->add(std::move(grid), monitor);
        });
        m_gaussians = PositionGaussians::fit(*moments, m_options.epsilon, monitor);
        const std::int64_t positions = static_cast<std::int64_t>(m_gaussians->rows()) * m_gaussians->columns();
        return {.patches = positions * moments->pictures(),
                .stored = positions,
                .bankBytes = m_gaussians->bytes() + m_subset->channels().size() * sizeof(std::int32_t)};
    }

    PatchScores score(const FeatureMaps &maps) const override
    {
        if (!m_gaussians || m_subset->channels().back() >= totalChannels(maps))
            throw Error(ErrorCode::ModelInvalid, "the Gaussians do not fit the backbone's features");
        const PatchGrid grid = (*m_subset)(maps);
        if (grid.rows != m_gaussians->rows() || grid.columns != m_gaussians->columns()) {
            throw Error(ErrorCode::InvalidParameter,
                        "the picture gives a grid of " + gridText(grid.rows, grid.columns) +
                            ", the model has one of " + gridText(m_gaussians->rows(), m_gaussians->columns()) +
                            ": PaDiM compares place by place and needs the input size of its training");
        }
        PatchScores result;
        result.rows = grid.rows;
        result.columns = grid.columns;
        result.scores = m_gaussians->distances(grid);
        result.imageScore = *std::max_element(result.scores.begin(), result.scores.end());
        return result;
    }

    void save(ModelWriter &writer) const override
    {
        writer.integers("gaussians.channels", {m_gaussians->dimensions()}, m_subset->channels());
        m_gaussians->save(writer);
    }

    void load(const ModelReader &reader) override
    {
        m_gaussians = PositionGaussians::load(reader);
        std::vector<std::int32_t> channels = reader.integers("gaussians.channels", {m_gaussians->dimensions()});
        if (channels.front() < 0 ||
            std::adjacent_find(channels.begin(), channels.end(), std::greater_equal<>()) != channels.end())
            reader.fail("the chosen channels are not in order");
        m_subset.emplace(std::move(channels));
    }

    void describe(ModuleScript &script) const override
    {
        addChannelSubset(script, m_subset.value());
        addPositionGaussians(script, m_gaussians.value());
        script.methods(R"(
def features(self, layers: List[Tensor]) -> Tensor:
    return self.chosen(layers)
)");
    }

private:
    PadimOptions m_options;
    std::optional<ChannelSubset> m_subset;
    std::optional<PositionGaussians> m_gaussians;
};

std::vector<ParameterSpec> paDimParameters()
{
    using Type = ParameterSpec::Type;
    return {
        layerParameter({"layer1+layer2+layer3", "layer1+layer2", "layer2+layer3", "layer1", "layer2", "layer3"}),
        {.id = "channels",
         .title = "Channels",
         .help =
             "Channels kept of all layers together, drawn at random once. The paper uses 100 of a ResNet-18's 448 "
             "and 550 of a Wide ResNet-50's 1792. Memory and time grow with the square.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{100},
         .minimum = 1,
         .maximum = 2048},
        imageScoreParameter(),
        {.id = "epsilon",
         .title = "Regularisation",
         .help = "Added to the variance of each channel, so that few pictures give a usable covariance.",
         .type = Type::Real,
         .defaultValue = 0.01,
         .minimum = 1e-6,
         .maximum = 10,
         .advanced = true},
    };
}

/// Gaussians and their dimensions, before a training.
struct PaDimExtent {
    std::int64_t positions = 0;
    int dimensions = 0;
};

PaDimExtent paDimExtentFor(const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data)
{
    const std::vector<std::string> layers = chosenLayers(values, backbone);
    int available = 0;
    for (const std::string &name : layers)
        available += backbone.layer(name).channels;
    const cv::Size grid = data.grid(backbone.layer(layers.front()));
    return {static_cast<std::int64_t>(grid.width) * grid.height,
            std::min(available, PadimOptions::from(values, 0).channels)};
}

} // namespace

DetectorInfo padimInfo()
{
    DetectorInfo info;
    info.id = "padim";
    info.title = "PaDiM";
    info.paper = "Defard et al., PaDiM: a Patch Distribution Modeling Framework for Anomaly Detection and "
                 "Localization, ICPR 2020 Workshops, arXiv 2011.08785";
    info.analysisUnit = "patch";
    info.scoring = "Largest Mahalanobis distance of a patch to the Gaussian of its own position.";
    info.memoryBank = "H \u00d7 W \u00d7 (D + D\u00b2)";
    info.backbones = "ResNet-18, Wide ResNet-50-2, EfficientNet-B5";
    info.extraTraining = "none";
    info.alignment = "needed: compares place by place";
    info.advice =
        "For parts that always lie alike, and for even textures. Its memory does not grow with the number of "
        "pictures, and it tells what varies at a place from what must not.";
    info.needsAlignment = true;
    info.exportable = true;
    info.parameters = paDimParameters();
    info.layers = chosenLayers;
    info.presets = {
        {"fast", "Fast", "Half the channels: a quarter of the memory.", {{"channels", std::int64_t{50}}}},
        {"balanced", "Balanced", "The defaults: 100 channels, what the paper takes of a ResNet-18.", {}},
        {"accurate",
         "Accurate",
         "550 channels, what the paper takes of a Wide ResNet-50: up to thirty times the memory and time.",
         {{"channels", std::int64_t{550}}}},
    };
    info.memoryBankBytes = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        const PaDimExtent extent = paDimExtentFor(values, backbone, data);
        return PositionGaussians::bytesFor(extent.positions, extent.dimensions) +
               static_cast<std::uint64_t>(extent.dimensions) * sizeof(std::int32_t);
    };
    info.fittingBytes = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        const PaDimExtent extent = paDimExtentFor(values, backbone, data);
        // The factors grow into the place of the moments, which are twice as long.
        return PositionMoments::bytesFor(static_cast<double>(extent.positions), extent.dimensions);
    };
    info.operations = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        const PaDimExtent extent = paDimExtentFor(values, backbone, data);
        const auto positions = static_cast<double>(extent.positions);
        const double dimensions = extent.dimensions;
        // Half a matrix for each picture, then a Cholesky factor at each position; both in double precision, which
        // counts twice.
        return DetectorOperations{positions * (static_cast<double>(data.normals) * dimensions * dimensions +
                                               dimensions * dimensions * dimensions / 3),
                                  positions * dimensions * dimensions / 2};
    };
    info.create = [](const ParameterValues &values, std::uint64_t seed) -> std::unique_ptr<Detector> {
        return std::make_unique<Padim>(PadimOptions::from(values, seed));
    };
    return info;
}

} // namespace spotcheck
