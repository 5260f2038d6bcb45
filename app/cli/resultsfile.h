#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

namespace spotcheck::cli {

/// A results.json that "inspect" wrote, or the one in the folder `input`. What is returned is an object with
/// `format`, the objects `model` and `operating_point`, and the array `images` of objects, each with a known
/// `verdict`. \throws Error(FileNotFound, FileUnreadable), CommandError where the file holds something else
nlohmann::ordered_json readResults(const std::filesystem::path &input);

/// Empty where there is no such text.
std::string textOf(const nlohmann::ordered_json &object, const char *key);

} // namespace spotcheck::cli
