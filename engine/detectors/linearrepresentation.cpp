#include "detectors/linearrepresentation.h"

#include <cstdint>
#include <limits>

#include <spotcheck/core/error.h>

#include "detectors/matrixproduct.h"

namespace spotcheck {

PatchGrid LinearRepresentation::operator()(const PatchGrid &grid) const
{
    if (grid.dimensions != inputs)
        throw Error(ErrorCode::ModelInvalid, "the representation does not fit the backbone's features");
    return {grid.rows, grid.columns, outputs, of(grid.values)};
}

std::vector<float> LinearRepresentation::of(std::span<const float> features) const
{
    const std::size_t count = features.size() / static_cast<std::size_t>(inputs);
    std::vector<float> represented(count * static_cast<std::size_t>(outputs));
    innerProducts(features.data(), static_cast<int>(count), matrix.data(), outputs, inputs, represented.data());
    return represented;
}

void LinearRepresentation::save(ModelWriter &writer, const std::string &name) const
{
    writer.floats(name, {outputs, inputs}, matrix);
}

LinearRepresentation LinearRepresentation::load(const ModelReader &reader, const std::string &name, int outputs)
{
    const std::vector<std::int64_t> shape = reader.shape(name);
    if (shape.size() != 2 || shape[0] != outputs || shape[1] < 1 || shape[1] > std::numeric_limits<int>::max())
        reader.fail("the representation does not fit the memory bank");
    const std::span<const float> values = reader.floatView(name, shape);
    return {static_cast<int>(shape[1]), outputs, {values.begin(), values.end()}};
}

void LinearRepresentation::describe(ModuleScript &script) const
{
    script.tensor("representation", {outputs, inputs}, matrix);
    script.methods(R"(
def features(self, layers: List[Tensor]) -> Tensor:
    return torch.matmul(self.embedded(layers), torch.t(self.representation))
)");
}

} // namespace spotcheck
