#pragma once

#include <utility>
#include <vector>

#include <QDeadlineTimer>
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
    void applyName(const QString &name) { m_document->applyName(name); }
    void applyRegion(const RegionOfInterest &region) { m_document->applyRegion(region); }
    void applyScale(const std::optional<PictureScale> &scale) { m_document->applyScale(scale); }
    void applyOperatingPoint(const std::shared_ptr<const Model> &model, const OperatingPoint &point)
    {
        m_document->applyOperatingPoint(model, point);
    }
    void putModel(int index, Entrant entrant) { m_document->putModel(index, std::move(entrant)); }
    void makeCurrent(int index) { m_document->makeCurrent(index); }
    Entrant takeModel(int index) { return m_document->takeModel(index); }

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

/// Changes pictures that keep their row: label, defect type and mask, or the files of those that were moved. Undo and
/// redo swap the values.
class SwapSamples : public DocumentEdit {
public:
    enum class What { Labels, Files };
    /// `values` hold the new state of the rows.
    SwapSamples(Document *document, Lane lane, PlacedSamples values, What what);

    void undo() override { swapValues(); }
    void redo() override { swapValues(); }

private:
    void swapValues();

    Lane m_lane;
    PlacedSamples m_values;
    What m_what;
};

class ChangeName : public DocumentEdit {
public:
    ChangeName(Document *document, const QString &name);

    void undo() override { applyName(m_before); }
    void redo() override { applyName(m_after); }

private:
    QString m_before;
    QString m_after;
};

class ChangeRegion : public DocumentEdit {
public:
    ChangeRegion(Document *document, RegionOfInterest region);

    void undo() override { swapValues(); }
    void redo() override { swapValues(); }

private:
    void swapValues();

    RegionOfInterest m_region;
};

class ChangeScale : public DocumentEdit {
public:
    ChangeScale(Document *document, const std::optional<PictureScale> &scale);

    void undo() override { applyScale(m_before); }
    void redo() override { applyScale(m_after); }

private:
    std::optional<PictureScale> m_before;
    std::optional<PictureScale> m_after;
};

/// A new operating point of one model. Changes that follow each other at once, as those of a drag do, become one.
class ChangeOperatingPoint : public DocumentEdit {
public:
    ChangeOperatingPoint(Document *document, std::shared_ptr<const Model> model, const OperatingPoint &before,
                         const OperatingPoint &after);

    void undo() override { applyOperatingPoint(m_model, m_before); }
    void redo() override { applyOperatingPoint(m_model, m_after); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    std::shared_ptr<const Model> m_model;
    OperatingPoint m_before;
    OperatingPoint m_after;
    QDeadlineTimer m_sameDrag; ///< until when another change belongs to this one
};

class RemoveModel : public DocumentEdit {
public:
    RemoveModel(Document *document, int index);

    void undo() override;
    void redo() override;

private:
    int m_index;
    bool m_wasCurrent;
    Entrant m_entrant;
};

} // namespace spotcheck::ui
