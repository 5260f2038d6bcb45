#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace spotcheck {

/// One part of an exported module: its methods as TorchScript text, and the values that they name as `self.NAME`.
/// Knows nothing of LibTorch, so that detectors and the steps they share can fill it.
///
/// Words that Python takes from the module `torch`, such as its data types, are whole numbers in text that is
/// compiled without Python: 6 is single precision, 7 double; memory format 2 is channels last.
class ModuleScript {
public:
    struct Tensor {
        std::string name;
        std::vector<std::int64_t> shape;
        std::variant<std::vector<float>, std::vector<std::int64_t>, std::vector<std::uint8_t>> values;
    };
    using Constant = std::variant<bool, std::int64_t, double>;

    template <class Value>
    void tensor(std::string name, std::vector<std::int64_t> shape, std::vector<Value> values)
    {
        m_tensors.push_back({std::move(name), std::move(shape), std::move(values)});
    }
    void constant(std::string name, Constant value) { m_constants.emplace_back(std::move(name), value); }
    /// One or more methods, not indented. They may call those added before.
    void methods(const std::string &source) { m_source += source + '\n'; }

    const std::string &source() const { return m_source; }
    const std::vector<std::pair<std::string, Constant>> &constants() const { return m_constants; }
    /// Hands the values over, which may be large.
    std::vector<Tensor> takeTensors() { return std::exchange(m_tensors, {}); }

private:
    std::string m_source;
    std::vector<Tensor> m_tensors;
    std::vector<std::pair<std::string, Constant>> m_constants;
};

} // namespace spotcheck
