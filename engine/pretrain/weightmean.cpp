#include "pretrain/weightmean.h"

#include <algorithm>

namespace spotcheck::pretrain {

void updateWeightMean(ResNet18 &mean, const ResNet18 &network, std::int64_t steps)
{
    torch::NoGradGuard noGradients;
    const auto done = static_cast<double>(steps);
    const double decay = std::min(0.998, (1 + done) / (10 + done)); // a short memory while all is still in motion
    const std::vector<torch::Tensor> current = network->parameters();
    std::size_t index = 0;
    for (torch::Tensor parameter : mean->parameters())
        parameter.mul_(decay).add_(current[index++], 1 - decay);
}

void copyWeights(const ResNet18 &from, ResNet18 &to)
{
    torch::NoGradGuard noGradients;
    const auto copyAll = [](const std::vector<torch::Tensor> &source, const std::vector<torch::Tensor> &target) {
        for (std::size_t index = 0; index < source.size(); ++index)
            target[index].copy_(source[index]);
    };
    copyAll(from->parameters(), to->parameters());
    copyAll(from->buffers(), to->buffers());
}

} // namespace spotcheck::pretrain
