#pragma once

namespace spotcheck {

/// In the folder that `configureLog` was given; older ones carry a number.
inline constexpr const char *logFileName = "spotcheck.log";

} // namespace spotcheck
