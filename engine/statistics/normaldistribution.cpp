#include "statistics/normaldistribution.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace spotcheck {

double normalQuantile(double probability)
{
    if (!(probability > 0 && probability < 1))
        return probability <= 0   ? -std::numeric_limits<double>::infinity()
               : probability >= 1 ? std::numeric_limits<double>::infinity()
                                  : probability;
    // In the lower tail, where erfc keeps its digits; Newton's method on the logarithm, which is concave, so that no
    // step leaves the tail.
    const double tail = probability < 0.5 ? probability : 1 - probability;
    double z = 0;
    for (int step = 0; step < 100; ++step) {
        const double below = std::erfc(-z / std::numbers::sqrt2) / 2;
        const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
        const double change = std::log(below / tail) * below / density;
        z -= change;
        if (std::abs(change) <= 1e-15 * (1 + std::abs(z)))
            break;
    }
    return probability < 0.5 ? z : -z;
}

double twoSidedNormal(double z)
{
    return std::erfc(std::abs(z) / std::numbers::sqrt2);
}

} // namespace spotcheck
