#include "model/safetensorsheader.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

namespace spotcheck {

namespace {

constexpr std::string_view metadataName = "__metadata__";

constexpr std::array<std::pair<std::string_view, TensorType>, 7> typeNames{{
    {"F64", TensorType::Float64},
    {"F32", TensorType::Float32},
    {"F16", TensorType::Float16},
    {"BF16", TensorType::BFloat16},
    {"I64", TensorType::Int64},
    {"I32", TensorType::Int32},
    {"U8", TensorType::UInt8},
}};

std::string_view typeName(TensorType type)
{
    for (const auto &[name, value] : typeNames)
        if (value == type)
            return name;
    throw Error(ErrorCode::Internal, "unknown tensor type");
}

/// Follows the one structure a header may have:
/// {"__metadata__": {text: text}, name: {"dtype": text, "shape": [n, ...], "data_offsets": [n, n]}}
class HeaderReader final : public nlohmann::json_sax<nlohmann::json> {
public:
    SafetensorsHeader header;
    std::string reason;

    bool null() override { return refuse("a null"); }
    bool boolean(bool) override { return refuse("a switch"); }
    bool number_float(number_float_t, const string_t &) override { return refuse("a number that is not whole"); }
    bool binary(binary_t &) override { return refuse("binary data"); }

    bool number_integer(number_integer_t value) override
    {
        // The parser hands over negative numbers here, "-0" among them.
        return refuse("the negative number " + std::to_string(value));
    }

    bool number_unsigned(number_unsigned_t value) override
    {
        if (m_place == Place::Shape) {
            if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
                return refuse("a dimension that is too large");
            m_tensor.shape.push_back(static_cast<std::int64_t>(value));
            return true;
        }
        if (m_place == Place::Offsets && m_offsets < 2) {
            (m_offsets++ == 0 ? m_tensor.begin : m_tensor.end) = value;
            return true;
        }
        return refuse("a number");
    }

    bool string(string_t &value) override
    {
        if (m_place == Place::Metadata) {
            header.metadata[m_key] = value;
            return true;
        }
        if (m_place == Place::Tensor && m_key == "dtype") {
            for (const auto &[name, type] : typeNames) {
                if (name == value) {
                    m_tensor.type = type;
                    return true;
                }
            }
            // Read on: the metadata may say that a newer program is needed, whichever comes first.
            if (header.unsupported.empty())
                header.unsupported = "tensor " + quotedName(m_tensor.name) + " has the type " + quotedName(value) +
                                     ", which is not supported";
            return true;
        }
        return refuse("a text");
    }

    bool start_object(std::size_t) override
    {
        m_fields.clear();
        if (m_place == Place::Outside)
            m_place = Place::Top;
        else if (m_place == Place::Top)
            m_place = m_key == metadataName ? Place::Metadata : Place::Tensor;
        else
            return refuse("an object");
        return true;
    }

    bool key(string_t &value) override
    {
        m_key = value;
        std::set<std::string> &seen = m_place == Place::Top ? m_names : m_fields;
        if (!seen.insert(value).second) {
            reason = "the header has " + quotedName(value) + " twice";
            return false;
        }
        if (m_place == Place::Top) {
            m_tensor = {};
            m_tensor.name = value;
            m_offsets = 0;
        } else if (m_place == Place::Tensor && value != "dtype" && value != "shape" && value != "data_offsets") {
            return refuse("the field " + quotedName(value));
        }
        return true;
    }

    bool end_object() override
    {
        if (m_place == Place::Tensor) {
            if (m_fields.size() != 3 || m_offsets != 2) {
                reason = "tensor " + quotedName(m_tensor.name) + " lacks its type, shape or offsets";
                return false;
            }
            header.tensors.push_back(std::move(m_tensor));
        }
        m_place = m_place == Place::Top ? Place::Outside : Place::Top;
        return true;
    }

    bool start_array(std::size_t) override
    {
        if (m_place == Place::Tensor && m_key == "shape")
            m_place = Place::Shape;
        else if (m_place == Place::Tensor && m_key == "data_offsets")
            m_place = Place::Offsets;
        else
            return refuse("a list");
        return true;
    }

    bool end_array() override
    {
        m_place = Place::Tensor;
        return true;
    }

    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        reason = "the header is no valid JSON at its byte " + std::to_string(position);
        return false;
    }

private:
    enum class Place { Outside, Top, Metadata, Tensor, Shape, Offsets };

    bool refuse(const std::string &what)
    {
        if (m_place == Place::Metadata)
            reason = "the metadata value " + quotedName(m_key) + " is no text";
        else
            reason = "the header has " + what + " where it may not, after " + quotedName(m_key);
        return false;
    }

    Place m_place = Place::Outside;
    std::string m_key;
    std::set<std::string> m_names;
    std::set<std::string> m_fields;
    SafetensorsHeader::Tensor m_tensor;
    int m_offsets = 0;
};

std::string jsonText(const std::string &text)
{
    try {
        return nlohmann::json(text).dump();
    } catch (const nlohmann::json::exception &) {
        throw Error(ErrorCode::InvalidParameter, "a name or metadata text for a file is not UTF-8");
    }
}

} // namespace

std::optional<SafetensorsHeader> parseSafetensorsHeader(std::string_view text, std::string &reason)
{
    // The format wants the brace first; the parser alone would let a byte order mark or blanks pass.
    if (!text.starts_with('{')) {
        reason = "the header is no JSON object";
        return std::nullopt;
    }
    HeaderReader reader;
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &reader)) {
        reason = reader.reason;
        return std::nullopt;
    }
    return std::move(reader.header);
}

std::string formatSafetensorsHeader(const SafetensorsHeader &header)
{
    std::string text = "{";
    const auto separate = [&text] {
        if (text.back() != '{')
            text += ',';
    };
    if (!header.metadata.empty()) {
        text += jsonText(std::string(metadataName)) + ":{";
        for (const auto &[key, value] : header.metadata) {
            separate();
            text += jsonText(key) + ':' + jsonText(value);
        }
        text += '}';
    }
    for (const SafetensorsHeader::Tensor &tensor : header.tensors) {
        separate();
        text += jsonText(tensor.name) + ":{\"dtype\":\"" + std::string(typeName(tensor.type)) +
                "\",\"shape\":" + nlohmann::json(tensor.shape).dump() + ",\"data_offsets\":[" +
                std::to_string(tensor.begin) + ',' + std::to_string(tensor.end) + "]}";
    }
    return text + '}';
}

std::optional<std::int64_t> elementCount(const std::vector<std::int64_t> &shape)
{
    std::int64_t count = 1;
    for (const std::int64_t dimension : shape)
        if (dimension < 0 || __builtin_mul_overflow(count, dimension, &count))
            return std::nullopt;
    return count;
}

std::string shapeText(const std::vector<std::int64_t> &shape)
{
    std::string text;
    for (const std::int64_t dimension : shape)
        text += (text.empty() ? "" : ", ") + std::to_string(dimension);
    return '[' + text + ']';
}

std::string quotedName(std::string_view name)
{
    constexpr std::size_t longest = 80;
    std::size_t length = std::min(name.size(), longest);
    // A cut must not leave half a UTF-8 character.
    while (length < name.size() && length > 0 && (static_cast<unsigned char>(name[length]) & 0xC0U) == 0x80U)
        --length;
    return '"' + std::string(name.substr(0, length)) + (length < name.size() ? "..." : "") + '"';
}

} // namespace spotcheck
