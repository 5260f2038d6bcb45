#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

#include <spotcheck/backbone/featuremap.h>

#include "backbone/networkplan.h"

namespace spotcheck {

struct NetworkStage;
class OneDnnProgram;

/// A ResNet for pictures of one size as one chain of oneDNN's primitives: the fastest way to compute it here. May run
/// in several threads at once.
class CompiledNetwork {
public:
    /// Whether the network's operations are known, and this build has oneDNN.
    static bool knows(const NetworkPlan &plan);

    /// `wanted`: the stages whose outputs are asked for. `half`: in bfloat16.
    /// \throws std::bad_alloc, Error(OutOfMemory), dnnl::error
    CompiledNetwork(const std::vector<NetworkStage> &stages, const std::vector<std::size_t> &wanted,
                    const cv::Size &size, bool half);
    ~CompiledNetwork();

    const cv::Size &size() const { return m_size; }

    /// Of the wanted stages, without names. `input`: CV_32FC3 of `size()`. \throws std::bad_alloc, dnnl::error
    FeatureMaps operator()(const cv::Mat &input) const;

private:
    struct Output {
        FeatureMap shape;       ///< without values
        std::size_t number = 0; ///< among the program's outputs, which come in the order of the stages
    };

    cv::Size m_size;
    std::vector<Output> m_outputs;
    std::unique_ptr<OneDnnProgram> m_program;
};

} // namespace spotcheck
