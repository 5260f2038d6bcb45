#include "export/bankscript.h"

#include <algorithm>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

// A patch's own length is the same for all vectors and left out of the search. The distances to those that were found
// are then taken directly: differences of large numbers would cost digits.
constexpr const char *search = R"(
def nearest(self, patches: Tensor, count: int) -> Tensor:
    distances = self.bank_lengths - 2 * torch.matmul(patches, torch.t(self.bank))
    return torch.topk(distances, count, 1, False, True)[1]

def squared_distances(self, patches: Tensor, indices: Tensor) -> Tensor:
    found = torch.index_select(self.bank, 0, torch.flatten(indices))
    found = torch.view(found, [indices.size(0), indices.size(1), -1])
    return torch.sum(torch.pow(found - torch.unsqueeze(patches, 1), 2), [2])
)";

// Equation 7 of PatchCore, with the largest exponent taken out by logsumexp.
constexpr const char *scoring = R"(
def rarity(self, patch: Tensor, first: Tensor) -> Tensor:
    around = self.nearest(torch.index_select(self.bank, 0, first), self.reweight_neighbours)
    distances = torch.sqrt(torch.to(self.squared_distances(patch, around), 7))
    own = torch.sqrt(torch.to(self.squared_distances(patch, torch.unsqueeze(first, 1)), 7))
    return 1 - torch.exp(own - torch.logsumexp(distances, [1], True))

def judged(self, patches: Tensor) -> Tuple[Tensor, Tensor]:
    indices = self.nearest(patches, self.neighbours)
    scores = torch.mean(self.squared_distances(patches, indices), [1])
    image = torch.max(scores)
    if self.reweight:
        peak = torch.unsqueeze(torch.argmax(scores), 0)
        first = torch.index_select(torch.select(indices, 1, 0), 0, peak)
        rarity = self.rarity(torch.index_select(patches, 0, peak), first)
        image = torch.to(torch.squeeze(rarity) * torch.sqrt(torch.to(image, 7)), 6)
    return scores, image
)";

} // namespace

void addBankSearch(ModuleScript &script, const MemoryBank &bank)
{
    if (!bank.isSearchedExactly())
        throw Error(ErrorCode::NotExportable,
                    "the model searches its memory bank approximately and the module would not, so that scores would "
                    "differ; train it with --set index=exact");
    const std::span<const float> vectors = bank.vectors();
    const auto dimensions = static_cast<std::size_t>(bank.dimensions());
    std::vector<float> lengths;
    for (std::size_t first = 0; first < vectors.size(); first += dimensions) {
        double sum = 0;
        for (const float value : vectors.subspan(first, dimensions))
            sum += static_cast<double>(value) * value;
        lengths.push_back(static_cast<float>(sum));
    }
    script.tensor("bank", {bank.size(), bank.dimensions()}, std::vector<float>(vectors.begin(), vectors.end()));
    script.tensor("bank_lengths", {bank.size()}, std::move(lengths));
    script.methods(search);
}

void addBankScoring(ModuleScript &script, const BankScoring &options, const MemoryBank &bank)
{
    addBankSearch(script, bank);
    script.constant("neighbours", std::min<std::int64_t>(options.neighbours, bank.size()));
    script.constant("reweight", options.reweight);
    script.constant("reweight_neighbours", std::min<std::int64_t>(options.reweightNeighbours, bank.size()));
    script.methods(scoring);
}

} // namespace spotcheck
