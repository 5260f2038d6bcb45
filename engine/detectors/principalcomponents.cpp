#include "detectors/principalcomponents.h"

#include <Eigen/Eigenvalues>

namespace spotcheck {

std::vector<double> leadingComponents(const std::vector<double> &centred, int count, int size, double share, int most)
{
    using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::Map<const Matrix> samples(centred.data(), count, size);
    // The smaller of the two products has the same eigenvalues, zeros apart.
    const bool few = count < size;
    const Matrix product = few ? Matrix(samples * samples.transpose()) : Matrix(samples.transpose() * samples);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(product); // ascending
    const Eigen::VectorXd values = solver.eigenvalues().cwiseMax(0.0);

    const double total = values.sum();
    std::vector<double> components;
    double held = 0;
    for (Eigen::Index index = values.size() - 1, kept = 0; index >= 0 && kept < most && held <= share * total;
         --index, ++kept) {
        held += values[index];
        Eigen::VectorXd component = solver.eigenvectors().col(index);
        if (few)
            component = (samples.transpose() * component).normalized();
        components.insert(components.end(), component.begin(), component.end());
    }
    return components;
}

} // namespace spotcheck
