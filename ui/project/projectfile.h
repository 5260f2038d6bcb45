#pragma once

#include <filesystem>

#include <QByteArray>

#include "ui/project/project.h"

namespace spotcheck::ui {

/// The ending of project files, with the point.
inline const QString projectEnding = QStringLiteral(".spotproj");
/// After the name of a project file: its lock, while a program has it open.
inline const QString lockEnding = QStringLiteral(".lock");

/// The text of a project file that is to lie at `file`: pictures and models in its folder, or not far from it, are
/// named in respect to it, so that all can be moved together.
QByteArray projectText(const Project &project, const std::filesystem::path &file);

/// Reads what `projectText` wrote, of this or an earlier version. Nothing that the text names is opened.
/// `file`: for relative names and for messages. \throws Error(ProjectInvalid, ProjectTooNew)
Project parseProject(const QByteArray &text, const std::filesystem::path &file);

/// \throws Error(FileNotFound, FileUnreadable, ProjectInvalid, ProjectTooNew)
Project readProject(const std::filesystem::path &file);

/// Atomically. \throws Error(WriteFailed)
void writeProject(const Project &project, const std::filesystem::path &file);

} // namespace spotcheck::ui
