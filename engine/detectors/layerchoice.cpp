#include "detectors/layerchoice.h"

#include <sstream>
#include <utility>

namespace spotcheck {

ParameterSpec layerParameter(std::vector<std::string> choices)
{
    std::string first = choices.front();
    return {.id = "layers",
            .title = "Layers",
            .help =
                "Layers of the backbone that are combined. Early layers keep position and fine texture, late ones "
                "meaning.",
            .type = ParameterSpec::Type::Choice,
            .defaultValue = std::move(first),
            .choices = std::move(choices),
            .advanced = true};
}

std::vector<std::string> splitLayers(const std::string &choice)
{
    std::istringstream text(choice);
    std::vector<std::string> layers;
    for (std::string name; std::getline(text, name, '+');)
        layers.push_back(name);
    return layers;
}

std::vector<std::string> chosenLayers(const ParameterValues &values, const BackboneInfo &backbone)
{
    std::vector<std::string> layers = splitLayers(std::get<std::string>(values.at("layers")));
    for (std::string &name : layers)
        name = backbone.layer(name).name;
    return layers;
}

} // namespace spotcheck
