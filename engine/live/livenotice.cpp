#include <spotcheck/live/livesource.h>

namespace spotcheck {

bool LiveNotice::isTrouble() const
{
    switch (kind) {
    case Kind::SourceBack:
    case Kind::LogCaughtUp:
    case Kind::DriftOver:
        return false;
    default:
        return true;
    }
}

std::string LiveNotice::english() const
{
    return message.english() + (detail.empty() ? "" : " (" + detail + ")");
}

std::string noticeId(LiveNotice::Kind kind)
{
    switch (kind) {
    case LiveNotice::Kind::SourceLost:
        return "source_lost";
    case LiveNotice::Kind::SourceBack:
        return "source_back";
    case LiveNotice::Kind::SourceMoved:
        return "source_moved";
    case LiveNotice::Kind::FolderProblem:
        return "folder_problem";
    case LiveNotice::Kind::LogBehind:
        return "log_behind";
    case LiveNotice::Kind::LogCaughtUp:
        return "log_caught_up";
    case LiveNotice::Kind::RowsLost:
        return "rows_lost";
    case LiveNotice::Kind::Drift:
        return "drift";
    case LiveNotice::Kind::DriftOver:
        return "drift_over";
    case LiveNotice::Kind::RejectsInARow:
        return "rejects_in_a_row";
    }
    return {};
}

} // namespace spotcheck
