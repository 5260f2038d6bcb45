#include <spotcheck/evaluation/curves.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

constexpr double notDefined = std::numeric_limits<double>::quiet_NaN();

double share(std::int64_t count, std::int64_t total)
{
    return static_cast<double>(count) / static_cast<double>(total);
}

// A threshold between two neighbouring scores, far from both, so that it survives being shown and typed again.
double between(double lower, double upper)
{
    const double middle = std::midpoint(lower, upper);
    return middle < upper ? middle : lower;
}

// A finite threshold below `lowest`, about as far from it as its neighbour is.
double below(double lowest, double neighbour)
{
    const double gap = neighbour > lowest ? (neighbour - lowest) / 2 : std::max(std::abs(lowest) / 100, 1e-6);
    return std::max(std::min(lowest - gap, std::nextafter(lowest, -std::numeric_limits<double>::infinity())),
                    std::numeric_limits<double>::lowest());
}

} // namespace

double expectedCost(const Confusion &confusion, const ErrorCosts &costs)
{
    if (!(costs.miss > 0 && costs.falseAlarm > 0 && costs.prevalence > 0 && costs.prevalence < 1))
        throw Error(ErrorCode::InvalidParameter,
                    std::string("costs must be above 0, and the share of defective parts between 0 and 1"));
    return costs.prevalence * costs.miss * share(confusion.falseNegatives, confusion.defective()) +
           (1 - costs.prevalence) * costs.falseAlarm * share(confusion.falsePositives, confusion.good());
}

CurvePoint pointAt(const std::vector<CurvePoint> &curve, double threshold)
{
    const auto below = std::partition_point(
        curve.begin(), curve.end(), [threshold](const CurvePoint &point) { return point.threshold >= threshold; });
    return below == curve.begin() ? curve.front() : *std::prev(below);
}

ScoreTable::ScoreTable(std::vector<ScoredLabel> scores)
{
    for (const ScoredLabel &entry : scores) {
        if (!std::isfinite(entry.score))
            throw Error(ErrorCode::Internal, std::string("an image score is not a finite number"));
        ++(entry.defective ? m_defective : m_good);
    }
    std::sort(scores.begin(), scores.end(),
              [](const ScoredLabel &a, const ScoredLabel &b) { return a.score < b.score; });

    std::int64_t goodAbove = m_good;
    std::int64_t defectiveAbove = m_defective;
    for (const ScoredLabel &entry : scores) {
        --(entry.defective ? defectiveAbove : goodAbove);
        if (m_steps.empty() || m_steps.back().score < entry.score)
            m_steps.push_back({entry.score, 0, 0});
        m_steps.back().goodAbove = goodAbove;
        m_steps.back().defectiveAbove = defectiveAbove;
    }
}

std::int64_t ScoreTable::good() const
{
    return m_good;
}

std::int64_t ScoreTable::defective() const
{
    return m_defective;
}

Confusion ScoreTable::confusionAt(double threshold) const
{
    if (std::isnan(threshold)) // "score > NaN" holds for no score
        return {0, m_defective, 0, m_good};
    const auto next = std::upper_bound(m_steps.begin(), m_steps.end(), threshold,
                                       [](double value, const Step &step) { return value < step.score; });
    const std::int64_t defectiveAbove = next == m_steps.begin() ? m_defective : std::prev(next)->defectiveAbove;
    const std::int64_t goodAbove = next == m_steps.begin() ? m_good : std::prev(next)->goodAbove;
    return {defectiveAbove, m_defective - defectiveAbove, goodAbove, m_good - goodAbove};
}

BandedConfusion ScoreTable::confusionAt(double lowerThreshold, double threshold) const
{
    return {confusionAt(threshold), confusionAt(std::min(lowerThreshold, threshold))};
}

double ScoreTable::auroc() const
{
    if (!hasBoth())
        return notDefined;
    // Pairs (good, defective) in which the defective one scores higher, counted twice to keep ties whole.
    std::int64_t twicePairs = 0;
    std::int64_t goodFrom = m_good; // with this score or a higher one
    std::int64_t defectiveFrom = m_defective;
    for (const Step &step : m_steps) {
        const std::int64_t goodBelow = m_good - goodFrom;
        const std::int64_t goodHere = goodFrom - step.goodAbove;
        twicePairs += (defectiveFrom - step.defectiveAbove) * (2 * goodBelow + goodHere);
        goodFrom = step.goodAbove;
        defectiveFrom = step.defectiveAbove;
    }
    return static_cast<double>(twicePairs) / 2 / static_cast<double>(m_good) / static_cast<double>(m_defective);
}

double ScoreTable::averagePrecision() const
{
    if (!hasBoth())
        return notDefined;
    double sum = 0;
    double recallBefore = 0;
    for (const CurvePoint &point : precisionRecallCurve()) {
        sum += (point.x - recallBefore) * point.y;
        recallBefore = point.x;
    }
    return sum;
}

