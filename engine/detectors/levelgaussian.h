#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/modelfile.h"

namespace spotcheck {

/// What is done to features before a Gaussian is fitted to them.
enum class Reduction {
    None,
    Pca,  ///< the leading principal components are kept
    Npca, ///< the leading ones are dropped, all others kept
};

/// One Gaussian of whole pictures' features at one level of a network. Constant once made.
class LevelGaussian {
public:
    /// `samples`: `[count, channels]`, count > 1. `share`: of the variance that the leading components hold.
    /// \throws Error(NotEnoughNormals) where the samples do not differ
    static LevelGaussian fit(const std::vector<double> &samples, int count, Reduction reduction, double share);
    /// Under `name`. \throws Error(ModelInvalid)
    static LevelGaussian load(const ModelReader &reader, const std::string &name, Reduction reduction);
    void save(ModelWriter &writer, const std::string &name) const;

    int channels() const { return static_cast<int>(m_mean.size()); }
    /// Of the space that the distance is measured in.
    int dimensions() const;
    double shrinkage() const { return m_shrinkage; } ///< of the fit; 0 after loading
    std::uint64_t bytes() const;
    /// At most, for so many pictures.
    static std::uint64_t bytesFor(int channels, std::int64_t pictures, Reduction reduction);

    /// Mahalanobis distance of a feature `[channels]`.
    double distance(const std::vector<double> &feature) const;

private:
    explicit LevelGaussian(Reduction reduction) : m_reduction(reduction) {}
    int components() const { return static_cast<int>(m_components.size() / m_mean.size()); }
    int coordinates() const { return m_reduction == Reduction::Pca ? components() : channels(); }

    Reduction m_reduction;
    double m_shrinkage = 0;
    std::vector<float> m_mean;
    std::vector<float> m_components; ///< `[components, channels]`, empty without a reduction
    std::vector<float> m_factor;     ///< Cholesky factor of the covariance, triangle row by row
};

} // namespace spotcheck
