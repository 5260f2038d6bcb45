#include <filesystem>

#include <QTest>

#include <opencv2/core.hpp>
#include <opencv2/videoio.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/live/camerasource.h>

#include "data/temporarytree.h"

using namespace spotcheck;
namespace fs = std::filesystem;

/// A video file stands for the camera: this machine has none.
class TestCameraSource : public QObject {
    Q_OBJECT

    TemporaryTree m_tree;
    std::chrono::steady_clock::time_point m_now{std::chrono::hours(5)};
    std::vector<LiveNotice> m_notices;
    JobMonitor m_monitor;
    fs::path m_video;

    static constexpr int frames = 5;

    CameraOptions options(const std::string &address)
    {
        CameraOptions options;
        options.address = address;
        options.clock = [this] { return m_now; };
        return options;
    }

    std::optional<LivePicture> nextAfter(CameraSource &source, std::chrono::milliseconds time)
    {
        m_now += time;
        return source.next(m_notices, m_monitor);
    }

private slots:
    void initTestCase()
    {
        m_video = m_tree.path("film.avi");
        cv::VideoWriter writer(m_video.string(), cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), 10, cv::Size(64, 48));
        if (!writer.isOpened())
            QSKIP("OpenCV cannot write videos here");
        for (int i = 0; i < frames; ++i)
            writer.write(cv::Mat(48, 64, CV_8UC3, cv::Scalar(200, 100, 20 * i))); // BGR
    }

    void init() { m_notices.clear(); }

    void everyFrameOfAFileComesAndThenItIsOver()
    {
        CameraSource source(options(m_video.string()));
        for (int i = 0; i < frames; ++i) {
            const auto picture = nextAfter(source, std::chrono::milliseconds(1));
            QVERIFY(picture);
            QVERIFY(picture->file.empty());
            QCOMPARE(picture->name, "frame " + std::to_string(i + 1));
            QCOMPARE(picture->image.type(), CV_8UC3);
            QCOMPARE(picture->image.cols, 64);
            const cv::Scalar mean = cv::mean(picture->image); // red first
            QVERIFY(std::abs(mean[0] - 20 * i) < 6 && std::abs(mean[1] - 100) < 6 && std::abs(mean[2] - 200) < 6);
        }
        QVERIFY(!source.isFinished());
        QVERIFY(!nextAfter(source, std::chrono::milliseconds(1)));
        QVERIFY(source.isFinished());
        QVERIFY(m_notices.empty());
    }

    void picturesComeNoFasterThanAskedFor()
    {
        CameraOptions slow = options(m_video.string());
        slow.pause = std::chrono::seconds(2);
        CameraSource source(slow);
        QVERIFY(nextAfter(source, std::chrono::milliseconds(0)));
        QVERIFY(!nextAfter(source, std::chrono::milliseconds(1900)));
        QVERIFY(source.pause() <= std::chrono::milliseconds(500)); // so that an end is seen soon
        QVERIFY(nextAfter(source, std::chrono::milliseconds(200)));
    }

    void aCameraThatGoesAwayIsOpenedAgainAndAgain()
    {
        const fs::path place = m_tree.path("camera.avi");
        fs::copy_file(m_video, place);
        CameraOptions endless = options(place.string());
        endless.endsWithFile = false;
        CameraSource source(endless);
        for (int i = 0; i < frames; ++i)
            QVERIFY(nextAfter(source, std::chrono::milliseconds(1)));
        fs::remove(place);
        QVERIFY(!nextAfter(source, std::chrono::milliseconds(1)));
        QVERIFY(source.isLost() && !source.isFinished());
        QCOMPARE(m_notices.size(), std::size_t(1));
        QCOMPARE(m_notices[0].kind, LiveNotice::Kind::SourceLost);

        // Tries lie 1, 2, 4, 8, 16, 30, 30 ... seconds apart.
        fs::path back = m_tree.path("back.avi");
        for (const int seconds : {1, 2, 4, 8, 16, 30, 30}) {
            fs::copy_file(m_video, place);
            QVERIFY2(!nextAfter(source, std::chrono::milliseconds(1000 * seconds - 10)), "tried too early");
            fs::remove(place);
            QVERIFY(!nextAfter(source, std::chrono::milliseconds(10)));
        }
        QCOMPARE(m_notices.size(), std::size_t(1));
        fs::copy_file(m_video, place);
        const auto picture = nextAfter(source, std::chrono::seconds(30));
        QVERIFY(picture && !source.isLost());
        QCOMPARE(picture->name, "frame " + std::to_string(frames + 1));
        QCOMPARE(m_notices.size(), std::size_t(2));
        QCOMPARE(m_notices[1].kind, LiveNotice::Kind::SourceBack);
    }

    void whatIsNoCameraIsSaidOnce()
    {
        for (const std::string &address : {std::string("97"), m_tree.path("none.avi").string()}) {
            m_notices.clear();
            CameraSource source(options(address));
            for (int i = 0; i < 5; ++i)
                QVERIFY(!nextAfter(source, std::chrono::seconds(40)));
            QCOMPARE(m_notices.size(), std::size_t(1));
            QVERIFY(m_notices[0].message.english().find(address) != std::string::npos);
        }
    }

    void nonsenseIsRefused()
    {
        QVERIFY_EXCEPTION_THROWN(CameraSource(options("")), Error);
        CameraOptions wrong = options("0");
        wrong.longestRetry = std::chrono::milliseconds(1);
        QVERIFY_EXCEPTION_THROWN(CameraSource{wrong}, Error);
    }
};

QTEST_GUILESS_MAIN(TestCameraSource)
#include "test_camerasource.moc"
