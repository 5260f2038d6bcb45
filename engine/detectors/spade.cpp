#include "detectors/spade.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "detectors/featuregallery.h"
#include "detectors/globalaverage.h"
#include "detectors/layerchoice.h"
#include "detectors/memorybank.h"
#include "detectors/pyramidsearch.h"
#include "detectors/pyramidtensors.h"

namespace spotcheck {

namespace {

struct SpadeOptions {
    std::vector<std::string> pyramidLayers;
    std::string imageLayer;
    int neighbours = 50;    ///< K: the image score is the mean squared distance to the K nearest normals
    int galleryImages = 50; ///< of how many nearest normals the pyramids are compared with

    static SpadeOptions from(const ParameterValues &values)
    {
        SpadeOptions options;
        options.pyramidLayers = splitLayers(std::get<std::string>(values.at("layers")));
        options.imageLayer = std::get<std::string>(values.at("image_layer"));
        options.neighbours = static_cast<int>(std::get<std::int64_t>(values.at("neighbours")));
        options.galleryImages = static_cast<int>(std::get<std::int64_t>(values.at("gallery_images")));
        return options;
    }

    /// Where the image layer is among the maps: one of the pyramid's, or after them.
    std::size_t imageLayerIndex() const
    {
        return static_cast<std::size_t>(std::find(pyramidLayers.begin(), pyramidLayers.end(), imageLayer) -
                                        pyramidLayers.begin());
    }
};

std::vector<std::string> layersOf(const ParameterValues &values, const BackboneInfo &backbone)
{
    std::vector<std::string> layers = chosenLayers(values, backbone);
    const SpadeOptions options = SpadeOptions::from(values);
    if (options.imageLayerIndex() == layers.size())
        layers.push_back(backbone.layer(options.imageLayer).name);
    return layers;
}

class Spade : public Detector {
public:
    explicit Spade(SpadeOptions options) : m_options(std::move(options)) {}

    FitSummary fit(const NormalFeatures &normals, JobMonitor &monitor, FitCheckpoint &) override
    {
        m_gallery = {};
        std::vector<float> averages;
        std::vector<NormalPatch> origins;
        normals.forEachMaps(monitor, [&](std::int64_t image, const FeatureMaps &maps) {
            m_gallery.add(pyramidOf(maps), normals.size());
            const std::vector<float> average = averageOf(maps);
            averages.insert(averages.end(), average.begin(), average.end());
            origins.push_back({static_cast<std::int32_t>(image), 0, 0});
        });
        const auto dimensions = static_cast<int>(averages.size() / origins.size());
        m_images.emplace(std::move(averages), dimensions, std::move(origins));
        m_card = PyramidTensors::onCard(m_gallery);
        const std::int64_t pyramids = m_gallery.pictures() * m_gallery.rows() * m_gallery.columns();
        return {pyramids, pyramids, m_gallery.bytes() + m_images->bytes()};
    }

    PatchScores score(const FeatureMaps &maps) const override
    {
        const std::vector<float> average = averageOf(maps);
        if (!m_images || static_cast<int>(average.size()) != m_images->dimensions())
            throw Error(ErrorCode::ModelInvalid, "the gallery does not fit the backbone's features");
        const MemoryBank::Neighbours images =
            m_images->search(average, std::max(m_options.neighbours, m_options.galleryImages));
        const auto found = static_cast<std::ptrdiff_t>(images.indices.size());
        const auto scored = std::min<std::ptrdiff_t>(found, m_options.neighbours);
        const auto compared = std::min<std::ptrdiff_t>(found, m_options.galleryImages);

        PatchScores result;
        const auto distances = images.squaredDistances.begin();
        result.imageScore =
            static_cast<float>(std::accumulate(distances, distances + scored, 0.0) / static_cast<double>(scored));
        result.rows = maps.front().height;
        result.columns = maps.front().width;
        NearestPyramids nearest =
            nearestPyramids(m_gallery, std::span(images.indices).first(static_cast<std::size_t>(compared)),
                            pyramidOf(maps), m_card.get());
        result.scores = std::move(nearest.squaredDistances);
        result.nearest = std::move(nearest.positions);
        return result;
    }

    void save(ModelWriter &writer) const override
    {
        m_images->save(writer);
        m_gallery.save(writer);
    }

    void load(const ModelReader &reader) override
    {
        m_images.emplace(MemoryBank::load(reader));
        m_gallery = FeatureGallery::load(reader);
        if (m_images->size() != m_gallery.pictures())
            reader.fail("the gallery and the memory bank are of different pictures");
        m_card = PyramidTensors::onCard(m_gallery);
    }

private:
    std::span<const FeatureMap> pyramidOf(const FeatureMaps &maps) const
    {
        return std::span(maps).first(std::min(maps.size(), m_options.pyramidLayers.size()));
    }

