#pragma once

#include <cstdint>
#include <string>

namespace spotcheck::test {

/// A model file with damage that the container does not show: another text under one of its keys, another shape or
/// type of the same size for a tensor, two tensors exchanged, other numbers. The same seed gives the same damage.
std::string mutatedModel(const std::string &file, std::uint64_t seed);

} // namespace spotcheck::test
