#include "detectors/imagescore.h"

#include <algorithm>

namespace spotcheck {

namespace {

constexpr const char *parameterId = "image_score";
constexpr const char *mapPeakChoice = "map";
constexpr const char *patchChoice = "patch";

} // namespace

ParameterSpec imageScoreParameter()
{
    return {.id = parameterId,
            .title = "Picture's score",
            .help = "From the peak of the smoothed map, as the public code does it, or from the largest patch alone, "
                    "as the paper words it. A single patch of a fine grid is easily moved by noise.",
            .type = ParameterSpec::Type::Choice,
            .defaultValue = std::string(mapPeakChoice),
            .choices = {mapPeakChoice, patchChoice},
            .advanced = true};
}

bool scoresByMapPeak(const ParameterValues &values)
{
    const auto found = values.find(parameterId);
    return found != values.end() && std::get<std::string>(found->second) == mapPeakChoice;
}

ParameterValues withFormerImageScore(const std::vector<ParameterSpec> &specs, ParameterValues values)
{
    if (std::ranges::any_of(specs, [](const ParameterSpec &spec) { return spec.id == parameterId; }))
        values.try_emplace(parameterId, std::string(patchChoice));
    return values;
}

} // namespace spotcheck
