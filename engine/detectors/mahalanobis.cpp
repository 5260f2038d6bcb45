#include "detectors/mahalanobis.h"

#include <algorithm>
#include <cmath>

#include <spotcheck/core/error.h>

#include "detectors/globalaverage.h"
#include "detectors/levelgaussian.h"
#include "model/modelfile.h"
#include "statistics/chisquare.h"

namespace spotcheck {

namespace {

// Share of a level's own Gaussian below its limit: three standard deviations in one dimension, the paper's value.
constexpr double limitProbability = 0.9973;

struct MahalanobisOptions {
    Reduction reduction = Reduction::None;
    double share = 0.99; ///< of the variance, held by the components that are kept or dropped

    static MahalanobisOptions from(const ParameterValues &values)
    {
        const std::string &reduction = std::get<std::string>(values.at("reduction"));
        return {reduction == "pca"    ? Reduction::Pca
                : reduction == "npca" ? Reduction::Npca
                                      : Reduction::None,
                std::get<double>(values.at("kept_variance"))};
    }
};

class Mahalanobis : public Detector {
public:
    explicit Mahalanobis(MahalanobisOptions options) : m_options(options) {}

    FitSummary fit(const NormalFeatures &normals, JobMonitor &monitor, FitCheckpoint &) override
    {
        if (normals.size() < 2) {
            throw Error(ErrorCode::NotEnoughNormals,
                        "Mahalanobis AD learns from at least two different pictures, and one more is held out to set "
                        "the threshold by: at least three are needed, better 50 or more");
        }
        std::vector<std::string> layers;
        std::vector<std::vector<double>> samples; // a level's features of all pictures
        normals.forEachMaps(monitor, [&](std::int64_t, const FeatureMaps &maps) {
            samples.resize(maps.size());
            if (layers.empty())
                std::transform(maps.begin(), maps.end(), std::back_inserter(layers), std::mem_fn(&FeatureMap::layer));
            for (std::size_t level = 0; level < maps.size(); ++level) {
                const std::vector<double> feature = globalAverage(maps[level]);
                samples[level].insert(samples[level].end(), feature.begin(), feature.end());
            }
        });

        FitSummary summary;
        summary.patches = normals.size();
        m_levels.clear();
        m_limits.clear();
        for (std::size_t level = 0; level < samples.size(); ++level) {
            monitor.throwIfCancelled();
            const LevelGaussian &gaussian = m_levels.emplace_back(LevelGaussian::fit(
                samples[level], static_cast<int>(normals.size()), m_options.reduction, m_options.share));
            const double limit = std::sqrt(chiSquareInverse(limitProbability, gaussian.dimensions()));
            m_limits.push_back(static_cast<float>(limit));
            summary.levels.push_back({layers[level], gaussian.dimensions(), gaussian.shrinkage(), limit});
            summary.bankBytes += gaussian.bytes() + sizeof(float);
            monitor.report({Stage::Fitting,
                            static_cast<std::int64_t>(level) + 1,
                            static_cast<std::int64_t>(samples.size()),
                            {}});
        }
        summary.stored = static_cast<std::int64_t>(m_levels.size());
        return summary;
    }

    PatchScores score(const FeatureMaps &maps) const override
    {
        double sum = 0;
        for (std::size_t level = 0; level < maps.size(); ++level) {
            if (maps.size() != m_levels.size() || maps[level].channels != m_levels[level].channels())
                throw Error(ErrorCode::ModelInvalid, "the Gaussians do not fit the backbone's features");
            sum += m_levels[level].distance(globalAverage(maps[level]));
        }
        PatchScores result;
        result.imageScore = static_cast<float>(sum);
        return result;
    }

    void save(ModelWriter &writer) const override
    {
        writer.floats("levels.limits", {static_cast<std::int64_t>(m_limits.size())}, m_limits);
        for (std::size_t level = 0; level < m_levels.size(); ++level)
            m_levels[level].save(writer, "level." + std::to_string(level));
    }

