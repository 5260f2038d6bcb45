#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace spotcheck {

/// Stages of the long jobs. Their names on screen belong to the window; `stageId` is for JSON and logs.
enum class Stage {
    Reading,     ///< listing and checking files
    Features,    ///< pictures through the backbone
    Coreset,     ///< choosing the memory bank
    Fitting,     ///< distributions, or an extra training with a loss
    Calibration, ///< scoring normals that were held out
    Inspection,
    Evaluation,
    Generation, ///< the sample set
    Writing,
    Download, ///< of official weights; its steps are bytes
};

std::string stageId(Stage stage);

struct Progress {
    Stage stage = Stage::Reading;
    std::int64_t step = 0;  ///< steps done in this stage
    std::int64_t steps = 0; ///< steps of this stage, 0 where unknown
    /// A value worth plotting: the loss of a training, or the coverage radius of a coreset.
    std::optional<double> value = std::nullopt;
};

/// The one seam between a long computation and whoever watches it. The computation calls `report` and
/// `throwIfCancelled` once a batch (at least twice a second); both may be called from any thread of the job.
/// The base class is the null monitor: it shows nothing and never cancels.
class JobMonitor {
public:
    JobMonitor() = default;
    JobMonitor(const JobMonitor &) = delete;
    JobMonitor &operator=(const JobMonitor &) = delete;
    virtual ~JobMonitor() = default;

    virtual void report(const Progress &progress);
    virtual bool isCancelled() const;

    /// \throws Cancelled once somebody asked for the job to stop.
    void throwIfCancelled() const;
};

} // namespace spotcheck
