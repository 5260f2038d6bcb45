#include <string>

#include "backbone/network.h"
#include "backbone/tensorvalues.h"
#include "export/modulescript.h"

namespace spotcheck {

namespace {

std::string pairText(std::int64_t value)
{
    const std::string text = std::to_string(value);
    return "[" + text + ", " + text + "]";
}

/// In place where the text before makes a tensor of its own.
std::string activatedText(const std::string &value, Activation activation)
{
    switch (activation) {
    case Activation::None:
        return value;
    case Activation::Relu:
        return "torch.relu_(" + value + ")";
    case Activation::Silu:
        return "torch.silu_(" + value + ")";
    case Activation::Sigmoid:
        return "torch.sigmoid_(" + value + ")";
    }
    return value;
}

/// Writes the statements of a network one by one; the weights are numbered in the order in which they are used.
class NetworkText {
public:
    explicit NetworkText(ModuleScript &script) : m_script(script) {}

    /// `x` is what came before and what comes out.
    void add(const NetworkStage &stage)
    {
        if (stage.pooled)
            line("x = torch.max_pool2d(x, [3, 3], [2, 2], [1, 1])");
        for (const Block &block : stage.blocks)
            add(block);
    }

    void line(const std::string &statement) { m_lines += "    " + statement + '\n'; }
    const std::string &lines() const { return m_lines; }

private:
    void add(const Block &block)
    {
        if (block.residual)
            line("before = x");
        for (std::size_t index = 0; index < block.path.size(); ++index) {
            if (block.squeeze && index + 1 == block.path.size()) {
                line("share = " + convolved(block.squeeze->reduce, "torch.mean(x, [2, 3], True)"));
                line("x = x * " + convolved(block.squeeze->expand, "share"));
            }
            line("x = " + convolved(block.path[index], "x"));
        }
        if (block.residual) {
            const std::string shortcut = block.shortcut ? convolved(*block.shortcut, "before") : "before";
            line("x = " + activatedText("torch.add(x, " + shortcut + ")", block.activation));
        }
    }

    std::string convolved(const Convolution &convolution, const std::string &input)
    {
        const std::string index = std::to_string(m_convolutions++);
        m_script.tensor("weights_" + index, convolution.weights.sizes().vec(), floatsOf(convolution.weights));
        m_script.tensor("bias_" + index, convolution.bias.sizes().vec(), floatsOf(convolution.bias));
        return activatedText("torch.conv2d(" + input + ", self.weights_" + index + ", self.bias_" + index + ", " +
                                 pairText(convolution.stride) + ", " + pairText(convolution.padding) + ", [1, 1], " +
                                 std::to_string(convolution.groups) + ")",
                             convolution.activation);
    }

    ModuleScript &m_script;
    int m_convolutions = 0;
    std::string m_lines;
};

} // namespace

void Backbone::describe(ModuleScript &script) const
{
    const c10::InferenceMode withoutGradients; // as the weights were made
    NetworkText text(script);
    text.line("x = torch.contiguous(pictures, memory_format=2)");
    for (std::size_t index = 0; index < m_network->stages.size(); ++index) {
        text.add(m_network->stages[index]);
        text.line("stage_" + std::to_string(index) + " = x");
    }
    std::string layers;
    for (const std::size_t stage : m_network->wanted)
        layers += (layers.empty() ? "stage_" : ", stage_") + std::to_string(stage);
    script.methods("def forward(self, pictures: Tensor) -> List[Tensor]:\n" + text.lines() + "    return [" + layers +
                   "]\n");
}

} // namespace spotcheck