    void load(const ModelReader &reader) override
    {
        const std::vector<std::int64_t> shape = reader.shape("levels.limits");
        constexpr std::int64_t most = 100; // more than any network has layers to offer
        if (shape.size() != 1 || shape[0] < 1 || shape[0] > most)
            reader.fail("the levels have no usable shape");
        const std::span<const float> limits = reader.floatView("levels.limits", shape);
        m_limits.assign(limits.begin(), limits.end());
        m_levels.clear();
        for (std::int64_t level = 0; level < shape[0]; ++level)
            m_levels.push_back(LevelGaussian::load(reader, "level." + std::to_string(level), m_options.reduction));
    }

private:
    MahalanobisOptions m_options;
    std::vector<LevelGaussian> m_levels; ///< in the order of the maps
    std::vector<float> m_limits;         ///< of each level's distance
};

/// The backbone's layers, less the last ones where the parameter says so.
std::vector<std::string> chosenLevels(const ParameterValues &values, const BackboneInfo &backbone)
{
    const std::string &levels = std::get<std::string>(values.at("levels"));
    const std::size_t left = levels == "without_last_two" ? 2 : levels == "without_last" ? 1 : 0;
    std::vector<std::string> names;
    for (std::size_t index = 0; index + left < backbone.layers.size(); ++index)
        names.push_back(backbone.layers[index].name);
    if (names.empty())
        throw Error(ErrorCode::LayerMissing, backbone.id + " has too few layers to leave out so many");
    return names;
}

std::vector<ParameterSpec> mahalanobisParameters()
{
    using Type = ParameterSpec::Type;
    return {
        {.id = "levels",
         .title = "Levels",
         .help =
             "Layers of the backbone that are judged, each by its own Gaussian. \"all\" is the paper's choice; the "
             "others are for weights files that stop before the last layers.",
         .type = Type::Choice,
         .defaultValue = std::string("all"),
         .choices = {"all", "without_last", "without_last_two"}},
        {.id = "reduction",
         .title = "Reduction",
         .help = "\"pca\" keeps the leading principal components of each layer, \"npca\" drops them and keeps all "
                 "others, which the paper finds to matter most.",
         .type = Type::Choice,
         .defaultValue = std::string("none"),
         .choices = {"none", "pca", "npca"}},
        {.id = "kept_variance",
         .title = "Variance of the leading components",
         .help = "Share of the variance that the leading components hold: kept by \"pca\", dropped by \"npca\". The "
                 "paper uses 0.95 and 0.99. Without a reduction it means nothing.",
         .type = Type::Real,
         .defaultValue = 0.99,
         .minimum = 0.1,
         .maximum = 0.9999,
         .advanced = true},
    };
}

} // namespace

DetectorInfo mahalanobisInfo()
{
    DetectorInfo info;
    info.id = "mahalanobis";
    info.title = "Mahalanobis AD";
    info.paper = "Rippel et al., Modeling the Distribution of Normal Data in Pre-Trained Deep Features for Anomaly "
                 "Detection, ICPR 2020, arXiv 2005.14140";
    info.analysisUnit = "image";
    info.scoring = "Sum over the network's layers of the Mahalanobis distance of the picture's mean feature to one "
                   "Gaussian a layer.";
    info.memoryBank = "\u03a3 over layers of (D + D\u00b2)";
    info.backbones = "EfficientNet-B4, ResNets";
    info.extraTraining = "none";
    info.alignment = "not needed";
    info.advice =
        "For a quick verdict on the whole picture, with the smallest model and the fewest settings. It draws "
        "no heat map, and small defects drown in the mean.";
    info.hasAnomalyMap = false;
    info.parameters = mahalanobisParameters();
    info.layers = chosenLevels;
    info.presets = {
        {"fast",
         "Fast",
         "Leaves out the last layer, which the network then need not compute.",
         {{"levels", std::string("without_last")}}},
        {"balanced", "Balanced", "The defaults, as the paper: all layers, no reduction.", {}},
    };
    info.memoryBankBytes = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        std::uint64_t bytes = 0;
        for (const std::string &name : chosenLevels(values, backbone)) {
            bytes += LevelGaussian::bytesFor(backbone.layer(name).channels, data.normals,
                                             MahalanobisOptions::from(values).reduction) +
                     sizeof(float);
        }
        return bytes;
    };
    info.fittingBytes = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        double features = 0;
        double widest = 0;
        std::uint64_t stored = 0;
        for (const std::string &name : chosenLevels(values, backbone)) {
            const int channels = backbone.layer(name).channels;
            features += channels;
            widest = std::max<double>(widest, channels);
            stored += LevelGaussian::bytesFor(channels, data.normals, MahalanobisOptions::from(values).reduction);
        }
        // Features of all layers, those of one layer centred and projected, and its covariance with a work copy.
        return stored + static_cast<std::uint64_t>(
                            sizeof(double) *
                            (static_cast<double>(data.normals) * (features + 2 * widest) + 2 * widest * widest));
    };
    info.operations = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &data) {
        DetectorOperations operations;
        for (const std::string &name : chosenLevels(values, backbone)) {
            const double channels = backbone.layer(name).channels;
            // The covariance and its eigenvectors, about ten times a product of that size; double precision.
            operations.fitting += 2 * channels * channels * (static_cast<double>(data.normals) + 10 * channels);
            operations.scoring += 2 * channels * channels;
        }
        return operations;
    };
    info.create = [](const ParameterValues &values, std::uint64_t) -> std::unique_ptr<Detector> {
        return std::make_unique<Mahalanobis>(MahalanobisOptions::from(values));
    };
    return info;
}

} // namespace spotcheck
