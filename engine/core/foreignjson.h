#pragma once

#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace spotcheck {

/// JSON that a file brought along. Writing a value out again is recursive, so its depth is bounded: no text can
/// exhaust the stack. Reasons of a refusal do not repeat the text, which may be long.
/// \throws Error(InvalidParameter) for what is no JSON, holds a number too large, or is nested deeper than 32
nlohmann::json parseForeignJson(std::string_view text);

} // namespace spotcheck
