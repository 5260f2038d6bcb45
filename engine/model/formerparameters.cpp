#include "model/formerparameters.h"

#include <algorithm>
#include <array>

namespace spotcheck {

namespace {

struct FormerBehaviour {
    const char *parameter;
    const char *value; ///< what detectors did before they had the parameter
};

constexpr std::array formerBehaviours{
    FormerBehaviour{"image_score", "patch"},
    FormerBehaviour{"embedding", "pooled"},
    FormerBehaviour{"whitening", "off"},
};

} // namespace

ParameterValues withFormerBehaviour(const DetectorInfo &info, ParameterValues values)
{
    for (const auto &[parameter, value] : formerBehaviours) {
        const std::string id = parameter;
        if (std::ranges::any_of(info.parameters, [&](const ParameterSpec &spec) { return spec.id == id; }))
            values.try_emplace(id, std::string(value));
    }
    return values;
}

} // namespace spotcheck
