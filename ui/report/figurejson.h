#pragma once

#include <nlohmann/json.hpp>

#include <spotcheck/evaluation/agreement.h>
#include <spotcheck/evaluation/interval.h>

namespace spotcheck::ui {

/// [low, high], or null where it is not known.
nlohmann::ordered_json intervalJson(const Interval &interval);

/// A number, or null: JSON has no NaN.
nlohmann::ordered_json numberOrNull(double value);

/// Effectiveness, miss rate, false alarm rate and kappa, each with interval, n, the customary limits and the verdict.
nlohmann::ordered_json agreementJson(const Agreement &agreement);

} // namespace spotcheck::ui
