#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace spotcheck {

/// `MemAvailable` in bytes. `proc`: the folder "/proc".
std::optional<std::uint64_t> systemMemoryLeft(const std::filesystem::path &proc);

/// What the memory limits of this process' control group, and of those above it, leave: limit less usage, where files
/// in the cache that can be dropped count as free. Nothing where there is no limit. `groups`: "/sys/fs/cgroup".
std::optional<std::uint64_t> groupMemoryLeft(const std::filesystem::path &proc, const std::filesystem::path &groups);

/// Bytes that the limit of this process' address space (ulimit -v) leaves; nothing where there is no limit.
std::optional<std::uint64_t> addressSpaceLeft();

} // namespace spotcheck
