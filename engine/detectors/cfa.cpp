#include "detectors/cfa.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include <spotcheck/core/error.h>

#include "detectors/cfatensors.h"
#include "detectors/cfatraining.h"
#include "detectors/distancerows.h"
#include "detectors/searchbounds.h"
#include "detectors/imagescore.h"
#include "detectors/kmeans.h"
#include "detectors/layerchoice.h"
#include "detectors/patchembedding.h"
#include "export/bankscript.h"
#include "export/descriptorscript.h"

namespace spotcheck {

namespace {

constexpr int neighbourhood = 3;
constexpr std::int64_t picturesAStep = 4; ///< the authors' batch

struct CfaOptions {
    CfaLossOptions loss;
    std::int64_t bankCompression = 1;      ///< gamma_c: positions for each centroid
    std::int64_t dimensionCompression = 1; ///< gamma_d: channels for each output of the descriptor
    std::int64_t epochs = 30;
    double learningRate = 1e-3;
    std::uint64_t seed = 0;

    static CfaOptions from(const ParameterValues &values, std::uint64_t seed)
    {
        CfaOptions options;
        options.loss.attracted = static_cast<int>(std::get<std::int64_t>(values.at("neighbours")));
        options.loss.repelled = static_cast<int>(std::get<std::int64_t>(values.at("hard_negatives")));
        options.loss.margin = std::get<double>(values.at("margin"));
        options.bankCompression = std::get<std::int64_t>(values.at("bank_compression"));
        options.dimensionCompression = std::get<std::int64_t>(values.at("dimension_compression"));
        options.epochs = std::get<std::int64_t>(values.at("epochs"));
        options.learningRate = std::get<double>(values.at("learning_rate"));
        options.seed = seed;
        return options;
    }

    /// No fewer than the losses look at, so that small grids keep all of theirs.
    std::int64_t centroids(std::int64_t positions) const
    {
        const std::int64_t least = loss.attracted + loss.repelled;
        return std::min(positions, std::max(least, positions / bankCompression));
    }

    std::int64_t outputs(std::int64_t channels) const
    {
        return std::max<std::int64_t>(1, channels / dimensionCompression);
    }
};

PooledLayers pooled(const FeatureMaps &maps)
{
    PooledLayers layers;
    for (const FeatureMap &map : maps)
        layers.push_back(meanNeighbourhoods(map, neighbourhood));
    return layers;
}

/// The sum of pictures' layers, in double precision: they may be many.
class LayerMean {
public:
    void add(const PooledLayers &layers)
    {
        m_sums.resize(layers.size());
        for (std::size_t index = 0; index < layers.size(); ++index) {
            const std::vector<float> &values = layers[index].values;
            m_sums[index].resize(values.size());
            for (std::size_t i = 0; i < values.size(); ++i)
                m_sums[index][i] += values[i];
        }
        m_shape = layers;
        ++m_count;
    }

    PooledLayers mean() const
    {
        PooledLayers layers = m_shape;
        for (std::size_t index = 0; index < layers.size(); ++index) {
            for (std::size_t i = 0; i < m_sums[index].size(); ++i)
                layers[index].values[i] = static_cast<float>(m_sums[index][i] / static_cast<double>(m_count));
        }
        return layers;
    }

private:
    PooledLayers m_shape; ///< values are of no account
    std::vector<std::vector<double>> m_sums;
    std::int64_t m_count = 0;
};

bool sameShape(const PooledLayers &a, const PooledLayers &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const PatchGrid &left, const PatchGrid &right) {
        return left.rows == right.rows && left.columns == right.columns && left.dimensions == right.dimensions;
    });
}

class Cfa : public Detector {
public:
    explicit Cfa(CfaOptions options) : m_options(options) {}

    FitSummary fit(const NormalFeatures &normals, JobMonitor &monitor, FitCheckpoint &checkpoint) override
    {
        std::vector<PooledLayers> pictures;
        LayerMean sum;
        normals.forEachMaps(monitor, [&](std::int64_t, const FeatureMaps &maps) {
            pictures.push_back(pooled(maps));
            if (!sameShape(pictures.back(), pictures.front()))
                throw Error(ErrorCode::ModelInvalid, "the pictures' feature maps differ in size");
            sum.add(pictures.back());
        });

        std::vector<int> channels;
        for (const PatchGrid &layer : pictures.front())
            channels.push_back(layer.dimensions);
        const int inputs = std::accumulate(channels.begin(), channels.end(), 0);
        m_descriptor = CfaDescriptor(channels, static_cast<int>(m_options.outputs(inputs)), m_options.seed);
        // The descriptor is linear: its mean output is its output for the mean picture.
        const PatchGrid mean = m_descriptor(sum.mean());
        const auto positions = static_cast<std::int64_t>(mean.patches());
        m_bank.emplace(
            clusterCentroids(mean.values, mean.dimensions, m_options.centroids(positions), m_options.seed, monitor),
            mean.dimensions, std::vector<NormalPatch>());

        CfaTraining training(m_descriptor, *m_bank, pictures, m_options.loss, m_options.learningRate,
                             CfaTensors::onCard(*m_bank, m_options.loss));
        const ExtraTrainingSummary trained = runExtraTraining(
            training, {normals.size(), picturesAStep, m_options.epochs, m_options.seed}, monitor, checkpoint);
        FitSummary summary;
        summary.patches = positions * normals.size();
        summary.stored = m_bank->size();
        summary.bankBytes = m_bank->bytes();
        summary.lastLoss = trained.losses.back();
        return summary;
    }

