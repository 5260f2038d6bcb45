#include "detectors/centring.h"

#include <Eigen/Core>

namespace spotcheck {

std::vector<float> takeMeanAway(std::span<float> rows, int dimensions)
{
    using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    Eigen::Map<Rows> values(rows.data(), std::ssize(rows) / dimensions, dimensions);
    const Eigen::RowVectorXf mean =
        (values.cast<double>().colwise().sum() / static_cast<double>(values.rows())).cast<float>();
    values.rowwise() -= mean;
    return {mean.data(), mean.data() + mean.size()};
}

} // namespace spotcheck
