#pragma once

#include <algorithm>
#include <regex>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace spotcheck::test {

/// Holds a JSON value against a JSON schema, as far as the schemas of this project need it: a word that is not known
/// here stops the test, so that no condition is passed over.
class JsonSchema {
public:
    using Json = nlohmann::json;

    explicit JsonSchema(Json schema) : m_schema(std::move(schema)) {}

    /// What is wrong with the value, each with its place; empty for a valid one.
    std::vector<std::string> problems(const Json &value) const
    {
        std::vector<std::string> found;
        check(value, m_schema, "", found);
        return found;
    }

private:
    using Problems = std::vector<std::string>;

    void check(const Json &value, const Json &schema, const std::string &place, Problems &found) const
    {
        const auto wrong = [&](const std::string &what) { found.push_back(place + ": " + what); };
        for (const auto &[word, wanted] : schema.items()) {
            if (word == "$ref")
                check(value, m_schema.at(Json::json_pointer(wanted.get<std::string>().substr(1))), place, found);
            else if (word == "type" && !isOneOf(value, wanted))
                wrong("no " + wanted.dump());
            else if (word == "const" && value != wanted)
                wrong("not " + wanted.dump());
            else if (word == "enum" && std::find(wanted.begin(), wanted.end(), value) == wanted.end())
                wrong("none of " + wanted.dump());
            else if (word == "properties" || word == "required" || word == "additionalProperties")
                checkObject(value, word, wanted, schema, place, found);
            else if (word == "items" && value.is_array())
                for (std::size_t index = 0; index < value.size(); ++index)
                    check(value[index], wanted, place + "/" + std::to_string(index), found);
            else if (!keepsLimit(value, word, wanted))
                wrong(word + " " + wanted.dump());
        }
    }

    void checkObject(const Json &value, const std::string &word, const Json &wanted, const Json &schema,
                     const std::string &place, Problems &found) const
    {
        if (!value.is_object())
            return;
        if (word == "required") {
            for (const Json &key : wanted) {
                if (!value.contains(key.get<std::string>()))
                    found.push_back(place + ": no " + key.dump());
            }
            return;
        }
        for (const auto &[key, member] : value.items()) {
            const bool known = schema.value("properties", Json::object()).contains(key);
            if (word == "properties" && known)
                check(member, wanted.at(key), place + "/" + key, found);
            else if (word == "additionalProperties" && wanted == false && !known)
                found.push_back(place + ": unknown " + key);
        }
    }

    static bool isOneOf(const Json &value, const Json &types)
    {
        const auto is = [&value](const std::string &type) {
            return type == "object"    ? value.is_object()
                   : type == "array"   ? value.is_array()
                   : type == "string"  ? value.is_string()
                   : type == "boolean" ? value.is_boolean()
                   : type == "null"    ? value.is_null()
                   : type == "number"  ? value.is_number()
                   : type == "integer" ? value.is_number_integer()
                                       : throw std::logic_error("unknown type " + type);
        };
        if (types.is_string())
            return is(types.get<std::string>());
        return std::any_of(types.begin(), types.end(), [&](const Json &type) { return is(type.get<std::string>()); });
    }

    static bool keepsLimit(const Json &value, const std::string &word, const Json &wanted)
    {
        if (word == "minimum")
            return !value.is_number() || value.get<double>() >= wanted.get<double>();
        if (word == "maximum")
            return !value.is_number() || value.get<double>() <= wanted.get<double>();
        if (word == "exclusiveMinimum")
            return !value.is_number() || value.get<double>() > wanted.get<double>();
        if (word == "minItems")
            return !value.is_array() || value.size() >= wanted.get<std::size_t>();
        if (word == "maxItems")
            return !value.is_array() || value.size() <= wanted.get<std::size_t>();
        if (word == "minLength")
            return !value.is_string() || value.get_ref<const std::string &>().size() >= wanted.get<std::size_t>();
        if (word == "pattern")
            return !value.is_string() ||
                   std::regex_search(value.get_ref<const std::string &>(), std::regex(wanted.get<std::string>()));
        static const std::vector<std::string> elsewhere{"$schema", "$defs", "title", "description",
                                                        "type",    "const", "enum",  "items"};
        if (std::find(elsewhere.begin(), elsewhere.end(), word) == elsewhere.end())
            throw std::logic_error("unknown word " + word);
        return true;
    }

    Json m_schema;
};

} // namespace spotcheck::test
