#pragma once

namespace spotcheck::cli {

/// From now on Ctrl+C (SIGINT) and SIGTERM only set a flag that the running job reads; a second one ends the
/// program at once.
void watchForInterrupt();

bool wasInterrupted();

} // namespace spotcheck::cli
