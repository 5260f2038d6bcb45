#pragma once

#include <filesystem>
#include <optional>

#include <QString>

#include <spotcheck/core/crashreports.h>

namespace spotcheck::ui {

class Preferences;

/// The newest report of this program in `folder` that the user was not told of before; from now on all there are
/// known.
std::optional<CrashReport> untoldCrash(Preferences &preferences, const std::filesystem::path &folder);

/// What to say of it.
QString crashText(const CrashReport &report);

} // namespace spotcheck::ui
