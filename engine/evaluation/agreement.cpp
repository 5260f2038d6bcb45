#include <spotcheck/evaluation/agreement.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "statistics/normaldistribution.h"

namespace spotcheck {

namespace {

constexpr double square(double value)
{
    return value * value;
}

// Fleiss, Cohen and Everitt, Psychological Bulletin 72 (1969), for two judges and two classes.
double kappaStandardError(const Confusion &confusion, double observed, double chance, double count)
{
    const double hits = static_cast<double>(confusion.truePositives) / count;
    const double misses = static_cast<double>(confusion.falseNegatives) / count;
    const double alarms = static_cast<double>(confusion.falsePositives) / count;
    const double rest = static_cast<double>(confusion.trueNegatives) / count;
    const double defective = hits + misses;
    const double called = hits + alarms;
    const double agreeing = hits * square((1 - chance) - (defective + called) * (1 - observed)) +
                            rest * square((1 - chance) - (2 - defective - called) * (1 - observed));
    const double differing =
        square(1 - observed) * (misses * square(called + 1 - defective) + alarms * square(1 - called + defective));
    const double variance = agreeing + differing - square(observed * chance - 2 * chance + observed);
    return std::sqrt(std::max(variance, 0.0) / count) / square(1 - chance);
}

/// By whole numbers: what is exactly 0 must not come out as -1e-17. Not for one class alone.
double kappaValue(const Confusion &confusion)
{
    const auto hits = static_cast<double>(confusion.truePositives);
    const auto misses = static_cast<double>(confusion.falseNegatives);
    const auto alarms = static_cast<double>(confusion.falsePositives);
    const auto rest = static_cast<double>(confusion.trueNegatives);
    return 2 * (hits * rest - misses * alarms) /
           ((hits + alarms) * (alarms + rest) + (hits + misses) * (misses + rest));
}

/// Whether the standard error is 0. Told by the counts: computed, the square root of a rounding error may be 5e-7.
/// So it is where all verdicts are alike or all are right, or where all are wrong and both classes equally large.
bool isWithoutVariance(const Confusion &confusion)
{
    const std::int64_t called = confusion.truePositives + confusion.falsePositives;
    const std::int64_t passed = confusion.trueNegatives + confusion.falseNegatives;
    const std::int64_t right = confusion.truePositives + confusion.trueNegatives;
    const std::int64_t wrong = confusion.falsePositives + confusion.falseNegatives;
    return called == 0 || passed == 0 || wrong == 0 ||
           (right == 0 && confusion.falsePositives == confusion.falseNegatives);
}

Kappa kappaOf(const Confusion &confusion, const Rate &effectiveness)
{
    Kappa kappa;
    if (confusion.defective() == 0 || confusion.good() == 0)
        return kappa; // one class alone: agreement beyond chance cannot be told from the bias of the verdicts
    const auto count = static_cast<double>(effectiveness.total);
    const double defective = static_cast<double>(confusion.defective()) / count;
    const double called = static_cast<double>(confusion.truePositives + confusion.falsePositives) / count;
    const double chance = defective * called + (1 - defective) * (1 - called);
    const auto beyondChance = [chance](double agreement) { return (agreement - chance) / (1 - chance); };
    kappa.value = kappaValue(confusion);
    if (isWithoutVariance(confusion)) {
        kappa.standardError = 0;
        kappa.interval = {std::clamp(beyondChance(effectiveness.low), -1.0, kappa.value),
                          std::clamp(beyondChance(effectiveness.high), kappa.value, 1.0)};
        return kappa;
    }
    kappa.standardError = kappaStandardError(confusion, effectiveness.value, chance, count);
    const double reach = -normalQuantile((1 - shownConfidence) / 2) * kappa.standardError;
    kappa.interval = {std::max(-1.0, kappa.value - reach), std::min(1.0, kappa.value + reach)};
    return kappa;
}

} // namespace

Agreement agreementOf(const Confusion &confusion)
{
    Agreement agreement;
    agreement.effectiveness =
        rateWithInterval(confusion.truePositives + confusion.trueNegatives, confusion.defective() + confusion.good());
    agreement.missRate = rateWithInterval(confusion.falseNegatives, confusion.defective());
    agreement.falseAlarmRate = falseAlarmRate(confusion);
    agreement.kappa = kappaOf(confusion, agreement.effectiveness);
    return agreement;
}

Agreement agreementOf(const BandedConfusion &confusion)
{
    return agreementOf(Confusion{confusion.decided.truePositives, confusion.caught.falseNegatives,
                                 confusion.decided.falsePositives, confusion.caught.trueNegatives});
}

std::string agreementVerdictId(AgreementVerdict verdict)
{
    switch (verdict) {
    case AgreementVerdict::Acceptable:
        return "acceptable";
    case AgreementVerdict::Marginal:
        return "marginal";
    case AgreementVerdict::Unacceptable:
        return "unacceptable";
    case AgreementVerdict::Unknown:
        break;
    }
    return "unknown";
}

AgreementVerdict AgreementLimit::judge(double value) const
{
    if (std::isnan(value))
        return AgreementVerdict::Unknown;
    const double upwards = acceptable > marginal ? 1 : -1;
    if (upwards * value >= upwards * acceptable)
        return AgreementVerdict::Acceptable;
    return upwards * value >= upwards * marginal ? AgreementVerdict::Marginal : AgreementVerdict::Unacceptable;
}

AgreementVerdict overallVerdict(const Agreement &agreement)
{
    const std::array verdicts{
        effectivenessLimit.judge(agreement.effectiveness.value), missRateLimit.judge(agreement.missRate.value),
        falseAlarmLimit.judge(agreement.falseAlarmRate.value), kappaLimit.judge(agreement.kappa.value)};
    // What was not measured may be the worst of all; only the unacceptable cannot become worse.
    for (const AgreementVerdict worst : {AgreementVerdict::Unacceptable, AgreementVerdict::Unknown,
                                         AgreementVerdict::Marginal, AgreementVerdict::Acceptable}) {
        if (std::find(verdicts.begin(), verdicts.end(), worst) != verdicts.end())
            return worst;
    }
    return AgreementVerdict::Unknown;
}

} // namespace spotcheck
