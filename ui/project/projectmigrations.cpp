#include "ui/project/projectmigrations.h"

namespace spotcheck::ui {

std::span<const ProjectMigration> projectMigrations()
{
    return {}; // version 1 is the only one so far
}

int currentProjectVersion()
{
    return static_cast<int>(projectMigrations().size()) + 1;
}

QJsonObject migrated(QJsonObject project, int version, std::span<const ProjectMigration> migrations)
{
    for (std::size_t index = static_cast<std::size_t>(version) - 1; index < migrations.size(); ++index)
        project = migrations[index](std::move(project));
    return project;
}

} // namespace spotcheck::ui
