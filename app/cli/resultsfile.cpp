#include "resultsfile.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <system_error>

#include <spotcheck/core/error.h>

#include "command.h"

namespace spotcheck::cli {

namespace {

namespace fs = std::filesystem;

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> verdicts{"good", "review", "defective", "failed"};

[[noreturn]] void refuse(const fs::path &file, const std::string &reason)
{
    throw CommandError(file.string() + ": " + reason +
                       ". Give a results.json that \"spotcheck-cli inspect\" wrote, or the folder that holds it.");
}

/// Values are copied, written and destroyed recursively, so their depth is bounded: no file can exhaust the stack.
Json parse(std::istream &stream, const fs::path &file)
{
    constexpr int deepest = 32; // results have 7 levels
    const auto isShallow = [&file](int depth, Json::parse_event_t, Json &) {
        if (depth > deepest)
            refuse(file, "its JSON is nested deeper than " + std::to_string(deepest) + " levels");
        return true;
    };
    try {
        return Json::parse(stream, isShallow);
    } catch (const Json::parse_error &problem) {
        refuse(file, "it is no valid JSON at byte " + std::to_string(problem.byte));
    } catch (const Json::exception &) {
        refuse(file, "its JSON holds a number that is too large");
    }
}

fs::path resultsIn(const fs::path &input)
{
    std::error_code error;
    const fs::path file = fs::is_directory(input, error) ? input / "results.json" : input;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found)
        throw Error(ErrorCode::FileNotFound, file);
    if (status.type() == fs::file_type::none)
        throw Error(ErrorCode::FileUnreadable, file, error.message());
    if (!fs::is_regular_file(status)) // a pipe would wait for its writer
        refuse(file, "this is no regular file");
    return file;
}

bool holds(const Json &object, const char *key, Json::value_t type)
{
    const auto found = object.find(key);
    return found != object.end() && found->type() == type;
}

void checkImages(const Json &images, const fs::path &file)
{
    for (std::size_t index = 0; index < images.size(); ++index) {
        const std::string name = "picture " + std::to_string(index + 1) + " of its \"images\"";
        if (!images[index].is_object())
            refuse(file, name + " is no object");
        if (std::ranges::find(verdicts, textOf(images[index], "verdict")) == verdicts.end())
            refuse(file, name + " has no verdict of good, review, defective or failed");
    }
}

} // namespace

std::string textOf(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Json readResults(const fs::path &input)
{
    const fs::path file = resultsIn(input);
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw Error(ErrorCode::FileUnreadable, file);
    Json results = parse(stream, file);
    if (!results.is_object() || textOf(results, "format") != "spotcheck-results" ||
        !holds(results, "images", Json::value_t::array) || !holds(results, "model", Json::value_t::object) ||
        !holds(results, "operating_point", Json::value_t::object))
        refuse(file, "it holds no results of an inspection");
    checkImages(results["images"], file);
    return results;
}

} // namespace spotcheck::cli
