#include "detectors/patchparameters.h"

#include <string>

#include "detectors/searchmethod.h"

namespace spotcheck {

std::vector<ParameterSpec> embeddingParameters()
{
    using Type = ParameterSpec::Type;
    return {
        {.id = "embedding",
         .title = "Patch features",
         .help =
             "\"concatenated\": neighbourhood means of all layers laid end to end. \"pooled\" as the authors' code: "
             "neighbourhoods pooled to the target dimension, which fits the wide backbones.",
         .type = Type::Choice,
         .defaultValue = std::string("concatenated"),
         .choices = {"concatenated", "pooled"},
         .advanced = true},
        {.id = "target_dimension",
         .title = "Target dimension",
         .help = "Length of a pooled patch feature. Smaller is faster and takes less memory. Concatenated features "
                 "are as long as their layers together.",
         .type = Type::Integer,
         .defaultValue = std::int64_t{1024},
         .minimum = 16,
         .maximum = 4096,
         .advanced = true},
        {.id = "neighbourhood",
         .title = "Neighbourhood",
         .help = "Side of the square of grid positions that one patch looks at.",
         .type = Type::Choice,
         .defaultValue = std::string("3"),
         .choices = {"1", "3", "5"},
         .advanced = true},
    };
}

std::vector<ParameterSpec> bankParameters()
{
    return {{.id = "coverage_radius",
             .title = "Coverage radius",
             .help =
                 "The memory bank is complete once every normal patch lies within this distance of it, even before "
                 "it has the share that was asked for. A training tells the radius that it reached. 0: off.",
             .type = ParameterSpec::Type::Real,
             .defaultValue = 0.0,
             .minimum = 0,
             .maximum = 1e6,
             .advanced = true},
            searchParameter()};
}

PatchEmbedding embeddingFrom(const ParameterValues &values)
{
    PatchEmbedding embedding;
    embedding.form = std::get<std::string>(values.at("embedding")) == "pooled" ? PatchEmbedding::Form::Pooled
                                                                               : PatchEmbedding::Form::Concatenated;
    embedding.neighbourhood = std::stoi(std::get<std::string>(values.at("neighbourhood")));
    embedding.dimensions = static_cast<int>(std::get<std::int64_t>(values.at("target_dimension")));
    return embedding;
}

} // namespace spotcheck
