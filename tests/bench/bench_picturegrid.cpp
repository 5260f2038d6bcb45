#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include <QApplication>
#include <QListView>
#include <QScrollBar>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <spotcheck/core/runtime.h>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/images/imagespage.h"

using namespace spotcheck;
using namespace spotcheck::ui;

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double processorMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// The longest that the window's thread was away: by the clock, and without the time in which another thread, or
/// another machine on the same host, had the processor.
struct Stall {
    double clock = 0;     ///< ms
    double processor = 0; ///< ms

    template <class Work>
    void watch(Work work)
    {
        const auto start = Clock::now();
        const double before = processorMilliseconds();
        work();
        processor = std::max(processor, processorMilliseconds() - before);
        clock = std::max(clock, millisecondsSince(start));
    }
};

/// JPEGs of 1 megapixel, each another file: a few pictures with a number behind the end, which readers pass over.
std::vector<Sample> writePictures(const std::string &folder, int count)
{
    std::vector<std::vector<uchar>> pictures;
    for (int kind = 0; kind < 20; ++kind) {
        cv::Mat picture(1024, 1024, CV_8UC3, cv::Scalar::all(90 + 5 * kind));
        for (int ring = 40; ring < 480; ring += 20)
            cv::circle(picture, {512, 512}, ring, cv::Scalar(ring % 255, 255 - kind * 9, 60), 6);
        pictures.emplace_back();
        cv::imencode(".jpg", picture, pictures.back());
    }
    std::vector<Sample> samples;
    for (int index = 0; index < count; ++index) {
        Sample sample;
        sample.image = folder + "/" + std::to_string(index) + ".jpg";
        sample.label = Label::Good;
        const std::vector<uchar> &bytes = pictures[static_cast<std::size_t>(index) % pictures.size()];
        std::ofstream file(sample.image, std::ios::binary);
        file.write(reinterpret_cast<const char *>(bytes.data()), std::ssize(bytes));
        file << index;
        samples.push_back(std::move(sample));
    }
    return samples;
}

/// The Images page filled with many pictures at once: until it is painted first, then scrolled from top to bottom,
/// page by page. One round of the event loop is what a user would feel as a stall.
void openAndScroll(benchmark::State &state)
{
    const QTemporaryDir folder;
    const std::vector<Sample> samples = writePictures(folder.path().toStdString(), static_cast<int>(state.range(0)));
    double firstPaint = 0;
    Stall stall;
    for (auto _ : state) {
        Document document;
        JobRunner jobs;
        ImagesPage page(&document, &jobs);
        page.resize(1280, 720);
        page.show();
        QCoreApplication::processEvents();

        const auto start = Clock::now();
        document.addSamples(Lane::Test, samples);
        page.repaint();
        QCoreApplication::processEvents();
        firstPaint = millisecondsSince(start);

        auto *list = page.findChild<QListView *>(QStringLiteral("testLaneView"));
        QScrollBar *bar = list->verticalScrollBar();
        constexpr int pages = 400;
        for (int step = 0; step <= pages; ++step) {
            stall.watch([&] {
                bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * step / pages));
                QCoreApplication::processEvents();
            });
            // As fast as a hand is: pictures arrive meanwhile.
            const auto until = Clock::now() + std::chrono::milliseconds(20);
            while (Clock::now() < until)
                stall.watch([] { QCoreApplication::processEvents(QEventLoop::AllEvents, 5); });
        }
    }
    state.counters["first_paint_ms"] = firstPaint;
    state.counters["slowest_ms"] = stall.clock;
    state.counters["slowest_processor_ms"] = stall.processor;
    state.counters["peak_MB"] = static_cast<double>(peakMemoryBytes()) / 1e6;
}
BENCHMARK(openAndScroll)->Arg(1'000)->Arg(100'000)->Iterations(1)->Unit(benchmark::kSecond);

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    configureRuntime();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
