#include <algorithm>
#include <atomic>
#include <cmath>
#include <deque>
#include <filesystem>
#include <fstream>

#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/live/foldersource.h>
#include <spotcheck/live/liveinspection.h>

#include "data/temporarytree.h"
#include "randomweights.h"

using namespace spotcheck;
namespace fs = std::filesystem;

namespace {

/// Gives what was put in, and is finished then.
class ListedSource : public LiveSource {
public:
    std::deque<LivePicture> pictures;
    std::deque<LiveNotice> trouble;
    std::function<void()> beforeEach;

    std::optional<LivePicture> next(std::vector<LiveNotice> &notices, JobMonitor &) override
    {
        if (beforeEach)
            beforeEach();
        if (!trouble.empty()) {
            notices.push_back(trouble.front());
            trouble.pop_front();
        }
        if (pictures.empty())
            return std::nullopt;
        LivePicture picture = std::move(pictures.front());
        pictures.pop_front();
        picture.complete = std::chrono::steady_clock::now();
        return picture;
    }
    std::chrono::milliseconds pause() const override { return std::chrono::milliseconds(1); }
    std::int64_t waiting() const override { return static_cast<std::int64_t>(pictures.size()); }
    bool isFinished() const override { return pictures.empty(); }
    bool isLost() const override { return false; }
};

class Recorder : public LiveObserver {
public:
    std::vector<LiveResult> results;
    std::vector<LiveNotice> notices;
    LiveStatus last;
    std::function<void()> afterPicture;

    void pictureInspected(const LiveResult &result, const LiveStatus &status) override
    {
        results.push_back(result);
        last = status;
        if (afterPicture)
            afterPicture();
    }
    void noticed(const LiveNotice &notice, const LiveStatus &status) override
    {
        notices.push_back(notice);
        last = status;
    }

    bool noticed(LiveNotice::Kind kind) const
    {
        return std::any_of(notices.begin(), notices.end(),
                           [&](const LiveNotice &notice) { return notice.kind == kind; });
    }
};

class CancelWhenAsked : public JobMonitor {
public:
    std::atomic<bool> cancelled = false;
    bool isCancelled() const override { return cancelled; }
};

} // namespace

class TestLiveInspection : public QObject {
    Q_OBJECT

    TemporaryTree m_tree;
    std::shared_ptr<const Model> m_model;
    std::vector<fs::path> m_pictures;
    std::vector<double> m_scores; ///< of those pictures

    /// A picture with a little structure, another for every number.
    fs::path writePicture(const std::string &folder, int number) const
    {
        cv::Mat image(48, 48, CV_8UC3);
        for (int y = 0; y < image.rows; ++y)
            for (int x = 0; x < image.cols; ++x)
                image.at<cv::Vec3b>(y, x) = {static_cast<unsigned char>(x * 5 + number * 7),
                                             static_cast<unsigned char>(y * 5),
                                             static_cast<unsigned char>(x * y + number)};
        const fs::path file = m_tree.addFolder(folder) / (std::to_string(number) + ".png");
        writeImage(file, image);
        return file;
    }

    LivePicture picture(std::size_t index) const
    {
        LivePicture picture;
        picture.file = m_pictures[index];
        picture.name = picture.file.filename().string();
        picture.image = readImage(picture.file);
        return picture;
    }

    static int linesOf(const fs::path &file)
    {
        std::ifstream stream(file);
        return static_cast<int>(std::count(std::istreambuf_iterator<char>(stream), {}, '\n'));
    }

    /// Of what is in the folder already.
    Recorder watchUntilIdle(FolderOptions watched, std::chrono::milliseconds idle) const
    {
        watched.existing = true;
        watched.pause = std::chrono::milliseconds(10);
        LiveOptions options;
        options.untilIdle = idle;
        LiveInspection live(m_model, std::make_unique<FolderSource>(watched), options);
        Recorder recorder;
        JobMonitor monitor;
        live.run(recorder, monitor);
        return recorder;
    }

private slots:
    void initTestCase()
    {
        configureRuntime(1);
        const fs::path weights = m_tree.addFolder("weights");
        test::writeRandomResNet18(weights / "embedded-resnet18.safetensors");
        std::vector<Sample> normals;
        for (int number = 0; number < 8; ++number)
            normals.push_back({writePicture("normal", number), Label::Good});
        JobMonitor monitor;
        TrainingOptions options;
        options.preprocessing.inputSize = 64;
        options.calibrationShare = 0.5;
        m_model = Model::train(normals, options, WeightsStore(weights, {}), monitor);
        for (const int number : {100, 101, 200, 201, 202}) {
            m_pictures.push_back(writePicture("test", number));
            m_scores.push_back(m_model->inspect(readImage(m_pictures.back())).score);
        }
        QCOMPARE(m_pictures.size(), std::size_t(5));
    }

