#include <spotcheck/core/runtime.h>

// In place of core/runtime.cpp, which brings all numerical libraries along.
std::string spotcheck::engineVersion()
{
    return SPOTCHECK_VERSION;
}
