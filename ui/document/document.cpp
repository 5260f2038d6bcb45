#include "ui/document/document.h"

#include <algorithm>
#include <unordered_set>

#include <QUndoStack>

#include "ui/document/edits.h"
#include "ui/document/relabel.h"

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

/// Of a model that nothing was inspected with yet. `name`: the detector's where it is empty.
Entrant entrantOf(std::shared_ptr<const Model> model, const QString &name)
{
    Entrant entrant;
    entrant.name = name.isEmpty() ? model->detector().title : name.toStdString();
    entrant.detector = model->detector().id;
    entrant.backbone = model->backbone().id;
    entrant.operatingPoint = operatingPointFromNormals(model->calibration(), defaultFalseAlarmRate);
    entrant.model = std::move(model);
    return entrant;
}

} // namespace

Document::Document(QObject *parent) : QObject(parent), m_undo(new QUndoStack(this))
{
    connect(m_undo, &QUndoStack::indexChanged, this, &Document::modifiedChanged);
    connect(m_undo, &QUndoStack::cleanChanged, this, &Document::modifiedChanged);
}

Document::~Document() = default;

void Document::setName(const QString &name)
{
    if (name == m_name)
        return;
    auto *edit = new ChangeName(this, name);
    edit->setText(tr("change the name"));
    m_undo->push(edit);
}

void Document::applyName(const QString &name)
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

int Document::countNew(Lane lane, const std::vector<Sample> &incoming) const
{
    return static_cast<int>(appended(samples(lane), incoming, lane).size());
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
    auto *edit = new SwapSamples(this, lane, std::move(values), SwapSamples::What::Labels);
    edit->setText(tr("label pictures (%1)").arg(count));
    m_undo->push(edit);
}

void Document::setMasks(const std::vector<std::pair<int, std::filesystem::path>> &masks)
{
    PlacedSamples values;
    for (const auto &[row, mask] : masks) {
        if (row < 0 || row >= std::ssize(m_tests))
            continue;
        Sample value = m_tests[static_cast<std::size_t>(row)];
        value.mask = mask;
        if (!mask.empty())
            value.label = Label::Defective;
        if (!(value == m_tests[static_cast<std::size_t>(row)]))
            values.emplace_back(row, std::move(value));
    }
    if (values.empty())
        return;
    const int count = static_cast<int>(values.size());
    auto *edit = new SwapSamples(this, Lane::Test, std::move(values), SwapSamples::What::Labels);
    edit->setText(tr("draw masks (%1)").arg(count));
    m_undo->push(edit);
}

QString Document::freeName(const QString &wanted) const
{
    const auto taken = [this](const QString &name) {
        return std::any_of(m_models.begin(), m_models.end(),
                           [&name](const Entrant &entrant) { return entrant.name == name.toStdString(); });
    };
    QString name = wanted;
    for (int number = 2; taken(name); ++number)
        name = QStringLiteral("%1 %2").arg(wanted).arg(number);
    return name;
}

int Document::addModel(Entrant entrant)
{
    const int index = appendModel(std::move(entrant));
    markModified();
    return index;
}

int Document::appendModel(Entrant entrant)
{
    entrant.name = freeName(QString::fromStdString(entrant.name)).toStdString();
    m_modelFiles.erase(entrant.model.get()); // of an earlier model that lay at the same place in memory
    m_models.push_back(std::move(entrant));
    const int index = static_cast<int>(m_models.size()) - 1;
    if (m_current < 0)
        makeCurrent(index);
    else
        emit modelsChanged();
    return index;
}

void Document::removeModel(int index)
{
    if (index < 0 || index >= static_cast<int>(m_models.size()))
        return;
    auto *edit = new RemoveModel(this, index);
    edit->setText(
        tr("remove the model %1").arg(QString::fromStdString(m_models[static_cast<std::size_t>(index)].name)));
    m_undo->push(edit);
}

void Document::putModel(int index, Entrant entrant)
{
    m_models.insert(m_models.begin() + std::min<std::ptrdiff_t>(index, std::ssize(m_models)), std::move(entrant));
    if (index <= m_current)
        ++m_current;
    emit modelsChanged();
}

Entrant Document::takeModel(int index)
{
    if (index == m_current)
        makeCurrent(-1);
    Entrant taken = std::move(m_models[static_cast<std::size_t>(index)]);
    m_models.erase(m_models.begin() + index);
    if (index < m_current)
        --m_current;
    emit modelsChanged();
    return taken;
}

void Document::useModel(int index)
{
    const bool another = index != m_current;
    makeCurrent(index);
    if (another)
        markModified();
}

