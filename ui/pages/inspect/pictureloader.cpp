#include "ui/pages/inspect/pictureloader.h"

#include <algorithm>
#include <utility>

#include <spotcheck/evaluation/evaluation.h>

namespace spotcheck::ui {

namespace {

constexpr int shownPriority = 1;
constexpr int neighbourPriority = 0;
// Pixels as read, for the screen with their smaller levels, and the map: bytes a pixel, 16-bit at worst.
constexpr qint64 bytesAPixel = 16;

int costOf(const LoadedPicture &picture)
{
    return static_cast<int>(std::clamp<qint64>(picture.bytes() / 1024, 1, 1 << 30));
}

} // namespace

bool PictureLoader::Wanted::wants(std::uint64_t ofGeneration, int row)
{
    const std::lock_guard lock(mutex);
    return generation == ofGeneration && rows.contains(row);
}

PictureLoader::PictureLoader(QObject *parent, qint64 cacheBytes)
    : QObject(parent), m_cache(static_cast<int>(cacheBytes / 1024)), m_wanted(std::make_shared<Wanted>())
{
    m_pool.setMaxThreadCount(2); // one for the picture on show, one that fetches ahead
}

PictureLoader::~PictureLoader()
{
    {
        const std::lock_guard lock(m_wanted->mutex);
        m_wanted->rows.clear();
    }
    m_pool.clear();
    m_pool.waitForDone();
}

void PictureLoader::setSource(std::shared_ptr<const Evaluation> evaluation, MapSource source)
{
    m_evaluation = std::move(evaluation);
    m_source = std::move(source);
    ++m_generation;
    {
        const std::lock_guard lock(m_wanted->mutex);
        m_wanted->generation = m_generation;
        m_wanted->rows.clear();
    }
    m_pool.clear();
    m_inWork.clear();
    m_cache.clear();
    m_shown = -1;
    m_shownPicture.reset();
    m_findingRegions = false;
}

void PictureLoader::setRegionOptions(const RegionOptions &options)
{
    if (sameOptions(options, m_options))
        return;
    m_options = options;
    findRegionsOfShown();
}

void PictureLoader::show(int row, const std::vector<int> &neighbours)
{
    const int count = m_evaluation ? static_cast<int>(m_evaluation->results.size()) : 0;
    if (row < 0 || row >= count)
        return;
    m_shown = row;
    m_shownPicture.reset();
    {
        const std::lock_guard lock(m_wanted->mutex);
        m_wanted->rows = {row};
        m_wanted->rows.insert(neighbours.begin(), neighbours.end());
    }
    if (PicturePointer *cached = m_cache.object(row))
        deliver(*cached);
    else
        fetch(row, shownPriority);
    for (const int neighbour : neighbours)
        if (neighbour >= 0 && neighbour < count && isPrefetchable(neighbour))
            fetch(neighbour, neighbourPriority);
}

bool PictureLoader::isPrefetchable(int row) const
{
    const std::optional<Prediction> &prediction = m_evaluation->results[static_cast<std::size_t>(row)].prediction;
    if (!prediction)
        return true;
    const qint64 pixels = static_cast<qint64>(prediction->imageSize.width) * prediction->imageSize.height;
    // Three pictures have to fit side by side, or fetching one would push out another.
    return pixels * bytesAPixel / 1024 * 3 <= m_cache.maxCost();
}

void PictureLoader::fetch(int row, int priority)
{
    if (m_cache.contains(row) || m_inWork.contains(row))
        return;
    m_inWork.insert(row);
    const auto task = [this, row, generation = m_generation, wanted = m_wanted, evaluation = m_evaluation,
                       source = m_source, options = m_options] {
        PicturePointer picture; // stays null for a picture that was walked past before it was read
        if (wanted->wants(generation, row))
            picture = std::make_shared<const LoadedPicture>(
                loadPicture(row, evaluation->results[static_cast<std::size_t>(row)], source, options));
        QMetaObject::invokeMethod(
            this, [this, generation, row, picture] { take(generation, row, picture); }, Qt::QueuedConnection);
    };
    m_pool.start(task, priority);
}

void PictureLoader::take(std::uint64_t generation, int row, const PicturePointer &picture)
{
    if (generation != m_generation)
        return;
    m_inWork.erase(row);
    if (!picture) {
        if (row == m_shown) // dropped, then asked for again
            fetch(row, shownPriority);
        return;
    }
    m_cache.insert(row, new PicturePointer(picture), costOf(*picture));
    if (row == m_shown && !m_shownPicture)
        deliver(picture);
    emit fetched(row);
}

void PictureLoader::deliver(const PicturePointer &picture)
{
    if (sameOptions(picture->regionOptions, m_options)) {
        m_shownPicture = picture;
        emit loaded(picture);
        return;
    }
    // Regions of an older threshold would be wrong on the screen, if only for a moment.
    auto without = std::make_shared<LoadedPicture>(*picture);
    without->regions.clear();
    m_shownPicture = without;
    emit loaded(m_shownPicture);
    findRegionsOfShown();
}

void PictureLoader::findRegionsOfShown()
{
    if (m_findingRegions || !m_shownPicture || m_shownPicture->map.empty() ||
        sameOptions(m_shownPicture->regionOptions, m_options))
        return;
    m_findingRegions = true;
    const auto task = [this, generation = m_generation, picture = m_shownPicture, options = m_options] {
        auto updated = std::make_shared<const LoadedPicture>(withRegions(*picture, options));
        QMetaObject::invokeMethod(
            this,
            [this, generation, updated = PicturePointer(std::move(updated))] {
                if (generation != m_generation)
                    return;
                m_findingRegions = false;
                if (updated->row == m_shown) {
                    m_shownPicture = updated;
                    m_cache.insert(updated->row, new PicturePointer(updated), costOf(*updated));
                    emit loaded(updated);
                }
                findRegionsOfShown(); // the threshold may have moved on meanwhile
            },
            Qt::QueuedConnection);
    };
    m_pool.start(task, shownPriority + 1);
}

} // namespace spotcheck::ui
