#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace spotcheck::pretrain {

/// SplitMix64 (Steele, Lea, Flood 2014). The standard's distributions differ between libraries; these do not,
/// so that a seed means the same picture everywhere. Copying one repeats its sequence, which is used on
/// purpose: a surface's program is read from a copy for every picture of it.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t bits()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// [0, 1)
    float uniform() { return static_cast<float>(bits() >> 40) * 0x1p-24F; }
    float uniform(float low, float high) { return low + (high - low) * uniform(); }
    /// Evenly over orders of magnitude; both bounds positive.
    float logUniform(float low, float high) { return low * std::pow(high / low, uniform()); }
    /// [0, count)
    int below(int count) { return static_cast<int>(bits() % static_cast<std::uint64_t>(count)); }
    bool chance(float probability) { return uniform() < probability; }
    float sign() { return chance(0.5F) ? 1.0F : -1.0F; }
    float angle() { return uniform(0.0F, 2.0F * std::numbers::pi_v<float>); }
    float normal()
    {
        const float radius = std::sqrt(-2.0F * std::log(1.0F - uniform()));
        return radius * std::cos(angle());
    }
    /// An independent sequence, so that drawing more numbers in one place changes nothing elsewhere.
    Random fork() { return Random(bits() ^ 0xD1B54A32D192ED03ULL); }

    std::uint64_t state() const { return m_state; }

private:
    std::uint64_t m_state;
};

/// Mixes numbers into one seed: (class, sample) -> sequence.
inline std::uint64_t mixSeeds(std::uint64_t first, std::uint64_t second)
{
    Random mixed(first * 0xA24BAED4963EE407ULL + 0x9FB21C651E98DF25ULL);
    return mixed.bits() ^ Random(second).bits();
}

} // namespace spotcheck::pretrain
