#pragma once

#include <cstdint>
#include <string>

#include <CLI/CLI.hpp>

namespace spotcheck::cli {

/// `--seed`: a whole number from 0 to 2^64 - 1, in decimal digits.
CLI::Option *addSeedOption(CLI::App &command, std::uint64_t &seed, const std::string &of);

} // namespace spotcheck::cli
