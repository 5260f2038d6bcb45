#include "ui/document/replacemodel.h"

#include <algorithm>
#include <utility>

#include "ui/document/document.h"

namespace spotcheck::ui {

namespace {

int indexOf(const Document &document, const std::shared_ptr<const Model> &model)
{
    const std::vector<Entrant> &models = document.models();
    const auto found =
        std::find_if(models.begin(), models.end(), [&](const Entrant &entrant) { return entrant.model == model; });
    return found == models.end() ? -1 : static_cast<int>(found - models.begin());
}

} // namespace

ReplaceModel::ReplaceModel(Document *document, std::shared_ptr<const Model> before, Entrant after)
    : DocumentEdit(document), m_before(std::move(before)), m_new(after.model), m_after(std::move(after))
{}

void ReplaceModel::redo()
{
    if (m_index < 0)
        m_index = m_document->addModel(*m_after); // which finds a name for it
    else
        putModel(m_index, *m_after);
    m_after.reset();
    makeCurrent(indexOf(*m_document, m_new));
}

void ReplaceModel::undo()
{
    m_index = indexOf(*m_document, m_new);
    m_after = takeModel(m_index);
    makeCurrent(indexOf(*m_document, m_before));
}

} // namespace spotcheck::ui
