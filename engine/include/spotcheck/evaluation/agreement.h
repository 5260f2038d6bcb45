#pragma once

#include <limits>
#include <string>

#include <spotcheck/evaluation/curves.h>
#include <spotcheck/evaluation/interval.h>

namespace spotcheck {

/// Cohen's kappa: agreement beyond what two judges with the same totals would reach by chance, at most 1.
struct Kappa {
    double value = std::numeric_limits<double>::quiet_NaN(); ///< NaN where only one class was judged
    double standardError = std::numeric_limits<double>::quiet_NaN();
    Interval interval;
};

/// Agreement of the verdicts with the labels, as measurement system analysis reports it for inspections that decide
/// between good and defective (AIAG, Measurement Systems Analysis, 4th edition, attribute studies).
struct Agreement {
    Rate effectiveness;  ///< right verdicts
    Rate missRate;       ///< defective ones that were called good
    Rate falseAlarmRate; ///< good ones that were called defective
    Kappa kappa;
};

/// Rates with exact intervals. Kappa's standard error is that of Fleiss, Cohen and Everitt (1969) for a kappa that
/// need not be 0; where it is 0 (all verdicts agree, or all are alike), the interval follows from the exact one of
/// the effectiveness at the same chance agreement.
Agreement agreementOf(const Confusion &confusion);
/// Of the decided pictures alone: those that go to a person are no verdicts.
Agreement agreementOf(const BandedConfusion &confusion);

enum class AgreementVerdict { Acceptable, Marginal, Unacceptable, Unknown };
std::string agreementVerdictId(AgreementVerdict verdict); ///< "acceptable", "marginal", "unacceptable", "unknown"

/// At `acceptable` or beyond, a figure is acceptable; else marginal at `marginal` or beyond. "Beyond" is upwards
/// where acceptable > marginal, downwards else.
struct AgreementLimit {
    double acceptable = 0;
    double marginal = 0;

    AgreementVerdict judge(double value) const; ///< Unknown for NaN
};

/// The customary limits of the AIAG manual.
constexpr AgreementLimit effectivenessLimit{0.90, 0.80};
constexpr AgreementLimit missRateLimit{0.02, 0.05};
constexpr AgreementLimit falseAlarmLimit{0.05, 0.10};
constexpr AgreementLimit kappaLimit{0.75, 0.40};

/// The worst of the four. Unknown where one of them is, unless another is unacceptable.
AgreementVerdict overallVerdict(const Agreement &agreement);

} // namespace spotcheck
