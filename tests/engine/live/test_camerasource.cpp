#include <filesystem>

#include <QTest>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/videoio.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/live/camerasource.h>

#include "data/temporarytree.h"
#include "live/cameraframe.h"

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

    void framesBecomeRgb()
    {
        const cv::Scalar colour(10, 20, 30, 40); // blue first
        QCOMPARE(rgbOfFrame(cv::Mat(4, 5, CV_8UC3, colour)).at<cv::Vec3b>(1, 1), cv::Vec3b(30, 20, 10));
        QCOMPARE(rgbOfFrame(cv::Mat(4, 5, CV_8UC4, colour)).at<cv::Vec3b>(1, 1), cv::Vec3b(30, 20, 10));
        QCOMPARE(rgbOfFrame(cv::Mat(4, 5, CV_16UC1, colour)).at<cv::Vec3w>(1, 1), cv::Vec3w(10, 10, 10));
        for (const int type : {CV_8UC2, CV_64FC1, CV_32FC3, CV_8UC(5)}) {
            try {
                rgbOfFrame(cv::Mat(4, 5, type, cv::Scalar(0)));
                QFAIL("nothing was thrown");
            } catch (const Error &error) {
                QCOMPARE(error.code(), ErrorCode::NotAnImage);
            }
        }
        QVERIFY_EXCEPTION_THROWN(rgbOfFrame(cv::Mat()), Error);
    }

    /// A row of pictures with numbers stands for the camera, one of them of numbers with 64 bits.
    void aFrameThatCannotBeUsedIsUnreadableAndTheNextOneComes()
    {
        const fs::path folder = m_tree.addFolder("frames");
        const std::vector<int> depths{CV_8U, CV_64F, CV_8U};
        for (std::size_t i = 0; i < depths.size(); ++i) {
            const fs::path file = folder / ("f" + std::to_string(i) + ".tiff");
            QVERIFY(cv::imwrite(file.string(), cv::Mat(32, 40, depths[i], cv::Scalar(50))));
            fs::rename(file,
                       fs::path(file).replace_extension(".frame")); // FFmpeg goes by the ending and would take it
        }
        CameraSource source(options((folder / "f%d.frame").string()));
        for (std::size_t i = 0; i < depths.size(); ++i) {
            const auto picture = nextAfter(source, std::chrono::milliseconds(1));
            QVERIFY2(picture, std::to_string(i).c_str());
            QCOMPARE(picture->image.empty(), depths[i] == CV_64F);
            QCOMPARE(picture->failure.find("frame 2") != std::string::npos, depths[i] == CV_64F);
        }
        QVERIFY(!source.isLost() && m_notices.empty());
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
