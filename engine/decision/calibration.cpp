#include <spotcheck/decision/calibration.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <nlohmann/json.hpp>

#include <spotcheck/core/error.h>

#include "core/foreignjson.h"
#include "statistics/incompletebeta.h"

namespace spotcheck {

namespace {

// Rates are typed as decimals: 0.29 x 100 must count as 29, though in binary it is a little less.
constexpr double decimalSlack = 1e-9;

void requireFinite(const std::vector<float> &values, const char *what)
{
    if (!std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); }))
        throw Error(ErrorCode::Internal, std::string(what) + " of held-out normals are not all finite");
}

float median(std::vector<float> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Split conformal prediction (Vovk et al. 2005; Lei et al. 2018): a new normal score, exchangeable with these n,
// lies above the k-th smallest with a probability of at most 1 - k / (n + 1).
NormalThreshold conformalThreshold(const std::vector<float> &ascending, double rate)
{
    if (!(rate > 0 && rate < 1))
        throw Error(ErrorCode::InvalidParameter,
                    "a false alarm rate of " + std::to_string(rate) + ", not between 0 and 1");
    NormalThreshold result;
    result.wantedRate = rate;
    result.normals = static_cast<std::int64_t>(ascending.size());
    if (ascending.empty())
        return result;
    const auto places = static_cast<double>(result.normals + 1);
    result.smallestSupportedRate = 1 / places;
    const std::int64_t above = pictureAllowance(result.normals, rate);
    result.supported = above >= 1;
    result.upperRate = realisedRateQuantile(result.normals, std::clamp<std::int64_t>(above, 1, result.normals), 0.95);
    const std::int64_t order = std::clamp<std::int64_t>(result.normals + 1 - above, 1, result.normals);
    result.threshold = ascending[static_cast<std::size_t>(order - 1)];
    return result;
}

// The default pixel threshold lies in the middle of the scale: half of the colours for what is normal.
DisplayScale scaleAround(double middleOfMaps, double pixelThreshold)
{
    constexpr double largest = std::numeric_limits<float>::max();
    double high = middleOfMaps + 2 * (pixelThreshold - middleOfMaps);
    if (!(high > middleOfMaps)) // constant maps: any scale will do that is one
        high = middleOfMaps + std::max(1e-3 * std::abs(middleOfMaps), 1e-6);
    DisplayScale scale{static_cast<float>(middleOfMaps), static_cast<float>(std::min(high, largest))};
    if (!(scale.high > scale.low))
        scale.low = std::nextafter(scale.high, std::numeric_limits<float>::lowest());
    return scale;
}

} // namespace

double realisedRateQuantile(std::int64_t normals, std::int64_t above, double confidence)
{
    if (above < 1 || above > normals || !(confidence > 0 && confidence < 1))
        throw Error(ErrorCode::InvalidParameter, std::to_string(above) + " of " + std::to_string(normals) +
                                                     " normals with a confidence of " + std::to_string(confidence));
    return incompleteBetaInverse(static_cast<double>(above), static_cast<double>(normals + 1 - above), confidence);
}

std::int64_t pictureAllowance(std::int64_t normals, double rate)
{
    return static_cast<std::int64_t>(std::floor(rate * static_cast<double>(normals + 1) + decimalSlack));
}

Calibration::Calibration(std::vector<float> imageScores, std::vector<float> mapPeaks,
                         const std::vector<float> &mapValues, int folds)
    : m_scores(std::move(imageScores)), m_mapPeaks(std::move(mapPeaks)), m_folds(folds)
{
    if (m_scores.empty())
        throw Error(ErrorCode::NotEnoughNormals, std::string("no good picture was held out for calibration"));
    if (!m_mapPeaks.empty() && m_mapPeaks.size() != m_scores.size())
        throw Error(ErrorCode::Internal, std::to_string(m_mapPeaks.size()) + " map peaks for " +
                                             std::to_string(m_scores.size()) + " held-out normals");
    requireFinite(m_scores, "the scores");
    requireFinite(m_mapPeaks, "the map peaks");
    requireFinite(mapValues, "the map values");
    std::sort(m_scores.begin(), m_scores.end());
    std::sort(m_mapPeaks.begin(), m_mapPeaks.end());
    if (!m_mapPeaks.empty()) {
        const float low = mapValues.empty() ? m_mapPeaks.front() : median(mapValues);
        m_display = scaleAround(low, pixelThresholdAt(defaultFalseAlarmRate).threshold);
    }
}

