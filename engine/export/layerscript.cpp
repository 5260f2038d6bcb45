#include "export/layerscript.h"

namespace spotcheck {

namespace {

constexpr const char *layerSteps = R"(
def pooled(self, layer: Tensor, side: int) -> Tensor:
    return torch.avg_pool2d(layer, [side, side], [1, 1], [side // 2, side // 2])

def brought(self, layer: Tensor, grid: Tensor) -> Tensor:
    return torch.upsample_bilinear2d(layer, [grid.size(2), grid.size(3)], False, None, None)
)";

constexpr const char *concatenated = R"(
def embedded(self, layers: List[Tensor]) -> Tensor:
    parts: List[Tensor] = []
    for layer in layers:
        parts.append(self.brought(self.pooled(layer, self.neighbourhood), layers[0]))
    return torch.permute(torch.cat(parts, 1), [0, 2, 3, 1])
)";

// A neighbourhood is flattened channel by channel, which is the order of unfold.
constexpr const char *adaptivelyPooled = R"(
def flattened(self, layer: Tensor) -> Tensor:
    side = self.neighbourhood
    unfolded = torch.im2col(layer, [side, side], [1, 1], [side // 2, side // 2], [1, 1])
    vectors = torch.adaptive_avg_pool1d(torch.transpose(unfolded, 1, 2), [self.dimensions])
    channels = torch.contiguous(torch.transpose(vectors, 1, 2))
    return torch.view(channels, [layer.size(0), -1, layer.size(2), layer.size(3)])

def embedded(self, layers: List[Tensor]) -> Tensor:
    parts: List[Tensor] = []
    for layer in layers:
        parts.append(self.brought(self.flattened(layer), layers[0]))
    grid = torch.permute(torch.cat(parts, 1), [0, 2, 3, 1])
    vectors = torch.adaptive_avg_pool1d(torch.flatten(grid, 1, 2), [self.dimensions])
    return torch.view(vectors, [grid.size(0), grid.size(1), grid.size(2), -1])
)";

} // namespace

void addLayerSteps(ModuleScript &script)
{
    script.methods(layerSteps);
}

void addEmbedding(ModuleScript &script, const PatchEmbedding &embedding)
{
    addLayerSteps(script);
    script.constant("neighbourhood", std::int64_t{embedding.neighbourhood});
    if (embedding.form == PatchEmbedding::Form::Concatenated) {
        script.methods(concatenated);
        return;
    }
    script.constant("dimensions", std::int64_t{embedding.dimensions});
    script.methods(adaptivelyPooled);
}

} // namespace spotcheck
