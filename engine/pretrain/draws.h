#pragma once

#include <cstdint>

#include <torch/types.h>

namespace spotcheck::pretrain {

/// Random tensors made on one device from one seed. All are float32 unless said otherwise. The numbers differ between
/// kinds of devices, not between runs on one kind. Where numbers come from is virtual, so that a test can put in ones
/// that a reference in another language repeats.
class Draws {
public:
    Draws(std::uint64_t seed, torch::Device device);
    virtual ~Draws() = default;

    torch::Device device() const { return m_options.device(); }
    /// [low, high)
    torch::Tensor uniform(double low, double high, torch::IntArrayRef shape);
    /// Evenly over orders of magnitude; both bounds positive.
    torch::Tensor logUniform(double low, double high, torch::IntArrayRef shape);
    virtual torch::Tensor normal(torch::IntArrayRef shape);
    /// [0, 2 pi)
    torch::Tensor angle(torch::IntArrayRef shape);
    /// 1 with this probability, else 0.
    torch::Tensor chance(double probability, torch::IntArrayRef shape);
    /// 1 or -1
    torch::Tensor sign(torch::IntArrayRef shape);
    /// int64 in [0, count)
    torch::Tensor below(std::int64_t count, torch::IntArrayRef shape);
    /// For each row of `weights` [N, M], `count` columns with these odds, repeats allowed: int64 [N, count].
    torch::Tensor columns(const torch::Tensor &weights, std::int64_t count);

protected:
    /// [0, 1): what all evenly spread numbers but those of below() are made of.
    virtual torch::Tensor unit(torch::IntArrayRef shape);

private:
    torch::Generator m_generator;
    torch::TensorOptions m_options;
};

} // namespace spotcheck::pretrain
