#include <spotcheck/live/liveinspection.h>

#include <algorithm>
#include <cmath>
#include <new>
#include <numeric>
#include <thread>
#include <utility>

#include <opencv2/core.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/log.h>
#include <spotcheck/core/runtime.h>

#include "core/errorfile.h"
#include "inspection/picturefault.h"

namespace spotcheck {

using std::chrono::milliseconds;

namespace {

/// Waits, and looks for cancellation often enough for a person.
void wait(milliseconds duration, JobMonitor &monitor)
{
    constexpr milliseconds slice{50};
    const auto end = std::chrono::steady_clock::now() + duration;
    while (std::chrono::steady_clock::now() < end) {
        monitor.throwIfCancelled();
        std::this_thread::sleep_for(
            std::min(slice, std::chrono::ceil<milliseconds>(end - std::chrono::steady_clock::now())));
    }
}

} // namespace

std::optional<double> LiveCounts::yield() const
{
    if (judged() == 0)
        return std::nullopt;
    return static_cast<double>(good) / static_cast<double>(judged());
}

void LatencyWindow::add(double seconds)
{
    m_seconds.push_back(seconds);
    if (m_seconds.size() > pictures)
        m_seconds.pop_front();
}

std::optional<double> LatencyWindow::mean() const
{
    if (m_seconds.empty())
        return std::nullopt;
    return std::accumulate(m_seconds.begin(), m_seconds.end(), 0.0) / static_cast<double>(m_seconds.size());
}

std::optional<double> LatencyWindow::percentile95() const
{
    if (m_seconds.empty())
        return std::nullopt;
    std::vector<double> values(m_seconds.begin(), m_seconds.end());
    const auto rank = static_cast<std::ptrdiff_t>((values.size() * 95 + 99) / 100) - 1;
    std::nth_element(values.begin(), values.begin() + rank, values.end());
    return values[static_cast<std::size_t>(rank)];
}

LiveInspection::LiveInspection(std::shared_ptr<const Model> model, std::unique_ptr<LiveSource> source,
                               LiveOptions options)
    : m_model(std::move(model)), m_source(std::move(source)), m_options(std::move(options)),
      m_chart(chartLimits(m_model->calibration().scores()), m_options.chart)
{
    if (!m_options.clock)
        m_options.clock = [] { return std::chrono::steady_clock::now(); };
    if (!m_options.log.empty())
        m_log = std::make_unique<LiveLog>(m_options.log);
}

LiveInspection::~LiveInspection() = default;

LiveStatus LiveInspection::status() const
{
    LiveStatus status;
    status.counts = m_counts;
    status.latencyMean = m_latency.mean();
    status.latencyPercentile95 = m_latency.percentile95();
    status.waiting = m_source->waiting();
    status.rowsWaiting = m_log ? m_log->waiting() : 0;
    status.rejectsInARow = m_rejectsInARow;
    status.drift = m_chart.drift();
    status.sourceLost = m_source->isLost();
    return status;
}

void LiveInspection::run(LiveObserver &observer, JobMonitor &monitor)
{
    useOneThreadBelow();
    auto active = m_options.clock();
    bool hasBegun = false;
    try {
        while (true) {
            monitor.throwIfCancelled();
            monitor.report({Stage::Inspection, m_counts.total(), 0, {}});
            std::vector<LiveNotice> notices;
            std::optional<LivePicture> picture = m_source->next(notices, monitor);
            if (!picture && m_log)
                m_log->retry(notices);
            if (!std::exchange(hasBegun, true))
                observer.began(status());
            tell(notices, observer);
            if (picture) {
                inspect(std::move(*picture), observer);
                active = m_options.clock();
                continue;
            }
            if (m_source->isFinished())
                break;
            if (m_options.untilIdle && !m_source->isExpecting() && m_options.clock() - active >= *m_options.untilIdle)
                break;
            wait(m_source->pause(), monitor);
        }
    } catch (...) {
        finishLog(observer); // on a failure above all: rows that are lost then must be said to be
        throw;
    }
    finishLog(observer);
}

void LiveInspection::inspect(LivePicture picture, LiveObserver &observer)
{
    LiveResult result;
    result.time = std::chrono::system_clock::now();
    result.name = std::move(picture.name);
    result.image = std::move(picture.image);
    result.result.sample.image = picture.file.empty() ? std::filesystem::path(result.name) : picture.file;
    result.result.failure = std::move(picture.failure);
    if (!result.image.empty()) {
        try {
            result.result.prediction = m_model->inspect(result.image);
            result.map = m_model->anomalyMap(*result.result.prediction);
        } catch (const Error &error) {
            if (!isPicturesOwnFault(error.code()) && error.code() != ErrorCode::InvalidParameter)
                throw;
            result.result.prediction.reset();
            result.result.failure = withFile(error, result.result.sample.image).what();
        } catch (const std::bad_alloc &) {
            throw Error(ErrorCode::OutOfMemory, result.result.sample.image);
        }
    }
    if (!result.map.empty()) {
        double peak = 0;
        cv::minMaxLoc(result.map, nullptr, &peak);
        result.result.mapPeak = static_cast<float>(peak);
    }
    result.latency = std::chrono::duration<double>(m_options.clock() - picture.complete).count();
    std::vector<LiveNotice> notices;
    judge(result, notices);
    if (m_log)
        m_log->add({result.time, result.name, result.verdict, result.result.prediction, m_options.point.threshold,
                    m_options.point.reviewThreshold, result.point, result.latency, result.result.failure},
                   notices);
    observer.pictureInspected(result, status());
    tell(notices, observer);
}

void LiveInspection::judge(LiveResult &result, std::vector<LiveNotice> &notices)
{
    result.verdict = m_options.point.verdict(result.result);
    switch (result.verdict) {
    case Verdict::Good:
        ++m_counts.good;
        break;
    case Verdict::Review:
        ++m_counts.review;
        break;
    case Verdict::Defective:
        ++m_counts.defective;
        break;
    case Verdict::Failed:
        ++m_counts.unreadable;
        logWarning(result.result.failure);
        return;
    }
    m_latency.add(result.latency);

    const bool rejected = result.verdict == Verdict::Defective;
    countRow(rejected, notices);
    const Drift before = m_chart.drift();
    result.point = m_chart.add(result.result.prediction->score, !rejected);
    const Drift now = m_chart.drift();
    if (now == before)
        return;
    if (now == Drift::None)
        notices.push_back({LiveNotice::Kind::DriftOver, Message{"The scores are back within their limits."}});
    else if (now == Drift::Up)
        notices.push_back(
            {LiveNotice::Kind::Drift,
             Message{"The scores drift upwards: false alarms may follow. Check light, focus and position of "
                     "the parts, or train with recent pictures."}});
    else
        notices.push_back(
            {LiveNotice::Kind::Drift,
             Message{"The scores drift downwards: defects may be missed. Check that the camera sees the "
                     "parts, and light and focus."}});
}

void LiveInspection::countRow(bool rejected, std::vector<LiveNotice> &notices)
{
    const std::int64_t before = std::exchange(m_rejectsInARow, rejected ? m_rejectsInARow + 1 : 0);
    if (m_options.rejectsInARow <= 0)
        return;
    if (m_rejectsInARow == m_options.rejectsInARow)
        notices.push_back(
            {LiveNotice::Kind::RejectsInARow,
             Message{"%1 parts in a row are not OK. Check camera, light and position of the parts first.",
                     {std::to_string(m_rejectsInARow)}}});
    else if (!rejected && before >= m_options.rejectsInARow)
        notices.push_back({LiveNotice::Kind::RejectsOver,
                           Message{"%1 parts in a row were not OK; the row is over.", {std::to_string(before)}}});
}

void LiveInspection::tell(const std::vector<LiveNotice> &notices, LiveObserver &observer) const
{
    for (const LiveNotice &notice : notices) {
        if (notice.isTrouble())
            logWarning(notice.english());
        else
            logInfo(notice.english());
        observer.noticed(notice, status());
    }
}

void LiveInspection::finishLog(LiveObserver &observer)
{
    if (!m_log)
        return;
    std::vector<LiveNotice> notices;
    m_log->retry(notices);
    if (m_log->waiting() > 0)
        notices.push_back({LiveNotice::Kind::RowsLost,
                           Message{"%1 rows of the log %2 could not be written before the end, and are lost.",
                                   {std::to_string(m_log->waiting()), m_log->file().string()}}});
    tell(notices, observer);
}

} // namespace spotcheck
