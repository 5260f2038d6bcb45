#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

#include <QCache>
#include <QObject>
#include <QThreadPool>

#include "ui/viewer/loadedpicture.h"

namespace spotcheck {
struct Evaluation;
}

namespace spotcheck::ui {

/// Decodes pictures and expands their maps in threads of its own, with a cache bounded by bytes. The neighbours
/// of the picture on show are fetched ahead, so that walking through a list never waits.
class PictureLoader : public QObject {
    Q_OBJECT

public:
    explicit PictureLoader(QObject *parent = nullptr, qint64 cacheBytes = 512LL * 1024 * 1024);
    ~PictureLoader() override; ///< waits for the pictures in work

    /// New results: everything cached is forgotten, pictures in work are dropped.
    void setSource(std::shared_ptr<const Evaluation> evaluation, MapSource source);
    /// The picture on show is delivered again with its new regions.
    void setRegionOptions(const RegionOptions &options);

    /// Delivers the picture of `row` by `loaded`: at once if it is at hand, else when it has been read.
    /// `neighbours` are fetched after it. Earlier requests are dropped.
    void show(int row, const std::vector<int> &neighbours);
    bool isCached(int row) const { return m_cache.contains(row); }

signals:
    void loaded(const spotcheck::ui::PicturePointer &picture);
    void fetched(int row); ///< a picture came into the cache

private:
    /// What a waiting task looks at before it starts: seen from the pool's threads.
    struct Wanted {
        std::mutex mutex;
        std::uint64_t generation = 0;
        std::set<int> rows;

        bool wants(std::uint64_t ofGeneration, int row);
    };

    void fetch(int row, int priority);
    void take(std::uint64_t generation, int row, const PicturePointer &picture);
    void deliver(const PicturePointer &picture);
    void findRegionsOfShown();
    bool isPrefetchable(int row) const;

    std::shared_ptr<const Evaluation> m_evaluation;
    MapSource m_source;
    RegionOptions m_options;
    QCache<int, PicturePointer> m_cache; ///< cost in KiB
    std::set<int> m_inWork;
    std::shared_ptr<Wanted> m_wanted;
    std::uint64_t m_generation = 0;
    int m_shown = -1;
    PicturePointer m_shownPicture;
    bool m_findingRegions = false;
    QThreadPool m_pool; ///< last member: ends before what its tasks use
};

} // namespace spotcheck::ui
