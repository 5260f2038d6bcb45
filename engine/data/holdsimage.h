#pragma once

#include <filesystem>

namespace spotcheck {

/// Whether `findImages` would find a picture below `folder`, without walking on behind the first one.
bool holdsImage(const std::filesystem::path &folder);

} // namespace spotcheck
