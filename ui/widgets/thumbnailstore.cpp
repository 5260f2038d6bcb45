#include "ui/widgets/thumbnailstore.h"

#include <algorithm>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>

#include <QFile>
#include <QImage>
#include <QThread>

#include <spotcheck/image/imagereader.h>

#include "ui/report/errortext.h"

namespace spotcheck::ui {

/// Shared with the decoding threads.
struct ThumbnailStore::Queue {
    std::mutex mutex;
    std::deque<QString> waiting; ///< the newest at the front
    int workers = 0;             ///< pool threads at work

    /// Nothing left: the worker that asked ends, and is counted out in the same breath.
    std::optional<QString> takeNewest()
    {
        const std::lock_guard lock(mutex);
        if (waiting.empty()) {
            --workers;
            return std::nullopt;
        }
        QString next = waiting.front();
        waiting.pop_front();
        return next;
    }
};

namespace {

QImage decoded(const QString &file, int longSide, QString &failure)
{
    try {
        const cv::Mat picture = readThumbnail(QFile::encodeName(file).toStdString(), longSide);
        return QImage(picture.data, picture.cols, picture.rows, static_cast<qsizetype>(picture.step),
                      QImage::Format_RGB888)
            .convertToFormat(QImage::Format_RGB32); // a copy of its own, in the screen's format
    } catch (const std::exception &exception) {
        failure = errorText(exception);
    }
    return {};
}

} // namespace

ThumbnailStore::ThumbnailStore(int longSide, QObject *parent)
    : QObject(parent), m_longSide(longSide), m_queue(std::make_shared<Queue>()), m_cache(cacheKibibytes)
{
    // Half of the processors: a job may be running beside it.
    m_pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount() / 2, 1, 4));
}

ThumbnailStore::~ThumbnailStore()
{
    {
        const std::lock_guard lock(m_queue->mutex);
        m_queue->waiting.clear();
    }
    m_pool.waitForDone();
}

const Thumbnail *ThumbnailStore::find(const QString &file)
{
    if (const Thumbnail *thumbnail = m_cache.object(file))
        return thumbnail;
    bool startWorker = false;
    {
        const std::lock_guard lock(m_queue->mutex);
        if (m_asked.contains(file)) {
            const auto place = std::find(m_queue->waiting.begin(), m_queue->waiting.end(), file);
            if (place != m_queue->waiting.end())
                std::rotate(m_queue->waiting.begin(), place, place + 1);
            return nullptr;
        }
        m_asked.insert(file);
        m_queue->waiting.push_front(file);
        if (m_queue->waiting.size() > maximumWaiting) {
            m_asked.remove(m_queue->waiting.back());
            m_queue->waiting.pop_back();
        }
        startWorker = m_queue->workers < m_pool.maxThreadCount();
        m_queue->workers += startWorker ? 1 : 0;
    }
    if (startWorker)
        m_pool.start([this, queue = m_queue] {
            while (const std::optional<QString> next = queue->takeNewest()) {
                QString failure;
                const QImage image = decoded(*next, m_longSide, failure);
                QMetaObject::invokeMethod(
                    this, [this, next, image, failure] { take(*next, image, failure); }, Qt::QueuedConnection);
            }
        });
    return nullptr;
}

void ThumbnailStore::take(const QString &file, const QImage &image, const QString &failure)
{
    m_asked.remove(file);
    const auto kibibytes = std::max<qsizetype>(1, image.sizeInBytes() / 1024);
    m_cache.insert(file, new Thumbnail{QPixmap::fromImage(image), failure}, kibibytes);
    emit ready(file);
}

} // namespace spotcheck::ui
