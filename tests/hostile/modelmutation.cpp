#include "modelmutation.h"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/random.h"
#include "mutation.h"

namespace spotcheck::test {

namespace {

using nlohmann::json;

constexpr const char *metadataName = "__metadata__";

class ModelMutation {
public:
    explicit ModelMutation(std::uint64_t seed) : m_random(seed), m_mutator(seed) {}

    void apply(json &header, std::string &data)
    {
        switch (m_random.below(5)) {
        case 0:
        case 1:
            changeMetadata(header);
            break;
        case 2:
            changeShape(header);
            break;
        case 3:
            exchange(header);
            break;
        default:
            if (!data.empty())
                changeNumbers(data);
        }
    }

private:
    std::string anyOf(const json &object)
    {
        const std::size_t chosen = static_cast<std::size_t>(m_random.below(static_cast<std::int64_t>(object.size())));
        return std::next(object.begin(), static_cast<std::ptrdiff_t>(chosen)).key();
    }

    void changeMetadata(json &header)
    {
        if (!header.contains(metadataName) || header[metadataName].empty())
            return;
        json &metadata = header[metadataName];
        const std::string key = anyOf(metadata);
        if (!metadata[key].is_string())
            return;
        if (m_random.below(20) == 0)
            metadata.erase(key);
        else
            metadata[key] = m_mutator.text(metadata[key].get<std::string>(), metadata.begin()->get<std::string>());
    }

    void changeShape(json &header)
    {
        const std::string name = anyOf(header);
        json &tensor = header[name];
        if (!tensor.is_object() || !tensor.contains("shape") || !tensor["shape"].is_array())
            return;
        json &shape = tensor["shape"];
        switch (m_random.below(4)) {
        case 0:
            std::reverse(shape.begin(), shape.end());
            break;
        case 1:
            shape.push_back(1);
            break;
        case 2:
            if (tensor["dtype"] == "F32")
                tensor["dtype"] = "I32";
            else if (tensor["dtype"] == "I32")
                tensor["dtype"] = "F32";
            break;
        default:
            if (shape.size() > 1 && shape[0].is_number_unsigned() && shape[1].is_number_unsigned()) {
                shape[1] = shape[0].get<std::uint64_t>() * shape[1].get<std::uint64_t>();
                shape[0] = 1;
            }
        }
    }

    void exchange(json &header)
    {
        const std::string first = anyOf(header);
        const std::string second = anyOf(header);
        if (first != metadataName && second != metadataName)
            std::swap(header[first], header[second]);
    }

    void changeNumbers(std::string &data)
    {
        const std::size_t length = data.size();
        data = m_mutator.bytes(std::move(data), {});
        data.resize(length); // the container would notice
    }

    Random m_random;
    Mutator m_mutator;
};

} // namespace

std::string mutatedModel(const std::string &file, std::uint64_t seed)
{
    SplitSafetensors parts = splitSafetensors(file);
    json header = json::parse(parts.header, nullptr, false);
    if (!header.is_object() || header.empty())
        return file;
    ModelMutation(seed).apply(header, parts.data);
    parts.header = header.dump(-1, ' ', false, json::error_handler_t::replace);
    return joined(parts);
}

} // namespace spotcheck::test
