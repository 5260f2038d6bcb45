#include "ui/report/figurejson.h"

#include <cmath>

namespace spotcheck::ui {

using Json = nlohmann::ordered_json;

namespace {

Json judged(Json figure, double value, const AgreementLimit &limit)
{
    figure["acceptable_at"] = limit.acceptable;
    figure["marginal_at"] = limit.marginal;
    figure["verdict"] = agreementVerdictId(limit.judge(value));
    return figure;
}

Json rateJson(const Rate &rate, const AgreementLimit &limit)
{
    return judged({{"value", numberOrNull(rate.value)},
                   {"interval", intervalJson({rate.low, rate.high})},
                   {"count", rate.count},
                   {"n", rate.total}},
                  rate.value, limit);
}

} // namespace

Json numberOrNull(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

std::string jsonText(const Json &json, int indent)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json intervalJson(const Interval &interval)
{
    return interval.isKnown() ? Json{interval.low, interval.high} : Json(nullptr);
}

Json millimetreJson(const Region &region, const PictureScale &scale)
{
    const auto length = [&scale](int pixels) { return scale.millimetres(pixels); };
    const cv::Rect &box = region.box;
    return {{"box_mm", {length(box.x), length(box.y), length(box.width), length(box.height)}},
            {"area_mm2", scale.squareMillimetres(static_cast<double>(region.area))},
            {"perimeter_mm", scale.millimetres(region.perimeter)}};
}

Json agreementJson(const Agreement &agreement)
{
    return {{"effectiveness", rateJson(agreement.effectiveness, effectivenessLimit)},
            {"miss_rate", rateJson(agreement.missRate, missRateLimit)},
            {"false_alarm_rate", rateJson(agreement.falseAlarmRate, falseAlarmLimit)},
            {"kappa", judged({{"value", numberOrNull(agreement.kappa.value)},
                              {"interval", intervalJson(agreement.kappa.interval)},
                              {"standard_error", numberOrNull(agreement.kappa.standardError)},
                              {"n", agreement.effectiveness.total}},
                             agreement.kappa.value, kappaLimit)},
            {"verdict", agreementVerdictId(overallVerdict(agreement))},
            {"limits", "AIAG, Measurement Systems Analysis, 4th edition"}};
}

} // namespace spotcheck::ui
