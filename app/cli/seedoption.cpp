#include "seedoption.h"

#include <charconv>
#include <system_error>

namespace spotcheck::cli {

namespace {

/// CLI11 alone would take 010 as 8, -1 as 2^64 - 1, and what is too large as the largest there is.
std::string readDecimal(std::string &text)
{
    std::uint64_t seed = 0;
    const char *const end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, seed);
    if (text.starts_with('-'))
        return text + " is below 0";
    if (problem == std::errc::result_out_of_range)
        return text + " is above 18446744073709551615";
    if (problem != std::errc() || stop != end)
        return text + " is no whole number in decimal digits";
    text = std::to_string(seed);
    return {};
}

} // namespace

CLI::Option *addSeedOption(CLI::App &command, std::uint64_t &seed, const std::string &of)
{
    return command.add_option("--seed", seed, of)->transform(CLI::Validator(readDecimal, ""))->capture_default_str();
}

} // namespace spotcheck::cli
