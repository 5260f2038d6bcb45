#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>

#include <spotcheck/backbone/backbone.h>

#include "backbone/networkplan.h"
#include "backbone/networkweights.h"

namespace spotcheck {

/// Who computes, and how long the numbers are.
struct NetworkForm {
    bool compiled = false; ///< by a chain of oneDNN's primitives; otherwise LibTorch, operation by operation
    bool half = false;     ///< bfloat16, only where compiled; otherwise single precision
    bool onCard = false;   ///< never where compiled

    /// The fastest one that this machine and the network's operations allow. `precise`: not half.
    static NetworkForm choose(const NetworkPlan &plan, bool precise);
};

struct Convolution {
    at::Tensor weights; ///< `[outputs, inputs / groups, kernel, kernel]`, channels last, single precision
    at::Tensor bias;    ///< `[outputs]`
    std::int64_t stride = 1;
    std::int64_t padding = 0;
    std::int64_t groups = 1;
    Activation activation = Activation::None;

    Convolution(const ConvolutionPlan &plan, FoldedConvolution folded);

    void moveTo(at::DeviceType device);

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
    Block(const BlockPlan &plan, Make &make) : residual(plan.residual), activation(plan.activation)
    {
        for (const ConvolutionPlan &convolution : plan.path) {
            if (plan.squeeze && &convolution == &plan.path.back()) {
                Convolution reduce(plan.squeeze->reduce, make(plan.squeeze->reduce));
                squeeze.emplace(std::move(reduce), Convolution(plan.squeeze->expand, make(plan.squeeze->expand)));
            }
            path.emplace_back(convolution, make(convolution));
        }
        if (plan.shortcut)
            shortcut.emplace(*plan.shortcut, make(*plan.shortcut));
    }

    void moveTo(at::DeviceType device);
    at::Tensor operator()(const at::Tensor &input) const;
};

struct NetworkStage {
    bool pooled = false;
    std::vector<Block> blocks;

    at::Tensor operator()(const at::Tensor &input) const;
};

class CompiledNetwork;

/// A backbone's layers with their weights: computed by network.cpp or compilednetwork.cpp, written as text by
/// networkscript.cpp.
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
                stage.blocks.emplace_back(block, make);
        }
        if (form.onCard)
            moveToCard();
    }

    /// Of the wanted stages, without names. `input`: CV_32FC3.
    FeatureMaps outputs(const cv::Mat &input) const;

private:
    void moveToCard();
    FeatureMaps outputsOfLibTorch(const cv::Mat &input) const;
    std::shared_ptr<const CompiledNetwork> compiledFor(const cv::Size &size) const;

    mutable std::mutex m_mutex;
    mutable std::vector<std::shared_ptr<const CompiledNetwork>> m_compiled; ///< for sizes seen of late
};

} // namespace spotcheck
