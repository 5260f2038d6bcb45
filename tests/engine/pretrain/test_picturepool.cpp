#include <algorithm>
#include <set>

#include "pretrain/picturepool.h"
#include "pretrain/poolplan.h"
#include "pretrain/recipe.h"

#include <QtTest>

using namespace spotcheck::pretrain;

namespace {

PoolOptions smallPool()
{
    PoolOptions options;
    options.surfaces = 5;
    options.picturesPerSurface = 1;
    options.kept = 2;
    options.size = 32;
    options.chunk = 3;
    options.chunkEvery = 2;
    options.seed = 5;
    return options;
}

} // namespace

class TestPicturePool : public QObject {
    Q_OBJECT

private slots:
    void everySurfaceKeepsItsLatestPictures();
    void chunksComeInRandomOrder();
    void picturesAreWhatThePlanSays();
    void poolOfAStepIsThePoolThatGotThere();
};

void TestPicturePool::everySurfaceKeepsItsLatestPictures()
{
    PoolPlan plan(smallPool());
    std::vector<std::uint64_t> drawn(5, 1);
    for (int repeat = 0; repeat < 8; ++repeat) {
        const std::vector<PictureName> chunk = plan.nextChunk();
        QCOMPARE(chunk.size(), std::size_t{3});
        std::set<int> surfaces;
        for (const PictureName &picture : chunk) {
            QVERIFY(picture.surface >= 0 && picture.surface < 5 && surfaces.insert(picture.surface).second);
            QCOMPARE(picture.number, drawn[static_cast<std::size_t>(picture.surface)]++); // none comes twice
        }
        plan.take(chunk);
        QCOMPARE(plan.chunks(), std::int64_t{repeat + 1});

        std::set<std::int64_t> filled;
        std::vector<std::int64_t> held(5, 0);
        for (const PictureName &picture : plan.pictures()) {
            const std::int64_t slot = plan.slot(picture);
            const auto surface = static_cast<std::size_t>(picture.surface);
            QCOMPARE(slot / 2, std::int64_t{picture.surface});
            QVERIFY(filled.insert(slot).second);
            QVERIFY(picture.number < drawn[surface] && picture.number + 2 >= drawn[surface]);
            ++held[surface];
        }
        QCOMPARE(held, plan.held());
        for (std::size_t surface = 0; surface < 5; ++surface) {
            QCOMPARE(held[surface], std::min(static_cast<std::int64_t>(drawn[surface]), std::int64_t{2}));
            for (std::int64_t place = 0; place < held[surface]; ++place) // filled from the first slot on
                QVERIFY(filled.contains(static_cast<std::int64_t>(surface) * 2 + place));
        }
    }
}

void TestPicturePool::chunksComeInRandomOrder()
{
    PoolOptions options = smallPool();
    options.surfaces = 400;
    options.chunk = 100;
    PoolPlan plan(options);
    double sum = 0;
    int ascents = 0;
    for (int repeat = 0; repeat < 10; ++repeat) {
        const std::vector<PictureName> chunk = plan.nextChunk();
        plan.take(chunk);
        for (std::size_t index = 0; index < chunk.size(); ++index) {
            sum += chunk[index].surface;
            ascents += index > 0 && chunk[index].surface > chunk[index - 1].surface ? 1 : 0;
        }
    }
    QVERIFY2(std::abs(sum / 1000 - 199.5) < 15, qPrintable(QString::number(sum / 1000))); // four deviations
    QVERIFY2(ascents > 440 && ascents < 550, qPrintable(QString::number(ascents)));
}

void TestPicturePool::picturesAreWhatThePlanSays()
{
    const PoolOptions options = smallPool();
    spotcheck::JobMonitor monitor;
    PicturePool pool(options, 0, torch::kCPU, monitor);
    PoolPlan plan(options);
    for (std::int64_t step = 1; step <= 8; ++step) {
        pool.advance(step);
        if (step % 2 == 0)
            plan.take(plan.nextChunk());
        const std::vector<PictureName> held = plan.pictures();
        std::set<std::pair<int, std::uint64_t>> seen;
        Draws draws(static_cast<std::uint64_t>(step), torch::kCPU);
        const PictureSet some = pool.some(100, draws);
        QCOMPARE(some.pixels.sizes(), torch::IntArrayRef({100, 32, 32, 3}));
        for (std::int64_t index = 0; index < 100; ++index) {
            const auto name = std::ranges::find_if(held, [&](const PictureName &picture) {
                if (picture.surface != some.surfaces[index].item<std::int64_t>())
                    return false;
                const cv::Mat drawn = drawSurface(options.surfaceSeed(picture.surface), picture.number, options.size);
                return torch::equal(some.pixels[index], torch::from_blob(drawn.data, {32, 32, 3}, torch::kUInt8));
            });
            QVERIFY(name != held.end());
            seen.insert({name->surface, name->number});
        }
        QCOMPARE(seen.size(), held.size()); // each has its turn
    }
}

void TestPicturePool::poolOfAStepIsThePoolThatGotThere()
{
    spotcheck::JobMonitor monitor;
    PicturePool walked(smallPool(), 0, torch::kCPU, monitor);
    for (std::int64_t step = 0; step <= 9; ++step) {
        walked.advance(step);
        PicturePool resumed(smallPool(), step, torch::kCPU, monitor);
        resumed.advance(step);
        Draws first(11, torch::kCPU);
        Draws second(11, torch::kCPU);
        const PictureSet ofWalked = walked.some(64, first);
        const PictureSet ofResumed = resumed.some(64, second);
        QVERIFY(torch::equal(ofWalked.pixels, ofResumed.pixels));
        QVERIFY(torch::equal(ofWalked.surfaces, ofResumed.surfaces));
    }
}

QTEST_GUILESS_MAIN(TestPicturePool)
#include "test_picturepool.moc"
