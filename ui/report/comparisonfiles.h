#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <spotcheck/comparison/comparison.h>

namespace spotcheck::ui {

/// What a comparison's files say beside the comparison itself.
struct ComparisonContent {
    Comparison comparison;
    std::string dataset; ///< name or folder
    std::string date;    ///< ISO 8601, UTC
};

/// Now, for `ComparisonContent::date`.
std::string comparisonDate();

/// Each writes one file, atomically. \throws Error(WriteFailed)
void writeComparisonCsv(const ComparisonContent &content, const std::filesystem::path &file);
void writeComparisonJson(const ComparisonContent &content, const std::filesystem::path &file);
/// Table, ROC curves and disagreements on one page without anything outside it.
void writeComparisonHtml(const ComparisonContent &content, const std::filesystem::path &file);

} // namespace spotcheck::ui
