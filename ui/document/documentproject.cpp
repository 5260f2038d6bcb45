// What a document has to do with project files: what is saved, and being filled from one.
#include <QUndoStack>

#include "ui/document/document.h"
#include "ui/project/projectstore.h"

namespace spotcheck::ui {

bool Document::isModified() const
{
    return m_modified || !m_undo->isClean();
}

/// Whether there is nothing but models that have files of their own.
bool Document::isUntouched() const
{
    return !isModified() && m_normals.empty() && m_tests.empty() && m_modelFiles.empty() && m_unopenedModels.empty();
}

void Document::markModified()
{
    m_modified = true;
    emit modifiedChanged();
}

Project Document::project() const
{
    Project project;
    project.name = m_name;
    project.normals = m_normals;
    project.tests = m_tests;
    project.region = m_region;
    project.scale = m_scale;
    project.unknown = m_unknown;
    for (std::size_t index = 0; index < m_models.size(); ++index) {
        const Entrant &entrant = m_models[index];
        if (!entrant.model)
            continue; // a training that failed
        ProjectModel saved;
        if (const auto known = m_modelFiles.find(entrant.model.get()); known != m_modelFiles.end())
            saved = known->second;
        saved.name = entrant.name;
        saved.operatingPoint = entrant.operatingPoint;
        if (static_cast<int>(index) == m_current)
            project.currentModel = static_cast<int>(project.models.size());
        project.models.push_back(std::move(saved));
    }
    project.models.insert(project.models.end(), m_unopenedModels.begin(), m_unopenedModels.end());
    return project;
}

std::vector<std::shared_ptr<const Model>> Document::projectModels() const
{
    std::vector<std::shared_ptr<const Model>> models;
    for (const Entrant &entrant : m_models) {
        if (entrant.model)
            models.push_back(entrant.model);
    }
    models.resize(models.size() + m_unopenedModels.size());
    return models;
}

void Document::markSaved(const Project &saved, const std::vector<std::shared_ptr<const Model>> &models,
                         bool unchanged)
{
    for (std::size_t index = 0; index < models.size(); ++index) {
        if (models[index])
            m_modelFiles[models[index].get()] = saved.models[index];
    }
    if (unchanged) {
        m_modified = false;
        m_undo->setClean();
    }
    emit modifiedChanged();
}

void Document::clear()
{
    open({});
}

void Document::open(OpenedProject opened)
{
    m_undo->clear();
    makeCurrent(-1);
    m_models.clear();
    m_modelFiles.clear();
    m_unopenedModels.clear();
    m_normals = std::move(opened.project.normals);
    m_tests = std::move(opened.project.tests);
    m_region = std::move(opened.project.region);
    m_scale = opened.project.scale;
    m_unknown = std::move(opened.project.unknown);
    applyName(opened.project.name);
    emit samplesChanged(Lane::Normal);
    emit samplesChanged(Lane::Test);
    emit regionChanged();
    emit scaleChanged();

    int current = -1;
    for (std::size_t index = 0; index < opened.entrants.size(); ++index) {
        Entrant &entrant = opened.entrants[index];
        const ProjectModel &saved = opened.project.models[index];
        if (!entrant.model) {
            m_unopenedModels.push_back(saved);
            continue;
        }
        if (static_cast<int>(index) == opened.project.currentModel)
            current = static_cast<int>(m_models.size());
        m_modelFiles[entrant.model.get()] = saved;
        m_models.push_back(std::move(entrant));
    }
    if (current < 0 && !m_models.empty())
        current = 0;
    makeCurrent(current);
    emit replaced();
    m_modified = false;
    m_undo->setClean();
    emit modifiedChanged();
}

} // namespace spotcheck::ui
