#include <spotcheck/evaluation/curves.h>

#include <limits>

#include <spotcheck/core/error.h>

#include "statistics/incompletebeta.h"

namespace spotcheck {

Rate rateWithInterval(std::int64_t count, std::int64_t total, double confidence)
{
    if (count < 0 || total < count)
        throw Error(ErrorCode::InvalidParameter,
                    "a share of " + std::to_string(count) + " in " + std::to_string(total));
    if (!(confidence > 0 && confidence < 1))
        throw Error(ErrorCode::InvalidParameter, "a confidence of " + std::to_string(confidence));
    if (total == 0)
        return {0, 0, std::numeric_limits<double>::quiet_NaN(), 0, 1};

    // Clopper and Pearson (1934): the binomial tails beyond the count as quantiles of beta distributions.
    const double tail = (1 - confidence) / 2;
    const auto k = static_cast<double>(count);
    const auto n = static_cast<double>(total);
    Rate rate{count, total, k / n, 0, 1};
    if (count > 0)
        rate.low = incompleteBetaInverse(k, n - k + 1, tail);
    if (count < total)
        rate.high = incompleteBetaInverse(k + 1, n - k, 1 - tail);
    return rate;
}

Rate recall(const Confusion &confusion)
{
    return rateWithInterval(confusion.truePositives, confusion.defective());
}

Rate falseAlarmRate(const Confusion &confusion)
{
    return rateWithInterval(confusion.falsePositives, confusion.good());
}

Rate precision(const Confusion &confusion)
{
    return rateWithInterval(confusion.truePositives, confusion.truePositives + confusion.falsePositives);
}

Rate reviewRate(const BandedConfusion &confusion)
{
    return rateWithInterval(confusion.reviewDefective() + confusion.reviewGood(),
                            confusion.decided.defective() + confusion.decided.good());
}

double f1(const Confusion &confusion)
{
    const auto hits = static_cast<double>(2 * confusion.truePositives);
    const auto errors = static_cast<double>(confusion.falsePositives + confusion.falseNegatives);
    return hits > 0 ? hits / (hits + errors) : 0;
}

Rate f1WithInterval(const Confusion &confusion, double confidence)
{
    Rate rate =
        rateWithInterval(confusion.truePositives, confusion.defective() + confusion.falsePositives, confidence);
    for (double *share : {&rate.value, &rate.low, &rate.high})
        *share = 2 * *share / (1 + *share);
    return rate;
}

} // namespace spotcheck
