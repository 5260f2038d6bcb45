#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/modelfile.h"

namespace spotcheck {

struct AdamWOptions {
    double beta1 = 0.9;        ///< decay of the gradient's running mean, [0, 1)
    double beta2 = 0.999;      ///< decay of the squared gradient's running mean, [0, 1)
    double epsilon = 1e-8;     ///< added to the root of the second mean
    double weightDecay = 0.01; ///< decoupled: each step shrinks the values by learning rate x this
    bool amsgrad = false;      ///< divide by the largest second mean so far (Reddi et al., arXiv 1904.09237)

    /// \throws Error(InvalidParameter)
    void validate() const;
};

/// Values that are trained, and where their gradient is put before each step. Both must stay where they are as long
/// as the optimizer lives, and be equally long.
struct TrainedValues {
    std::string name; ///< unique within one optimizer, for the checkpoint
    std::span<float> values;
    std::span<const float> gradient;
};

/// AdamW: Loshchilov and Hutter, "Decoupled Weight Decay Regularization", arXiv 1711.05101, Algorithm 2, in the form
/// of `torch.optim.AdamW`. The learning rate is given with each step, so that its schedule belongs to the caller.
class AdamW {
public:
    /// \throws Error(InvalidParameter)
    AdamW(const AdamWOptions &options, std::vector<TrainedValues> trained);

    void step(double learningRate);
    std::int64_t steps() const { return m_steps; }

    /// The trained values themselves and the running means: all that the next step depends on. The writer refers to
    /// them: it must be written before the next step.
    void save(ModelWriter &writer) const;
    /// Puts back what `save` wrote, the trained values included. \throws Error(ModelInvalid)
    void load(const ModelReader &reader);

private:
    struct Means {
        std::vector<float> first;
        std::vector<float> second;
        std::vector<float> largestSecond; ///< empty without `amsgrad`
    };

    AdamWOptions m_options;
    std::vector<TrainedValues> m_trained;
    std::vector<Means> m_means; ///< one for each of m_trained
    std::int64_t m_steps = 0;
};

} // namespace spotcheck
