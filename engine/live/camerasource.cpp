#include <spotcheck/live/camerasource.h>

#include <algorithm>
#include <charconv>

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/videoio.hpp>

#include <spotcheck/core/error.h>

#include "core/errorfile.h"
#include "live/cameraframe.h"

namespace spotcheck {

namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

constexpr milliseconds frameAtHand{5}; ///< a frame that comes sooner had been waiting in the driver
constexpr int mostOldFrames = 8;       ///< drivers keep four
constexpr double openPatience = 5'000; ///< ms, of a stream
constexpr double readPatience = 5'000; ///< ms

std::optional<int> cameraNumber(const std::string &address)
{
    int number = 0;
    const auto [end, error] = std::from_chars(address.data(), address.data() + address.size(), number);
    const bool whole = error == std::errc() && end == address.data() + address.size();
    return whole && number >= 0 ? std::optional(number) : std::nullopt;
}

} // namespace

struct CameraSource::Capture {
    cv::VideoCapture video;
};

void CameraOptions::validate() const
{
    if (address.empty())
        throw Error(ErrorCode::InvalidParameter, "a camera needs a number, an address or a file");
    if (pause.count() < 0 || firstRetry.count() <= 0 || longestRetry < firstRetry)
        throw Error(ErrorCode::InvalidParameter, "pauses of a camera must not be negative");
}

CameraSource::CameraSource(CameraOptions options)
    : m_options(std::move(options)), m_capture(std::make_unique<Capture>())
{
    m_options.validate();
    if (!m_options.clock)
        m_options.clock = [] { return std::chrono::steady_clock::now(); };
    std::error_code ignored;
    m_isFile = m_options.endsWithFile && std::filesystem::is_regular_file(m_options.address, ignored);
    m_due = m_options.clock();
    // Its warnings on stderr would say over and over what a notice says once.
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
}

CameraSource::~CameraSource() = default;

milliseconds CameraSource::pause() const
{
    const auto left = duration_cast<milliseconds>(m_due - m_options.clock());
    return std::clamp(left, milliseconds(1), milliseconds(500));
}

bool CameraSource::open()
{
    cv::VideoCapture &video = m_capture->video;
    try {
        if (const std::optional<int> number = cameraNumber(m_options.address)) {
            video.open(*number);
            video.set(cv::CAP_PROP_BUFFERSIZE, 1);
        } else if (m_options.address.find("://") != std::string::npos) {
            video.open(m_options.address, cv::CAP_FFMPEG,
                       {cv::CAP_PROP_OPEN_TIMEOUT_MSEC, static_cast<int>(openPatience),
                        cv::CAP_PROP_READ_TIMEOUT_MSEC, static_cast<int>(readPatience)});
        } else {
            video.open(m_options.address);
        }
    } catch (const cv::Exception &) {
        video.release();
    }
    return video.isOpened();
}

bool CameraSource::grabNewest()
{
    cv::VideoCapture &video = m_capture->video;
    try {
        if (!video.grab())
            return false;
        if (m_isFile || !cameraNumber(m_options.address))
            return true;
        for (int old = 0; old < mostOldFrames; ++old) {
            const auto begin = std::chrono::steady_clock::now();
            if (!video.grab())
                return false;
            if (std::chrono::steady_clock::now() - begin > frameAtHand)
                break;
        }
        return true;
    } catch (const cv::Exception &) {
        return false;
    }
}

bool CameraSource::decode(cv::Mat &frame)
{
    try {
        return m_capture->video.retrieve(frame) && !frame.empty();
    } catch (const cv::Exception &) {
        return false;
    }
}

void CameraSource::lose(std::vector<LiveNotice> &notices)
{
    m_capture->video.release();
    if (!m_lost)
        notices.push_back(
            {LiveNotice::Kind::SourceLost,
             Message{"The camera %1 gives no pictures. Check that it is connected and that no other program "
                     "uses it; it is opened again and again.",
                     {m_options.address}}});
    m_retry = m_lost ? std::min(2 * m_retry, m_options.longestRetry) : m_options.firstRetry;
    m_lost = true;
    m_due = m_options.clock() + m_retry;
}

std::optional<LivePicture> CameraSource::next(std::vector<LiveNotice> &notices, JobMonitor &monitor)
{
    monitor.throwIfCancelled();
    if (m_finished || m_options.clock() < m_due)
        return std::nullopt;
    cv::Mat frame;
    if (!m_capture->video.isOpened() && !open()) {
        lose(notices);
        return std::nullopt;
    }
    if (!grabNewest() || !decode(frame)) {
        if (m_isFile && m_frames > 0)
            m_finished = true;
        else
            lose(notices);
        return std::nullopt;
    }
    if (m_lost)
        notices.push_back(
            {LiveNotice::Kind::SourceBack, Message{"The camera %1 is back; watching goes on.", {m_options.address}}});
    m_lost = false;
    const auto now = m_options.clock();
    m_due = now + m_options.pause;

    LivePicture picture;
    picture.complete = now;
    picture.name = "frame " + std::to_string(++m_frames);
    try {
        picture.image = rgbOfFrame(frame);
    } catch (const Error &error) {
        if (error.code() == ErrorCode::OutOfMemory)
            throw;
        picture.failure = withFile(error, m_options.address + ", " + picture.name).what();
    }
    return picture;
}

} // namespace spotcheck
