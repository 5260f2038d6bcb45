#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace spotcheck {

/// What the squared distances of queries to many vectors are at least, by matrix products, whose rounding is bounded
/// (Higham, Accuracy and Stability of Numerical Algorithms, 2002, (3.5)) and told. Constant once made; may be used by
/// several threads at once.
class SearchBounds {
public:
    /// Multiply-adds of a query among `vectors`, for estimates. `spread`: no few directions hold most of what varies.
    static double multiplyAdds(double vectors, double dimensions, bool spread = false);

    /// Bounds are looked at in groups of so many: one AVX-512 register.
    static constexpr int lanes = 16;

    /// Null where they are not worth making (few or short vectors), or numbers are too large. `vectors`:
    /// `[M, dimensions]`, M >= 1; must outlive them.
    static std::unique_ptr<const SearchBounds> of(std::span<const float> vectors, int dimensions);
    virtual ~SearchBounds() = default;
    SearchBounds(const SearchBounds &) = delete;
    SearchBounds &operator=(const SearchBounds &) = delete;

    /// Some queries as they are compared.
    struct Queries {
        int count = 0;
        std::vector<float> values;  ///< `[count, length]`
        std::vector<float> lengths; ///< squared
        std::vector<float> errors;  ///< of `values` against those in exact arithmetic, as a distance
        std::vector<float> shifts;  ///< belong to every bound of that query; empty: zero
        bool isUsable(std::size_t query) const { return lengths[query] < largest; }
    };
    /// `rows`: `[count, dimensions]`.
    virtual Queries queries(const float *rows, int count) const = 0;

    /// For the vectors from `first` on, `[queries, columns]`: squared distances less the squared lengths of the
    /// queries. `columns`: a multiple of `lanes`; what lies behind the last vector is farther than any.
    virtual void find(const Queries &queries, std::int64_t first, std::int64_t columns,
                      std::span<float> bounds) const = 0;

    /// A bound above this is of a vector that is farther than `distance`. `length`, `error`: of the query.
    float limit(double distance, double length, double error) const;

    static constexpr float largest = 1e36F; ///< squared length; sums of a few stay finite

protected:
    SearchBounds() = default;

    int m_terms = 0;           ///< of a product
    float m_largestLength = 0; ///< squared, of what stands for a vector
    float m_largestError = 0;  ///< of that against exact arithmetic
};

} // namespace spotcheck
