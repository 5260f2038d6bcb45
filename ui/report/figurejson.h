#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include <spotcheck/decision/picturescale.h>
#include <spotcheck/decision/regions.h>
#include <spotcheck/evaluation/agreement.h>
#include <spotcheck/evaluation/interval.h>

namespace spotcheck::ui {

/// `indent` < 0: on one line. A file name need not be UTF-8: what is not becomes U+FFFD and does not stop the
/// results.
std::string jsonText(const nlohmann::ordered_json &json, int indent = -1);

/// [low, high], or null where it is not known.
nlohmann::ordered_json intervalJson(const Interval &interval);

/// A number, or null: JSON has no NaN.
nlohmann::ordered_json numberOrNull(double value);

/// `box_mm` [x, y, w, h], `area_mm2` and `perimeter_mm` of a region.
nlohmann::ordered_json millimetreJson(const Region &region, const PictureScale &scale);

/// Effectiveness, miss rate, false alarm rate and kappa, each with interval, n, the customary limits and the verdict.
nlohmann::ordered_json agreementJson(const Agreement &agreement);

} // namespace spotcheck::ui
