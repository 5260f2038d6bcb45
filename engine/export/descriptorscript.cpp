#include "export/descriptorscript.h"

#include <span>
#include <string>

#include "export/layerscript.h"

namespace spotcheck {

namespace {

constexpr const char *coordinates = R"(
def coordinates(self, count: int, like: Tensor) -> Tensor:
    if count == 1:
        return torch.zeros([1], dtype=6, device=like.device)
    return 2 * torch.arange(count, dtype=6, device=like.device) / (count - 1) - 1

def adapted(self, layer: Tensor, weights: Tensor, grid: Tensor) -> Tensor:
    return self.brought(torch.conv2d(self.pooled(layer, self.neighbourhood), weights), grid)
)";

constexpr const char *descriptorBeginning = R"(
def described(self, layers: List[Tensor]) -> Tensor:
    grid = layers[0]
    x = torch.view(self.coordinates(grid.size(3), grid), [1, 1, -1])
    y = torch.view(self.coordinates(grid.size(2), grid), [1, -1, 1])
    result = self.by_column * x + self.by_row * y + self.bias
)";

} // namespace

void addDescriptor(ModuleScript &script, const CfaDescriptor &descriptor, int neighbourhood)
{
    addLayerSteps(script);
    script.constant("neighbourhood", std::int64_t{neighbourhood});

    std::span<const float> left = descriptor.weights();
    const auto take = [&left](std::int64_t count) {
        const std::span<const float> values = left.first(static_cast<std::size_t>(count));
        left = left.subspan(values.size());
        return std::vector<float>(values.begin(), values.end());
    };
    const std::int64_t outputs = descriptor.outputs();
    std::string described = descriptorBeginning;
    for (std::size_t layer = 0; layer < descriptor.channels().size(); ++layer) {
        const std::int64_t channels = descriptor.channels()[layer];
        const std::string index = std::to_string(layer);
        script.tensor("weights_" + index, {outputs, channels, 1, 1}, take(outputs * channels));
        described.append("    result = result + self.adapted(layers[").append(index);
        described.append("], self.weights_").append(index).append(", grid)\n");
    }
    const std::vector<float> pairs = take(2 * outputs);
    std::vector<float> byColumn;
    std::vector<float> byRow;
    for (std::size_t i = 0; i < pairs.size(); i += 2) {
        byColumn.push_back(pairs[i]);
        byRow.push_back(pairs[i + 1]);
    }
    script.tensor("by_column", {outputs, 1, 1}, std::move(byColumn));
    script.tensor("by_row", {outputs, 1, 1}, std::move(byRow));
    script.tensor("bias", {outputs, 1, 1}, take(outputs));
    script.methods(coordinates);
    script.methods(described + "    return torch.permute(result, [0, 2, 3, 1])");
}

} // namespace spotcheck
