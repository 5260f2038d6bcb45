#pragma once

#include <utility>
#include <vector>

#include <QUndoCommand>

#include "ui/document/document.h"

namespace spotcheck::ui {

/// Base of the undo commands: the only way to the lanes' content.
class DocumentEdit : public QUndoCommand {
protected:
    explicit DocumentEdit(Document *document) : m_document(document) {}

    std::vector<Sample> &samples(Lane lane) { return m_document->mutableSamples(lane); }
    void announceSamples(Lane lane);
    void announceLabels(Lane lane);

    Document *m_document;
};

/// Pictures with the rows they have in their lane, rows ascending.
using PlacedSamples = std::vector<std::pair<int, Sample>>;

/// Puts pictures into a lane or takes them out: undo does the opposite.
class PlaceSamples : public DocumentEdit {
public:
    enum class Direction { In, Out };
    PlaceSamples(Document *document, Lane lane, PlacedSamples placed, Direction direction);

    void undo() override;
    void redo() override;

private:
    void putIn();
    void takeOut();

    Lane m_lane;
    PlacedSamples m_placed;
    Direction m_direction;
};

/// Changes label, defect type and mask of pictures that stay where they are: undo and redo swap the values.
class RelabelSamples : public DocumentEdit {
public:
    /// `values` hold the new state of the rows.
    RelabelSamples(Document *document, Lane lane, PlacedSamples values);

    void undo() override { swapValues(); }
    void redo() override { swapValues(); }

private:
    void swapValues();

    Lane m_lane;
    PlacedSamples m_values;
};

} // namespace spotcheck::ui
