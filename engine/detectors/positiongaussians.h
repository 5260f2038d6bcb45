#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include <spotcheck/backbone/featuremap.h>
#include <spotcheck/core/jobmonitor.h>

#include "detectors/positionmoments.h"
#include "model/modelfile.h"

namespace spotcheck {

class GaussianTensors;

/// One Gaussian for each grid position, as mean and packed Cholesky factor of its covariance. Constant once made;
/// `distances` may run in several threads.
class PositionGaussians {
public:
    /// Adds `epsilon` to the diagonal of each covariance. Empties `moments`. \throws Error(Internal), Cancelled
    static PositionGaussians fit(PositionMoments &moments, double epsilon, JobMonitor &monitor);
    /// Values are read in place, from the file that `reader` keeps mapped. \throws Error(ModelInvalid)
    static PositionGaussians load(const ModelReader &reader);
    void save(ModelWriter &writer) const;

    int rows() const { return m_rows; }
    int columns() const { return m_columns; }
    int dimensions() const { return m_dimensions; }
    std::span<const float> means() const { return m_means; } ///< `[positions, dimensions]`
    /// Positions whose factors lie value by value beside each other.
    static constexpr int lanes = 16;
    /// `[blocks of lanes, triangle, lanes]`: the packed lower triangles of the Cholesky factors, with the reciprocals
    /// on the diagonal. Lanes without a position are zero.
    std::span<const float> factors() const { return m_factors; }
    /// `[triangle, positions]`: the packed lower triangles of the Cholesky factors, element by element, with the
    /// reciprocals on the diagonal.
    std::vector<float> factorsByElement() const;
    std::uint64_t bytes() const { return m_means.size_bytes() + m_factors.size_bytes(); }
    static std::uint64_t bytesFor(std::int64_t positions, int dimensions);

    /// Mahalanobis distance of each position's vector to the Gaussian of that position, `[rows, columns]`.
    /// `grid` must have the rows, columns and dimensions of the Gaussians.
    std::vector<float> distances(const PatchGrid &grid) const;

private:
    PositionGaussians(int rows, int columns, int dimensions)
        : m_rows(rows), m_columns(columns), m_dimensions(dimensions)
    {}
    std::int64_t positions() const { return static_cast<std::int64_t>(m_rows) * m_columns; }

    int m_rows;
    int m_columns;
    int m_dimensions;
    std::span<const float> m_means; ///< `[positions, dimensions]`
    std::span<const float> m_factors;
    std::unique_ptr<float[]> m_ownMeans; ///< both empty where the values are read in place
    std::unique_ptr<float[]> m_ownFactors;
    std::optional<ModelReader> m_reader;
    std::shared_ptr<const GaussianTensors> m_card; ///< computes the distances, where there is one
};

} // namespace spotcheck