void ScoreTable::forEachThreshold(const std::function<void(double, const Confusion &)> &take) const
{
    Confusion calledDefective{m_defective, 0, m_good, 0};
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const double score = m_steps[i].score;
        take(i > 0 ? between(m_steps[i - 1].score, score)
                   : below(score, m_steps.size() > 1 ? m_steps[1].score : score),
             calledDefective);
        const Step &step = m_steps[i];
        calledDefective = {step.defectiveAbove, m_defective - step.defectiveAbove, step.goodAbove,
                           m_good - step.goodAbove};
    }
}

ScoreTable::BestF1 ScoreTable::bestF1() const
{
    if (m_steps.empty())
        return {};
    BestF1 best{0, m_steps.back().score};
    // Ascending, and only a better one replaces: among equal ones the lowest threshold, which misses the fewest
    // defects.
    forEachThreshold([&best](double threshold, const Confusion &confusion) {
        if (const double value = f1(confusion); value > best.f1)
            best = {value, threshold};
    });
    return best;
}

double ScoreTable::thresholdForMissRate(double missRate) const
{
    if (!(missRate >= 0 && missRate < 1))
        throw Error(ErrorCode::InvalidParameter, "a miss rate of " + std::to_string(missRate) + ", not in [0, 1)");
    if (m_defective == 0)
        throw Error(ErrorCode::InvalidParameter, std::string("no test picture is labelled defective"));
    double chosen = 0;
    forEachThreshold([&](double threshold, const Confusion &confusion) {
        // Compared as shares: 5 % of 20 must be one, whatever 0.05 x 20 rounds to.
        if (share(confusion.falseNegatives, m_defective) <= missRate)
            chosen = threshold;
    });
    return chosen;
}

double ScoreTable::leastCostThreshold(const ErrorCosts &costs) const
{
    if (!hasBoth())
        throw Error(ErrorCode::InvalidParameter, std::string("costs need good and defective test pictures"));
    double chosen = m_steps.back().score;
    double least = std::numeric_limits<double>::infinity();
    forEachThreshold([&](double threshold, const Confusion &confusion) {
        if (const double cost = expectedCost(confusion, costs); cost < least) {
            least = cost;
            chosen = threshold;
        }
    });
    // Calling nothing defective is a choice too, where false alarms are dear.
    return expectedCost({0, m_defective, 0, m_good}, costs) < least ? m_steps.back().score : chosen;
}

double ScoreTable::youdenThreshold() const
{
    if (!hasBoth())
        throw Error(ErrorCode::InvalidParameter,
                    std::string("Youden's index needs good and defective test pictures"));
    double chosen = 0;
    std::int64_t most = -1; // J x good x defective: whole numbers, so that equal ones are equal
    forEachThreshold([&](double threshold, const Confusion &confusion) {
        const std::int64_t index = confusion.truePositives * m_good - confusion.falsePositives * m_defective;
        if (index > most) {
            most = index;
            chosen = threshold;
        }
    });
    return chosen;
}

std::vector<ScoredLabel> ScoreTable::entries() const
{
    std::vector<ScoredLabel> entries;
    entries.reserve(static_cast<std::size_t>(m_good + m_defective));
    std::int64_t goodFrom = m_good;
    std::int64_t defectiveFrom = m_defective;
    for (const Step &step : m_steps) {
        entries.insert(entries.end(), static_cast<std::size_t>(goodFrom - step.goodAbove), {step.score, false});
        entries.insert(entries.end(), static_cast<std::size_t>(defectiveFrom - step.defectiveAbove),
                       {step.score, true});
        goodFrom = step.goodAbove;
        defectiveFrom = step.defectiveAbove;
    }
    return entries;
}

std::vector<CurvePoint> ScoreTable::rocCurve() const
{
    if (!hasBoth())
        return {};
    std::vector<CurvePoint> curve;
    curve.reserve(m_steps.size() + 1);
    for (auto step = m_steps.rbegin(); step != m_steps.rend(); ++step)
        curve.push_back({share(step->goodAbove, m_good), share(step->defectiveAbove, m_defective), step->score});
    curve.push_back(
        {1, 1, below(m_steps.front().score, m_steps[std::min<std::size_t>(1, m_steps.size() - 1)].score)});
    return curve;
}

std::vector<CurvePoint> ScoreTable::precisionRecallCurve() const
{
    if (!hasBoth())
        return {};
    std::vector<CurvePoint> curve;
    curve.reserve(m_steps.size());
    const auto add = [&](std::int64_t hits, std::int64_t falseAlarms, double threshold) {
        curve.push_back({share(hits, m_defective), share(hits, hits + falseAlarms), threshold});
    };
    // "From this score up" is "above the next lower one".
    for (std::size_t i = m_steps.size() - 1; i > 0; --i)
        add(m_steps[i - 1].defectiveAbove, m_steps[i - 1].goodAbove, m_steps[i - 1].score);
    add(m_defective, m_good,
        below(m_steps.front().score, m_steps[std::min<std::size_t>(1, m_steps.size() - 1)].score));
    return curve;
}

} // namespace spotcheck
