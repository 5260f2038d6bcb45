#pragma once

#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/linear.h>

namespace spotcheck::pretrain {

/// Two linear maps with a ReLU between them.
class ProjectionImpl : public torch::nn::Module {
public:
    ProjectionImpl(std::int64_t inputs, std::int64_t inner, std::int64_t outputs);
    /// [N, inputs] -> [N, outputs]
    torch::Tensor forward(const torch::Tensor &vectors);

private:
    torch::nn::Linear m_first;
    torch::nn::Linear m_second;
};
TORCH_MODULE(Projection);

/// What the training asks of the features, thrown away afterwards.
struct TrainingHeadsImpl : torch::nn::Module {
    explicit TrainingHeadsImpl(std::int64_t surfaces);

    torch::nn::Linear surface3; ///< of layer3
    torch::nn::Linear surface4;
    Projection dense2;
    Projection dense3;
    torch::nn::Conv2d defect2;
    torch::nn::Conv2d defect3;
};
TORCH_MODULE(TrainingHeads);

} // namespace spotcheck::pretrain
