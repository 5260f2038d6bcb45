#include "backbone/onednnprogram.h"

#include <algorithm>
#include <array>
#include <new>

#include "backbone/kernelmemory.h"

namespace spotcheck {

namespace {

using dnnl::algorithm;
using dnnl::memory;

constexpr std::size_t inputBuffer = 0;
constexpr std::size_t scratchpadBuffer = 1;

bool processorKnows(dnnl::cpu_isa wanted)
{
    const auto known = static_cast<unsigned>(dnnl::get_effective_cpu_isa());
    return (known & static_cast<unsigned>(wanted)) == static_cast<unsigned>(wanted);
}

/// Sixteen channels side by side fill a register of AVX-512. oneDNN's favourite of the day differs from layer to
/// layer and would be reordered between them; and Winograd's convolution knows this order alone.
memory::format_tag favouriteOrder()
{
    return processorKnows(dnnl::cpu_isa::avx512_core) ? memory::format_tag::nChw16c : memory::format_tag::any;
}

/// oneDNN's only way to say that there is no memory is a status.
template <typename Work>
auto withoutMemoryStatus(Work work)
{
    try {
        return work();
    } catch (const dnnl::error &error) {
        if (error.status == dnnl_out_of_memory)
            throw std::bad_alloc();
        throw;
    }
}

/// The memory that a primitive needs while it runs is the caller's to give: oneDNN's own belongs to the thread that
/// made the primitive.
dnnl::primitive_attr attributes(Activation activation, bool sum)
{
    dnnl::post_ops after;
    if (sum)
        after.append_sum(1.0F);
    if (activation == Activation::Relu)
        after.append_eltwise(1.0F, algorithm::eltwise_relu, 0.0F, 0.0F);
    dnnl::primitive_attr attributes;
    attributes.set_post_ops(after);
    attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    return attributes;
}

/// What has to be added behind the last place of `inputs` for `outputs` places, beside `padding` in front.
memory::dim paddingBehind(memory::dim inputs, memory::dim outputs, memory::dim kernel, memory::dim stride,
                          memory::dim padding)
{
    return (outputs - 1) * stride + kernel - inputs - padding;
}

memory::dim outputsOf(memory::dim inputs, memory::dim kernel, memory::dim stride, memory::dim padding)
{
    return (inputs + 2 * padding - kernel) / stride + 1;
}

} // namespace

bool OneDnnProgram::canBeHalf()
{
    return processorKnows(dnnl::cpu_isa::avx512_core_bf16);
}

OneDnnProgram::OneDnnProgram(bool half)
    : m_engine(dnnl::engine::kind::cpu, 0), m_type(half ? memory::data_type::bf16 : memory::data_type::f32),
      m_order(favouriteOrder()), m_bufferBytes(2, 0)
{}

OneDnnProgram::Tensor OneDnnProgram::input(int height, int width)
{
    return {{{1, 3, height, width}, memory::data_type::f32, memory::format_tag::nhwc}, inputBuffer};
}

OneDnnProgram::Tensor OneDnnProgram::convolve(const Tensor &input, const Convolution &convolution,
                                              Activation activation, const std::optional<Tensor> &sum)
{
    requireKernelMemory(input.form.get_size());
    const memory::dims kernel = convolution.weights.sizes().vec();
    const memory::dim stride = convolution.stride;
    const memory::dim padding = convolution.padding;
    const memory::dim height = outputsOf(input.height(), kernel[2], stride, padding);
    const memory::dim width = outputsOf(input.width(), kernel[3], stride, padding);
    // The picture's three channels fit no order of sixteen.
    const bool first = input.buffer == inputBuffer;
    const memory::desc source = first ? memory::desc(input.form.dims(), m_type, memory::format_tag::any) : input.form;
    const memory::desc weights(kernel, m_type, memory::format_tag::any);
    const memory::desc bias({kernel[0]}, memory::data_type::f32, memory::format_tag::a);
    const memory::desc target = sum ? sum->form : memory::desc({1, kernel[0], height, width}, m_type, m_order);
    const auto described = [&](algorithm way) {
        const dnnl::convolution_forward::desc description(
            dnnl::prop_kind::forward_inference, way, source, weights, bias, target, {stride, stride},
            {padding, padding},
            {paddingBehind(input.height(), height, kernel[2], stride, padding),
             paddingBehind(input.width(), width, kernel[3], stride, padding)});
        return dnnl::convolution_forward::primitive_desc(description, attributes(activation, sum.has_value()),
                                                         m_engine, way == algorithm::convolution_winograd);
    };
    return withoutMemoryStatus([&] {
        dnnl::convolution_forward::primitive_desc chosen;
        if (kernel[2] == 3 && stride == 1 && m_type == memory::data_type::f32)
            chosen = described(algorithm::convolution_winograd);
        if (!chosen)
            chosen = described(algorithm::convolution_direct);
        const Tensor from = reordered(input, chosen.src_desc());
        Tensor to = sum ? *sum : take(chosen.dst_desc());
        addStep(dnnl::convolution_forward(chosen), chosen.scratchpad_desc(),
                {{},
                 {{DNNL_ARG_SRC, from}, {DNNL_ARG_DST, to}},
                 {{DNNL_ARG_WEIGHTS, constant(convolution.weights, chosen.weights_desc())},
                  {DNNL_ARG_BIAS, constant(convolution.bias, chosen.bias_desc())}}});
        if (from.buffer != input.buffer)
            release(from);
        return to;
    });
}

OneDnnProgram::Tensor OneDnnProgram::pool(const Tensor &input)
{
    requireKernelMemory(input.form.get_size());
    const memory::dim height = outputsOf(input.height(), 3, 2, 1);
    const memory::dim width = outputsOf(input.width(), 3, 2, 1);
    return withoutMemoryStatus([&] {
        const dnnl::pooling_forward::desc description(
            dnnl::prop_kind::forward_inference, algorithm::pooling_max, input.form,
            {{1, input.channels(), height, width}, m_type, memory::format_tag::any}, {2, 2}, {3, 3}, {1, 1},
            {paddingBehind(input.height(), height, 3, 2, 1), paddingBehind(input.width(), width, 3, 2, 1)});
        const dnnl::pooling_forward::primitive_desc chosen(description, attributes(Activation::None, false),
                                                           m_engine);
        Tensor to = take(chosen.dst_desc());
        addStep(dnnl::pooling_forward(chosen), chosen.scratchpad_desc(),
                {{}, {{DNNL_ARG_SRC, input}, {DNNL_ARG_DST, to}}, {}});
        return to;
    });
}

std::size_t OneDnnProgram::output(const Tensor &tensor)
{
    m_outputs.push_back(addBuffer(0)); // the caller's
    const Tensor to{{tensor.form.dims(), memory::data_type::f32, memory::format_tag::nhwc}, m_outputs.back()};
    withoutMemoryStatus([&] {
        const dnnl::reorder::primitive_desc chosen(m_engine, tensor.form, m_engine, to.form,
                                                   attributes(Activation::None, false));
        addStep(dnnl::reorder(chosen), chosen.scratchpad_desc(),
                {{}, {{DNNL_ARG_FROM, tensor}, {DNNL_ARG_TO, to}}, {}});
    });
    return m_outputs.size() - 1;
}

void OneDnnProgram::release(const Tensor &tensor)
{
    if (tensor.buffer != inputBuffer)
        m_free.push_back(tensor.buffer);
}

std::size_t OneDnnProgram::addBuffer(std::size_t bytes)
{
    m_bufferBytes.push_back(bytes);
    return m_bufferBytes.size() - 1;
}

OneDnnProgram::Tensor OneDnnProgram::take(const memory::desc &form)
{
    if (m_free.empty())
        return {form, addBuffer(form.get_size())};
    const std::size_t buffer = m_free.back();
    m_free.pop_back();
    m_bufferBytes[buffer] = std::max(m_bufferBytes[buffer], form.get_size());
    return {form, buffer};
}

OneDnnProgram::Tensor OneDnnProgram::reordered(const Tensor &tensor, const memory::desc &form)
{
    if (tensor.form == form)
        return tensor;
    const dnnl::reorder::primitive_desc chosen(m_engine, tensor.form, m_engine, form,
                                               attributes(Activation::None, false));
    Tensor to = take(form);
    addStep(dnnl::reorder(chosen), chosen.scratchpad_desc(), {{}, {{DNNL_ARG_FROM, tensor}, {DNNL_ARG_TO, to}}, {}});
    return to;
}

memory OneDnnProgram::constant(const at::Tensor &values, const memory::desc &form) const
{
    const at::Tensor rows = values.contiguous(); // the weights of Winograd's convolution are made of no other order
    memory from({rows.sizes().vec(), memory::data_type::f32, rows.strides().vec()}, m_engine, rows.data_ptr());
    memory to(form, m_engine);
    dnnl::stream stream(m_engine);
    dnnl::reorder(from, to).execute(stream, from, to);
    stream.wait();
    return to;
}

void OneDnnProgram::addStep(dnnl::primitive primitive, const memory::desc &scratchpad, Step step)
{
    m_bufferBytes[scratchpadBuffer] = std::max(m_bufferBytes[scratchpadBuffer], scratchpad.get_size());
    step.primitive = std::move(primitive);
    step.tensors.emplace_back(DNNL_ARG_SCRATCHPAD, Tensor{scratchpad, scratchpadBuffer});
    m_steps.push_back(std::move(step));
}

OneDnnProgram::Workspace OneDnnProgram::makeWorkspace() const
{
    Workspace workspace;
    workspace.stream = dnnl::stream(m_engine);
    for (const std::size_t bytes : m_bufferBytes)
        workspace.buffers.emplace_back(
            memory::desc({static_cast<memory::dim>(bytes)}, memory::data_type::u8, memory::format_tag::a), m_engine);
    for (const Step &step : m_steps) {
        std::unordered_map<int, memory> &arguments = workspace.arguments.emplace_back();
        arguments.insert(step.constants.begin(), step.constants.end());
        for (const auto &[argument, tensor] : step.tensors)
            arguments.emplace(argument,
                              memory(tensor.form, m_engine, workspace.buffers[tensor.buffer].get_data_handle()));
    }
    return workspace;
}

OneDnnProgram::Workspace OneDnnProgram::borrowWorkspace() const
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_idle.empty()) {
            Workspace workspace = std::move(m_idle.back());
            m_idle.pop_back();
            return workspace;
        }
    }
    return makeWorkspace();
}

void OneDnnProgram::run(const float *input, std::span<float *const> outputs) const
{
    withoutMemoryStatus([&] {
        Workspace workspace = borrowWorkspace();
        for (std::size_t index = 0; index < m_steps.size(); ++index) {
            std::unordered_map<int, memory> &arguments = workspace.arguments[index];
            for (const auto &[argument, tensor] : m_steps[index].tensors) {
                if (tensor.buffer == inputBuffer)
                    arguments.at(argument).set_data_handle(const_cast<float *>(input)); // only read
                if (const auto output = std::ranges::find(m_outputs, tensor.buffer); output != m_outputs.end())
                    arguments.at(argument).set_data_handle(
                        outputs[static_cast<std::size_t>(output - m_outputs.begin())]);
            }
            m_steps[index].primitive.execute(workspace.stream, arguments);
        }
        workspace.stream.wait();
        const std::scoped_lock lock(m_mutex);
        m_idle.push_back(std::move(workspace));
    });
}

} // namespace spotcheck
