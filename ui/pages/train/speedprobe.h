#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <QObject>

#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/model/model.h>

namespace spotcheck::ui {

class JobRunner;

/// How fast this machine is with certain settings, measured in the background with one of the user's pictures and
/// remembered while the program runs.
class SpeedProbe : public QObject {
    Q_OBJECT

public:
    explicit SpeedProbe(WeightsStore weights, QObject *parent = nullptr);
    ~SpeedProbe() override; ///< waits for the measurement under way

    /// Zeros while it is not known.
    ComputeSpeed speed(const TrainingOptions &options) const;
    /// Measures unless it is known, has failed before, or another measurement is under way.
    void measure(const TrainingOptions &options, const std::filesystem::path &picture);

signals:
    void measured();

private:
    WeightsStore m_weights;
    JobRunner *m_jobs;
    std::map<std::string, ComputeSpeed> m_speeds; ///< by what a speed depends on; zeros where it cannot be measured
};

} // namespace spotcheck::ui
