#pragma once

#include <cstring>

#include <spotcheck/backbone/backbone.h>

namespace spotcheck::test {

inline bool sameBits(const FeatureMap &a, const FeatureMap &b)
{
    return a.layer == b.layer && a.height == b.height && a.width == b.width && a.channels == b.channels &&
           std::memcmp(a.values.get(), b.values.get(), a.size() * sizeof(float)) == 0;
}

} // namespace spotcheck::test