    void verdictsFollowTheOperatingPoint()
    {
        std::vector<double> sorted = m_scores;
        std::sort(sorted.begin(), sorted.end());
        LiveOptions options;
        options.point.threshold = (sorted[3] + sorted[4]) / 2;
        options.point.reviewThreshold = (sorted[1] + sorted[2]) / 2;
        options.log = m_tree.path("verdicts.csv");
        auto source = std::make_unique<ListedSource>();
        for (std::size_t i = 0; i < m_pictures.size(); ++i)
            source->pictures.push_back(picture(i));
        LivePicture broken;
        broken.name = "broken.png";
        broken.file = m_tree.path("broken.png");
        broken.failure = "broken.png: no picture";
        source->pictures.push_back(broken);

        LiveInspection live(m_model, std::move(source), options);
        Recorder recorder;
        JobMonitor monitor;
        live.run(recorder, monitor);
        QCOMPARE(recorder.results.size(), std::size_t(6));
        for (std::size_t i = 0; i < m_scores.size(); ++i) {
            const LiveResult &result = recorder.results[i];
            QCOMPARE(result.result.prediction->score, m_scores[i]); // the same bits as an inspection
            QCOMPARE(result.verdict, options.point.verdict(result.result));
            QVERIFY(result.point && result.latency > 0);
            QCOMPARE(result.point->counted, result.verdict != Verdict::Defective);
            QCOMPARE(result.map.size(), result.image.size());
        }
        QCOMPARE(recorder.results.back().verdict, Verdict::Failed);
        const LiveCounts counts = recorder.last.counts;
        QCOMPARE(counts.good, 2);
        QCOMPARE(counts.review, 2);
        QCOMPARE(counts.defective, 1);
        QCOMPARE(counts.unreadable, 1);
        QCOMPARE(*counts.yield(), 0.4);
        QVERIFY(*recorder.last.latencyMean > 0 && *recorder.last.latencyPercentile95 >= *recorder.last.latencyMean);
        QCOMPARE(linesOf(options.log), 7);
    }

    void latencyIsOfTheLastPictures()
    {
        LatencyWindow window;
        QVERIFY(!window.mean() && !window.percentile95());
        for (int i = 0; i < 5000; ++i)
            window.add(100);
        for (int i = 1; i <= 1000; ++i)
            window.add(i);
        QCOMPARE(*window.mean(), 500.5);
        QCOMPARE(*window.percentile95(), 950.0);
        LatencyWindow two;
        two.add(3);
        two.add(1);
        QCOMPARE(*two.percentile95(), 3.0);
    }

    void driftAndRejectsInARowAreSaid()
    {
        const auto limits = chartLimits(m_model->calibration().scores());
        QVERIFY(limits);
        // The picture that lies farthest from the normals, over and over.
        std::size_t far = 0;
        for (std::size_t i = 0; i < m_scores.size(); ++i)
            if (std::abs(m_scores[i] - limits->centre) > std::abs(m_scores[far] - limits->centre))
                far = i;
        const auto run = [&](double threshold) {
            LiveOptions options;
            options.point.threshold = threshold;
            options.chart.width = 0.01; // the little set's scores hardly move
            auto source = std::make_unique<ListedSource>();
            for (int i = 0; i < 7; ++i)
                source->pictures.push_back(picture(far));
            LiveInspection live(m_model, std::move(source), options);
            Recorder recorder;
            JobMonitor monitor;
            live.run(recorder, monitor);
            return recorder;
        };
        const Recorder good = run(1e9);
        QCOMPARE(good.notices.size(), std::size_t(1));
        QCOMPARE(good.notices[0].kind, LiveNotice::Kind::Drift);
        QVERIFY(good.last.drift != Drift::None);
        const Recorder rejected = run(-1e9);
        QCOMPARE(rejected.notices.size(), std::size_t(1));
        QCOMPARE(rejected.notices[0].kind, LiveNotice::Kind::RejectsInARow);
        QCOMPARE(rejected.last.drift, Drift::None);
    }

