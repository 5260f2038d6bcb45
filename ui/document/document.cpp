#include "ui/document/document.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <QUndoStack>

#include "ui/document/edits.h"

namespace spotcheck::ui {

namespace {

/// The rows that exist, ascending and once each.
std::vector<int> validRows(std::vector<int> rows, std::size_t count)
{
    std::erase_if(rows, [count](int row) { return row < 0 || row >= static_cast<int>(count); });
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

PlacedSamples placedAt(const std::vector<Sample> &samples, const std::vector<int> &rows)
{
    PlacedSamples placed;
    placed.reserve(rows.size());
    for (int row : rows)
        placed.emplace_back(row, samples[row]);
    return placed;
}

/// Those of `incoming` that `present` does not hold yet, with the rows they get at its end.
PlacedSamples appended(const std::vector<Sample> &present, std::vector<Sample> incoming, Lane lane)
{
    std::unordered_set<std::string> known;
    known.reserve(present.size() + incoming.size());
    for (const Sample &sample : present)
        known.insert(sample.image.lexically_normal().string());
    PlacedSamples placed;
    for (Sample &sample : incoming) {
        if (!known.insert(sample.image.lexically_normal().string()).second)
            continue;
        if (lane == Lane::Normal) // being here is the statement that the part is good
            sample = Sample{.image = std::move(sample.image), .label = Label::Good, .defectType = {}, .mask = {}};
        placed.emplace_back(static_cast<int>(present.size() + placed.size()), std::move(sample));
    }
    return placed;
}

} // namespace

Document::Document(QObject *parent) : QObject(parent), m_undo(new QUndoStack(this)) {}

Document::~Document() = default;

void Document::setName(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    emit nameChanged();
}

const std::vector<Sample> &Document::samples(Lane lane) const
{
    return lane == Lane::Normal ? m_normals : m_tests;
}

std::vector<Sample> &Document::mutableSamples(Lane lane)
{
    return lane == Lane::Normal ? m_normals : m_tests;
}

int Document::addSamples(Lane lane, std::vector<Sample> incoming)
{
    PlacedSamples placed = appended(samples(lane), std::move(incoming), lane);
    const int count = static_cast<int>(placed.size());
    if (count > 0) {
        auto *edit = new PlaceSamples(this, lane, std::move(placed), PlaceSamples::Direction::In);
        edit->setText(tr("add pictures (%1)").arg(count));
        m_undo->push(edit);
    }
    return count;
}

void Document::removeSamples(Lane lane, const std::vector<int> &rows)
{
    const std::vector<int> valid = validRows(rows, samples(lane).size());
    if (valid.empty())
        return;
    auto *edit = new PlaceSamples(this, lane, placedAt(samples(lane), valid), PlaceSamples::Direction::Out);
    edit->setText(tr("remove pictures (%1)").arg(valid.size()));
    m_undo->push(edit);
}

void Document::moveSamples(Lane from, const std::vector<int> &rows)
{
    const std::vector<int> valid = validRows(rows, samples(from).size());
    if (valid.empty())
        return;
    const Lane to = from == Lane::Normal ? Lane::Test : Lane::Normal;
    std::vector<Sample> moving;
    moving.reserve(valid.size());
    for (int row : valid)
        moving.push_back(samples(from)[row]);
    PlacedSamples arriving = appended(samples(to), std::move(moving), to);

    const QString text = to == Lane::Normal ? tr("move pictures to Normal (%1)") : tr("move pictures to Test (%1)");
    m_undo->beginMacro(text.arg(valid.size()));
    m_undo->push(new PlaceSamples(this, from, placedAt(samples(from), valid), PlaceSamples::Direction::Out));
    if (!arriving.empty())
        m_undo->push(new PlaceSamples(this, to, std::move(arriving), PlaceSamples::Direction::In));
    m_undo->endMacro();
}

void Document::setLabel(Lane lane, const std::vector<int> &rows, Label label, const QString &defectType)
{
    const std::string type = label == Label::Defective ? defectType.toStdString() : std::string();
    PlacedSamples values;
    for (int row : validRows(rows, samples(lane).size())) {
        const Sample &old = samples(lane)[row];
        Sample value = old;
        value.label = label;
        value.defectType = type;
        if (label == Label::Good)
            value.mask.clear(); // a good part has no defect to outline
        if (!(value == old))
            values.emplace_back(row, std::move(value));
    }
    if (values.empty())
        return;
    const int count = static_cast<int>(values.size());
    auto *edit = new RelabelSamples(this, lane, std::move(values));
    edit->setText(tr("label pictures (%1)").arg(count));
    m_undo->push(edit);
}

void Document::setModel(std::shared_ptr<const Model> model)
{
    m_model = std::move(model);
    setEvaluation(nullptr);
    setOperatingPoint(m_model ? operatingPointFromNormals(m_model->calibration(), defaultFalseAlarmRate)
                              : OperatingPoint{});
    emit modelChanged();
}

void Document::setEvaluation(std::shared_ptr<const Evaluation> evaluation)
{
    if (!evaluation && !m_inspected)
        return;
    m_inspected = std::move(evaluation);
    m_evaluation.reset();
    relabelEvaluation();
    if (!m_inspected)
        emit evaluationChanged();
}

void Document::setOperatingPoint(const OperatingPoint &point)
{
    m_operatingPoint = point;
    emit operatingPointChanged();
}

void Document::relabelEvaluation()
{
    if (!m_inspected)
        return;
    std::unordered_map<std::string, const Sample *> current;
    current.reserve(m_tests.size());
    for (const Sample &sample : m_tests)
        current.emplace(sample.image.string(), &sample);

    const auto unchanged = [&current](const InspectionResult &result) {
        const auto found = current.find(result.sample.image.string());
        return found != current.end() && *found->second == result.sample;
    };
    if (std::all_of(m_inspected->results.begin(), m_inspected->results.end(), unchanged)) {
        if (m_evaluation == m_inspected)
            return;
        m_evaluation = m_inspected;
        emit evaluationChanged();
        return;
    }

    auto relabelled = std::make_shared<Evaluation>();
    relabelled->millisecondsPerImage = m_inspected->millisecondsPerImage;
    std::vector<ScoredLabel> scores;
    for (const InspectionResult &result : m_inspected->results) {
        const auto found = current.find(result.sample.image.string());
        if (found == current.end())
            continue; // left the lane
        relabelled->results.push_back(result);
        InspectionResult &kept = relabelled->results.back();
        kept.sample = *found->second;
        if (!kept.prediction)
            ++relabelled->failed;
        else if (kept.sample.label != Label::Unlabelled)
            scores.push_back({kept.prediction->score, kept.sample.label == Label::Defective});
    }
    relabelled->scores = ScoreTable(std::move(scores));
    // Pixel metrics stay away: they were measured over other labels, and the maps are no longer at hand.
    m_evaluation = std::move(relabelled);
    emit evaluationChanged();
}

} // namespace spotcheck::ui
