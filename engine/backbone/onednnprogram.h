#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include <oneapi/dnnl/dnnl.hpp>

#include "backbone/network.h"

namespace spotcheck {

/// A chain of oneDNN's primitives, made once for tensors of fixed sizes and run as often as wanted, by several
/// threads at once: each run works in a workspace of its own, which the next run takes over.
///
/// oneDNN by its own interface, because LibTorch 1.13 has none for what is fastest here: Winograd's convolution
/// (Lavin and Gray 2016), which needs a half to a quarter of the multiplications, and the sum of a residual block
/// and its rectifier done while the convolution's results are still in registers.
///
/// Every function throws std::bad_alloc, Error(OutOfMemory) or dnnl::error.
class OneDnnProgram {
public:
    /// What a step reads or writes: `[N, C, H, W]` in any order, in one of the workspace's buffers.
    struct Tensor {
        dnnl::memory::desc form;
        std::size_t buffer = 0;

        dnnl::memory::dim channels() const { return form.dims()[1]; }
        dnnl::memory::dim height() const { return form.dims()[2]; }
        dnnl::memory::dim width() const { return form.dims()[3]; }
    };

    /// Whether this processor multiplies numbers in bfloat16.
    static bool canBeHalf();

    /// `half`: what lies between input and outputs is bfloat16.
    explicit OneDnnProgram(bool half);

    /// The picture that every run brings: `[1, 3, height, width]`, channels interleaved, single precision.
    Tensor input(int height, int width);
    /// activation(convolution(input) + sum). With a sum the result takes its place.
    Tensor convolve(const Tensor &input, const Convolution &convolution, Activation activation,
                    const std::optional<Tensor> &sum = std::nullopt);
    /// Largest of 3x3 at every second place.
    Tensor pool(const Tensor &input);
    /// The tensor's values in single precision, `[height, width, channels]`, are an output of the program: its
    /// number, from 0.
    std::size_t output(const Tensor &tensor);
    /// Its buffer may be used for what comes later.
    void release(const Tensor &tensor);

    /// `outputs`: room for each output, in the order of the calls of `output`.
    void run(const float *input, std::span<float *const> outputs) const;

private:
    struct Step {
        dnnl::primitive primitive;
        std::vector<std::pair<int, Tensor>> tensors;         ///< by oneDNN's number of the argument
        std::vector<std::pair<int, dnnl::memory>> constants; ///< weights
    };
    struct Workspace {
        dnnl::stream stream;
        std::vector<dnnl::memory> buffers;
        std::vector<std::unordered_map<int, dnnl::memory>> arguments; ///< of each step
    };

    Tensor take(const dnnl::memory::desc &form);
    std::size_t addBuffer(std::size_t bytes);
    Tensor reordered(const Tensor &tensor, const dnnl::memory::desc &form);
    dnnl::memory constant(const at::Tensor &values, const dnnl::memory::desc &form) const;
    void addStep(dnnl::primitive primitive, const dnnl::memory::desc &scratchpad, Step step);
    Workspace makeWorkspace() const;
    Workspace borrowWorkspace() const;

    dnnl::engine m_engine;
    dnnl::memory::data_type m_type;
    dnnl::memory::format_tag m_order; ///< of all tensors between input and outputs; any: as oneDNN likes it
    std::vector<Step> m_steps;
    std::vector<std::size_t> m_bufferBytes; ///< input (none), scratchpad of the primitives, tensors, outputs (none)
    std::vector<std::size_t> m_free;        ///< buffers
    std::vector<std::size_t> m_outputs;     ///< their buffers
    mutable std::mutex m_mutex;
    mutable std::vector<Workspace> m_idle;
};

} // namespace spotcheck
