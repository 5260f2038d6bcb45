#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>

#include <spotcheck/backbone/backbone.h>

#include "backbone/networkplan.h"
#include "backbone/networkweights.h"

namespace spotcheck {

/// How the numbers lie in memory and how long they are.
struct NetworkForm {
    bool blocked = false; ///< oneDNN's own layout from the first layer to the last; otherwise channels last
    bool half = false;    ///< bfloat16, only where blocked; otherwise single precision

    /// The fastest one that this machine and the network's operations allow. `precise`: not half.
    static NetworkForm choose(const NetworkPlan &plan, bool precise);
};

struct Convolution {
    at::Tensor weights; ///< as the network's form says
    at::Tensor bias;
    std::int64_t stride = 1;
    std::int64_t padding = 0;
    std::int64_t groups = 1;
    Activation activation = Activation::None;

    Convolution(const ConvolutionPlan &plan, FoldedConvolution folded, const NetworkForm &form);

    at::Tensor operator()(const at::Tensor &input) const;
};

struct Squeeze {
    Convolution reduce;
    Convolution expand;

    at::Tensor operator()(const at::Tensor &input) const;
};

struct Block {
    std::vector<Convolution> path;
    std::optional<Squeeze> squeeze; ///< in front of the path's last convolution, never of its first
    bool residual = false;
    std::optional<Convolution> shortcut;
    Activation activation = Activation::None;

    /// `make`: the folded weights for a plan, asked for in the order of computation.
    template <typename Make>
    Block(const BlockPlan &plan, const NetworkForm &form, Make &make)
        : residual(plan.residual), activation(plan.activation)
    {
        for (const ConvolutionPlan &convolution : plan.path) {
            if (plan.squeeze && &convolution == &plan.path.back()) {
                Convolution reduce(plan.squeeze->reduce, make(plan.squeeze->reduce), form);
                squeeze.emplace(std::move(reduce),
                                Convolution(plan.squeeze->expand, make(plan.squeeze->expand), form));
            }
            path.emplace_back(convolution, make(convolution), form);
        }
        if (plan.shortcut)
            shortcut.emplace(*plan.shortcut, make(*plan.shortcut), form);
    }

    at::Tensor operator()(const at::Tensor &input) const;
};

struct NetworkStage {
    bool pooled = false;
    std::vector<Block> blocks;

    at::Tensor operator()(const at::Tensor &input) const;
};

/// A backbone's layers with their weights: computed by backbone.cpp, written as text by networkscript.cpp.
struct Backbone::Network {
    NetworkForm form;
    std::vector<NetworkStage> stages;
    std::vector<std::size_t> wanted; ///< stage of each layer asked for

    /// `make`: as `Block` wants it.
    template <typename Make>
    Network(const NetworkPlan &plan, const NetworkForm &chosen, std::vector<std::size_t> wantedStages, Make make)
        : form(chosen), wanted(std::move(wantedStages))
    {
        const std::size_t last = std::ranges::max(wanted);
        for (std::size_t index = 0; index <= last; ++index) {
            NetworkStage &stage = stages.emplace_back();
            stage.pooled = plan.stages[index].pooled;
            for (const BlockPlan &block : plan.stages[index].blocks)
                stage.blocks.emplace_back(block, form, make);
        }
    }

    /// Of all stages; those asked for in single precision, dense. `input`: `[1, 3, H, W]`, channels last.
    std::vector<at::Tensor> outputs(const at::Tensor &input) const;
};

} // namespace spotcheck
