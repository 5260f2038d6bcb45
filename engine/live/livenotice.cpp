#include <spotcheck/live/livesource.h>

namespace spotcheck {

bool LiveNotice::isTrouble() const
{
    switch (kind) {
    case Kind::SourceBack:
    case Kind::LogCaughtUp:
    case Kind::DriftOver:
    case Kind::RejectsOver:
        return false;
    default:
        return true;
    }
}

std::string LiveNotice::english() const
{
    return message.english() + (detail.empty() ? "" : " (" + detail + ")");
}

} // namespace spotcheck
