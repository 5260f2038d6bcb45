#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace spotcheck::test {

/// All that the program does with a file of a kind that somebody hands it. What is thrown goes through.
void exercisePicture(const std::filesystem::path &file);
void exerciseSafetensors(const std::filesystem::path &file);
void exercisePyTorch(const std::filesystem::path &file);
void exerciseProject(const std::filesystem::path &file);
void exerciseSplitTable(const std::filesystem::path &file);
/// Without weights: everything that the file itself says is read and checked.
void exerciseModel(const std::filesystem::path &file);

/// The picture limit that `exercisePicture` asks for, as an application may.
constexpr std::size_t hostilePixels = 1'000'000;

/// What is wrong with the way `exercise` ended; nothing where it read the file, or refused it with the engine's own
/// error, not an internal one, that names the file and that a person can read. Other exceptions go through.
/// `refused`: whether it was refused.
std::string complaintAbout(const std::function<void()> &exercise, const std::filesystem::path &file,
                           bool *refused = nullptr);

} // namespace spotcheck::test
