#include "export/gaussianscript.h"

namespace spotcheck {

namespace {

constexpr const char *subsetStep = R"(
def lines(self, source: int, target: int, like: Tensor) -> Tensor:
    return torch.floor_divide(torch.arange(target, dtype=4, device=like.device) * source, target)

def chosen(self, layers: List[Tensor]) -> Tensor:
    rows = layers[0].size(2)
    columns = layers[0].size(3)
    parts: List[Tensor] = []
    for layer in layers:
        taken = torch.index_select(layer, 2, self.lines(layer.size(2), rows, layer))
        parts.append(torch.index_select(taken, 3, self.lines(layer.size(3), columns, layer)))
    return torch.permute(torch.index_select(torch.cat(parts, 1), 1, self.channels), [0, 2, 3, 1])
)";

// Forward substitution with the packed Cholesky factors, over all positions at once.
constexpr const char *distances = R"(
def judged(self, patches: Tensor) -> Tuple[Tensor, Tensor]:
    left = torch.contiguous(torch.t(patches - self.means))
    solved = torch.zeros_like(left)
    first = 0
    for row in range(left.size(0)):
        value = torch.select(left, 0, row)
        if row > 0:
            known = torch.narrow(self.factors, 0, first, row) * torch.narrow(solved, 0, 0, row)
            value = value - torch.sum(known, [0])
        torch.copy_(torch.select(solved, 0, row), value * torch.select(self.factors, 0, first + row))
        first += row + 1
    scores = torch.sqrt(torch.sum(torch.pow(solved, 2), [0]))
    return scores, torch.max(scores)
)";

} // namespace

void addChannelSubset(ModuleScript &script, const ChannelSubset &subset)
{
    const std::vector<std::int32_t> &channels = subset.channels();
    script.tensor("channels", {static_cast<std::int64_t>(channels.size())},
                  std::vector<std::int64_t>(channels.begin(), channels.end()));
    script.methods(subsetStep);
}

void addPositionGaussians(ModuleScript &script, const PositionGaussians &gaussians)
{
    const std::int64_t positions = static_cast<std::int64_t>(gaussians.rows()) * gaussians.columns();
    const std::span<const float> means = gaussians.means();
    std::vector<float> factors = gaussians.factorsByElement();
    const std::int64_t triangle = static_cast<std::int64_t>(factors.size()) / positions;
    script.tensor("means", {positions, gaussians.dimensions()}, std::vector<float>(means.begin(), means.end()));
    script.tensor("factors", {triangle, positions}, std::move(factors));
    script.methods(distances);
}

} // namespace spotcheck
