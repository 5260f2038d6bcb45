#pragma once

#include <memory>
#include <optional>

#include "ui/document/edits.h"

namespace spotcheck::ui {

/// Puts a model in the place of the current one, which stays among the models: undo takes the new one away and goes
/// back to the old one.
class ReplaceModel : public DocumentEdit {
public:
    ReplaceModel(Document *document, std::shared_ptr<const Model> before, Entrant after);

    void undo() override;
    void redo() override;

private:
    std::shared_ptr<const Model> m_before;
    std::shared_ptr<const Model> m_new;
    std::optional<Entrant> m_after; ///< while it is not among the models, with its last run and operating point
    int m_index = -1;               ///< where it was among them; -1 before the first time
};

} // namespace spotcheck::ui
