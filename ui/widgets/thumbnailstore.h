#pragma once

#include <memory>

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QString>
#include <QThreadPool>

namespace spotcheck::ui {

/// A small picture, or the reason why there is none.
struct Thumbnail {
    QPixmap pixmap;
    QString failure; ///< an English sentence that names the file; empty when there is a picture
};

/// Small pictures for lists. Decoded on a few threads of its own, the last asked for first, because that is what
/// is on the screen now; a list that flies past leaves no queue behind. Lives in the GUI thread.
class ThumbnailStore : public QObject {
    Q_OBJECT

public:
    /// `longSide`: px of the pictures made.
    explicit ThumbnailStore(int longSide, QObject *parent = nullptr);
    ~ThumbnailStore() override; ///< drops what waits, waits for what is being decoded

    /// The picture of `file`, or null: then it is on its way and `ready` will name it.
    const Thumbnail *find(const QString &file);

    static constexpr int maximumWaiting = 256;
    static constexpr int cacheKibibytes = 192 * 1024;

signals:
    void ready(const QString &file);

private:
    struct Queue;
    void take(const QString &file, const QImage &image, const QString &failure);

    int m_longSide;
    std::shared_ptr<Queue> m_queue;
    QSet<QString> m_asked; ///< waiting or being decoded
    QCache<QString, Thumbnail> m_cache;
    QThreadPool m_pool;
};

} // namespace spotcheck::ui
