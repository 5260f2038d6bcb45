#include "detectors/distanceestimates.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <ATen/ATen.h>

#include "backbone/card.h"
#include "backbone/inference.h"
#include "backbone/tensorvalues.h"
#include "detectors/distancerows.h"
#include "detectors/rounding.h"

namespace spotcheck {

namespace {

constexpr std::int64_t fewestForCard = 1024;                 // a processor is done with fewer before a card has begun
constexpr std::int64_t largestBlock = 4096;                  // queries
constexpr const char *purpose = "to compare patch features"; // that memory is needed for
constexpr std::int64_t spare = 31;                           // candidates beside the k that are asked for

/// Numbers of a damaged file may be larger than single precision holds; nothing is known then (`atLeast`).
std::vector<float> singleOf(const std::vector<double> &lengths)
{
    std::vector<float> single(lengths.size());
    std::ranges::transform(lengths, single.begin(), [](double length) {
        return static_cast<float>(std::min<double>(length, std::numeric_limits<float>::max()));
    });
    return single;
}

} // namespace

struct DistanceEstimates::Tensors {
    at::Tensor vectors; ///< `[M, dimensions]`, centred
    at::Tensor lengths; ///< `[1, M]`, squared
};

std::unique_ptr<const DistanceEstimates> DistanceEstimates::onCard(std::span<const float> vectors, int dimensions)
{
    if (std::ssize(vectors) / dimensions < fewestForCard)
        return nullptr;
    return madeForCard("compares patch features", [&](const at::Device &) {
        return std::make_unique<const DistanceEstimates>(vectors, dimensions, Device::Cuda);
    });
}

DistanceEstimates::DistanceEstimates(std::span<const float> vectors, int dimensions, Device device)
    : m_dimensions(dimensions), m_count(std::ssize(vectors) / dimensions), m_mean(meanRow(vectors, dimensions))
{
    std::vector<float> centred;
    m_lengths = centre(vectors, centred);
    m_largestLength = std::ranges::max(m_lengths);
    m_tensors = inference(purpose, [&] {
        const at::Device place = device == Device::Cuda ? at::kCUDA : at::kCPU;
        return std::make_unique<const Tensors>(Tensors{tensorOf(centred, {m_count, m_dimensions}, place),
                                                       tensorOf(singleOf(m_lengths), {1, m_count}, place)});
    });
}

DistanceEstimates::~DistanceEstimates() = default;

std::vector<double> DistanceEstimates::centre(std::span<const float> rows, std::vector<float> &centred) const
{
    centred.resize(rows.size());
    std::vector<double> lengths(rows.size() / m_mean.size());
    for (std::size_t place = 0; place < rows.size(); ++place) {
        centred[place] = rows[place] - m_mean[place % m_mean.size()];
        lengths[place / m_mean.size()] += static_cast<double>(centred[place]) * centred[place];
    }
    return lengths;
}

std::size_t DistanceEstimates::blockSize() const
{
    return static_cast<std::size_t>(std::clamp<std::int64_t>(estimatesAtOnce / m_count, 1, largestBlock));
}

double DistanceEstimates::atLeast(double squaredDistance, double lengths) const
{
    // A product of n terms in whatever order is off by n roundings of |x| |y| (Higham, Accuracy and Stability of
    // Numerical Algorithms, 2002, (3.5)), centring by one of each vector's length. Sums of very small numbers may
    // lose them altogether.
    const double products = 4 * (m_dimensions + 8) * unitRoundoff * lengths +
                            (m_dimensions + 8) * static_cast<double>(std::numeric_limits<float>::min());
    const double squared = squaredDistance - products;
    const double centring = 2 * unitRoundoff * std::sqrt(2 * lengths);
    // Not a number where numbers are too large.
    return squared > 0 ? std::max(0.0, std::sqrt(squared) - centring) : 0;
}

DistanceEstimates::Candidates DistanceEstimates::nearest(std::span<const float> queries, int k) const
{
    Candidates found;
    found.perQuery = static_cast<std::size_t>(std::min(m_count, k + spare));
    std::vector<float> centred;
    const std::vector<double> lengths = centre(queries, centred);
    const std::vector<float> farthest = inference(purpose, [&] {
        const at::Tensor rows = tensorOf(centred, {std::ssize(lengths), m_dimensions}, m_tensors->vectors.device());
        // |x - y|^2 less the |x|^2 that is the same for all y.
        const at::Tensor estimates = at::addmm(m_tensors->lengths, rows, m_tensors->vectors.t(), 1, -2);
        const auto [smallest, indices] =
            at::topk(estimates, static_cast<std::int64_t>(found.perQuery), 1, /*largest=*/false);
        const at::Tensor places = indices.cpu().contiguous();
        found.indices.assign(places.data_ptr<std::int64_t>(), places.data_ptr<std::int64_t>() + places.numel());
        return floatsOf(smallest.amax(1));
    });
    for (std::size_t query = 0; query < lengths.size(); ++query) {
        const bool all = static_cast<std::int64_t>(found.perQuery) == m_count;
        found.othersAreAtLeast.push_back(
            all ? std::numeric_limits<double>::infinity()
                : atLeast(lengths[query] + static_cast<double>(farthest[query]), lengths[query] + m_largestLength));
    }
    return found;
}

std::vector<double> DistanceEstimates::leastDistances(std::span<const float> others) const
{
    std::vector<float> centred;
    const std::vector<double> lengths = centre(others, centred);
    const double largest = std::ranges::max(lengths);
    const std::vector<float> least = inference(purpose, [&] {
        const at::Device device = m_tensors->vectors.device();
        const at::Tensor columns = tensorOf(centred, {std::ssize(lengths), m_dimensions}, device).t();
        const at::Tensor ownLengths = tensorOf(singleOf(lengths), {1, std::ssize(lengths)}, device);
        std::vector<at::Tensor> parts;
        for (const at::Tensor &part :
             m_tensors->vectors.split(std::max<std::int64_t>(1, estimatesAtOnce / std::ssize(lengths))))
            parts.push_back(at::addmm(ownLengths, part, columns, 1, -2).amin(1));
        return floatsOf(at::cat(parts));
    });
    std::vector<double> distances;
    for (std::size_t row = 0; row < least.size(); ++row)
        distances.push_back(atLeast(m_lengths[row] + static_cast<double>(least[row]), m_lengths[row] + largest));
    return distances;
}

} // namespace spotcheck
