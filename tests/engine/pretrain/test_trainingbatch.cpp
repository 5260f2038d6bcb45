#include <algorithm>
#include <cmath>

#include "pretrain/capture.h"
#include "pretrain/partmask.h"
#include "pretrain/plantdefects.h"
#include "pretrain/regionmask.h"
#include "pretrain/scene.h"
#include "pretrain/trainingbatch.h"

#include <QtTest>

using namespace spotcheck::pretrain;

namespace {

PictureSet drawn(std::int64_t count, int size, std::uint64_t seed = 3)
{
    PoolOptions options;
    options.surfaces = 40;
    spotcheck::JobMonitor monitor;
    return drawPictures(options, randomPictures(options, count, 0, seed), size, monitor);
}

bool sameTensors(const torch::Tensor &first, const torch::Tensor &second)
{
    return torch::equal(first, second);
}

} // namespace

class TestTrainingBatch : public QObject {
    Q_OBJECT

private slots:
    void drawsFollowTheirSeed();
    void regionMasksAreInRangeAndAbsentInHalf();
    void partsLieAroundTheMiddle();
    void scenesMixTheirSurfacesByTheRegion();
    void defectMasksLieWherePicturesChanged();
    void everyKindOfDefectShows();
    void viewsStayNearEachOther();
    void captureVariesButKeepsRange();
    void batchesHaveTheirShapes();
};

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

void TestTrainingBatch::partsLieAroundTheMiddle()
{
    Draws draws(3, torch::kCPU);
    const torch::Tensor mask = drawPartMask(300, 48, draws);
    QVERIFY(mask.min().item<double>() >= 0 && mask.max().item<double>() <= 1);
    const torch::Tensor share = mask.mean({1, 2, 3});
    QVERIFY(share.min().item<double>() > 0.04 && share.max().item<double>() < 0.82); // of the picture
    QVERIFY((mask.select(1, 0).select(1, 24).select(1, 24) == 1).to(torch::kFloat32).mean().item<double>() > 0.9);
}

void TestTrainingBatch::scenesMixTheirSurfacesByTheRegion()
{
    const PictureSet outer = drawn(64, 32);
    const PictureSet inner = drawn(64, 32, 4);
    Draws draws(4, torch::kCPU);
    const Scenes scenes = composeScenes(outer, inner, draws);
    QCOMPARE(scenes.pictures.sizes(), torch::IntArrayRef({64, 3, 32, 32}));
    QVERIFY(sameTensors(scenes.outer, outer.surfaces) && sameTensors(scenes.inner, inner.surfaces));
    // Where no second surface lies, a scene is its picture, turned by quarters or mirrored.
    int checked = 0;
    for (std::int64_t scene = 0; scene < 64; ++scene) {
        if (scenes.region[scene].max().item<double>() > 0)
            continue;
        const torch::Tensor picture = asFloats(outer.pixels.narrow(0, scene, 1))[0];
        bool found = false;
        for (int turn = 0; turn < 4 && !found; ++turn) {
            const torch::Tensor turned = torch::rot90(picture, turn, {1, 2});
            found = torch::allclose(scenes.pictures[scene], turned) ||
                    torch::allclose(scenes.pictures[scene], turned.flip({2}));
        }
        QVERIFY(found);
        ++checked;
    }
    QVERIFY2(checked > 10, qPrintable(QString::number(checked)));
}

void TestTrainingBatch::defectMasksLieWherePicturesChanged()
{
    const torch::Tensor before = asFloats(drawn(64, 128).pixels);
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
    const torch::Tensor has = (marred.defects.amax({1, 2, 3}) > 0).to(torch::kFloat32).view({10, 16}).mean(1);
    for (std::int64_t kind = 0; kind < 10; ++kind) {
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
    const PictureSet outer = drawn(16, 48);
    const PictureSet inner = drawn(16, 48, 4);
    Draws draws(12, torch::kCPU);
    Draws again(12, torch::kCPU);
    const TrainingBatch batch = makeBatch(outer, inner, 32, draws);
    QCOMPARE(batch.pictures.sizes(), torch::IntArrayRef({32, 3, 32, 32}));
    QVERIFY(batch.pictures.is_contiguous(torch::MemoryFormat::ChannelsLast));
    QCOMPARE(batch.region.sizes(), torch::IntArrayRef({32, 1, 32, 32}));
    QCOMPARE(batch.defects.sizes(), torch::IntArrayRef({16, 1, 32, 32}));
    QVERIFY(sameTensors(batch.outer.narrow(0, 0, 16), batch.outer.narrow(0, 16, 16)));
    QVERIFY(sameTensors(batch.defects * batch.defects, batch.defects)); // 0 or 1
    QVERIFY(batch.defects.sum().item<double>() > 0);
    QVERIFY(!batch.pictures.requires_grad());
    QVERIFY(sameTensors(batch.pictures, makeBatch(outer, inner, 32, again).pictures));
}

QTEST_GUILESS_MAIN(TestTrainingBatch)
#include "test_trainingbatch.moc"
