#include <algorithm>
#include <cmath>
#include <set>

#include "pretrain/capture.h"
#include "pretrain/picturepool.h"
#include "pretrain/plantdefects.h"
#include "pretrain/poolplan.h"
#include "pretrain/recipe.h"
#include "pretrain/regionmask.h"
#include "pretrain/scene.h"
#include "pretrain/trainingbatch.h"

#include <QtTest>

using namespace spotcheck::pretrain;

namespace {

PoolOptions smallPool()
{
    PoolOptions options;
    options.surfaces = 3;
    options.picturesPerSurface = 2;
    options.size = 32;
    options.room = 11;
    options.chunk = 4;
    options.chunkEvery = 2;
    options.seed = 5;
    return options;
}

PictureSet drawn(std::int64_t count, int size)
{
    PoolOptions options;
    options.surfaces = 40;
    spotcheck::JobMonitor monitor;
    return drawPictures(options, randomPictures(options, count, 0, 3), size, monitor);
}

bool sameTensors(const torch::Tensor &first, const torch::Tensor &second)
{
    return torch::equal(first, second);
}

} // namespace

class TestTrainingBatch : public QObject {
    Q_OBJECT

private slots:
    void poolPlanGrowsThenReplacesTheOldest();
    void poolHoldsWhatItsPlanSays();
    void poolOfAStepIsThePoolThatGotThere();
    void drawsFollowTheirSeed();
    void regionMasksAreInRangeAndAbsentInHalf();
    void scenesMixTheirSurfacesByTheRegion();
    void defectMasksLieWherePicturesChanged();
    void everyKindOfDefectShows();
    void viewsStayNearEachOther();
    void captureVariesButKeepsRange();
    void batchesHaveTheirShapes();
};

void TestTrainingBatch::poolPlanGrowsThenReplacesTheOldest()
{
    PoolPlan plan(smallPool());
    QCOMPARE(plan.pictures().size(), std::size_t{6});
    QCOMPARE(plan.room(), std::int64_t{11});
    std::set<std::uint64_t> numbers;
    const std::vector<std::int64_t> firstSlots{6, 0, 4, 0};
    for (const std::int64_t expected : firstSlots) {
        const PoolPlan::Chunk chunk = plan.nextChunk();
        QCOMPARE(chunk.firstSlot, expected);
        QCOMPARE(chunk.pictures.size(), std::size_t{4});
        for (std::size_t index = 0; index < chunk.pictures.size(); ++index) {
            QVERIFY(chunk.pictures[index].surface >= 0 && chunk.pictures[index].surface < 3);
            numbers.insert(chunk.pictures[index].number);
        }
        plan.take(chunk);
        QCOMPARE(plan.pictures()[static_cast<std::size_t>(expected)].number, chunk.pictures[0].number);
        QCOMPARE(plan.pictures().size(), std::size_t{10});
    }
    QCOMPARE(numbers.size(), std::size_t{16}); // no picture comes twice
}

void TestTrainingBatch::poolHoldsWhatItsPlanSays()
{
    const PoolOptions options = smallPool();
    spotcheck::JobMonitor monitor;
    PicturePool pool(options, 0, torch::kCPU, monitor);
    pool.advance(1);
    QCOMPARE(pool.pictures().surfaces.size(0), std::int64_t{6});
    pool.advance(2);
    PoolPlan plan(options);
    plan.take(plan.nextChunk());
    const PictureSet held = pool.pictures();
    QCOMPARE(held.surfaces.size(0), std::int64_t{10});
    for (std::size_t index = 0; index < plan.pictures().size(); ++index) {
        const PictureName &name = plan.pictures()[index];
        const auto slot = static_cast<std::int64_t>(index);
        QCOMPARE(held.surfaces[slot].item<std::int64_t>(), static_cast<std::int64_t>(name.surface));
        const cv::Mat picture = drawSurface(options.surfaceSeed(name.surface), name.number, options.size);
        const torch::Tensor expected = torch::from_blob(picture.data, {32, 32, 3}, torch::kUInt8);
        QVERIFY(picture.isContinuous() && sameTensors(held.pixels[slot], expected));
    }
}

