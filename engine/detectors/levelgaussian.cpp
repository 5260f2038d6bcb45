#include "detectors/levelgaussian.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <spotcheck/core/error.h>

#include "detectors/ledoitwolf.h"
#include "detectors/principalcomponents.h"
#include "detectors/symmetricmatrix.h"

namespace spotcheck {

namespace {

/// What is left of `vector` `[channels]` in the reduced space: coordinates along the components, or the vector less
/// its part along them.
template <class Number>
std::vector<double> reduced(std::vector<double> vector, const std::vector<Number> &components, Reduction reduction)
{
    if (reduction == Reduction::None)
        return vector;
    const std::size_t channels = vector.size();
    std::vector<double> coordinates;
    for (std::size_t first = 0; first < components.size(); first += channels) {
        double sum = 0;
        for (std::size_t i = 0; i < channels; ++i)
            sum += components[first + i] * vector[i];
        coordinates.push_back(sum);
    }
    if (reduction == Reduction::Pca)
        return coordinates;
    for (std::size_t component = 0; component < coordinates.size(); ++component) {
        for (std::size_t i = 0; i < channels; ++i)
            vector[i] -= coordinates[component] * components[component * channels + i];
    }
    return vector;
}

std::vector<float> asFloats(const std::vector<double> &values)
{
    return {values.begin(), values.end()};
}

} // namespace

LevelGaussian LevelGaussian::fit(const std::vector<double> &samples, int count, Reduction reduction, double share)
{
    const std::size_t channels = samples.size() / static_cast<std::size_t>(count);
    std::vector<double> mean(channels, 0.0);
    for (std::size_t i = 0; i < samples.size(); ++i)
        mean[i % channels] += samples[i] / count;
    std::vector<double> centred(samples);
    for (std::size_t i = 0; i < samples.size(); ++i)
        centred[i] -= mean[i % channels];

    LevelGaussian gaussian(reduction);
    gaussian.m_mean = asFloats(mean);
    std::vector<double> components;
    if (reduction != Reduction::None) {
        const int size = static_cast<int>(channels);
        components = leadingComponents(centred, count, size, share, reduction == Reduction::Npca ? size - 1 : size);
        gaussian.m_components = asFloats(components);
        std::vector<double> projected;
        for (auto sample = centred.begin(); sample != centred.end(); sample += size) {
            const std::vector<double> part = reduced({sample, sample + size}, components, reduction);
            projected.insert(projected.end(), part.begin(), part.end());
        }
        centred = std::move(projected);
    }

    const int size = gaussian.coordinates();
    ShrunkCovariance covariance = ledoitWolf(centred, count, size, gaussian.dimensions());
    if (reduction == Reduction::Npca && !components.empty()) {
        // No vector has a part along the dropped components: any variance there leaves the distance as it is.
        std::vector<double> dropped(covariance.matrix.size());
        innerSquare(components.data(), gaussian.components(), size, dropped.data());
        for (std::size_t i = 0; i < dropped.size(); ++i)
            covariance.matrix[i] += covariance.meanVariance * dropped[i];
    }
    if (!(covariance.meanVariance > 0) || !choleskyFactor(covariance.matrix.data(), size)) {
        throw Error(ErrorCode::NotEnoughNormals,
                    "the good pictures' features do not differ enough to tell how they vary");
    }
    gaussian.m_shrinkage = covariance.shrinkage;
    for (int row = 0; row < size; ++row) {
        const auto first = covariance.matrix.begin() + static_cast<std::ptrdiff_t>(row) * size;
        gaussian.m_factor.insert(gaussian.m_factor.end(), first, first + row + 1);
    }
    return gaussian;
}

int LevelGaussian::dimensions() const
{
    return m_reduction == Reduction::Npca ? channels() - components() : coordinates();
}

double LevelGaussian::distance(const std::vector<double> &feature) const
{
    std::vector<double> vector(feature);
    for (std::size_t i = 0; i < vector.size(); ++i)
        vector[i] -= m_mean[i];
    vector = reduced(std::move(vector), m_components, m_reduction);

    // Forward substitution: |L^-1 v|.
    const float *row = m_factor.data();
    double sum = 0;
    for (std::size_t i = 0; i < vector.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            vector[i] -= row[j] * vector[j];
        vector[i] /= row[i];
        sum += vector[i] * vector[i];
        row += i + 1;
    }
    return std::sqrt(sum);
}

std::uint64_t LevelGaussian::bytes() const
{
    return (m_mean.size() + m_components.size() + m_factor.size()) * sizeof(float);
}

std::uint64_t LevelGaussian::bytesFor(int channels, std::int64_t pictures, Reduction reduction)
{
    const std::int64_t components =
        reduction == Reduction::None ? 0 : std::clamp<std::int64_t>(pictures - 1, 0, channels);
    const std::int64_t coordinates = reduction == Reduction::Pca ? components : channels;
    return static_cast<std::uint64_t>(channels + components * channels +
                                      triangleSize(static_cast<int>(coordinates))) *
           sizeof(float);
}

void LevelGaussian::save(ModelWriter &writer, const std::string &name) const
{
    writer.floats(name + ".mean", {channels()}, m_mean);
    if (!m_components.empty())
        writer.floats(name + ".components", {components(), channels()}, m_components);
    writer.floats(name + ".factor", {static_cast<std::int64_t>(m_factor.size())}, m_factor);
}

LevelGaussian LevelGaussian::load(const ModelReader &reader, const std::string &name, Reduction reduction)
{
    const auto values = [&](const std::string &tensor, const std::vector<std::int64_t> &shape) {
        const std::span<const float> view = reader.floatView(tensor, shape);
        return std::vector<float>(view.begin(), view.end());
    };
    constexpr std::int64_t most = std::numeric_limits<std::int16_t>::max();
    const std::vector<std::int64_t> shape = reader.shape(name + ".mean");
    if (shape.size() != 1 || shape[0] < 1 || shape[0] > most)
        reader.fail("the Gaussian \"" + name + "\" has no usable shape");
    LevelGaussian gaussian(reduction);
    gaussian.m_mean = values(name + ".mean", shape);
    if (reduction != Reduction::None && reader.has(name + ".components")) {
        const std::vector<std::int64_t> found = reader.shape(name + ".components");
        if (found.size() != 2 || found[0] < 1 || found[0] > shape[0])
            reader.fail("the components of \"" + name + "\" have no usable shape");
        gaussian.m_components = values(name + ".components", {found[0], shape[0]});
    }
    gaussian.m_factor = values(name + ".factor", {triangleSize(gaussian.coordinates())});
    const float *row = gaussian.m_factor.data();
    for (int i = 0; i < gaussian.coordinates(); ++i, row += i) {
        if (!(row[i] > 0))
            reader.fail("the factor of \"" + name + "\" has a diagonal that is not positive");
    }
    if (gaussian.dimensions() < 1)
        reader.fail("the Gaussian \"" + name + "\" has no dimension");
    return gaussian;
}

} // namespace spotcheck
