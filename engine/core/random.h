#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>
#include <utility>
#include <vector>

namespace spotcheck {

/// Random numbers that are the same on every machine and standard library: the generator is std::mt19937_64,
/// whose output the standard fixes; the standard's distributions are not fixed, so they are made here.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_generator(seed) {}

    /// In [0, 1), 53 random bits.
    double uniform() { return static_cast<double>(m_generator() >> 11) * 0x1.0p-53; }

    /// In [0, count), count > 0. The bias of the multiplication is below 2^-53 x count.
    std::int64_t below(std::int64_t count)
    {
        return static_cast<std::int64_t>(uniform() * static_cast<double>(count));
    }

    /// Standard normal (Box-Muller, the cosine half).
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log1p(-uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }

    /// 0 ... count - 1 in random order (Fisher-Yates).
    std::vector<std::int64_t> permutation(std::int64_t count)
    {
        std::vector<std::int64_t> order(static_cast<std::size_t>(count));
        for (std::int64_t index = 0; index < count; ++index)
            order[static_cast<std::size_t>(index)] = index;
        for (std::int64_t index = count - 1; index > 0; --index)
            std::swap(order[static_cast<std::size_t>(index)], order[static_cast<std::size_t>(below(index + 1))]);
        return order;
    }

private:
    std::mt19937_64 m_generator;
};

} // namespace spotcheck
