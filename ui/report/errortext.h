#pragma once

#include <exception>

#include <QString>

namespace spotcheck::ui {

/// What an engine's error says, in the window's language: the file, what happened and what to do, and the technical
/// reason in brackets, which stays English. Other exceptions: running out of memory, or a fault of the program.
QString errorText(const std::exception &exception);

} // namespace spotcheck::ui