void TestTrainingBatch::poolOfAStepIsThePoolThatGotThere()
{
    spotcheck::JobMonitor monitor;
    PicturePool walked(smallPool(), 0, torch::kCPU, monitor);
    for (std::int64_t step = 0; step <= 7; ++step) {
        walked.advance(step);
        PicturePool resumed(smallPool(), step, torch::kCPU, monitor);
        resumed.advance(step);
        QVERIFY(sameTensors(walked.pictures().pixels, resumed.pictures().pixels));
        QVERIFY(sameTensors(walked.pictures().surfaces, resumed.pictures().surfaces));
    }
}

void TestTrainingBatch::drawsFollowTheirSeed()
{
    Draws first(9, torch::kCPU);
    Draws second(9, torch::kCPU);
    Draws other(10, torch::kCPU);
    const torch::Tensor numbers = first.normal({1000});
    QVERIFY(sameTensors(numbers, second.normal({1000})));
    QVERIFY(!sameTensors(numbers, other.normal({1000})));
    const torch::Tensor spread = first.logUniform(0.1, 10, {4000});
    QVERIFY(spread.min().item<double>() >= 0.0999 && spread.max().item<double>() <= 10.001);
    QVERIFY(std::abs(spread.log().mean().item<double>()) < 0.1); // evenly over orders of magnitude
    QVERIFY(std::abs(first.chance(0.3, {4000}).mean().item<double>() - 0.3) < 0.04);
    QVERIFY(sameTensors(first.sign({50}).abs(), torch::ones({50})));
}

void TestTrainingBatch::regionMasksAreInRangeAndAbsentInHalf()
{
    Draws draws(2, torch::kCPU);
    const torch::Tensor mask = drawRegionMask(300, 32, draws);
    QVERIFY(mask.min().item<double>() >= 0 && mask.max().item<double>() <= 1);
    const double absent = (mask.amax({1, 2, 3}) == 0).to(torch::kFloat32).mean().item<double>();
    QVERIFY2(absent > 0.4 && absent < 0.65, qPrintable(QString::number(absent)));
    const torch::Tensor share = mask.mean({1, 2, 3});
    QVERIFY(torch::logical_and(share > 0.2, share < 0.8).sum().item<int>() > 60);
}

void TestTrainingBatch::scenesMixTheirSurfacesByTheRegion()
{
    const PictureSet set = drawn(32, 32);
    Draws draws(4, torch::kCPU);
    const Scenes scenes = composeScenes(set, 64, draws);
    QCOMPARE(scenes.pictures.sizes(), torch::IntArrayRef({64, 3, 32, 32}));
    // Where no second surface lies, a scene is a picture of its surface, turned by quarters or mirrored.
    int checked = 0;
    for (std::int64_t scene = 0; scene < 64; ++scene) {
        if (scenes.region[scene].max().item<double>() > 0)
            continue;
        bool found = false;
        for (std::int64_t index = 0; index < 32 && !found; ++index) {
            if (set.surfaces[index].item<std::int64_t>() != scenes.outer[scene].item<std::int64_t>())
                continue;
            const torch::Tensor picture = asFloats(set.pixels.narrow(0, index, 1))[0];
            for (int turn = 0; turn < 4 && !found; ++turn) {
                const torch::Tensor turned = torch::rot90(picture, turn, {1, 2});
                found = torch::allclose(scenes.pictures[scene], turned) ||
                        torch::allclose(scenes.pictures[scene], turned.flip({2}));
            }
        }
        QVERIFY(found);
        ++checked;
    }
    QVERIFY2(checked > 10, qPrintable(QString::number(checked)));
}

void TestTrainingBatch::defectMasksLieWherePicturesChanged()
{
    const torch::Tensor before = asFloats(drawn(64, 64).pixels);
    for (std::uint64_t seed = 0; seed < 4; ++seed) {
        Draws draws(seed, torch::kCPU);
        const MarredScenes marred = plantDefects(before, draws);
        QVERIFY(marred.pictures.min().item<double>() >= 0 && marred.pictures.max().item<double>() <= 1);
        const torch::Tensor change = (marred.pictures - before).abs().amax(1, true);
        // A pixel of the mask has a visible change within 2 px.
        const torch::Tensor nearby = torch::max_pool2d(change, {5, 5}, {1, 1}, {2, 2});
        QVERIFY(torch::logical_and(marred.defects > 0, nearby <= 0.0499).sum().item<std::int64_t>() == 0);
        // Outside the mask only a defect's soft edge changes, to a tenth of its strength where it changes visibly.
        const double outside = (change * (1 - marred.defects)).max().item<double>();
        QVERIFY2(outside < 0.25, qPrintable(QString::number(outside)));
        const torch::Tensor share = marred.defects.mean({1, 2, 3});
        QVERIFY2(share.max().item<double>() < 0.7, qPrintable(QString::number(share.max().item<double>())));
        // A picture without a mark in its mask changed nowhere visibly.
        const torch::Tensor untouched = share == 0;
        QVERIFY((change.amax({1, 2, 3}) * untouched).max().item<double>() < 0.25);
    }
}