    PatchScores score(const FeatureMaps &maps) const override
    {
        const PatchGrid grid = m_descriptor(pooled(maps));
        const MemoryBank::Neighbours found = m_bank->search(grid.values, m_options.loss.attracted);
        const auto dimensions = static_cast<std::size_t>(grid.dimensions);
        const auto perQuery = static_cast<std::size_t>(found.perQuery);

        PatchScores result;
        result.rows = grid.rows;
        result.columns = grid.columns;
        std::vector<double> distances(perQuery);
        for (std::size_t patch = 0; patch < grid.patches(); ++patch) {
            const std::span<const float> descriptor(grid.values.data() + patch * dimensions, dimensions);
            for (std::size_t k = 0; k < perQuery; ++k) {
                const auto index = static_cast<std::size_t>(found.indices[patch * perQuery + k]);
                distances[k] = std::sqrt(static_cast<double>(
                    squaredDistance(descriptor, m_bank->vectors().subspan(index * dimensions, dimensions))));
            }
            result.scores.push_back(static_cast<float>(certainDistance(distances)));
        }
        result.imageScore = *std::max_element(result.scores.begin(), result.scores.end());
        return result;
    }

    void save(ModelWriter &writer) const override
    {
        writer.floats(centroidsName, {m_bank->size(), m_bank->dimensions()}, m_bank->vectors());
        m_descriptor.save(writer);
    }

    void load(const ModelReader &reader) override
    {
        m_descriptor = CfaDescriptor::load(reader);
        const std::vector<std::int64_t> shape = reader.shape(centroidsName);
        if (shape.size() != 2 || shape[0] < 1 || shape[1] != m_descriptor.outputs())
            reader.fail("the centroids do not fit the descriptor");
        const std::span<const float> centroids = reader.floatView(centroidsName, shape);
        m_bank.emplace(std::vector<float>(centroids.begin(), centroids.end()), m_descriptor.outputs(),
                       std::vector<NormalPatch>());
    }

    void describe(ModuleScript &script) const override
    {
        addDescriptor(script, m_descriptor, neighbourhood);
        addBankSearch(script, m_bank.value());
        script.constant("neighbours", std::min<std::int64_t>(m_options.loss.attracted, m_bank->size()));
        script.methods(R"(
def features(self, layers: List[Tensor]) -> Tensor:
    return self.described(layers)

def judged(self, patches: Tensor) -> Tuple[Tensor, Tensor]:
    distances = torch.sqrt(self.squared_distances(patches, self.nearest(patches, self.neighbours)))
    nearest = torch.amin(distances, [1], True)
    scores = torch.squeeze(nearest, 1) / torch.sum(torch.exp(nearest - distances), [1])
    return scores, torch.max(scores)
)");
    }

private:
    static constexpr const char *centroidsName = "centroids";

    /// Sec. 3.4: the nearest distance times its share in the softmin of all: exp(-d_1) / sum over k of exp(-d_k).
    static double certainDistance(const std::vector<double> &distances)
    {
        const double nearest = *std::min_element(distances.begin(), distances.end());
        double sum = 0;
        for (const double distance : distances)
            sum += std::exp(nearest - distance);
        return nearest / sum;
    }

    CfaOptions m_options;
    CfaDescriptor m_descriptor;
    std::optional<MemoryBank> m_bank; ///< the centroids
};

std::vector<ParameterSpec> cfaParameters()
{
    using Type = ParameterSpec::Type;
    return {
        {.id = "bank_compression",
         .title = "Positions a centroid",
         .help = "\u03b3c: the memory bank holds one centroid for this many positions of the grid, by k-means. Above "
                 "1 it is "
                 "faster and smaller, but rare places of the part lose their centroid and look defective.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{1},
         .minimum = 1,
         .maximum = 64},
        {.id = "epochs",
         .title = "Epochs",
         .help = "How often the training goes through all pictures. The last epoch's state is kept.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{10},
         .minimum = 1,
         .maximum = 500},
        {.id = "dimension_compression",
         .title = "Channels a dimension",
         .help = "\u03b3d: the adapted features have one dimension for this many channels of the backbone. Larger is "
                 "faster and takes less memory.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{1},
         .minimum = 1,
         .maximum = 16},
        layerParameter({"layer1+layer2+layer3", "layer1+layer2", "layer2+layer3", "layer1", "layer2", "layer3"}),
        imageScoreParameter(),
        {.id = "neighbours",
         .title = "Nearest centroids",
         .help = "K: features are drawn to this many nearest centroids, and scored by them.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{3},
         .minimum = 1,
         .maximum = 20,
         .advanced = true},
        {.id = "hard_negatives",
         .title = "Hard negatives",
         .help = "J: features are kept away from this many centroids after the nearest ones.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{3},
         .minimum = 0,
         .maximum = 20,
         .advanced = true},
        {.id = "margin",
         .title = "Margin",
         .help = "\u03b1: squared distance beyond the sphere that is left to the hard negatives.",
         .type = Type::Real,
         .defaultValue = 0.1,
         .minimum = 0,
         .maximum = 10,
         .advanced = true},
        {.id = "learning_rate",
         .title = "Learning rate",
         .help = "Of AdamW, the same in all epochs.",
         .type = Type::Real,
         .defaultValue = 1e-3,
         .minimum = 1e-6,
         .maximum = 0.1,
         .advanced = true},
    };
}

