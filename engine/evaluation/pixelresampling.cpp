#include "evaluation/pixelresampling.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <spotcheck/core/runtime.h>

#include "evaluation/aupimo.h"
#include "evaluation/overlapcurve.h"
#include "evaluation/radixsort.h"
#include "evaluation/resampling.h"

namespace spotcheck {

namespace {

constexpr std::size_t quantiles = 400;   // of good and of defective pixels
constexpr std::size_t tailEdges = 96;    // of the thresholds that AUPIMO goes through
constexpr std::size_t sampled = 400'000; // pixels of a class that quantiles are taken from
constexpr int keyShift = 16;             // an ordered key's upper half finds the few bins to search in

/// Adds quantiles of a regular sample of `values` (those at which the shares lie evenly).
void addQuantiles(std::vector<float> values, std::vector<float> &edges)
{
    if (values.empty())
        return;
    std::sort(values.begin(), values.end());
    for (std::size_t step = 0; step <= quantiles; ++step)
        edges.push_back(values[step * (values.size() - 1) / quantiles]);
}

template <class Take>
void sampleEvenly(std::size_t total, std::size_t &position, std::size_t size, const Take &take)
{
    const std::size_t stride = std::max<std::size_t>(1, total / sampled);
    for (; position < size; position += stride)
        take(position);
    position -= size; // into the next picture
}

std::vector<float> edgesFor(std::span<const PicturePixels> pictures, std::span<const float> tail)
{
    std::size_t goods = 0;
    std::size_t defectives = 0;
    for (const PicturePixels &picture : pictures) {
        goods += picture.good.size();
        defectives += picture.defective.size();
    }
    std::vector<float> goodSample;
    std::vector<float> defectiveSample;
    std::size_t goodPosition = 0;
    std::size_t defectivePosition = 0;
    for (const PicturePixels &picture : pictures) {
        sampleEvenly(goods, goodPosition, picture.good.size(),
                     [&](std::size_t index) { goodSample.push_back(picture.good[index]); });
        sampleEvenly(defectives, defectivePosition, picture.defective.size(),
                     [&](std::size_t index) { defectiveSample.push_back(picture.defective[index].value); });
    }
    std::vector<float> edges;
    addQuantiles(std::move(goodSample), edges);
    addQuantiles(std::move(defectiveSample), edges);
    // Thresholds fall while their rate rises evenly in its logarithm from one end of the tail to the other.
    for (std::size_t step = 0; !tail.empty() && step <= tailEdges; ++step) {
        const double place = std::pow(static_cast<double>(tail.size()), static_cast<double>(step) / tailEdges) - 1;
        edges.push_back(tail[std::min(static_cast<std::size_t>(place), tail.size() - 1)]);
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

/// For each upper half of a key, the first bin that a value with it may lie in.
std::vector<std::uint16_t> firstBins(const std::vector<float> &edges)
{
    std::vector<std::uint16_t> first((std::size_t(1) << keyShift) + 1);
    std::size_t bin = 0;
    for (std::size_t half = 0; half < first.size(); ++half) {
        while (bin < edges.size() && orderedKey(edges[bin]) < half << keyShift)
            ++bin;
        first[half] = static_cast<std::uint16_t>(bin);
    }
    return first;
}

std::size_t binOf(float value, const std::vector<float> &edges, const std::vector<std::uint16_t> &first)
{
    const std::size_t half = orderedKey(value) >> keyShift;
    const auto begin = edges.begin() + first[half];
    const auto end = edges.begin() + first[half + 1];
    return static_cast<std::size_t>(std::upper_bound(begin, end, value) - edges.begin());
}

void addRow(std::vector<float> &sum, const float *row, float weight)
{
    for (std::size_t bin = 0; bin < sum.size(); ++bin)
        sum[bin] += weight * row[bin];
}

} // namespace

/// A replicate's histograms over all pictures; kept to be filled again.
struct PixelResampling::Sums {
    std::vector<float> good;
    std::vector<float> defective;
    std::vector<float> overlap;
    std::vector<float> normalShare; ///< each pixel of a normal picture as its share of it
    std::vector<float> recall;      ///< each defective pixel as its share of its picture's

    explicit Sums(std::size_t bins) : good(bins), defective(bins), overlap(bins), normalShare(bins), recall(bins) {}

    void clear()
    {
        for (std::vector<float> *row : {&good, &defective, &overlap, &normalShare, &recall})
            std::fill(row->begin(), row->end(), 0.0F);
    }
};

PixelResampling::PixelResampling(std::span<const PicturePixels> pictures, std::span<const float> tail, double limit,
                                 JobMonitor &monitor)
    : m_limit(limit), m_edges(edgesFor(pictures, tail)), m_hasTail(!tail.empty())
{
    m_bins = m_edges.size() + 1;
    std::vector<const PicturePixels *> order;
    for (const bool normal : {true, false}) {
        for (const PicturePixels &picture : pictures) {
            if (picture.isNormal == normal)
                order.push_back(&picture);
        }
        if (normal)
            m_normals = order.size();
    }
    m_good.resize(order.size() * m_bins);
    m_defective.resize((order.size() - m_normals) * m_bins);
    m_overlap.resize(m_defective.size());
    m_goodPixels.resize(order.size());
    m_defectivePixels.resize(order.size());
    m_regions.resize(order.size());
    const std::vector<std::uint16_t> first = firstBins(m_edges);
    parallelFor(static_cast<std::int64_t>(order.size()), monitor, [&](std::int64_t index) {
        addPicture(*order[static_cast<std::size_t>(index)], first, static_cast<std::size_t>(index));
    });
}

void PixelResampling::addPicture(const PicturePixels &picture, const std::vector<std::uint16_t> &firstBin,
                                 std::size_t index)
{
    m_goodPixels[index] = static_cast<double>(picture.good.size());
    m_defectivePixels[index] = static_cast<double>(picture.defective.size());
    m_regions[index] = static_cast<double>(picture.regions);
    float *good = &m_good[index * m_bins];
    for (const float value : picture.good)
        ++good[binOf(value, m_edges, firstBin)];
    if (picture.isNormal || picture.defective.empty())
        return;

    std::int32_t firstRegion = std::numeric_limits<std::int32_t>::max();
    for (const RegionPixel &pixel : picture.defective)
        firstRegion = std::min(firstRegion, pixel.region);
    std::vector<float> sizes(static_cast<std::size_t>(picture.regions));
    for (const RegionPixel &pixel : picture.defective)
        ++sizes[static_cast<std::size_t>(pixel.region - firstRegion)];
    float *defective = &m_defective[(index - m_normals) * m_bins];
    float *overlap = &m_overlap[(index - m_normals) * m_bins];
    for (const RegionPixel &pixel : picture.defective) {
        const std::size_t bin = binOf(pixel.value, m_edges, firstBin);
        ++defective[bin];
        overlap[bin] += 1 / sizes[static_cast<std::size_t>(pixel.region - firstRegion)];
    }
}

PixelFigures PixelResampling::figuresOf(const std::vector<std::int32_t> &counts, Sums &sums) const
{
    sums.clear();
    double goodTotal = 0;
    double defectiveTotal = 0;
    double regions = 0;
    double withDefects = 0;
    for (std::size_t index = 0; index < counts.size(); ++index) {
        if (counts[index] == 0)
            continue;
        const auto weight = static_cast<float>(counts[index]);
        goodTotal += weight * m_goodPixels[index];
        addRow(sums.good, &m_good[index * m_bins], weight);
        if (index < m_normals) {
            if (m_hasTail && m_goodPixels[index] > 0)
                addRow(sums.normalShare, &m_good[index * m_bins],
                       static_cast<float>(weight / m_goodPixels[index] / static_cast<double>(m_normals)));
            continue;
        }
        if (m_defectivePixels[index] == 0)
            continue;
        const std::size_t row = (index - m_normals) * m_bins;
        defectiveTotal += weight * m_defectivePixels[index];
        regions += weight * m_regions[index];
        withDefects += weight;
        addRow(sums.defective, &m_defective[row], weight);
        addRow(sums.overlap, &m_overlap[row], weight);
        if (m_hasTail)
            addRow(sums.recall, &m_defective[row], static_cast<float>(weight / m_defectivePixels[index]));
    }

    if (regions == 0 || goodTotal == 0) {
        constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
        return {unknown, unknown, unknown, unknown};
    }
    PixelFigures figures;
    OverlapCurve curve(m_limit);
    curve.add(0, 0, 0);
    LogAverage aupimo;
    double goodAbove = 0;
    double defectiveAbove = 0;
    double overlapAbove = 0;
    double rateAbove = 0;
    double recallAbove = 0;
    for (std::size_t bin = m_bins; bin-- > 0;) {
        const double hits = sums.defective[bin];
        figures.auroc += hits * (goodTotal - goodAbove - sums.good[bin] / 2.0);
        goodAbove += sums.good[bin];
        defectiveAbove += hits;
        if (hits > 0)
            figures.averagePrecision += hits * defectiveAbove / (defectiveAbove + goodAbove);
        overlapAbove += sums.overlap[bin];
        curve.add(goodAbove / goodTotal, overlapAbove / regions, static_cast<double>(bin));
        rateAbove += sums.normalShare[bin];
        recallAbove += sums.recall[bin];
        aupimo.add(rateAbove, recallAbove / withDefects);
    }
    figures.auroc /= goodTotal * defectiveTotal;
    figures.averagePrecision /= defectiveTotal;
    figures.aupro = curve.area();
    figures.aupimo = m_hasTail ? aupimo.value() : std::numeric_limits<double>::quiet_NaN();
    return figures;
}

PixelFigures PixelResampling::figures() const
{
    Sums sums(m_bins);
    return figuresOf(std::vector<std::int32_t>(m_goodPixels.size(), 1), sums);
}

PixelIntervals PixelResampling::intervals(const PixelFigures &exact, const BootstrapOptions &options,
                                          JobMonitor &monitor) const
{
    options.validate();
    const std::size_t defectives = m_goodPixels.size() - m_normals;
    if (options.replicates == 0 || defectives < 2 || m_normals == 1)
        return {};
    std::vector<PixelFigures> replicates(static_cast<std::size_t>(options.replicates));
    const PixelFigures undrawn = figures();
    constexpr std::int64_t block = 10; // replicates between two questions for cancellation
    parallelFor((options.replicates + block - 1) / block, monitor, [&](std::int64_t part) {
        Sums sums(m_bins);
        std::vector<std::int32_t> counts;
        for (std::int64_t replicate = part * block;
             replicate < std::min<std::int64_t>((part + 1) * block, options.replicates); ++replicate) {
            Random random = replicateRandom(options.seed, replicate);
            counts.assign(m_goodPixels.size(), 0);
            drawWithReplacement(random, static_cast<std::int64_t>(m_normals), 0, counts);
            drawWithReplacement(random, static_cast<std::int64_t>(defectives), m_normals, counts);
            replicates[static_cast<std::size_t>(replicate)] = figuresOf(counts, sums);
        }
    });

    const auto around = [&](double PixelFigures::*figure) -> Interval {
        std::vector<double> values;
        for (const PixelFigures &replicate : replicates) {
            if (std::isfinite(replicate.*figure)) // one without defective or without good pixels tells nothing
                values.push_back(replicate.*figure);
        }
        const Interval drawn = middleOf(values, options.confidence);
        constexpr double nothing = 1e-9;
        if (!drawn.isKnown() || !std::isfinite(exact.*figure) || values.back() - values.front() < nothing)
            return {};
        const double shift = exact.*figure - undrawn.*figure;
        return {std::clamp(drawn.low + shift, 0.0, 1.0), std::clamp(drawn.high + shift, 0.0, 1.0)};
    };
    return {around(&PixelFigures::auroc), around(&PixelFigures::averagePrecision), around(&PixelFigures::aupro),
            around(&PixelFigures::aupimo)};
}

} // namespace spotcheck