void TestTrainingBatch::everyKindOfDefectShows()
{
    const torch::Tensor pictures = asFloats(drawn(160, 64).pixels);
    Draws draws(8, torch::kCPU);
    const MarredScenes marred = plantDefects(pictures, draws);
    const torch::Tensor has = (marred.defects.amax({1, 2, 3}) > 0).to(torch::kFloat32).view({8, 20}).mean(1);
    for (std::int64_t kind = 0; kind < 8; ++kind) {
        const double share = has[kind].item<double>();
        QVERIFY2(share > 0.25 && share < 1, qPrintable(QString("%1: %2").arg(kind).arg(share)));
    }
}

void TestTrainingBatch::viewsStayNearEachOther()
{
    Draws draws(6, torch::kCPU);
    const ViewPair views = drawViews(500, draws);
    const torch::Tensor middle = torch::zeros({500, 1, 2});
    const torch::Tensor apart = carry(middle, views.first, views.second).abs().amax({1, 2});
    QVERIFY2(apart.max().item<double>() < 0.6, qPrintable(QString::number(apart.max().item<double>())));
    QVERIFY(apart.mean().item<double>() > 0.1);
    const auto corners = torch::tensor({-1.0F, -1.0F, 1.0F, 1.0F}).view({1, 2, 2}).expand({500, 2, 2});
    const torch::Tensor inFirst = torch::matmul(views.first.narrow(2, 0, 2), corners.transpose(1, 2));
    QVERIFY(inFirst.abs().max().item<double>() < 1.3);
}

void TestTrainingBatch::captureVariesButKeepsRange()
{
    const torch::Tensor pictures = asFloats(drawn(16, 48).pixels);
    Draws draws(1, torch::kCPU);
    Draws again(1, torch::kCPU);
    const torch::Tensor first = capture(pictures, draws);
    QVERIFY(sameTensors(first, capture(pictures, again)));
    QVERIFY(!sameTensors(first, capture(pictures, draws)));
    QVERIFY(first.min().item<double>() >= 0 && first.max().item<double>() <= 1);
    const torch::Tensor white = torch::ones({1, 3, 2, 2});
    const torch::Tensor expected =
        torch::tensor({(1 - 0.485F) / 0.229F, (1 - 0.456F) / 0.224F, (1 - 0.406F) / 0.225F});
    QVERIFY(torch::allclose(normalised(white).select(3, 0).select(2, 0)[0], expected));
}

void TestTrainingBatch::batchesHaveTheirShapes()
{
    const PictureSet set = drawn(32, 48);
    Draws draws(12, torch::kCPU);
    Draws again(12, torch::kCPU);
    const TrainingBatch batch = makeBatch(set, 16, 32, draws);
    QCOMPARE(batch.pictures.sizes(), torch::IntArrayRef({32, 3, 32, 32}));
    QVERIFY(batch.pictures.is_contiguous(torch::MemoryFormat::ChannelsLast));
    QCOMPARE(batch.region.sizes(), torch::IntArrayRef({32, 1, 32, 32}));
    QCOMPARE(batch.defects.sizes(), torch::IntArrayRef({16, 1, 32, 32}));
    QVERIFY(sameTensors(batch.outer.narrow(0, 0, 16), batch.outer.narrow(0, 16, 16)));
    QVERIFY(sameTensors(batch.defects * batch.defects, batch.defects)); // 0 or 1
    QVERIFY(batch.defects.sum().item<double>() > 0);
    QVERIFY(!batch.pictures.requires_grad());
    QVERIFY(sameTensors(batch.pictures, makeBatch(set, 16, 32, again).pictures));
}

QTEST_GUILESS_MAIN(TestTrainingBatch)
#include "test_trainingbatch.moc"
