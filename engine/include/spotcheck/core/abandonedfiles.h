#pragma once

#include <filesystem>

namespace spotcheck {

/// Removes from `folder` the temporary files of `writeFileAtomically` whose program was killed before it could put
/// them into place. Files of living programs stay: each is locked (flock) as long as it is written, and a lock ends
/// with its program, on whatever computer. Other files are not looked at; a folder that cannot be read, or that knows
/// no locks, is left as it is.
void removeAbandonedFiles(const std::filesystem::path &folder) noexcept;

} // namespace spotcheck
