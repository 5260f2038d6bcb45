#include "statistics/chisquare.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spotcheck {

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

// x^a e^-x / Gamma(a). std::lgamma writes the global `signgam`, which is a race between threads.
double front(double a, double x)
{
    int sign = 0;
    return std::exp(a * std::log(x) - x - ::lgamma_r(a, &sign));
}

// The regularised lower incomplete gamma function P(a, x) by its series, DLMF 8.11.4; quick for x < a + 1.
double lowerBySeries(double a, double x)
{
    double term = 1 / a;
    double sum = term;
    for (double n = a + 1; term > sum * epsilon; ++n) {
        term *= x / n;
        sum += term;
    }
    return front(a, x) * sum;
}

// 1 - P(a, x) by its continued fraction, DLMF 8.9.2, with the modified Lentz method; quick for x > a + 1.
double upperByFraction(double a, double x)
{
    constexpr double tiny = 1e-300;
    double b = x + 1 - a;
    double c = 1 / tiny;
    double d = 1 / b;
    double fraction = d;
    for (double n = 1; n < 100'000; ++n) {
        const double numerator = -n * (n - a);
        b += 2;
        const double below = b + numerator * d;
        d = 1 / (std::abs(below) < tiny ? tiny : below);
        c = b + numerator / c;
        if (std::abs(c) < tiny)
            c = tiny;
        const double factor = c * d;
        fraction *= factor;
        if (std::abs(factor - 1) < epsilon)
            break;
    }
    return front(a, x) * fraction;
}

} // namespace

double chiSquareInverse(double probability, double degrees)
{
    if (probability <= 0)
        return 0;
    const double a = degrees / 2;
    // Newton's method on P(a, x) inside a bracket, halved where Newton would leave it.
    double low = 0;
    double high = std::numeric_limits<double>::infinity();
    double x = std::max(a - 0.3, 0.1); // near the median
    for (int step = 0; step < 1000; ++step) {
        const double error =
            x < a + 1 ? lowerBySeries(a, x) - probability : (1 - probability) - upperByFraction(a, x);
        if (error == 0)
            break;
        (error > 0 ? high : low) = x;
        double next = x - error * x / front(a, x); // the density is front / x
        if (!(next > low && next < high))
            next = std::isfinite(high) ? low + (high - low) / 2 : 2 * x;
        const double change = std::abs(next - x);
        x = next;
        if (change <= 2 * epsilon * x)
            break;
    }
    return 2 * x;
}

} // namespace spotcheck
