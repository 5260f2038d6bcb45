#include "detectors/added/meandistance.h"

#include <algorithm>
#include <cmath>

#include <spotcheck/core/error.h>

#include "detectors/layerchoice.h"
#include "model/modelfile.h"

namespace spotcheck {

namespace {

class MeanDistance : public Detector {
public:
    FitSummary fit(const NormalFeatures &normals, JobMonitor &monitor, FitCheckpoint &) override
    {
        if (normals.size() < 1)
            throw Error(ErrorCode::NotEnoughNormals, "there is nothing to take the mean of");
        std::vector<double> sum;
        FitSummary summary;
        normals.forEachMaps(monitor, [&](std::int64_t, const FeatureMaps &maps) {
            const FeatureMap &map = maps.front();
            sum.resize(map.channels);
            for (std::size_t value = 0; value < map.size(); ++value)
                sum[value % sum.size()] += map.values.get()[value];
            summary.patches += static_cast<std::int64_t>(map.height) * map.width;
        });
        m_mean.assign(sum.size(), 0);
        std::transform(sum.begin(), sum.end(), m_mean.begin(), [&](double value) {
            return static_cast<float>(value / static_cast<double>(summary.patches));
        });
        summary.stored = 1;
        summary.bankBytes = m_mean.size() * sizeof(float);
        return summary;
    }

    PatchScores score(const FeatureMaps &maps) const override
    {
        const FeatureMap &map = maps.front();
        if (map.channels != static_cast<int>(m_mean.size()))
            throw Error(ErrorCode::ModelInvalid, "the mean does not fit the backbone's features");
        PatchScores result;
        result.rows = map.height;
        result.columns = map.width;
        for (int row = 0; row < map.height; ++row) {
            for (int column = 0; column < map.width; ++column) {
                const float *feature = map.at(row, column);
                double square = 0;
                for (std::size_t channel = 0; channel < m_mean.size(); ++channel)
                    square += std::pow(feature[channel] - m_mean[channel], 2);
                result.scores.push_back(static_cast<float>(std::sqrt(square)));
            }
        }
        result.imageScore = *std::max_element(result.scores.begin(), result.scores.end());
        return result;
    }

    void save(ModelWriter &writer) const override
    {
        writer.floats("mean", {static_cast<std::int64_t>(m_mean.size())}, m_mean);
    }

    void load(const ModelReader &reader) override
    {
        const std::vector<std::int64_t> shape = reader.shape("mean");
        if (shape.size() != 1 || shape[0] < 1)
            reader.fail("the mean has no usable shape");
        const std::span<const float> mean = reader.floatView("mean", shape);
        m_mean.assign(mean.begin(), mean.end());
    }

private:
    std::vector<float> m_mean; ///< [channels]
};

int channels(const ParameterValues &values, const BackboneInfo &backbone)
{
    return backbone.layer(chosenLayers(values, backbone).front()).channels;
}

} // namespace

DetectorInfo meanDistanceInfo()
{
    DetectorInfo info;
    info.id = "mean-distance";
    info.title = "Mean distance";
    info.paper = "none: an example";
    info.analysisUnit = "patch";
    info.scoring = "Largest distance of a patch to the mean of all normal patches.";
    info.memoryBank = "D";
    info.backbones = "any";
    info.extraTraining = "none";
    info.alignment = "not needed";
    info.advice = "To see how a detector is added.";
    info.parameters = {layerParameter({"layer2", "layer3"})};
    info.layers = chosenLayers;
    info.memoryBankBytes = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &) {
        return channels(values, backbone) * sizeof(float);
    };
    info.fittingBytes = [](const ParameterValues &values, const BackboneInfo &backbone, const DataFacts &) {
        return channels(values, backbone) * (sizeof(float) + sizeof(double));
    };
    info.operations = [](const ParameterValues &, const BackboneInfo &, const DataFacts &) {
        return DetectorOperations{}; // nothing beside the network
    };
    info.create = [](const ParameterValues &, std::uint64_t) -> std::unique_ptr<Detector> {
        return std::make_unique<MeanDistance>();
    };
    return info;
}

} // namespace spotcheck
