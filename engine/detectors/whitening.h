#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <spotcheck/core/jobmonitor.h>

#include "detectors/linearrepresentation.h"

namespace spotcheck {

/// Evenly spaced ones of many features, at most 32,768, taken while they come. What is taken depends on how many
/// there are, not on how they come.
class FeatureSample {
public:
    /// Takes none where they are longer than `longest`.
    explicit FeatureSample(double longest) : m_longest(longest) {}
    /// Before the first one. `count`: of all that will come.
    void expect(std::int64_t count, int dimensions);
    /// `features`: `[N, dimensions]`.
    void append(std::span<const float> features);

    bool wantsAny() const { return m_wanted > 0; } ///< once the count is known
    bool isEmpty() const { return m_values.empty(); }
    int dimensions() const { return m_dimensions; }
    std::vector<float> take() { return std::move(m_values); } ///< `[taken, dimensions]`

private:
    std::int64_t nextWanted() const { return m_taken * m_count / m_wanted; }

    double m_longest;
    int m_dimensions = 0;
    std::int64_t m_count = 0;
    std::int64_t m_wanted = 0; ///< of these
    std::int64_t m_seen = 0;
    std::int64_t m_taken = 0;
    std::vector<float> m_values;
};

/// Of the covariance, towards equal variances.
constexpr double whiteningShrinkage = 0.03;

/// W with W S W' = I for the covariance S of the features, shrunk towards equal variances: |W (x - y)| is
/// the Mahalanobis distance of x and y. A difference along which normal patches hardly vary then counts as much as
/// one along which they vary all the time; such directions are what tells defects apart (Rippel et al., arXiv
/// 2005.14140). The identity where all values are zero. Needs three matrices `[dimensions, dimensions]` beside the
/// sample. Does not depend on the number of threads. \throws Cancelled, Error(Internal)
LinearRepresentation whiteningOf(FeatureSample sample, JobMonitor &monitor);

/// Bytes that making it needs, beyond the features.
double whiteningBytes(double features, double dimensions);
/// Multiply-adds of making it, and of applying it to all features.
double whiteningOperations(double features, double dimensions);

} // namespace spotcheck
