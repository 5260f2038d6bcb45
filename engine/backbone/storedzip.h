#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>

namespace spotcheck {

/// The files in a zip archive, as PyTorch writes them: stored, not compressed, so that each is a part of `archive`
/// and reading allocates nothing but the list. Zip64 is understood.
/// \throws Refusal for an archive that is truncated or damaged, compressed or encrypted, or whose files overlap
std::map<std::string, std::span<const std::byte>, std::less<>> storedZipFiles(std::span<const std::byte> archive);

} // namespace spotcheck
