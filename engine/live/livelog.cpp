#include <spotcheck/live/livelog.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <ctime>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

[[noreturn]] void failWriting(const std::filesystem::path &file, int problem)
{
    throw Error(ErrorCode::WriteFailed, file, std::strerror(problem));
}

/// The shortest text that reads back as the same number; nothing for what is not one.
std::string numberText(double value)
{
    if (!std::isfinite(value))
        return {};
    std::array<char, 40> buffer{};
    return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr};
}

std::string secondsText(double seconds)
{
    std::array<char, 40> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), seconds, std::chars_format::fixed, 4);
    return {buffer.data(), end.ptr};
}

/// RFC 4180, on one line: an end of line is the end of a row, so that half a row can be told from a whole one.
std::string field(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    // A cell that begins so is computed by spreadsheets: a file's name must not become a formula.
    if (text.find_first_of("=+-@\t") == 0)
        text.insert(0, 1, '\'');
    if (text.find_first_of(",\"") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char character : text)
        quoted += character == '"' ? std::string("\"\"") : std::string(1, character);
    return quoted + '"';
}

std::string timeText(std::chrono::system_clock::time_point time)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    const std::time_t seconds = static_cast<std::time_t>(milliseconds / 1000);
    std::tm parts = {};
    gmtime_r(&seconds, &parts);
    std::array<char, 40> buffer{};
    const std::size_t length = std::strftime(buffer.data(), buffer.size(), "%Y-%m-%dT%H:%M:%S.", &parts);
    const std::string fraction = std::to_string(1000 + milliseconds % 1000).substr(1);
    return std::string(buffer.data(), length) + fraction + 'Z';
}

std::string ruleIds(const std::vector<RunRule> &rules)
{
    std::string ids;
    for (const RunRule rule : rules) {
        if (!ids.empty())
            ids += ' ';
        ids += runRuleId(rule);
    }
    return ids;
}

std::string readPart(int descriptor, std::int64_t offset, std::size_t length, const std::filesystem::path &file)
{
    std::string text(length, '\0');
    std::size_t done = 0;
    while (done < length) {
        const ssize_t count =
            ::pread(descriptor, text.data() + done, length - done, offset + static_cast<std::int64_t>(done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            failWriting(file, errno);
        if (count == 0)
            break;
        done += static_cast<std::size_t>(count);
    }
    text.resize(done);
    return text;
}

/// Bytes up to and with the last end of line.
std::int64_t wholeLines(int descriptor, std::int64_t size, const std::filesystem::path &file)
{
    constexpr std::int64_t block = 64 * 1024;
    for (std::int64_t end = size; end > 0;) {
        const std::int64_t begin = std::max<std::int64_t>(0, end - block);
        const std::string part = readPart(descriptor, begin, static_cast<std::size_t>(end - begin), file);
        if (const std::size_t at = part.rfind('\n'); at != std::string::npos)
            return begin + static_cast<std::int64_t>(at) + 1;
        end = begin;
    }
    return 0;
}

} // namespace

const std::string &LiveLog::header()
{
    static const std::string text = "time,picture,verdict,score,p_value,threshold,review_threshold,ewma,ewma_lower,"
                                    "ewma_upper,rules,latency_s,failure\r\n";
    return text;
}

std::string LiveLog::line(const LiveRow &row)
{
    const bool charted = row.point && row.point->counted;
    return timeText(row.time) + ',' + field(row.picture) + ',' + verdictId(row.verdict) + ',' +
           (row.prediction ? numberText(row.prediction->score) : "") + ',' +
           (row.prediction ? numberText(row.prediction->pValue) : "") + ',' + numberText(row.threshold) + ',' +
           (row.reviewThreshold ? numberText(*row.reviewThreshold) : "") + ',' +
           (charted ? numberText(row.point->ewma) : "") + ',' + (charted ? numberText(row.point->ewmaLower) : "") +
           ',' + (charted ? numberText(row.point->ewmaUpper) : "") + ',' +
           (charted ? ruleIds(row.point->rules) : "") + ',' + secondsText(row.latency) + ',' + field(row.failure) +
           "\r\n";
}

LiveLog::LiveLog(std::filesystem::path file) : m_file(std::move(file))
{
    open();
}

LiveLog::~LiveLog()
{
    close();
}

void LiveLog::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor); // which also gives up the lock
    m_descriptor = -1;
}

