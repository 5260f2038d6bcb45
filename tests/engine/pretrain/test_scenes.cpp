#include "pretrain/capture.h"
#include "pretrain/partmask.h"
#include "pretrain/plantdefects.h"
#include "pretrain/regionmask.h"
#include "pretrain/scene.h"
#include "pretrain/views.h"
#include "sines.h"
#include "weyldraws.h"

#include "comparetensor.h"

using namespace spotcheck::pretrain;
using spotcheck::test::sines;
using spotcheck::test::WeylDraws;

namespace {

constexpr std::int64_t size = 48;
constexpr std::int64_t count = 24; // four scratches, two of each other kind of defect, six bends

/// The means of 3 x 3 parts of `maps` are what data/make_batch.py wrote down of the training script's own.
void compareParts(const torch::Tensor &maps, const QString &name)
{
    static const QJsonObject reference = spotcheck::test::readJson(SPOTCHECK_TEST_DATA "/batch.json");
    spotcheck::test::compareTensor(name == "cameras" ? maps : torch::adaptive_avg_pool2d(maps, {3, 3}),
                                   reference[name]);
}

PictureSet picturesBy(std::int64_t step)
{
    const torch::Tensor index = torch::arange(count * size * size * 3);
    return {(index * step % 251).to(torch::kUInt8).view({count, size, size, 3}), torch::arange(count)};
}

torch::Tensor cleanScenes()
{
    return sines(0.013, {count, 3, size, size}, 0.4, 0.5);
}

} // namespace

/// With the same random numbers every step of drawing a batch is the training script's.
class TestScenes : public QObject {
    Q_OBJECT

private slots:
    void regionsAreTheScripts();
    void partsAreTheScripts();
    void scenesAreTheScripts();
    void defectsAreTheScripts();
    void viewsAndCapturesAreTheScripts();
};

void TestScenes::regionsAreTheScripts()
{
    WeylDraws draws;
    compareParts(drawRegionMask(count, size, draws), "region");
}

void TestScenes::partsAreTheScripts()
{
    WeylDraws draws;
    compareParts(drawPartMask(count, size, draws), "part");
}

void TestScenes::scenesAreTheScripts()
{
    WeylDraws draws;
    const Scenes scenes = composeScenes(picturesBy(37), picturesBy(101), draws);
    compareParts(scenes.pictures, "scene");
    QVERIFY(torch::equal(scenes.outer, torch::arange(count)));
}

void TestScenes::defectsAreTheScripts()
{
    WeylDraws draws;
    const MarredScenes marred = plantDefects(cleanScenes(), draws);
    compareParts(marred.pictures, "marred");
    compareParts(marred.defects, "defects");
}

void TestScenes::viewsAndCapturesAreTheScripts()
{
    WeylDraws draws;
    const ViewPair views = drawViews(4, draws);
    compareParts(torch::cat({views.first, views.second}), "cameras");
    WeylDraws ofCapture;
    compareParts(capture(look(cleanScenes().narrow(0, 0, 4), views.first, 32), ofCapture), "captured");
}

QTEST_GUILESS_MAIN(TestScenes)
#include "test_scenes.moc"
