#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/core/error.h>

#include "detectors/extratraining.h"
#include "model/filecheckpoint.h"

using namespace spotcheck;

namespace {

constexpr ExtraTrainingOptions options{.pictures = 7, .batch = 3, .epochs = 4, .seed = 11};

/// Notes what it is asked for; its state is a number that depends on all of it.
class Notes : public TrainedPart {
public:
    double step(const TrainingStep &step, std::span<const std::int64_t> pictures, JobMonitor &) override
    {
        steps.push_back(step);
        batches.emplace_back(pictures.begin(), pictures.end());
        for (const std::int64_t picture : pictures)
            state.front() = std::fmod(0.7F * state.front() + static_cast<float>(picture), 13.0F);
        state.front() += static_cast<float>(step.seed % 1000) / 1000;
        return lossIsNumber ? state.front() : std::numeric_limits<double>::quiet_NaN();
    }
    void save(ModelWriter &writer) const override { writer.floats("state", {1}, state); }
    void load(const ModelReader &reader) override { state.front() = reader.floatView("state", {1}).front(); }

    std::vector<TrainingStep> steps;
    std::vector<std::vector<std::int64_t>> batches;
    std::vector<float> state{1.0F};
    bool lossIsNumber = true;
};

class Watch : public JobMonitor {
public:
    explicit Watch(std::size_t limit = std::numeric_limits<std::size_t>::max()) : m_limit(limit) {}
    void report(const Progress &progress) override { reports.push_back(progress); }
    bool isCancelled() const override { return reports.size() >= m_limit; }

    std::vector<Progress> reports;

private:
    std::size_t m_limit;
};

} // namespace

