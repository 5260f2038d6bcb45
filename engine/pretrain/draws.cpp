#include "pretrain/draws.h"

#include <cmath>
#include <numbers>

#include <ATen/Context.h>

namespace spotcheck::pretrain {

Draws::Draws(std::uint64_t seed, torch::Device device)
    : m_generator(at::globalContext().defaultGenerator(device).clone()),
      m_options(torch::TensorOptions().dtype(torch::kFloat32).device(device))
{
    m_generator.set_current_seed(seed);
}

torch::Tensor Draws::unit(torch::IntArrayRef shape)
{
    return torch::rand(shape, m_generator, m_options);
}

torch::Tensor Draws::uniform(double low, double high, torch::IntArrayRef shape)
{
    return unit(shape) * (high - low) + low;
}

torch::Tensor Draws::logUniform(double low, double high, torch::IntArrayRef shape)
{
    return uniform(std::log(low), std::log(high), shape).exp();
}

torch::Tensor Draws::normal(torch::IntArrayRef shape)
{
    return torch::randn(shape, m_generator, m_options);
}

torch::Tensor Draws::angle(torch::IntArrayRef shape)
{
    return uniform(0, 2 * std::numbers::pi, shape);
}

torch::Tensor Draws::chance(double probability, torch::IntArrayRef shape)
{
    return (uniform(0, 1, shape) < probability).to(torch::kFloat32);
}

torch::Tensor Draws::sign(torch::IntArrayRef shape)
{
    return chance(0.5, shape) * 2 - 1;
}

torch::Tensor Draws::below(std::int64_t count, torch::IntArrayRef shape)
{
    return torch::randint(count, shape, m_generator, m_options.dtype(torch::kInt64));
}

torch::Tensor Draws::columns(const torch::Tensor &weights, std::int64_t count)
{
    return torch::multinomial(weights, count, true, m_generator);
}

} // namespace spotcheck::pretrain
