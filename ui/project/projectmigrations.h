#pragma once

#include <span>

#include <QJsonObject>

namespace spotcheck::ui {

/// Makes a project of one version into one of the next.
using ProjectMigration = QJsonObject (*)(QJsonObject);

/// The first makes version 1 into 2, and so on. A change of the format is one more entry.
std::span<const ProjectMigration> projectMigrations();

/// The version that this program writes.
int currentProjectVersion();

/// `project` of `version` (from 1 to one more than there are `migrations`) as the newest version has it.
QJsonObject migrated(QJsonObject project, int version, std::span<const ProjectMigration> migrations);

} // namespace spotcheck::ui