    void aRowOfRejectsEndsWithTheFirstOtherPart()
    {
        const auto least = std::min_element(m_scores.begin(), m_scores.end()) - m_scores.begin();
        const auto most = std::max_element(m_scores.begin(), m_scores.end()) - m_scores.begin();
        QVERIFY(m_scores[static_cast<std::size_t>(least)] < m_scores[static_cast<std::size_t>(most)]);
        LiveOptions options;
        options.point.threshold = m_scores[static_cast<std::size_t>(least)];
        options.rejectsInARow = 2;
        auto source = std::make_unique<ListedSource>();
        for (const std::ptrdiff_t index : {most, most, most, least, least})
            source->pictures.push_back(picture(static_cast<std::size_t>(index)));
        LiveInspection live(m_model, std::move(source), options);
        Recorder recorder;
        JobMonitor monitor;
        live.run(recorder, monitor);
        std::vector<LiveNotice> rows;
        for (const LiveNotice &notice : recorder.notices) {
            if (notice.kind == LiveNotice::Kind::RejectsInARow || notice.kind == LiveNotice::Kind::RejectsOver)
                rows.push_back(notice);
        }
        QCOMPARE(rows.size(), std::size_t(2));
        QVERIFY(rows[0].isTrouble() && rows[0].english().starts_with("2 parts"));
        QVERIFY(!rows[1].isTrouble() && rows[1].english().starts_with("3 parts"));
        QCOMPARE(recorder.last.rejectsInARow, std::int64_t(0));
    }

    void idlenessEndsTheRun()
    {
        const fs::path folder = m_tree.addFolder("idle");
        fs::copy_file(m_pictures[0], folder / "a.png");
        FolderOptions watched;
        watched.folder = folder;
        QCOMPARE(watchUntilIdle(watched, std::chrono::milliseconds(200)).results.size(), std::size_t(1));
    }

    /// A picture that may still be half-written is no idleness: it is read or said to be unreadable first.
    void anUndecidedPictureIsWaitedFor()
    {
        const fs::path folder = m_tree.addFolder("undecided");
        std::ofstream(folder / "text.png") << "no picture";
        FolderOptions watched;
        watched.folder = folder;
        watched.unreadableAfter = std::chrono::milliseconds(300);
        const Recorder recorder = watchUntilIdle(watched, std::chrono::milliseconds(50));
        QCOMPARE(recorder.results.size(), std::size_t(1));
        QVERIFY(!recorder.results[0].result.failure.empty());
    }

    void cancellingKeepsTheLog()
    {
        LiveOptions options;
        options.log = m_tree.path("cancelled.csv");
        auto source = std::make_unique<ListedSource>();
        for (std::size_t i = 0; i < m_pictures.size(); ++i)
            source->pictures.push_back(picture(i));
        LiveInspection live(m_model, std::move(source), options);
        Recorder recorder;
        CancelWhenAsked monitor;
        recorder.afterPicture = [&] { monitor.cancelled = recorder.results.size() == 2; };
        QVERIFY_EXCEPTION_THROWN(live.run(recorder, monitor), Cancelled);
        QCOMPARE(recorder.results.size(), std::size_t(2));
        QCOMPARE(linesOf(options.log), 3);
        QCOMPARE(live.status().counts.total(), 2);
    }

    void aLogThatCannotBeWrittenDoesNotStopTheInspection()
    {
        const fs::path folder = m_tree.addFolder("logs");
        LiveOptions options;
        options.log = folder / "log.csv";
        auto source = std::make_unique<ListedSource>();
        for (std::size_t i = 0; i < 3; ++i)
            source->pictures.push_back(picture(i));
        source->beforeEach = [&] { fs::remove_all(folder); };
        LiveInspection live(m_model, std::move(source), options);
        Recorder recorder;
        JobMonitor monitor;
        live.run(recorder, monitor);
        QCOMPARE(recorder.results.size(), std::size_t(3));
        QVERIFY(recorder.noticed(LiveNotice::Kind::LogBehind));
        QVERIFY(recorder.noticed(LiveNotice::Kind::RowsLost)); // the end came first
        QCOMPARE(recorder.last.rowsWaiting, std::size_t(3));
    }

    void aFailureTellsWhichRowsAreLost()
    {
        const fs::path folder = m_tree.addFolder("failing");
        LiveOptions options;
        options.log = folder / "log.csv";
        auto source = std::make_unique<ListedSource>();
        for (std::size_t i = 0; i < 3; ++i)
            source->pictures.push_back(picture(i));
        const ListedSource &listed = *source;
        source->beforeEach = [&] {
            fs::remove_all(folder);
            if (listed.pictures.size() == 1)
                throw Error(ErrorCode::OutOfMemory, "while reading a picture");
        };
        LiveInspection live(m_model, std::move(source), options);
        Recorder recorder;
        JobMonitor monitor;
        QVERIFY_EXCEPTION_THROWN(live.run(recorder, monitor), Error);
        QCOMPARE(recorder.results.size(), std::size_t(2));
        QVERIFY(recorder.noticed(LiveNotice::Kind::RowsLost));
        QCOMPARE(recorder.last.rowsWaiting, std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestLiveInspection)
#include "test_liveinspection.moc"
