#pragma once

#include <memory>
#include <vector>

#include <spotcheck/data/dataset.h>
#include <spotcheck/evaluation/evaluation.h>

namespace spotcheck::ui {

/// A run as it stands with the present labels: pictures that are no longer among `tests` are left out, and pixel
/// metrics go as soon as anything differs, because they were measured over other labels. The run itself where nothing
/// differs.
std::shared_ptr<const Evaluation> relabelled(const std::shared_ptr<const Evaluation> &run,
                                             const std::vector<Sample> &tests);

} // namespace spotcheck::ui
