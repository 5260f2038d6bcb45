#include "ui/document/edits.h"

#include <iterator>

namespace spotcheck::ui {

namespace {

constexpr int sameDragMs = 700; // between two changes of one drag, or two steps of a held key

} // namespace

void DocumentEdit::announceSamples(Lane lane)
{
    emit m_document->samplesChanged(lane);
    if (lane == Lane::Test)
        m_document->relabelEvaluation();
}

void DocumentEdit::announceLabels(Lane lane)
{
    emit m_document->labelsChanged(lane);
    if (lane == Lane::Test)
        m_document->relabelEvaluation();
}

PlaceSamples::PlaceSamples(Document *document, Lane lane, PlacedSamples placed, Direction direction)
    : DocumentEdit(document), m_lane(lane), m_placed(std::move(placed)), m_direction(direction)
{}

void PlaceSamples::redo()
{
    m_direction == Direction::In ? putIn() : takeOut();
}

void PlaceSamples::undo()
{
    m_direction == Direction::In ? takeOut() : putIn();
}

// Both build the lane anew in one pass: inserting or erasing row by row is quadratic, and lanes hold 100,000.
void PlaceSamples::putIn()
{
    std::vector<Sample> &lane = samples(m_lane);
    std::vector<Sample> merged;
    merged.reserve(lane.size() + m_placed.size());
    auto old = lane.begin();
    for (const auto &[row, sample] : m_placed) {
        const auto before = row - static_cast<int>(merged.size());
        merged.insert(merged.end(), std::make_move_iterator(old), std::make_move_iterator(old + before));
        old += before;
        merged.push_back(sample);
    }
    merged.insert(merged.end(), std::make_move_iterator(old), std::make_move_iterator(lane.end()));
    lane = std::move(merged);
    announceSamples(m_lane);
}

void PlaceSamples::takeOut()
{
    std::vector<Sample> &lane = samples(m_lane);
    auto placed = m_placed.begin();
    std::vector<Sample> kept;
    kept.reserve(lane.size() - m_placed.size());
    for (int row = 0; row < static_cast<int>(lane.size()); ++row) {
        if (placed != m_placed.end() && placed->first == row)
            ++placed;
        else
            kept.push_back(std::move(lane[row]));
    }
    lane = std::move(kept);
    announceSamples(m_lane);
}

SwapSamples::SwapSamples(Document *document, Lane lane, PlacedSamples values, What what)
    : DocumentEdit(document), m_lane(lane), m_values(std::move(values)), m_what(what)
{}

void SwapSamples::swapValues()
{
    std::vector<Sample> &lane = samples(m_lane);
    for (auto &[row, sample] : m_values)
        std::swap(lane[row], sample);
    m_what == What::Labels ? announceLabels(m_lane) : announceSamples(m_lane);
}

ChangeName::ChangeName(Document *document, const QString &name)
    : DocumentEdit(document), m_before(document->name()), m_after(name)
{}

ChangeRegion::ChangeRegion(Document *document, RegionOfInterest region)
    : DocumentEdit(document), m_region(std::move(region))
{}

void ChangeRegion::swapValues()
{
    const RegionOfInterest other = m_document->regionOfInterest();
    applyRegion(m_region);
    m_region = other;
}

ChangeScale::ChangeScale(Document *document, const std::optional<PictureScale> &scale)
    : DocumentEdit(document), m_before(document->scale()), m_after(scale)
{}

ChangeOperatingPoint::ChangeOperatingPoint(Document *document, std::shared_ptr<const Model> model,
                                           const OperatingPoint &before, const OperatingPoint &after)
    : DocumentEdit(document), m_model(std::move(model)), m_before(before), m_after(after), m_sameDrag(sameDragMs)
{}

bool ChangeOperatingPoint::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const ChangeOperatingPoint *>(other); // the same id, so the same class
    if (next->m_model != m_model || m_sameDrag.hasExpired())
        return false;
    m_after = next->m_after;
    m_sameDrag.setRemainingTime(sameDragMs);
    return true;
}

RemoveModel::RemoveModel(Document *document, int index)
    : DocumentEdit(document), m_index(index), m_wasCurrent(index == document->currentModel())
{}

void RemoveModel::redo()
{
    m_entrant = takeModel(m_index);
}

void RemoveModel::undo()
{
    putModel(m_index, std::move(m_entrant));
    if (m_wasCurrent)
        makeCurrent(m_index);
}

} // namespace spotcheck::ui