class TestExtraTraining : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path fileFor(const char *name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void everyEpochTakesAllPicturesInAnOrderOfItsOwn()
    {
        Notes notes;
        JobMonitor monitor;
        FitCheckpoint nothing;
        const ExtraTrainingSummary summary = runExtraTraining(notes, options, monitor, nothing);
        QCOMPARE(summary.losses.size(), std::size_t{4});
        QCOMPARE(summary.resumedEpochs, 0);
        QCOMPARE(notes.batches.size(), std::size_t{12});
        std::set<std::vector<std::int64_t>> orders;
        std::set<std::uint64_t> seeds;
        for (std::size_t epoch = 0; epoch < 4; ++epoch) {
            std::vector<std::int64_t> order;
            for (std::size_t i = 3 * epoch; i < 3 * epoch + 3; ++i) {
                QCOMPARE(notes.batches[i].size(), i % 3 == 2 ? std::size_t{1} : std::size_t{3});
                QCOMPARE(notes.steps[i].epoch, static_cast<std::int64_t>(epoch));
                QCOMPARE(notes.steps[i].step, static_cast<std::int64_t>(i));
                QCOMPARE(notes.steps[i].steps, 12);
                seeds.insert(notes.steps[i].seed);
                order.insert(order.end(), notes.batches[i].begin(), notes.batches[i].end());
            }
            orders.insert(order);
            std::sort(order.begin(), order.end());
            QCOMPARE(order, (std::vector<std::int64_t>{0, 1, 2, 3, 4, 5, 6}));
        }
        QCOMPARE(orders.size(), std::size_t{4});
        QCOMPARE(seeds.size(), std::size_t{12});
    }

    void theOrderFollowsTheSeed()
    {
        JobMonitor monitor;
        FitCheckpoint nothing;
        Notes first;
        Notes again;
        Notes other;
        runExtraTraining(first, options, monitor, nothing);
        runExtraTraining(again, options, monitor, nothing);
        ExtraTrainingOptions changed = options;
        changed.seed = 12;
        runExtraTraining(other, changed, monitor, nothing);
        QCOMPARE(first.batches, again.batches);
        QCOMPARE(first.state, again.state);
        QVERIFY(first.batches != other.batches);
    }

    void reportsStepsOfTheWholeTrainingWithTheLoss()
    {
        Notes notes;
        Watch watch;
        FitCheckpoint nothing;
        runExtraTraining(notes, options, watch, nothing);
        QCOMPARE(watch.reports.size(), std::size_t{13});
        for (std::size_t i = 0; i < watch.reports.size(); ++i) {
            QCOMPARE(watch.reports[i].stage, Stage::Fitting);
            QCOMPARE(watch.reports[i].step, static_cast<std::int64_t>(i));
            QCOMPARE(watch.reports[i].steps, 12);
            QCOMPARE(watch.reports[i].value.has_value(), i > 0);
        }
    }

    void cancelsBeforeTheNextStep()
    {
        Notes notes;
        Watch watch(5);
        FitCheckpoint nothing;
        QVERIFY_EXCEPTION_THROWN(runExtraTraining(notes, options, watch, nothing), Cancelled);
        QCOMPARE(notes.batches.size(), std::size_t{4});
    }

    /// Cancelled in each of the epochs: the rest is as without the interruption.
    void goesOnFromTheLastEpoch()
    {
        Notes whole;
        JobMonitor monitor;
        FitCheckpoint nothing;
        const ExtraTrainingSummary expected = runExtraTraining(whole, options, monitor, nothing);
        for (const std::size_t limit : {2, 5, 8, 11}) {
            const std::filesystem::path file = fileFor("checkpoint" + QByteArray::number(qulonglong(limit)));
            {
                Notes notes;
                Watch watch(limit);
                FileCheckpoint checkpoint(file, "one training");
                QVERIFY_EXCEPTION_THROWN(runExtraTraining(notes, options, watch, checkpoint), Cancelled);
            }
            Notes notes;
            Watch watch;
            FileCheckpoint checkpoint(file, "one training");
            const ExtraTrainingSummary summary = runExtraTraining(notes, options, watch, checkpoint);
            const std::size_t epochs = (limit - 1) / 3;
            QCOMPARE(summary.resumedEpochs, static_cast<std::int64_t>(epochs));
            QCOMPARE(watch.reports.front().step, static_cast<std::int64_t>(3 * epochs));
            QCOMPARE(watch.reports.size(), 13 - 3 * epochs);
            QCOMPARE(notes.batches.front(), whole.batches[3 * epochs]);
            QCOMPARE(notes.state, whole.state);
            QCOMPARE(summary.losses, expected.losses);
        }
    }

    void aFinishedTrainingIsNotTrainedAgain()
    {
        JobMonitor monitor;
        const std::filesystem::path file = fileFor("finished");
        Notes whole;
        FileCheckpoint kept(file, "one training");
        runExtraTraining(whole, options, monitor, kept);
        Notes notes;
        FileCheckpoint checkpoint(file, "one training");
        QCOMPARE(runExtraTraining(notes, options, monitor, checkpoint).losses.size(), std::size_t{4});
        QVERIFY(notes.batches.empty());
        QCOMPARE(notes.state, whole.state);
    }

    void refusesACheckpointThatDoesNotFit()
    {
        const std::filesystem::path file = fileFor("other");
        const std::vector<float> losses(5);
        ModelWriter writer;
        writer.floats("extra_training.losses", {5}, losses);
        FileCheckpoint(file, "one training").keep(writer);
        Notes notes;
        JobMonitor monitor;
        FileCheckpoint checkpoint(file, "one training");
        QVERIFY_EXCEPTION_THROWN(runExtraTraining(notes, options, monitor, checkpoint), Error);
    }

    void saysWhenTheLossIsNoNumber()
    {
        Notes notes;
        notes.lossIsNumber = false;
        JobMonitor monitor;
        FitCheckpoint nothing;
        QVERIFY_EXCEPTION_THROWN(runExtraTraining(notes, options, monitor, nothing), Error);
    }

    void refusesWhatCannotWork()
    {
        Notes notes;
        JobMonitor monitor;
        FitCheckpoint nothing;
        for (const ExtraTrainingOptions &wrong :
             {ExtraTrainingOptions{0, 1, 1, 0}, ExtraTrainingOptions{1, 0, 1, 0}, ExtraTrainingOptions{1, 1, 0, 0}})
            QVERIFY_EXCEPTION_THROWN(runExtraTraining(notes, wrong, monitor, nothing), Error);
    }
};

QTEST_GUILESS_MAIN(TestExtraTraining)
#include "test_extratraining.moc"
