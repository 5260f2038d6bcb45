#pragma once

#include <cmath>
#include <functional>
#include <numbers>
#include <numeric>

#include "pretrain/draws.h"

namespace spotcheck::test {

/// Draws that a reference in another language repeats: the fractions of the multiples of the golden ratio, which
/// spread evenly (Weyl 1916), and the normal distribution's quantiles of them.
class WeylDraws : public pretrain::Draws {
public:
    WeylDraws() : Draws(0, torch::kCPU) {}

    torch::Tensor normal(torch::IntArrayRef shape) override
    {
        return (torch::erfinv(2 * fractions(shape) - 1) * std::numbers::sqrt2).to(torch::kFloat32);
    }

protected:
    torch::Tensor unit(torch::IntArrayRef shape) override { return fractions(shape).to(torch::kFloat32); }

private:
    torch::Tensor fractions(torch::IntArrayRef shape)
    {
        const std::int64_t first = m_drawn + 1;
        m_drawn += std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
        const torch::Tensor values = torch::arange(first, m_drawn + 1, torch::kFloat64) * 0.6180339887498949;
        return (values - values.floor()).view(shape);
    }

    std::int64_t m_drawn = 0;
};

} // namespace spotcheck::test
