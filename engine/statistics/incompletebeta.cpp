#include "statistics/incompletebeta.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace spotcheck {

namespace {

// std::lgamma writes the global `signgam`, which is a race between threads.
double logGamma(double value)
{
    int sign = 0;
    return ::lgamma_r(value, &sign);
}

// log Gamma(z) less the main part of Stirling's formula, (z - 1/2) log z - z + log(2 pi) / 2.
double stirlingError(double z)
{
    if (z < 10)
        return logGamma(z) - ((z - 0.5) * std::log(z) - z + std::log(2 * std::numbers::pi) / 2);
    const double square = z * z;
    return (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - 1 / 1188.0 / square) / square) / square) / square) /
           z;
}

// x^a (1 - x)^b / B(a, b). The large parts of the three logarithms are taken out by hand, relative to the mean
// a / (a + b), because subtracting them would cost five digits at 100,000 (Loader 2000, "Fast and accurate
// computation of binomial probabilities").
double front(double a, double b, double x)
{
    const double offset = x * b - (1 - x) * a;
    const double deviance = a * std::log1p(offset / a) + b * std::log1p(-offset / b);
    const double corrections = stirlingError(a + b) - stirlingError(a) - stirlingError(b);
    return std::exp(deviance + corrections) * std::sqrt(a * b / (a + b) / (2 * std::numbers::pi));
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
    if (x < (a + 1) / (a + b + 2))
        return front(a, b, x) * continuedFraction(a, b, x) / a;
    return 1 - front(a, b, x) * continuedFraction(b, a, 1 - x) / b;
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
    for (int step = 0; step < 2000 && high - low > std::numeric_limits<double>::epsilon() * low; ++step) {
        const double error = incompleteBeta(a, b, x) - probability;
        if (error == 0)
            break;
        (error > 0 ? high : low) = x;
        const double density = front(a, b, x) / (x * (1 - x));
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