void Document::makeCurrent(int index)
{
    m_current = index;
    const Entrant chosen = index < 0 ? Entrant{} : m_models[static_cast<std::size_t>(index)];
    m_model = chosen.model;
    if (m_inspected) { // another model's run
        m_inspected.reset();
        m_evaluation.reset();
        emit evaluationChanged();
    }
    m_operatingPoint = chosen.operatingPoint;
    emit operatingPointChanged();
    emit modelChanged();
    m_inspected = chosen.evaluation;
    relabelEvaluation();
    emit modelsChanged();
}

void Document::setModel(std::shared_ptr<const Model> model, const QString &name)
{
    if (!model) {
        useModel(-1);
        return;
    }
    const auto known = std::find_if(m_models.begin(), m_models.end(),
                                    [&model](const Entrant &entrant) { return entrant.model == model; });
    if (known != m_models.end()) {
        useModel(static_cast<int>(known - m_models.begin()));
        return;
    }
    appendCurrentModel(entrantOf(std::move(model), name));
    markModified();
}

void Document::setOpenedModel(std::shared_ptr<const Model> model, const QString &name)
{
    if (isUntouched())
        appendCurrentModel(entrantOf(std::move(model), name));
    else
        setModel(std::move(model), name);
}

void Document::appendCurrentModel(Entrant entrant)
{
    const bool first = m_current < 0; // which becomes the current one by itself
    const int index = appendModel(std::move(entrant));
    if (!first)
        makeCurrent(index);
}

void Document::setRun(const Entrant &run)
{
    for (std::size_t index = 0; index < m_models.size(); ++index) {
        if (m_models[index].model != run.model)
            continue;
        m_models[index].leaked = run.leaked;
        m_models[index].evaluation = run.evaluation;
        if (static_cast<int>(index) == m_current)
            setEvaluation(run.evaluation);
        else
            emit modelsChanged();
        return;
    }
}

void Document::setEvaluation(std::shared_ptr<const Evaluation> evaluation)
{
    if (!evaluation && !m_inspected)
        return;
    m_inspected = std::move(evaluation);
    m_evaluation.reset();
    if (m_current >= 0)
        m_models[static_cast<std::size_t>(m_current)].evaluation = m_inspected;
    relabelEvaluation();
    if (!m_inspected)
        emit evaluationChanged();
    emit modelsChanged();
}

void Document::setOperatingPoint(const OperatingPoint &point)
{
    if (!m_model) { // nothing that could be saved, so nothing to take back
        m_operatingPoint = point;
        if (m_current >= 0)
            m_models[static_cast<std::size_t>(m_current)].operatingPoint = point;
        emit operatingPointChanged();
        return;
    }
    auto *edit = new ChangeOperatingPoint(this, m_model, m_operatingPoint, point);
    edit->setText(tr("change the thresholds"));
    m_undo->push(edit);
}

void Document::applyOperatingPoint(const std::shared_ptr<const Model> &model, const OperatingPoint &point)
{
    for (Entrant &entrant : m_models) {
        if (entrant.model == model)
            entrant.operatingPoint = point;
    }
    if (model != m_model)
        return;
    m_operatingPoint = point;
    emit operatingPointChanged();
}

void Document::setRegionOfInterest(const RegionOfInterest &region)
{
    if (region == m_region)
        return;
    auto *edit = new ChangeRegion(this, region);
    edit->setText(tr("change the region of interest"));
    m_undo->push(edit);
}

void Document::applyRegion(const RegionOfInterest &region)
{
    m_region = region;
    emit regionChanged();
}

void Document::setScale(const std::optional<PictureScale> &scale)
{
    if (scale == m_scale)
        return;
    auto *edit = new ChangeScale(this, scale);
    edit->setText(tr("change the scale"));
    m_undo->push(edit);
}

void Document::applyScale(const std::optional<PictureScale> &scale)
{
    m_scale = scale;
    emit scaleChanged();
}

void Document::replaceSamples(Lane lane, const std::vector<std::pair<int, Sample>> &replaced)
{
    if (replaced.empty())
        return;
    auto *edit = new SwapSamples(this, lane, replaced, SwapSamples::What::Files);
    edit->setText(tr("find moved pictures (%1)").arg(replaced.size()));
    m_undo->push(edit);
}

void Document::relabelEvaluation()
{
    if (!m_inspected)
        return;
    std::shared_ptr<const Evaluation> current = relabelled(m_inspected, m_tests);
    if (current == m_evaluation)
        return;
    m_evaluation = std::move(current);
    emit evaluationChanged();
}

} // namespace spotcheck::ui
