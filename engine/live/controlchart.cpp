#include <spotcheck/live/controlchart.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

constexpr std::size_t longestRun = 8; ///< of rule 4

/// Of the newest `among` values, how many lie beyond `sigmas` on the side that `side` (+1 or -1) says.
std::size_t countBeyond(const std::deque<double> &values, std::size_t among, double sigmas, double side)
{
    const auto begin = values.end() - static_cast<std::ptrdiff_t>(std::min(among, values.size()));
    return static_cast<std::size_t>(
        std::count_if(begin, values.end(), [&](double value) { return side * value > sigmas; }));
}

} // namespace

double c4(std::int64_t n)
{
    const auto count = static_cast<double>(n);
    return std::sqrt(2 / (count - 1)) * std::exp(std::lgamma(count / 2) - std::lgamma((count - 1) / 2));
}

std::optional<ChartLimits> chartLimits(const std::vector<float> &normalScores)
{
    if (normalScores.size() < 2)
        return std::nullopt;
    const auto count = static_cast<double>(normalScores.size());
    const double centre = std::accumulate(normalScores.begin(), normalScores.end(), 0.0) / count;
    double squares = 0;
    for (const float score : normalScores)
        squares += (score - centre) * (score - centre);
    const auto normals = static_cast<std::int64_t>(normalScores.size());
    const double sigma = std::sqrt(squares / (count - 1)) / c4(normals);
    if (!(sigma > 0) || !std::isfinite(sigma))
        return std::nullopt;
    return ChartLimits{centre, sigma, normals};
}

std::string runRuleId(RunRule rule)
{
    switch (rule) {
    case RunRule::OneBeyondThreeSigma:
        return "beyond_3_sigma";
    case RunRule::TwoOfThreeBeyondTwo:
        return "2_of_3_beyond_2_sigma";
    case RunRule::FourOfFiveBeyondOne:
        return "4_of_5_beyond_1_sigma";
    case RunRule::EightOnOneSide:
        return "8_on_one_side";
    }
    return {};
}

Message runRuleText(RunRule rule)
{
    switch (rule) {
    case RunRule::OneBeyondThreeSigma:
        return Message{"Western Electric rule 1: a score beyond three sigma."};
    case RunRule::TwoOfThreeBeyondTwo:
        return Message{"Western Electric rule 2: two of three scores beyond two sigma on one side."};
    case RunRule::FourOfFiveBeyondOne:
        return Message{"Western Electric rule 3: four of five scores beyond one sigma on one side."};
    case RunRule::EightOnOneSide:
        return Message{"Western Electric rule 4: eight scores in a row on one side of the centre."};
    }
    return {};
}

void ChartOptions::validate() const
{
    if (!(lambda > 0 && lambda <= 1))
        throw Error(ErrorCode::InvalidParameter, "the weight of the newest score must lie above 0 and not above 1");
    if (!(width > 0))
        throw Error(ErrorCode::InvalidParameter, "the width of control limits must be above 0");
    if (kept == 0)
        throw Error(ErrorCode::InvalidParameter, "a chart must keep a point");
}

ControlChart::ControlChart(std::optional<ChartLimits> limits, ChartOptions options)
    : m_limits(limits), m_options(options), m_ewma(limits ? limits->centre : 0)
{
    m_options.validate();
}

const ChartPoint &ControlChart::add(double score, bool counted)
{
    ChartPoint point;
    point.number = ++m_added;
    point.score = score;
    point.counted = counted;
    if (m_limits) {
        if (counted) {
            m_ewma = m_options.lambda * score + (1 - m_options.lambda) * m_ewma;
            m_forgotten *= (1 - m_options.lambda) * (1 - m_options.lambda);
            m_last.push_back((score - m_limits->centre) / m_limits->sigma);
            if (m_last.size() > longestRun)
                m_last.pop_front();
            point.rules = brokenRules();
        }
        const double reach = m_options.width * m_limits->sigma *
                             std::sqrt(m_options.lambda / (2 - m_options.lambda) * (1 - m_forgotten));
        point.ewma = m_ewma;
        point.ewmaUpper = m_limits->centre + reach;
        point.ewmaLower = m_limits->centre - reach;
        if (counted)
            m_drift = !point.isBeyondEwma() ? Drift::None : m_ewma > point.ewmaUpper ? Drift::Up : Drift::Down;
    }
    m_points.push_back(std::move(point));
    if (m_points.size() > m_options.kept)
        m_points.pop_front();
    return m_points.back();
}

std::vector<RunRule> ControlChart::brokenRules() const
{
    const double newest = m_last.back();
    const double side = newest < 0 ? -1 : 1;
    const double distance = std::abs(newest);
    std::vector<RunRule> rules;
    if (distance > 3)
        rules.push_back(RunRule::OneBeyondThreeSigma);
    if (distance > 2 && countBeyond(m_last, 3, 2, side) >= 2)
        rules.push_back(RunRule::TwoOfThreeBeyondTwo);
    if (distance > 1 && countBeyond(m_last, 5, 1, side) >= 4)
        rules.push_back(RunRule::FourOfFiveBeyondOne);
    if (countBeyond(m_last, longestRun, 0, side) == longestRun)
        rules.push_back(RunRule::EightOnOneSide);
    return rules;
}

Message ControlChart::explanation() const
{
    constexpr std::int64_t enough = 25; // below it, limits from single values are rough (Montgomery Sec. 6.4)
    if (!m_limits)
        return Message{
            "No control limits: at least two good pictures of different scores must have been held out from "
            "training."};
    const std::string normals = std::to_string(m_limits->normals);
    if (m_limits->normals < enough)
        return Message{
            "Limits from %1 good pictures not used for training, which is few: they are rough, and drift may be "
            "called too often or too late.",
            {normals}};
    return Message{"Limits from %1 good pictures not used for training; they assume normally distributed scores.",
                   {normals}};
}

} // namespace spotcheck
