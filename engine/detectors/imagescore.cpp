#include "detectors/imagescore.h"

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

} // namespace spotcheck