double Calibration::pValue(double score) const
{
    if (std::isnan(score))
        throw Error(ErrorCode::Internal, std::string("an image score is not a number"));
    const auto firstNotBelow = std::lower_bound(m_scores.begin(), m_scores.end(), score);
    return static_cast<double>(1 + std::distance(firstNotBelow, m_scores.end())) / static_cast<double>(normals() + 1);
}

NormalThreshold Calibration::thresholdAt(double falseAlarmRate) const
{
    return conformalThreshold(m_scores, falseAlarmRate);
}

NormalThreshold Calibration::pixelThresholdAt(double falseAlarmRate) const
{
    return conformalThreshold(m_mapPeaks, falseAlarmRate);
}

// Floats become doubles and back without a change, and the shortest decimal of a double reads back as itself.
std::string Calibration::toJson() const
{
    nlohmann::ordered_json json{{"scores", m_scores},
                                {"map_peaks", m_mapPeaks},
                                {"display", {{"low", m_display.low}, {"high", m_display.high}}}};
    if (m_folds > 0)
        json["folds"] = m_folds; // earlier programs pass over it and take the scores for held-out ones
    return json.dump();
}

namespace {

[[noreturn]] void refuseCalibration(const std::string &reason)
{
    throw Error(ErrorCode::ModelInvalid, "calibration: " + reason);
}

float readFloat(const nlohmann::json &value, const char *name)
{
    if (!value.is_number())
        refuseCalibration(std::string(name) + " holds something that is not a number");
    const auto number = value.get<double>();
    if (!(std::abs(number) <= std::numeric_limits<float>::max()))
        refuseCalibration(std::string(name) + " holds a number that is too large");
    return static_cast<float>(number);
}

const nlohmann::json &member(const nlohmann::json &object, const char *name)
{
    if (!object.is_object() || !object.contains(name))
        refuseCalibration(std::string(name) + " is missing");
    return object.at(name);
}

std::vector<float> readFloats(const nlohmann::json &object, const char *name)
{
    const nlohmann::json &list = member(object, name);
    if (!list.is_array())
        refuseCalibration(std::string(name) + " is not a list");
    std::vector<float> values;
    values.reserve(list.size());
    for (const nlohmann::json &value : list)
        values.push_back(readFloat(value, name));
    std::sort(values.begin(), values.end());
    return values;
}

} // namespace

Calibration Calibration::fromJson(std::string_view json)
{
    nlohmann::json root;
    try {
        root = parseForeignJson(json);
    } catch (const Error &error) {
        refuseCalibration(error.detail());
    }
    Calibration calibration;
    calibration.m_scores = readFloats(root, "scores");
    calibration.m_mapPeaks = readFloats(root, "map_peaks");
    const nlohmann::json &display = member(root, "display");
    calibration.m_display.low = readFloat(member(display, "low"), "low");
    calibration.m_display.high = readFloat(member(display, "high"), "high");
    if (root.contains("folds")) {
        if (!root.at("folds").is_number_integer() || root.at("folds").get<std::int64_t>() < 0 ||
            root.at("folds").get<std::int64_t>() > 1'000'000)
            refuseCalibration("the number of folds is none");
        calibration.m_folds = root.at("folds").get<int>();
    }
    if (calibration.m_scores.empty())
        refuseCalibration("no scores");
    if (!calibration.m_mapPeaks.empty() && calibration.m_mapPeaks.size() != calibration.m_scores.size())
        refuseCalibration("the numbers of scores and map peaks differ");
    if (!(calibration.m_display.high > calibration.m_display.low))
        refuseCalibration("the display scale is empty");
    return calibration;
}

double meanAndSigmas(const std::vector<float> &values, double sigmas)
{
    if (values.size() < 2)
        throw Error(ErrorCode::NotEnoughNormals,
                    std::to_string(values.size()) + " held-out normals have no deviation");
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0;
    for (const float value : values)
        squares += (value - mean) * (value - mean);
    return mean + sigmas * std::sqrt(squares / (count - 1));
}

} // namespace spotcheck
