#include <spotcheck/core/parameterspec.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

#include <nlohmann/json.hpp>

#include <spotcheck/core/error.h>

#include "core/foreignjson.h"

namespace spotcheck {

namespace {

std::string shortNumber(double value)
{
    std::ostringstream text;
    text << value;
    return text.str();
}

std::string expectation(const ParameterSpec &spec)
{
    switch (spec.type) {
    case ParameterSpec::Type::Switch:
        return "expected true or false";
    case ParameterSpec::Type::Integer:
        return "expected a whole number from " + shortNumber(spec.minimum) + " to " + shortNumber(spec.maximum);
    case ParameterSpec::Type::Real:
        return "expected a number from " + shortNumber(spec.minimum) + " to " + shortNumber(spec.maximum);
    case ParameterSpec::Type::Choice: {
        std::string text = "expected one of";
        for (const std::string &choice : spec.choices)
            text += ' ' + choice;
        return text;
    }
    }
    return {};
}

[[noreturn]] void refuseValue(const ParameterSpec &spec, std::string_view given)
{
    throw Error(ErrorCode::InvalidParameter, spec.id + " = " + std::string(given) + ": " + expectation(spec));
}

const ParameterSpec &findSpec(const std::vector<ParameterSpec> &specs, const std::string &id)
{
    const auto found =
        std::find_if(specs.begin(), specs.end(), [&](const ParameterSpec &spec) { return spec.id == id; });
    if (found != specs.end())
        return *found;
    std::string known;
    for (const ParameterSpec &spec : specs)
        known += ' ' + spec.id;
    throw Error(ErrorCode::InvalidParameter,
                "unknown parameter " + id + "; known:" + (known.empty() ? " none" : known));
}

} // namespace

void ParameterSpec::check(const ParameterValue &value) const
{
    const auto inRange = [this](double number) {
        return std::isfinite(number) && number >= minimum && number <= maximum;
    };
    bool valid = false;
    switch (type) {
    case Type::Switch:
        valid = std::holds_alternative<bool>(value);
        break;
    case Type::Integer:
        valid = std::holds_alternative<std::int64_t>(value) &&
                inRange(static_cast<double>(std::get<std::int64_t>(value)));
        break;
    case Type::Real:
        valid = std::holds_alternative<double>(value) && inRange(std::get<double>(value));
        break;
    case Type::Choice:
        valid = std::holds_alternative<std::string>(value) &&
                std::find(choices.begin(), choices.end(), std::get<std::string>(value)) != choices.end();
        break;
    }
    if (!valid)
        refuseValue(*this, toString(value));
}

ParameterValue ParameterSpec::parse(std::string_view text) const
{
    const auto number = [&](auto value) {
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (problem != std::errc() || end != text.data() + text.size())
            refuseValue(*this, text);
        return value;
    };
    ParameterValue value;
    switch (type) {
    case Type::Switch:
        if (text == "true" || text == "on" || text == "yes" || text == "1")
            value = true;
        else if (text == "false" || text == "off" || text == "no" || text == "0")
            value = false;
        else
            refuseValue(*this, text);
        break;
    case Type::Integer:
        value = number(std::int64_t{});
        break;
    case Type::Real:
        value = number(double{});
        break;
    case Type::Choice:
        value = std::string(text);
        break;
    }
    check(value);
    return value;
}

std::string toString(const ParameterValue &value)
{
    return std::visit(
        [](const auto &held) -> std::string {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, bool>)
                return held ? "true" : "false";
            else if constexpr (std::is_same_v<Held, std::string>)
                return held;
            else if constexpr (std::is_same_v<Held, double>)
                return shortNumber(held);
            else
                return std::to_string(held);
        },
        value);
}

ParameterValues completeParameters(const std::vector<ParameterSpec> &specs, const ParameterValues &given)
{
    ParameterValues values;
    for (const ParameterSpec &spec : specs)
        values[spec.id] = spec.defaultValue;
    for (const auto &[id, value] : given) {
        findSpec(specs, id).check(value);
        values[id] = value;
    }
    return values;
}

ParameterValues parseParameters(const std::vector<ParameterSpec> &specs, const std::vector<std::string> &assignments)
{
    ParameterValues values;
    for (const std::string &assignment : assignments) {
        const std::size_t equals = assignment.find('=');
        if (equals == std::string::npos)
            throw Error(ErrorCode::InvalidParameter, '"' + assignment + "\": expected name=value");
        const std::string id = assignment.substr(0, equals);
        values[id] = findSpec(specs, id).parse(std::string_view(assignment).substr(equals + 1));
    }
    return values;
}

std::string toJson(const ParameterValues &values)
{
    nlohmann::json json = nlohmann::json::object();
    for (const auto &[id, value] : values)
        std::visit([&json, &key = id](const auto &held) { json[key] = held; }, value);
    return json.dump();
}

ParameterValues parametersFromJson(const std::vector<ParameterSpec> &specs, std::string_view text)
{
    const nlohmann::json json = parseForeignJson(text);
    if (!json.is_object())
        throw Error(ErrorCode::InvalidParameter, "parameters are not a JSON object");
    ParameterValues values;
    for (const auto &[id, held] : json.items()) {
        const ParameterSpec &spec = findSpec(specs, id);
        ParameterValue value;
        if (held.is_boolean())
            value = held.get<bool>();
        else if (held.is_string())
            value = held.get<std::string>();
        else if (held.is_number() && spec.type == ParameterSpec::Type::Real)
            value = held.get<double>();
        else if (held.is_number_integer())
            value = held.get<std::int64_t>();
        else
            refuseValue(spec, held.dump());
        spec.check(value);
        values[id] = value;
    }
    return values;
}

} // namespace spotcheck
