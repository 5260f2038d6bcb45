#include "evaluation/incompletebeta.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spotcheck {

namespace {

// std::lgamma writes the global `signgam`, which is a race between threads.
double logGamma(double value)
{
    int sign = 0;
    return ::lgamma_r(value, &sign);
}

double logBeta(double a, double b)
{
    return logGamma(a) + logGamma(b) - logGamma(a + b);
}

// Continued fraction of I_x(a, b), DLMF 8.17.22, by the modified Lentz method. Converges quickly for
// x < (a + 1) / (a + b + 2); the number of terms grows with sqrt(max(a, b)).
double continuedFraction(double a, double b, double x)
{
    constexpr double tiny = 1e-300;
    const auto awayFromZero = [](double value) { return std::abs(value) < tiny ? tiny : value; };

    double c = 1;
    double d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
    double fraction = d;
    const int terms = 1000 + static_cast<int>(20 * std::sqrt(std::max(a, b)));
    for (int m = 1; m <= terms; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / awayFromZero(1 + even * d);
        c = awayFromZero(1 + even / c);
        fraction *= c * d;

        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / awayFromZero(1 + odd * d);
        c = awayFromZero(1 + odd / c);
        const double factor = c * d;
        fraction *= factor;
        if (std::abs(factor - 1) < std::numeric_limits<double>::epsilon())
            break;
    }
    return fraction;
}

} // namespace

double incompleteBeta(double a, double b, double x)
{
    if (x <= 0)
        return 0;
    if (x >= 1)
        return 1;
    const double front = std::exp(a * std::log(x) + b * std::log1p(-x) - logBeta(a, b));
    if (x < (a + 1) / (a + b + 2))
        return front * continuedFraction(a, b, x) / a;
    return 1 - front * continuedFraction(b, a, 1 - x) / b;
}

double incompleteBetaInverse(double a, double b, double probability)
{
    if (probability <= 0)
        return 0;
    if (probability >= 1)
        return 1;

    // Newton's method inside a bracket that shrinks with every step; halved where Newton would leave it.
    double low = 0;
    double high = 1;
    double x = a / (a + b);
    const double logNorm = logBeta(a, b);
    for (int step = 0; step < 2000 && high - low > std::numeric_limits<double>::epsilon() * low; ++step) {
        const double error = incompleteBeta(a, b, x) - probability;
        if (error == 0)
            break;
        (error > 0 ? high : low) = x;
        const double density = std::exp((a - 1) * std::log(x) + (b - 1) * std::log1p(-x) - logNorm);
        double next = x - error / density;
        if (!(next > low && next < high))
            next = low + (high - low) / 2;
        if (std::abs(next - x) <= 2 * std::numeric_limits<double>::epsilon() * x)
            return next;
        x = next;
    }
    return x;
}

} // namespace spotcheck
