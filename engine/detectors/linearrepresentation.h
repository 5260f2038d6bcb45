#pragma once

#include <span>
#include <string>
#include <vector>

#include <spotcheck/backbone/featuremap.h>

#include "export/modulescript.h"
#include "model/modelfile.h"

namespace spotcheck {

/// A matrix that patch features are multiplied with before they are compared: a whitening, or what a training has
/// learnt.
struct LinearRepresentation {
    int inputs = 0;            ///< length of a patch feature
    int outputs = 0;           ///< of what stands for it
    std::vector<float> matrix; ///< `[outputs, inputs]`

    /// Of every position of `grid`, on the calling thread. \throws Error(ModelInvalid) where the features are not
    /// `inputs` long
    PatchGrid operator()(const PatchGrid &grid) const;
    /// Of `features` `[N, inputs]`, on the calling thread: `[N, outputs]`.
    std::vector<float> of(std::span<const float> features) const;

    /// The writer refers to the values.
    void save(ModelWriter &writer, const std::string &name) const;
    /// `outputs`: that the memory bank asks for. \throws Error(ModelInvalid)
    static LinearRepresentation load(const ModelReader &reader, const std::string &name, int outputs);

    /// `features(layers)` of an exported module, after `addEmbedding`.
    void describe(ModuleScript &script) const;
};

} // namespace spotcheck
