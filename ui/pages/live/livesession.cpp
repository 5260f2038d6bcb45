#include "ui/pages/live/livesession.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include <QHashFunctions>
#include <QLocale>

#include <opencv2/imgproc.hpp>

#include <spotcheck/image/imagereader.h>
#include <spotcheck/live/camerasource.h>
#include <spotcheck/live/foldersource.h>

#include "ui/report/annotation.h"
#include "ui/report/errortext.h"
#include "ui/report/heatmapimage.h"
#include "ui/widgets/format.h"
#include "ui/widgets/verdictmark.h"

namespace spotcheck::ui {

namespace {

constexpr int thumbnailSide = 160;      // px, for twice the resolution of the strip
constexpr std::size_t mostPoints = 500; // of the chart, between two updates
constexpr std::size_t mostNotices = 50;
// Of a folder's rejects together: a file may be written over as soon as it was judged, and is to be seen as it was.
constexpr std::size_t mostBytesKept = 512UL * 1024 * 1024;

template <class Value>
void keepLast(std::vector<Value> &values, std::size_t count)
{
    if (values.size() > count)
        values.erase(values.begin(), values.end() - static_cast<std::ptrdiff_t>(count));
}

cv::Mat reduced(const cv::Mat &image)
{
    const double factor = static_cast<double>(thumbnailSide) / std::max(image.cols, image.rows);
    if (image.empty() || factor >= 1)
        return image;
    cv::Mat small;
    cv::resize(image, small, cv::Size(), factor, factor, cv::INTER_AREA);
    return small;
}

std::chrono::milliseconds milliseconds(double seconds)
{
    return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

std::unique_ptr<LiveSource> makeSource(const LiveChoice &choice)
{
    if (choice.camera) {
        CameraOptions camera;
        camera.address = choice.address.trimmed().toStdString();
        camera.pause = milliseconds(choice.every);
        return std::make_unique<CameraSource>(camera);
    }
    FolderOptions folder;
    folder.folder = toPath(choice.folder.trimmed());
    folder.existing = choice.existing;
    return std::make_unique<FolderSource>(folder);
}

} // namespace

/// Between the session's thread and the window's: news that the window has not fetched yet.
struct LiveSession::Mailbox {
    std::mutex mutex;
    LiveUpdate news;
    bool isPosted = false; ///< the window knows that there is something
};

/// Makes news of results, on the session's thread.
class LiveSession::Reporter : public LiveObserver {
public:
    Reporter(LiveSession *session, std::shared_ptr<Mailbox> mailbox, DisplayScale scale, const OperatingPoint &point,
             bool isCamera)
        : m_session(session), m_mailbox(std::move(mailbox)), m_scale(scale), m_regionOptions(point.regionOptions()),
          m_isCamera(isCamera)
    {}

    void began(const LiveStatus &status) override
    {
        post(status, [](LiveUpdate &news) { news.hasBegun = true; });
    }

    void pictureInspected(const LiveResult &result, const LiveStatus &status) override
    {
        LiveShot shot = shotOf(result);
        std::optional<LiveReject> reject;
        if (result.verdict != Verdict::Good)
            reject = rejectOf(result, shot);
        post(status, [&](LiveUpdate &news) {
            news.shot = std::move(shot);
            if (reject)
                news.rejects.push_back(std::move(*reject));
            if (result.point)
                news.points.push_back(*result.point);
            keepLast(news.rejects, mostRejects);
            keepLast(news.points, mostPoints);
        });
    }

    void noticed(const LiveNotice &notice, const LiveStatus &status) override
    {
        post(status, [&](LiveUpdate &news) {
            news.notices.push_back(notice);
            keepLast(news.notices, mostNotices);
        });
    }

private:
    template <class Add>
    void post(const LiveStatus &status, Add add)
    {
        const std::lock_guard lock(m_mailbox->mutex);
        add(m_mailbox->news);
        m_mailbox->news.status = status;
        if (std::exchange(m_mailbox->isPosted, true))
            return;
        LiveSession *session = m_session; // outlives the thread: its runner waits for it
        QMetaObject::invokeMethod(
            session, [session] { session->deliver(); }, Qt::QueuedConnection);
    }

