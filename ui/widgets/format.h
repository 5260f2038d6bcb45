#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include <QString>

#include <spotcheck/core/jobmonitor.h>

#include "ui/report/enginetext.h"

namespace spotcheck::ui {

/// File names as the engine wants them and as people read them, whatever the encoding of the file system.
std::filesystem::path toPath(const QString &file);
QString fromPath(const std::filesystem::path &file);

/// "412 KB", "1.3 GB": decimal units, three significant digits.
QString bytesText(std::uint64_t bytes);
/// "8 s", "2 min 10 s", "1 h 5 min".
QString durationText(double seconds);

/// A time that was measured: with its tenths below ten seconds, so that parts and whole agree.
QString takenText(double seconds);

/// What is being done, in words: "Choosing the coreset".
QString stageText(Stage stage);

} // namespace spotcheck::ui
