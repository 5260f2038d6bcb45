#pragma once

#include <cstdint>
#include <filesystem>

namespace spotcheck::pretrain {

struct ObjectiveTerms;

/// Appends a row to a CSV, with a header to a new file. \throws Error(WriteFailed)
void appendToLossCurve(const std::filesystem::path &file, std::int64_t step, double learningRate,
                       const ObjectiveTerms &terms);

} // namespace spotcheck::pretrain
