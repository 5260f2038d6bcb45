#pragma once

#include <cstdint>
#include <optional>

#include <spotcheck/core/message.h>
#include <spotcheck/model/model.h>

namespace spotcheck {

/// Says before a training that it is likely to want more memory than there is, and what to change: settings that the
/// detector has, and the detector that needs least. Nothing where the memory should do, or where `available` is 0.
/// \param normals number of normal pictures
/// \param available bytes, as `availableMemoryBytes` gives them
/// \throws Error as `estimateTraining`
std::optional<Message> memoryWarning(const TrainingOptions &options, std::int64_t normals, std::uint64_t available);

} // namespace spotcheck
