#include <spotcheck/comparison/entrant.h>

#include <functional>
#include <utility>

#include <spotcheck/core/error.h>
#include <spotcheck/core/log.h>

namespace spotcheck {

namespace {

void orFailure(Entrant &entrant, const std::function<void()> &work)
{
    try {
        work();
    } catch (const Error &error) {
        entrant.failure = error.what();
        logWarning(entrant.name + ": " + entrant.failure);
    }
}

void takeModel(Entrant &entrant, std::shared_ptr<const Model> model, double falseAlarmRate)
{
    entrant.operatingPoint = operatingPointFromNormals(model->calibration(), falseAlarmRate);
    entrant.detector = model->detector().id;
    entrant.backbone = model->backbone().id;
    entrant.model = std::move(model);
}

} // namespace

Entrant trainEntrant(const std::string &name, const TrainingOptions &options, const std::vector<Sample> &normals,
                     const WeightsStore &weights, double falseAlarmRate, JobMonitor &monitor)
{
    Entrant entrant;
    entrant.name = name;
    entrant.detector = options.detector;
    entrant.backbone = options.backbone;
    orFailure(entrant, [&] { takeModel(entrant, Model::train(normals, options, weights, monitor), falseAlarmRate); });
    return entrant;
}

Entrant loadEntrant(const std::filesystem::path &file, const WeightsStore &weights, double falseAlarmRate)
{
    Entrant entrant;
    entrant.name = file.stem().string();
    orFailure(entrant, [&] { takeModel(entrant, Model::load(file, weights), falseAlarmRate); });
    return entrant;
}

void evaluateEntrant(Entrant &entrant, const std::vector<Sample> &tests, JobMonitor &monitor)
{
    if (!entrant.model)
        return;
    orFailure(entrant, [&] {
        EvaluationReport report = evaluate(*entrant.model, tests, monitor);
        entrant.leaked = std::move(report.leaked);
        entrant.evaluation = std::make_shared<const Evaluation>(std::move(report.evaluation));
    });
}

} // namespace spotcheck
