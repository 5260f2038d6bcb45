#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <spotcheck/detectors/detector.h>

#include "model/modelfile.h"

namespace spotcheck {

/// |pyramid|^2 of every position of the first map's grid (see FeatureGallery).
std::vector<float> squaredPyramidLengths(std::span<const FeatureMap> maps);

/// The feature maps of normal pictures, every layer at its own resolution. A pyramid is what a position of the first
/// layer's grid has of all layers: the others are brought to that grid bilinearly and laid end to end.
/// In memory after a fit; read in place, from the mapped model file, after `load`.
class FeatureGallery {
public:
    FeatureGallery() = default;

    /// `maps`: the layers of one picture; of the same sizes for all `expected` pictures. \throws Error(ModelInvalid)
    void add(std::span<const FeatureMap> maps, std::int64_t expected);

    std::int64_t pictures() const;
    std::size_t layers() const { return m_layers.size(); }
    int rows() const { return m_layers.front().height; }
    int columns() const { return m_layers.front().width; }
    /// Valid as long as the gallery.
    FeatureMap map(std::int64_t picture, std::size_t layer) const;
    /// |pyramid|^2 of every position of one picture, `[rows, columns]`.
    std::span<const float> squaredLengths(std::int64_t picture) const;
    std::uint64_t bytes() const;

    void save(ModelWriter &writer) const;
    /// \throws Error(ModelInvalid)
    static FeatureGallery load(const ModelReader &reader);

private:
    struct Values {
        std::vector<float> own;          ///< after a fit
        std::span<const float> mapped{}; ///< after `load`
        std::span<const float> all() const { return own.empty() ? mapped : std::span<const float>(own); }
    };
    struct Layer {
        int height = 0;
        int width = 0;
        int channels = 0;
        Values values{}; ///< `[pictures, height, width, channels]`
        std::size_t size() const { return static_cast<std::size_t>(height) * width * channels; }
    };

    std::vector<Layer> m_layers;
    Values m_squaredLengths; ///< `[pictures, rows, columns]`
    std::optional<ModelReader> m_file;
};

} // namespace spotcheck
