#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>

#include <spotcheck/detectors/registry.h>

#include "command.h"
#include "text.h"

namespace spotcheck::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t lineWidth = 90;

const char *typeId(ParameterSpec::Type type)
{
    switch (type) {
    case ParameterSpec::Type::Switch:
        return "switch";
    case ParameterSpec::Type::Integer:
        return "integer";
    case ParameterSpec::Type::Real:
        return "real";
    case ParameterSpec::Type::Choice:
        break;
    }
    return "choice";
}

bool isNumber(const ParameterSpec &spec)
{
    return spec.type == ParameterSpec::Type::Integer || spec.type == ParameterSpec::Type::Real;
}

Json parameterJson(const ParameterSpec &spec)
{
    Json json{{"id", spec.id}, {"title", spec.title}, {"help", spec.help}, {"type", typeId(spec.type)}};
    std::visit([&](const auto &value) { json["default"] = value; }, spec.defaultValue);
    if (isNumber(spec)) {
        json["minimum"] = spec.minimum;
        json["maximum"] = spec.maximum;
        json["unit"] = spec.unit;
    }
    if (spec.type == ParameterSpec::Type::Choice)
        json["choices"] = spec.choices;
    return json;
}

Json presetJson(const ParameterPreset &preset)
{
    Json values = Json::object();
    for (const auto &[id, given] : preset.values)
        std::visit([&json = values[id]](const auto &value) { json = value; }, given);
    return {{"id", preset.id}, {"title", preset.title}, {"help", preset.help}, {"values", std::move(values)}};
}

void printJson()
{
    Json list = Json::array();
    for (const DetectorInfo &info : detectorRegistry()) {
        Json parameters = Json::array();
        for (const ParameterSpec &spec : info.parameters)
            parameters.push_back(parameterJson(spec));
        Json presets = Json::array();
        for (const ParameterPreset &preset : info.presets)
            presets.push_back(presetJson(preset));
        list.push_back({{"id", info.id},
                        {"title", info.title},
                        {"paper", info.paper},
                        {"analysis_unit", info.analysisUnit},
                        {"scoring", info.scoring},
                        {"memory_bank", info.memoryBank},
                        {"backbones", info.backbones},
                        {"extra_training", info.extraTraining},
                        {"alignment", info.alignment},
                        {"advice", info.advice},
                        {"needs_training", info.needsTraining},
                        {"needs_alignment", info.needsAlignment},
                        {"has_anomaly_map", info.hasAnomalyMap},
                        {"exportable", info.exportable},
                        {"parameters", std::move(parameters)},
                        {"presets", std::move(presets)}});
    }
    std::cout << list.dump(2) << '\n';
}

std::string rangeText(const ParameterSpec &spec)
{
    if (isNumber(spec)) {
        return numberText(spec.minimum) + " to " + numberText(spec.maximum) +
               (spec.unit.empty() ? "" : " " + spec.unit);
    }
    if (spec.type == ParameterSpec::Type::Switch)
        return "true or false";
    std::string words;
    for (const std::string &choice : spec.choices)
        words += (words.empty() ? "" : "|") + choice;
    return words;
}

void printText()
{
    const auto line = [](const std::string &name, const std::string &value) {
        constexpr std::size_t column = 16;
        std::cout << "  " << name << std::string(column - 2 - name.size(), ' ')
                  << wrapped(value, lineWidth - column, column) << '\n';
    };
    for (const DetectorInfo &info : detectorRegistry()) {
        std::cout << info.id << "  -  " << info.title << ", " << info.paper << '\n';
        line("looks at", info.analysisUnit);
        line("scoring", info.scoring);
        line("stores", info.memoryBank);
        line("choose it", info.advice);
        if (info.needsTraining)
            line("needs", "an extra training");
        if (info.needsAlignment)
            line("needs", "parts that lie alike in every picture");
        if (!info.hasAnomalyMap)
            line("note", "gives a verdict a picture, no heat map");
        for (const ParameterSpec &spec : info.parameters) {
            std::cout << "  --set " << spec.id << "=" << toString(spec.defaultValue) << "    (" << rangeText(spec)
                      << ")\n      " << wrapped(spec.help, lineWidth - 6, 6) << '\n';
        }
        std::cout << '\n';
    }
}

} // namespace

void addDetectorsCommand(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("detectors", "list the detectors and their parameters");
    command->fallthrough();
    command->footer("Example:\n  spotcheck-cli detectors --json");
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "as JSON");
    command->callback([&action, json] {
        action = [json](TerminalMonitor &) {
            *json ? printJson() : printText();
            return exitOk;
        };
    });
}

} // namespace spotcheck::cli
