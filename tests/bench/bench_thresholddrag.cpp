#include <algorithm>
#include <cmath>

#include <QAbstractItemModel>
#include <QApplication>
#include <QComboBox>
#include <QListView>

#include <benchmark/benchmark.h>

#include <spotcheck/evaluation/evaluation.h>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/inspect/inspectpage.h"

using namespace spotcheck;
using namespace spotcheck::ui;

namespace {

// Deterministic and overlapping: good around 10, defective around 14.
std::shared_ptr<const Evaluation> evaluationOf(int pictures)
{
    auto evaluation = std::make_shared<Evaluation>();
    std::vector<ScoredLabel> scores;
    for (int index = 0; index < pictures; ++index) {
        InspectionResult result;
        const bool defective = index % 5 == 0;
        result.sample.image = "/parts/picture" + std::to_string(index) + ".png";
        result.sample.label = defective ? Label::Defective : Label::Good;
        result.prediction.emplace();
        result.prediction->score = (defective ? 14 : 10) + 3 * std::sin(index * 12.9898) + std::cos(index * 78.233);
        scores.push_back({result.prediction->score, defective});
        evaluation->results.push_back(std::move(result));
    }
    evaluation->scores = ScoreTable(std::move(scores));
    return evaluation;
}

/// One step of a dragged threshold: all of the page follows and is painted. Without a screen; window system and
/// compositor come on top.
void dragThreshold(benchmark::State &state)
{
    Document document;
    JobRunner jobs;
    InspectPage page(&document, &jobs);
    page.resize(1280, 720);
    page.show();
    const auto evaluation = evaluationOf(static_cast<int>(state.range(0)));
    std::vector<Sample> samples;
    for (const InspectionResult &result : evaluation->results)
        samples.push_back(result.sample);
    document.addSamples(Lane::Test, samples);
    bool ready = false;
    QObject::connect(&page, &InspectPage::summaryShown, &page, [&ready] { ready = true; });
    document.setEvaluation(evaluation);
    OperatingPoint point;
    point.threshold = 12;
    if (state.range(2) != 0)
        point.reviewThreshold = 11;
    document.setOperatingPoint(point);
    page.findChild<QComboBox *>(QStringLiteral("resultFilter"))->setCurrentIndex(static_cast<int>(state.range(1)));
    while (!ready)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    for (int round = 0; round < 20; ++round)
        QCoreApplication::processEvents();

    int step = 0;
    double slowest = 0;
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        ++step;
        point.threshold = 12 + 2 * std::sin(step * 0.05); // 0.1 a step: some 150 of 10,000 verdicts change
        document.setOperatingPoint(
            document.operatingPoint().withThreshold(point.threshold, OperatingPoint::Origin::ByHand));
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        slowest = std::max(
            slowest, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    state.counters["slowest_ms"] = slowest;
}
// Pictures; filter (0: all, 1: called defective, 5: false alarms); review band.
BENCHMARK(dragThreshold)
    ->Args({1000, 0, 0})
    ->Args({10000, 0, 0})
    ->Args({10000, 0, 1})
    ->Args({10000, 1, 0})
    ->Args({10000, 5, 0})
    ->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
