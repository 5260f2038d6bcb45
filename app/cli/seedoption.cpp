#include "seedoption.h"

namespace spotcheck::cli {

CLI::Option *addSeedOption(CLI::App &command, std::uint64_t &seed, const std::string &of)
{
    const auto notNegative = [](const std::string &text) {
        return text.starts_with('-') ? text + " is below 0" : std::string();
    };
    return command.add_option("--seed", seed, of)->check(CLI::Validator(notNegative, ""))->capture_default_str();
}

} // namespace spotcheck::cli