    std::vector<float> averageOf(const FeatureMaps &maps) const
    {
        const std::vector<double> average = globalAverage(maps.at(m_options.imageLayerIndex()));
        return {average.begin(), average.end()};
    }

    SpadeOptions m_options;
    FeatureGallery m_gallery; ///< for the pixels
    std::unique_ptr<const PyramidTensors> m_card;
    std::optional<MemoryBank> m_images; ///< the average feature of every normal picture, in the gallery's order
};

std::vector<ParameterSpec> spadeParameters()
{
    using Type = ParameterSpec::Type;
    return {
        {.id = "neighbours",
         .title = "Nearest pictures",
         .help =
             "K: a picture's score is the mean squared distance of its average feature to this many nearest normal "
             "pictures, or to all where there are fewer.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{50},
         .minimum = 1,
         .maximum = 1000},
        {.id = "gallery_images",
         .title = "Pictures in the gallery",
         .help = "The map compares every position with all positions of this many nearest normal pictures. The paper "
                 "uses K; time grows in proportion.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{50},
         .minimum = 1,
         .maximum = 1000},
        layerParameter({"layer1+layer2+layer3", "layer1+layer2", "layer2+layer3", "layer1", "layer2", "layer3"}),
        {.id = "image_layer",
         .title = "Layer of the image score",
         .help = "Layer whose average feature finds the nearest pictures. \"layer3\" is for weights that stop there.",
         .type = Type::Choice,
         .defaultValue = std::string("layer4"),
         .choices = {"layer4", "layer3"},
         .advanced = true},
    };
}

/// Bytes that one picture adds to the gallery.
double galleryBytesPerPicture(const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data)
{
    const std::vector<std::string> layers = chosenLayers(values, backbone);
    double numbers = data.grid(backbone.layer(layers.front())).area(); // the squared lengths
    for (const std::string &name : layers) {
        const BackboneLayer &layer = backbone.layer(name);
        numbers += static_cast<double>(data.grid(layer).area()) * layer.channels;
    }
    return numbers * sizeof(float);
}

/// Bytes that one picture adds to what finds the nearest pictures.
double averageBytesPerPicture(const ParameterValues &values, const BackboneInfo &backbone)
{
    const BackboneLayer &layer = backbone.layer(SpadeOptions::from(values).imageLayer);
    return static_cast<double>(layer.channels) * sizeof(float) + sizeof(NormalPatch);
}

} // namespace

DetectorInfo spadeInfo()
{
    DetectorInfo info;
    info.id = "spade";
    info.title = "SPADE";
    info.paper = "Cohen and Hoshen, Sub-Image Anomaly Detection with Deep Pyramid Correspondences, arXiv 2005.02357";
    info.analysisUnit = "image, then pixel";
    info.scoring =
        "Mean distance of the picture's average feature to its K nearest normal pictures; the map compares "
        "every position with all positions of those pictures.";
    info.memoryBank = "|X| \u00d7 H \u00d7 W \u00d7 D";
    info.backbones = "Wide ResNet-50-2";
    info.extraTraining = "none";
    info.alignment = "not needed";
    info.advice = "The plain nearest-neighbour method, as a baseline: nothing is learnt or thinned out. It keeps all "
                  "normal features, so the model is large and inspection slow; small defects hardly move its image "
                  "score.";
    info.parameters = spadeParameters();
    info.layers = layersOf;
    info.presets = {
        {"fast", "Fast", "Maps from the five nearest pictures.", {{"gallery_images", std::int64_t{5}}}},
        {"balanced", "Balanced", "The defaults: maps from the paper's fifty nearest pictures.", {}},
    };
    info.memoryBankBytes = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        return static_cast<std::uint64_t>(
            static_cast<double>(data.normals) *
            (galleryBytesPerPicture(values, backbone, data) + averageBytesPerPicture(values, backbone)));
    };
    info.fittingBytes = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        // The gallery, the averages twice (gathered, then in the index).
        return static_cast<std::uint64_t>(
            static_cast<double>(data.normals) *
            (galleryBytesPerPicture(values, backbone, data) + 2 * averageBytesPerPicture(values, backbone)));
    };
    info.operations = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        const std::vector<std::string> layers = chosenLayers(values, backbone);
        const double gallery =
            std::min<double>(static_cast<double>(data.normals), SpadeOptions::from(values).galleryImages);
        DetectorOperations operations;
        for (const std::string &name : layers) { // every position against every position of the gallery
            const double positions = data.grid(backbone.layer(name)).area();
            operations.scoring += gallery * positions * positions * backbone.layer(name).channels;
        }
        return operations;
    };
    info.create = [](const ParameterValues &values, std::uint64_t) -> std::unique_ptr<Detector> {
        return std::make_unique<Spade>(SpadeOptions::from(values));
    };
    return info;
}

} // namespace spotcheck
