#pragma once

#include <cmath>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include <spotcheck/detectors/detector.h>

namespace spotcheck::test {

/// A map whose value at (row, column, channel) is what `value` says.
inline FeatureMap makeMap(const std::string &layer, int height, int width, int channels,
                          const std::function<double(int, int, int)> &value)
{
    auto values = std::make_shared<std::vector<float>>();
    for (int row = 0; row < height; ++row) {
        for (int column = 0; column < width; ++column) {
            for (int channel = 0; channel < channels; ++channel)
                values->push_back(static_cast<float>(value(row, column, channel)));
        }
    }
    return {layer, height, width, channels, std::shared_ptr<const float>(values, values->data())};
}

/// feature(c, y, x) of data/make_patchcore_reference.py.
inline FeatureMap referenceMap(const std::string &layer, int height, int width, int channels, double phase)
{
    return makeMap(layer, height, width, channels, [phase](int y, int x, int c) {
        return std::sin(0.7 * c + 1.3 * y + 0.31 * x + phase) * (1 + 0.05 * c);
    });
}

/// Normals whose maps are at hand: no pictures, no network.
class FakeNormals : public NormalFeatures {
public:
    explicit FakeNormals(std::vector<FeatureMaps> pictures) : m_pictures(std::move(pictures)) {}

    std::int64_t size() const override { return static_cast<std::int64_t>(m_pictures.size()); }
    void forEach(JobMonitor &monitor, const std::function<PatchGrid(const FeatureMaps &)> &embed,
                 const std::function<void(std::int64_t, PatchGrid)> &take) const override
    {
        for (std::int64_t index = 0; index < size(); ++index) {
            monitor.throwIfCancelled();
            take(index, embed(m_pictures[static_cast<std::size_t>(index)]));
            monitor.report({Stage::Features, index + 1, size(), {}});
        }
    }

    void forEachMaps(JobMonitor &monitor, const std::function<void(std::int64_t, FeatureMaps)> &take) const override
    {
        for (std::int64_t index = 0; index < size(); ++index) {
            monitor.throwIfCancelled();
            take(index, m_pictures[static_cast<std::size_t>(index)]);
            monitor.report({Stage::Features, index + 1, size(), {}});
        }
    }

private:
    std::vector<FeatureMaps> m_pictures;
};

} // namespace spotcheck::test
