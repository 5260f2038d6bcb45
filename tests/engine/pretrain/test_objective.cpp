#include <algorithm>
#include <cmath>

#include "pretrain/capture.h"
#include "pretrain/defectterm.h"
#include "pretrain/denseterm.h"
#include "pretrain/places.h"
#include "pretrain/surfaceterm.h"
#include "pretrain/views.h"
#include "sines.h"

#include "comparetensor.h"

using namespace spotcheck::pretrain;
using spotcheck::test::fillWithSines;
using spotcheck::test::sines;

namespace {

/// Written by data/make_objective.py.
QJsonObject reference()
{
    return spotcheck::test::readJson(SPOTCHECK_TEST_DATA "/objective.json");
}

void compareTensor(const torch::Tensor &found, const QString &name)
{
    spotcheck::test::compareTensor(found, reference()[name]);
}

void compareScalar(const torch::Tensor &found, const QString &name)
{
    const double expected = reference()[name].toDouble();
    const double value = found.item<double>();
    QVERIFY2(std::abs(value - expected) < 2e-5 * std::max(1.0, std::abs(expected)),
             qPrintable(QString("%1, expected %2").arg(value).arg(expected)));
}

ViewPair referenceViews()
{
    return {
        torch::tensor({.6F, -.1F, .2F, .1F, .6F, -.1F, .8F, .1F, .0F, -.1F, .8F, .1F, .7F, .0F, -.2F, .0F, .7F, .2F})
            .view({3, 2, 3}),
        torch::tensor(
            {.65F, .05F, .1F, -.05F, .65F, .0F, .75F, .2F, .1F, -.2F, .75F, .2F, .6F, -.1F, .0F, .1F, .6F, .1F})
            .view({3, 2, 3})};
}

torch::Tensor referenceDefects()
{
    torch::Tensor defects = torch::zeros({3, 1, 16, 16});
    defects[1][0].slice(0, 4, 9).slice(1, 6, 9).fill_(1);
    defects[2][0].slice(0, 2, 4).slice(1, 2, 14).fill_(1);
    return defects;
}

} // namespace

class TestObjective : public QObject {
    Q_OBJECT

private slots:
    void pointsAreCarriedBetweenViews();
    void carriedPointsShowTheSameMatter();
    void captureFollowsItsNumbers();
    void surfaceTermIsTheReferences();
    void denseTermIsTheReferences();
    void defectTermIsTheReferences();
    void placesLieOnDefects();
};

void TestObjective::pointsAreCarriedBetweenViews()
{
    const ViewPair views = referenceViews();
    const torch::Tensor points = sines(1.7, {3, 4, 2}, 0.9);
    const torch::Tensor carried = carry(points, views.first, views.second);
    compareTensor(carried, "carried");
    QVERIFY(torch::allclose(carry(carried, views.second, views.first), points, 1e-5, 1e-5));
}

/// What a camera sees at a point is what the other one sees where the point is carried to.
void TestObjective::carriedPointsShowTheSameMatter()
{
    const std::int64_t size = 128;
    const torch::Tensor ramp = torch::linspace(0, 1, size).view({1, 1, 1, size});
    const torch::Tensor scene =
        torch::cat({ramp.expand({1, 1, size, size}), ramp.transpose(2, 3).expand({1, 1, size, size})}, 1);
    Draws draws(11, torch::kCPU);
    int compared = 0;
    for (int repeat = 0; repeat < 20; ++repeat) {
        const ViewPair views = drawViews(1, draws);
        const torch::Tensor first = look(scene, views.first, 64);
        const torch::Tensor second = look(scene, views.second, 64);
        const torch::Tensor points = draws.uniform(-0.9, 0.9, {1, 10, 2});
        const torch::Tensor carried = carry(points, views.first, views.second);
        const auto pixel = [](const torch::Tensor &view, const torch::Tensor &point) {
            const auto index = [&](int axis) {
                return static_cast<std::int64_t>((point[axis].item<double>() + 1) / 2 * 64);
            };
            return view.select(3, index(0)).select(2, index(1)).flatten();
        };
        for (std::int64_t point = 0; point < 10; ++point) {
            const torch::Tensor from = points[0][point];
            const torch::Tensor to = carried[0][point];
            // Where a view looks beyond the scene it sees a mirror image, which is no place of the scene.
            const torch::Tensor inScene = torch::matmul(views.second[0].narrow(1, 0, 2), to.unsqueeze(1)).flatten() +
                                          views.second[0].select(1, 2);
            if (to.abs().max().item<double>() > 0.95 || inScene.abs().max().item<double>() > 0.95)
                continue;
            const double apart = (pixel(first, from) - pixel(second, to)).abs().max().item<double>();
            QVERIFY2(apart < 0.03, qPrintable(QString::number(apart))); // two pixels of a view of 64
            ++compared;
        }
    }
    QVERIFY2(compared > 50, qPrintable(QString::number(compared)));
}

