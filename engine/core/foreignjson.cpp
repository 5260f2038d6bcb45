#include "core/foreignjson.h"

#include <string>

#include <nlohmann/json.hpp>

#include <spotcheck/core/error.h>

namespace spotcheck {

nlohmann::json parseForeignJson(std::string_view text)
{
    constexpr int deepest = 32; // what is written here has 6 levels
    const auto isShallow = [](int depth, nlohmann::json::parse_event_t, nlohmann::json &) {
        if (depth > deepest)
            throw Error(ErrorCode::InvalidParameter, "its JSON is nested deeper than " + std::to_string(deepest));
        return true;
    };
    try {
        return nlohmann::json::parse(text.begin(), text.end(), isShallow);
    } catch (const nlohmann::json::parse_error &problem) {
        throw Error(ErrorCode::InvalidParameter, "it is no valid JSON at byte " + std::to_string(problem.byte));
    } catch (const nlohmann::json::exception &) {
        throw Error(ErrorCode::InvalidParameter, "its JSON holds a number that is too large");
    }
}

} // namespace spotcheck
