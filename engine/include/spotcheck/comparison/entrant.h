#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/evaluation/evaluation.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

namespace spotcheck {

/// What takes part in a comparison: a model with its run over the test pictures, or the reason why it has none.
struct Entrant {
    std::string name;                             ///< for people; told apart by it in tables and plots
    std::string detector;                         ///< id
    std::string backbone;                         ///< id
    std::shared_ptr<const Model> model;           ///< null where training or loading failed
    std::shared_ptr<const Evaluation> evaluation; ///< null where there has been no run, or it failed
    OperatingPoint operatingPoint;                ///< at which its verdicts are taken
    std::vector<std::filesystem::path> leaked;    ///< test pictures that it was trained on
    std::string failure;                          ///< an English sentence; empty unless something went wrong
};

/// Trains on `normals`. What goes wrong with this one is told in `failure`, so that the others can go on.
/// \throws Cancelled
Entrant trainEntrant(const std::string &name, const TrainingOptions &options, const std::vector<Sample> &normals,
                     const WeightsStore &weights, double falseAlarmRate, JobMonitor &monitor);

/// A model that was trained before; named after its file. Failures as above. \throws Cancelled
Entrant loadEntrant(const std::filesystem::path &file, const WeightsStore &weights, double falseAlarmRate);

/// Runs the entrant's model over `tests`; does nothing where there is none. Failures as above. \throws Cancelled
void evaluateEntrant(Entrant &entrant, const std::vector<Sample> &tests, JobMonitor &monitor);

} // namespace spotcheck
