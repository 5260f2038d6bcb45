#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace spotcheck {

/// A parameter's value: a switch, a whole number, a real number or one of a few words.
using ParameterValue = std::variant<bool, std::int64_t, double, std::string>;

/// Values by parameter id. Ordered, so that files made from it are the same each time.
using ParameterValues = std::map<std::string, ParameterValue>;

/// One parameter, described once: the window's form, the command line's `--set` and the model file are all
/// made from it.
struct ParameterSpec {
    enum class Type { Switch, Integer, Real, Choice };

    std::string id;      ///< stable, for files: "coreset_ratio"
    std::string title{}; ///< English, translated by the window
    std::string help{};  ///< one or two sentences: what it does, when to change it
    Type type = Type::Integer;
    ParameterValue defaultValue{};
    double minimum = 0;                 ///< Integer and Real
    double maximum = 0;                 ///< Integer and Real
    std::string unit{};                 ///< "px", "%", empty
    std::vector<std::string> choices{}; ///< Choice: stable ids
    bool advanced = false;              ///< hidden in the form until asked for

    /// \throws Error(InvalidParameter) naming the parameter, its range and what was given.
    void check(const ParameterValue &value) const;
    /// Reads a text as typed after `--set id=`. \throws Error(InvalidParameter)
    ParameterValue parse(std::string_view text) const;
};

std::string toString(const ParameterValue &value);

/// Defaults of all `specs`, with `given` put over them.
/// \throws Error(InvalidParameter) for an unknown id or a value out of range.
ParameterValues completeParameters(const std::vector<ParameterSpec> &specs, const ParameterValues &given);

/// Reads "id=text" pairs. \throws Error(InvalidParameter)
ParameterValues parseParameters(const std::vector<ParameterSpec> &specs, const std::vector<std::string> &assignments);

/// JSON object text of `values`, and back. A number without a fraction is read as the type its spec has.
std::string toJson(const ParameterValues &values);
ParameterValues parametersFromJson(const std::vector<ParameterSpec> &specs, std::string_view json);

} // namespace spotcheck
