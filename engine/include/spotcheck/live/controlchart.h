#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include <spotcheck/core/message.h>
#include <spotcheck/decision/calibration.h>

namespace spotcheck {

/// Centre and standard deviation of scores while all is well, from the held-out normals. They are kept sorted, which
/// leaves no moving ranges to estimate from: sigma is the sample standard deviation divided by c4(n), unbiased where
/// scores are normally distributed (Montgomery, Introduction to Statistical Quality Control, 7th ed., Sec. 3.4, 6.3).
struct ChartLimits {
    double centre = 0;
    double sigma = 0;
    std::int64_t normals = 0;

    double upper() const { return centre + 3 * sigma; }
    double lower() const { return centre - 3 * sigma; }
};

/// Nothing for fewer than two normals, or where all score alike.
std::optional<ChartLimits> chartLimits(const std::vector<float> &normalScores);

/// Mean of the standard deviation of n standard normal values: sqrt(2 / (n - 1)) Gamma(n / 2) / Gamma((n - 1) / 2).
double c4(std::int64_t n);

/// The rules of the Western Electric Statistical Quality Control Handbook (1956), on either side of the centre
/// (Montgomery Sec. 5.3.2).
enum class RunRule {
    OneBeyondThreeSigma, ///< rule 1
    TwoOfThreeBeyondTwo, ///< rule 2, the last one being among the two
    FourOfFiveBeyondOne, ///< rule 3, the last one being among the four
    EightOnOneSide,      ///< rule 4
};
std::string runRuleId(RunRule rule); ///< "beyond_3_sigma", "2_of_3_beyond_2_sigma", ...
Message runRuleText(RunRule rule);

struct ChartOptions {
    double lambda = 0.2; ///< weight of the newest score, (0, 1]
    /// Half width of the EWMA's limits in its own standard deviations. With lambda = 0.2 a steady process is
    /// suspected once in 500 pictures on average (Lucas and Saccucci, Technometrics 32, 1990; Montgomery Table 9.11).
    double width = 2.962;
    std::size_t kept = 500; ///< points

    /// \throws Error(InvalidParameter)
    void validate() const;
};

struct ChartPoint {
    std::int64_t number = 0; ///< of all points, from 1
    double score = 0;
    /// Rejected pictures are drawn and count for nothing: their cause is known, and one defect would lift the EWMA
    /// beyond its limits.
    bool counted = true;
    double ewma = 0;
    double ewmaUpper = 0; ///< wider from point to point until they are steady
    double ewmaLower = 0;
    std::vector<RunRule> rules; ///< broken with this point

    bool isBeyondEwma() const { return counted && (ewma > ewmaUpper || ewma < ewmaLower); }
};

enum class Drift { None, Up, Down };

/// Individuals chart with run rules, and EWMA chart (Roberts, Technometrics 1, 1959):
/// z_i = lambda x_i + (1 - lambda) z_(i-1), z_0 = centre, limits
/// centre +- width sigma sqrt(lambda / (2 - lambda) (1 - (1 - lambda)^(2i))).
/// Drift is called while the EWMA lies beyond its limits. The run rules are marks to look at: all four together are
/// broken about once in 92 pictures of a steady process (Champ and Woodall, Technometrics 29, 1987).
class ControlChart {
public:
    /// Without limits scores are kept, and nothing is judged.
    explicit ControlChart(std::optional<ChartLimits> limits, ChartOptions options = {});

    const ChartPoint &add(double score, bool counted = true);
    const std::optional<ChartLimits> &limits() const { return m_limits; }
    const std::deque<ChartPoint> &points() const { return m_points; } ///< the last ones
    Drift drift() const { return m_drift; }

    /// Where the limits come from and what they are worth.
    Message explanation() const;

private:
    std::vector<RunRule> brokenRules() const;

    std::optional<ChartLimits> m_limits;
    ChartOptions m_options;
    std::deque<ChartPoint> m_points;
    std::deque<double> m_last; ///< counted scores in sigmas from the centre, newest last, at most eight
    std::int64_t m_added = 0;
    double m_ewma = 0;
    double m_forgotten = 1; ///< (1 - lambda)^(2i)
    Drift m_drift = Drift::None;
};

} // namespace spotcheck
