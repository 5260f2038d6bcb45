#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "backbone/networkplan.h"
#include "model/tensorfile.h"

namespace spotcheck {

/// A convolution with its batch norm, where it has one, folded in:
/// w' = w g / sqrt(v + eps), b' = beta - mean g / sqrt(v + eps).
struct FoldedConvolution {
    std::vector<float> weights; ///< [outputs, inputs / groups, kernel, kernel]
    std::vector<float> bias;    ///< [outputs]
};

/// Compares names and shapes in `file` with `plan`, from the stem to the last stage the file has. Returns what
/// does not fit, or nothing. Classifier and `num_batches_tracked` are ignored.
std::string misfit(const TensorFile &file, const NetworkPlan &plan);

/// How much of the plan `file` holds and how little else: shares of tensors that both have in the same shape among
/// those that either has, in [0, 1]. To name the network that a file comes nearest to.
double likeness(const TensorFile &file, const NetworkPlan &plan);

/// Number of stages `file` has tensors of, counted to the last one.
std::size_t stagesIn(const TensorFile &file, const NetworkPlan &plan);

/// Reads and folds. \throws Error(the file's code) for a tensor that is absent, of another shape, or holds
/// values that are not finite
FoldedConvolution readConvolution(const TensorFile &file, const ConvolutionPlan &plan);

/// Kaiming normal (fan out within a group, He et al. 2015) with a batch norm that has seen nothing. The same engine
/// state gives the same weights with every standard library.
FoldedConvolution randomConvolution(std::mt19937_64 &engine, const ConvolutionPlan &plan);

} // namespace spotcheck