void LiveLog::open()
{
    m_descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (m_descriptor < 0)
        failWriting(m_file, errno);
    try {
        if (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
            throw Error(ErrorCode::WriteFailed, m_file,
                        "another live inspection writes to this file; choose another one");
        struct stat facts = {};
        if (::fstat(m_descriptor, &facts) != 0)
            failWriting(m_file, errno);
        if (!S_ISREG(facts.st_mode))
            throw Error(ErrorCode::WriteFailed, m_file, "this is no ordinary file; choose another one");
        const auto size = static_cast<std::int64_t>(facts.st_size);
        const std::string first =
            readPart(m_descriptor, 0, std::min<std::size_t>(header().size(), facts.st_size), m_file);
        if (header().compare(0, first.size(), first) != 0)
            throw Error(ErrorCode::WriteFailed, m_file,
                        "the file holds something else than a live log; choose another name");
        m_end = wholeLines(m_descriptor, size, m_file);
        if (m_end < size && ::ftruncate(m_descriptor, m_end) != 0)
            failWriting(m_file, errno);
        if (m_end == 0)
            append(header());
    } catch (...) {
        close();
        throw;
    }
}

/// All of `text`, on the disk, or nothing of it. \throws Error(WriteFailed)
void LiveLog::append(const std::string &text)
{
    std::size_t done = 0;
    int problem = 0;
    while (done < text.size() && problem == 0) {
        const ssize_t count = ::write(m_descriptor, text.data() + done, text.size() - done);
        if (count > 0)
            done += static_cast<std::size_t>(count);
        else if (count == 0)
            problem = ENOSPC;
        else if (errno != EINTR)
            problem = errno;
    }
    if (problem == 0 && ::fdatasync(m_descriptor) != 0)
        problem = errno;
    if (problem == 0) {
        m_end += static_cast<std::int64_t>(text.size());
        return;
    }
    // Half a row would run into the next one; where even this fails, the next `open` cuts it off.
    const int ignored = ::ftruncate(m_descriptor, m_end);
    static_cast<void>(ignored);
    failWriting(m_file, problem);
}

bool LiveLog::isStillThere() const
{
    struct stat ours = {};
    struct stat named = {};
    return ::fstat(m_descriptor, &ours) == 0 && ::stat(m_file.c_str(), &named) == 0 && ours.st_ino == named.st_ino &&
           ours.st_dev == named.st_dev;
}

void LiveLog::add(const LiveRow &row, std::vector<LiveNotice> &notices)
{
    m_waiting.push_back(line(row));
    if (m_waiting.size() > mostWaiting) {
        m_waiting.pop_front();
        ++m_lost;
        if (m_lost == 1)
            notices.push_back(
                {LiveNotice::Kind::RowsLost,
                 Message{"Too many rows of the log wait to be written: the oldest are lost from now on. Make "
                         "room for %1, or choose another file.",
                         {m_file.string()}}});
    }
    writeWaiting(notices);
}

void LiveLog::retry(std::vector<LiveNotice> &notices)
{
    if (!m_waiting.empty())
        writeWaiting(notices);
}

void LiveLog::writeWaiting(std::vector<LiveNotice> &notices)
{
    try {
        // A file that was deleted takes rows without a complaint, and nobody will ever see them.
        if (m_descriptor >= 0 && !isStillThere())
            close();
        if (m_descriptor < 0)
            open();
        constexpr std::size_t together = 1000; // rows, after a time of trouble: one flush for all of them
        while (!m_waiting.empty()) {
            const std::size_t count = std::min(together, m_waiting.size());
            std::string text;
            for (std::size_t i = 0; i < count; ++i)
                text += m_waiting[i];
            append(text);
            m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(count));
        }
    } catch (const Error &error) {
        close();
        if (!m_behind)
            notices.push_back(
                {LiveNotice::Kind::LogBehind,
                 Message{"The log %1 cannot be written. Check the free space and whether its folder still "
                         "exists; rows are kept and written as soon as it works again.",
                         {m_file.string()}},
                 error.what()});
        m_behind = true;
        return;
    }
    if (m_behind)
        notices.push_back({LiveNotice::Kind::LogCaughtUp,
                           Message{"The log %1 is written again, and complete.", {m_file.string()}}});
    m_behind = false;
}

} // namespace spotcheck