void TestObjective::captureFollowsItsNumbers()
{
    const auto each = [](double step, double scale, double shift) { return sines(step, {2, 1, 1, 1}, scale, shift); };
    CaptureChange change;
    change.focus = each(1, 0.5, 0.2);
    change.gamma = each(2, 0.3, 1);
    change.contrast = each(3, 0.4, 1);
    change.brightness = each(4, 0.2, 0);
    change.balance = sines(5, {2, 3, 1, 1}, 0.1, 1);
    change.direction = each(6, 3, 3);
    change.slope = each(7, 0.1, 0.15);
    change.noise = sines(8, {2, 3, 6, 6}, 0.03);
    change.grey = torch::tensor({0.0F, 1.0F}).view({2, 1, 1, 1});
    compareTensor(applyCaptureChange(sines(0.9, {2, 3, 6, 6}, 0.5, 0.5), change), "captured");
}

void TestObjective::surfaceTermIsTheReferences()
{
    TrainingBatch batch;
    batch.region = sines(0.05, {4, 1, 16, 16}, 2, 0.5).clamp(0, 1);
    batch.region[1].zero_(); // a part that does not show must not count
    batch.outer = torch::tensor({1, 6, 1, 6}, torch::kInt64);
    batch.inner = torch::tensor({0, 3, 0, 3}, torch::kInt64);
    torch::nn::Linear classifier(5, 7);
    fillWithSines(*classifier, 0.3);
    const SurfaceTerm term = surfaceTerm(sines(0.77, {4, 5, 4, 4}), batch, classifier);
    compareScalar(term.loss, "surface");
    compareScalar(term.accuracy, "accuracy");
}

void TestObjective::denseTermIsTheReferences()
{
    Projection projection(6, 8, 5);
    fillWithSines(*projection, 0.4);
    const torch::Tensor first = sines(0.61, {3, 6, 4, 4});
    const torch::Tensor second = first + sines(0.43, {3, 6, 4, 4}, 0.3);
    Places places;
    places.anchors = sines(1.7, {3, 4, 2}, 0.9);
    places.defective = torch::tensor({-.25F, -.25F, .25F, .25F, -.25F, -.25F, -.25F, .25F, .25F, -.75F, -.75F, -.75F})
                           .view({3, 2, 2});
    places.marred = torch::tensor({0, 1, 1}).to(torch::kBool);
    compareScalar(denseTerm(first, second, referenceViews(), referenceDefects(), places, projection), "dense");
}

void TestObjective::defectTermIsTheReferences()
{
    torch::nn::Conv2d detector(torch::nn::Conv2dOptions(5, 1, 1));
    fillWithSines(*detector, 0.9);
    compareScalar(defectTerm(sines(0.83, {6, 5, 4, 4}), referenceDefects(), detector), "defect");
}

void TestObjective::placesLieOnDefects()
{
    const torch::Tensor defects = referenceDefects();
    Draws draws(5, torch::kCPU);
    for (int repeat = 0; repeat < 20; ++repeat) {
        const Places places = drawPlaces(defects, 4, 8, draws);
        QVERIFY(places.anchors.abs().max().item<double>() <= 0.92);
        QVERIFY(torch::equal(places.marred, torch::tensor({0, 1, 1}).to(torch::kBool)));
        for (std::int64_t picture = 1; picture < 3; ++picture) {
            for (std::int64_t place = 0; place < places.defective.size(1); ++place) {
                const auto cell = [&](int axis) {
                    const double coordinate = places.defective[picture][place][axis].item<double>();
                    return static_cast<std::int64_t>((coordinate + 1) / 2 * 4);
                };
                const torch::Tensor pixels = defects[picture][0].narrow(0, cell(1) * 4, 4).narrow(1, cell(0) * 4, 4);
                QVERIFY(pixels.mean().item<double>() > 0.06);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestObjective)
#include "test_objective.moc"
