#include "ui/pages/train/speedprobe.h"

#include <memory>

#include "ui/jobs/jobrunner.h"

namespace spotcheck::ui {

namespace {

std::string keyOf(const TrainingOptions &options)
{
    // The detector, because it decides on the layers.
    return options.detector + ' ' + options.backbone + ' ' + precisionId(options.precision) + ' ' +
           options.preprocessing.toJson();
}

} // namespace

SpeedProbe::SpeedProbe(WeightsStore weights, QObject *parent)
    : QObject(parent), m_weights(std::move(weights)), m_jobs(new JobRunner(this))
{
    connect(m_jobs, &JobRunner::finished, this, &SpeedProbe::measured);
}

SpeedProbe::~SpeedProbe()
{
    blockSignals(true); // whoever listens is going, too
    m_jobs->cancelAndWait();
}

ComputeSpeed SpeedProbe::speed(const TrainingOptions &options) const
{
    const auto known = m_speeds.find(keyOf(options));
    return known == m_speeds.end() ? ComputeSpeed{} : known->second;
}

void SpeedProbe::measure(const TrainingOptions &options, const std::filesystem::path &picture)
{
    const std::string key = keyOf(options);
    if (m_jobs->isBusy() || m_speeds.contains(key))
        return;
    m_speeds[key] = {}; // what fails is not tried again
    auto speed = std::make_shared<ComputeSpeed>();
    m_jobs->start(
        tr("Measure the speed"),
        [speed, options, picture, weights = m_weights](JobMonitor &monitor) {
            *speed = measureSpeed(options, picture, weights, monitor);
        },
        [this, speed, key] { m_speeds[key] = *speed; });
}

} // namespace spotcheck::ui
