#pragma once

#include <spotcheck/core/error.h>

namespace spotcheck {

/// Failures that lie in the one picture; anything else (memory, the program itself) ends a run.
inline bool isPicturesOwnFault(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileNotFound:
    case ErrorCode::FileUnreadable:
    case ErrorCode::NotAnImage:
    case ErrorCode::ImageTruncated:
    case ErrorCode::ImageTooLarge:
        return true;
    default:
        return false;
    }
}

} // namespace spotcheck