    LiveShot shotOf(const LiveResult &result) const
    {
        LiveShot shot;
        shot.verdict = result.verdict;
        shot.name = fromPath(result.name);
        shot.failure = reasonText(result.result.failure);
        shot.time = QDateTime::fromMSecsSinceEpoch(
            std::chrono::duration_cast<std::chrono::milliseconds>(result.time.time_since_epoch()).count());
        if (result.result.prediction)
            shot.score = result.result.prediction->score;
        if (!result.image.empty())
            shot.picture =
                std::make_shared<const LoadedPicture>(loadedPicture(result.image, result.map, m_regionOptions));
        return shot;
    }

    LiveReject rejectOf(const LiveResult &result, const LiveShot &shot) const
    {
        LiveReject reject;
        reject.verdict = result.verdict;
        reject.name = shot.name;
        reject.score = shot.score;
        const QString outcome = shot.score ? LiveSession::tr("score %1").arg(scoreText(*shot.score)) : shot.failure;
        reject.detail = QStringLiteral("%1\n%2\n%3")
                            .arg(fromPath(result.result.sample.image),
                                 QLocale().toString(shot.time, QLocale::ShortFormat), outcome);
        reject.result = result.result;
        const std::size_t bytes = result.image.total() * result.image.elemSize();
        if (m_isCamera || bytes <= mostBytesKept / mostRejects)
            reject.image = result.image;
        else
            reject.content = contentOf(result.image);
        if (!result.image.empty()) {
            reject.thumbnail = toQImage(toDisplayDepth(reduced(result.image)));
            if (!result.map.empty())
                reject.thumbnail = withOverlay(reject.thumbnail, heatMapImage(reduced(result.map), m_scale));
        }
        return reject;
    }

    LiveSession *m_session;
    std::shared_ptr<Mailbox> m_mailbox;
    DisplayScale m_scale;
    RegionOptions m_regionOptions;
    bool m_isCamera; ///< which keeps no picture
};

LiveSession::LiveSession(QObject *parent)
    : QObject(parent), m_mailbox(std::make_shared<Mailbox>()), m_jobs(new JobRunner(this))
{
    connect(m_jobs, &JobRunner::failed, this,
            [this](const QString &, const JobFailure &failure) { emit failed(failure); });
    connect(m_jobs, &JobRunner::finished, this, [this] {
        deliver(); // what came last
        emit ended();
    });
}

LiveSession::~LiveSession()
{
    // Not later, as a child: by then this object is no session any more, and the thread still posts to it.
    m_jobs->disconnect(this);
    delete m_jobs;
}

void LiveSession::start(const std::shared_ptr<const Model> &model, const OperatingPoint &point,
                        const LiveChoice &choice)
{
    if (isRunning())
        return;
    m_mailbox->news = {};
    const bool isStarted =
        m_jobs->start(tr("Live inspection"),
                      [this, mailbox = m_mailbox, model, point, choice](JobMonitor &monitor) {
                          LiveOptions options;
                          options.point = point;
                          options.log = toPath(choice.log.trimmed());
                          LiveInspection inspection(model, makeSource(choice), options);
                          Reporter reporter(this, mailbox, model->calibration().displayScale(), point, choice.camera);
                          inspection.run(reporter, monitor);
                      },
                      {});
    if (isStarted)
        emit started();
}

std::size_t LiveSession::contentOf(const cv::Mat &image)
{
    std::size_t content = qHash(image.type());
    for (int row = 0; row < image.rows; ++row)
        content = qHashBits(image.ptr(row), static_cast<std::size_t>(image.cols) * image.elemSize(), content);
    return content;
}

void LiveSession::stop()
{
    m_jobs->cancel();
}

void LiveSession::deliver()
{
    LiveUpdate news;
    {
        const std::lock_guard lock(m_mailbox->mutex);
        if (!std::exchange(m_mailbox->isPosted, false))
            return;
        news = std::exchange(m_mailbox->news, LiveUpdate());
    }
    emit updated(news);
}

} // namespace spotcheck::ui