/// Sizes for a data set, before a training.
struct CfaExtent {
    double positions = 0; ///< of the grid
    double centroids = 0;
    double outputs = 0;
    double weights = 0;
    double pooledValues = 0; ///< of one picture
    double epochs = 0;
};

CfaExtent cfaExtentFor(const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data)
{
    const CfaOptions options = CfaOptions::from(values, 0);
    const std::vector<std::string> layers = chosenLayers(values, backbone);
    CfaExtent extent;
    std::int64_t channels = 0;
    for (const std::string &name : layers) {
        const BackboneLayer &layer = backbone.layer(name);
        channels += layer.channels;
        extent.pooledValues += static_cast<double>(data.grid(layer).area()) * layer.channels;
    }
    const std::int64_t positions = data.grid(backbone.layer(layers.front())).area();
    extent.positions = static_cast<double>(positions);
    extent.centroids = static_cast<double>(options.centroids(positions));
    extent.outputs = static_cast<double>(options.outputs(channels));
    extent.epochs = static_cast<double>(options.epochs);
    extent.weights = extent.outputs * static_cast<double>(channels + 3); // two coordinates and the bias
    return extent;
}

} // namespace

DetectorInfo cfaInfo()
{
    DetectorInfo info;
    info.id = "cfa";
    info.title = "CFA";
    info.paper = "Lee, Lee and Song, CFA: Coupled-Hypersphere-Based Feature Adaptation for Target-Oriented Anomaly "
                 "Localization, IEEE Access 2022, arXiv 2206.04325";
    info.analysisUnit = "patch";
    info.scoring =
        "Largest distance of an adapted patch feature to its nearest centroid, weighted by how clearly that "
        "one is the nearest.";
    info.memoryBank = "(H \u00d7 W) / \u03b3c \u00d7 D / \u03b3d";
    info.backbones = "ResNet-18, Wide ResNet-50-2, EfficientNet-B5, VGG-19";
    info.extraTraining = "a linear layer over the patch features";
    info.alignment = "not needed, but helps";
    info.advice =
        "When defects are to be outlined closely, or the memory bank must stay small whatever the number of "
        "pictures. Needs a training of some minutes.";
    info.needsTraining = true;
    info.exportable = true;
    info.parameters = cfaParameters();
    info.layers = chosenLayers;
    info.presets = {
        {"fast", "Fast", "Three epochs.", {{"epochs", std::int64_t{3}}}},
        {"balanced", "Balanced", "The defaults: a third of the paper's epochs.", {}},
        {"accurate",
         "Accurate",
         "The paper's epochs: training takes three times as long.",
         {{"epochs", std::int64_t{30}}}},
    };
    info.memoryBankBytes = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        const CfaExtent extent = cfaExtentFor(values, backbone, data);
        return static_cast<std::uint64_t>(extent.centroids * extent.outputs * sizeof(float));
    };
    info.fittingBytes = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        const CfaExtent extent = cfaExtentFor(values, backbone, data);
        const double normals = static_cast<double>(data.normals);
        const double batch = std::min(normals, static_cast<double>(picturesAStep));
        // The pictures' pooled maps and their mean (in double precision, twice in single); the centroids as they are
        // made and in the index; of a step the descriptors, their gradients and two layers brought to the grid; the
        // weights, their gradient of each picture and in all, and the optimizer's three means.
        return static_cast<std::uint64_t>(
            sizeof(float) * (extent.pooledValues * (normals + 4) + 2 * extent.centroids * extent.outputs +
                             4 * batch * extent.positions * extent.outputs + extent.weights * (batch + 5)));
    };
    info.operations = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        const CfaExtent extent = cfaExtentFor(values, backbone, data);
        // The descriptor of each layer at its own grid, and the nearest centroids of every position. A training step
        // also goes back to the weights. Where several nearest ones are sought, more has to be measured: two to three
        // times as much by measurement, losses included.
        const double descriptor = extent.pooledValues * extent.outputs;
        const double search = extent.positions * SearchBounds::multiplyAdds(extent.centroids, extent.outputs);
        return DetectorOperations{extent.epochs * static_cast<double>(data.normals) * (2 * descriptor + 3 * search),
                                  descriptor + 2 * search};
    };
    info.create = [](const ParameterValues &values, std::uint64_t seed) -> std::unique_ptr<Detector> {
        return std::make_unique<Cfa>(CfaOptions::from(values, seed));
    };
    return info;
}

} // namespace spotcheck
