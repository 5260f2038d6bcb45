#include "pretrain/trainingheads.h"

namespace spotcheck::pretrain {

namespace {

torch::nn::Conv2d pointwise(std::int64_t inputs)
{
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(inputs, 1, 1));
}

} // namespace

ProjectionImpl::ProjectionImpl(std::int64_t inputs, std::int64_t inner, std::int64_t outputs)
    : m_first(register_module("0", torch::nn::Linear(inputs, inner))),
      m_second(register_module("2", torch::nn::Linear(inner, outputs)))
{}

torch::Tensor ProjectionImpl::forward(const torch::Tensor &vectors)
{
    return m_second(torch::relu(m_first(vectors)));
}

TrainingHeadsImpl::TrainingHeadsImpl(std::int64_t surfaces)
    : surface3(register_module("surface3", torch::nn::Linear(256, surfaces))),
      surface4(register_module("surface4", torch::nn::Linear(512, surfaces))),
      dense2(register_module("dense2", Projection(128, 256, 128))),
      dense3(register_module("dense3", Projection(256, 256, 128))),
      defect2(register_module("defect2", pointwise(128))), defect3(register_module("defect3", pointwise(256)))
{}

} // namespace spotcheck::pretrain
