#include "detectors/featuregallery.h"

#include <limits>
#include <string>

#include <spotcheck/core/error.h>

#include "detectors/gridresize.h"

namespace spotcheck {

namespace {

std::string galleryName(std::size_t layer)
{
    return "gallery.layer_" + std::to_string(layer);
}

constexpr const char *lengthsName = "gallery.squared_lengths";

} // namespace

std::vector<float> squaredPyramidLengths(std::span<const FeatureMap> maps)
{
    // Differences of these lengths decide which pyramid is nearest: single precision loses too much over many
    // channels.
    const FeatureMap &first = maps.front();
    std::vector<double> lengths(static_cast<std::size_t>(first.height) * static_cast<std::size_t>(first.width));
    for (const FeatureMap &map : maps) {
        const PatchGrid grid = resizeGrid(map, first.height, first.width);
        const float *value = grid.values.data();
        for (double &length : lengths) {
            for (int i = 0; i < grid.dimensions; ++i, ++value)
                length += static_cast<double>(*value) * *value;
        }
    }
    return {lengths.begin(), lengths.end()};
}

void FeatureGallery::add(std::span<const FeatureMap> maps, std::int64_t expected)
{
    if (m_layers.empty()) {
        for (const FeatureMap &map : maps) {
            m_layers.push_back({map.height, map.width, map.channels});
            m_layers.back().values.own.reserve(map.size() * static_cast<std::size_t>(expected));
        }
        m_squaredLengths.own.reserve(static_cast<std::size_t>(rows()) * columns() *
                                     static_cast<std::size_t>(expected));
    }
    for (std::size_t index = 0; index < m_layers.size(); ++index) {
        const FeatureMap &map = maps[index];
        Layer &layer = m_layers[index];
        if (map.height != layer.height || map.width != layer.width || map.channels != layer.channels)
            throw Error(ErrorCode::ModelInvalid, "the pictures' feature maps differ in size");
        layer.values.own.insert(layer.values.own.end(), map.values.get(), map.values.get() + map.size());
    }
    const std::vector<float> lengths = squaredPyramidLengths(maps);
    m_squaredLengths.own.insert(m_squaredLengths.own.end(), lengths.begin(), lengths.end());
}

std::int64_t FeatureGallery::pictures() const
{
    return m_layers.empty()
               ? 0
               : static_cast<std::int64_t>(m_layers.front().values.all().size() / m_layers.front().size());
}

FeatureMap FeatureGallery::map(std::int64_t picture, std::size_t layer) const
{
    const Layer &found = m_layers[layer];
    const float *values = found.values.all().data() + static_cast<std::size_t>(picture) * found.size();
    return {galleryName(layer), found.height, found.width, found.channels,
            std::shared_ptr<const float>(std::shared_ptr<const float>(), values)};
}

std::span<const float> FeatureGallery::squaredLengths(std::int64_t picture) const
{
    const std::size_t positions = static_cast<std::size_t>(rows()) * columns();
    return m_squaredLengths.all().subspan(static_cast<std::size_t>(picture) * positions, positions);
}

std::uint64_t FeatureGallery::bytes() const
{
    std::uint64_t sum = m_squaredLengths.all().size_bytes();
    for (const Layer &layer : m_layers)
        sum += layer.values.all().size_bytes();
    return sum;
}

void FeatureGallery::save(ModelWriter &writer) const
{
    for (std::size_t index = 0; index < m_layers.size(); ++index) {
        const Layer &layer = m_layers[index];
        writer.floats(galleryName(index), {pictures(), layer.height, layer.width, layer.channels},
                      layer.values.all());
    }
    writer.floats(lengthsName, {pictures(), rows(), columns()}, m_squaredLengths.all());
}

FeatureGallery FeatureGallery::load(const ModelReader &reader)
{
    FeatureGallery gallery;
    gallery.m_file = reader;
    std::int64_t pictures = 0;
    for (std::size_t index = 0; index == 0 || reader.has(galleryName(index)); ++index) {
        const std::vector<std::int64_t> shape = reader.shape(galleryName(index));
        if (index == 0 && !shape.empty())
            pictures = shape[0];
        // Positions are kept in 16 bits (NormalPatch).
        constexpr std::int64_t largestGrid = std::numeric_limits<std::int16_t>::max();
        if (shape.size() != 4 || shape[0] != pictures || pictures < 1 || shape[1] < 1 || shape[1] > largestGrid ||
            shape[2] < 1 || shape[2] > largestGrid || shape[3] < 1 || shape[3] > std::numeric_limits<int>::max())
            reader.fail(galleryName(index) + " has no usable shape");
        gallery.m_layers.push_back({static_cast<int>(shape[1]),
                                    static_cast<int>(shape[2]),
                                    static_cast<int>(shape[3]),
                                    {{}, reader.floatView(galleryName(index), shape)}});
    }
    gallery.m_squaredLengths.mapped = reader.floatView(lengthsName, {pictures, gallery.rows(), gallery.columns()});
    return gallery;
}

} // namespace spotcheck
