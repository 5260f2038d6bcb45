#pragma once

#include <exception>
#include <string>

#include <QString>

namespace spotcheck::ui {

/// What an engine's error says, in the window's language: the file, what happened and what to do, and the technical
/// reason in brackets, which stays English. Other exceptions: running out of memory, or a fault of the program.
QString errorText(const std::exception &exception);

/// A reason that the engine kept as text ("FILE: sentence (detail)", English), with its sentence in the window's
/// language. What holds no known sentence stays.
QString reasonText(const std::string &english);

} // namespace spotcheck::ui
