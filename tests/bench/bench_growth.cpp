// How PatchCore's cost grows with the number of pictures, the input's resolution, the memory bank and, by tiles, the
// size of the pictures: a table (Markdown) on standard output and, where a file is named, a plot of it.
//   spotcheck-bench-growth [growth.png]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <QApplication>
#include <QTemporaryDir>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <qcustomplot.h>

#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/core/peakmemory.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

using namespace spotcheck;

namespace {

constexpr int tests = 8;

struct Case {
    int normals = 60;
    int pictureSide = 512; // px
    int inputSide = 224;   // px, of a tile
    double ratio = 0.01;
    int tiles = 1; // a side
};

struct Cost {
    std::string size;
    double value = 0; ///< the same as a number
    double fitSeconds = 0;
    double inspectMilliseconds = 0;
    double fitMegabytes = 0;
    double inspectMegabytes = 0;
    double modelMegabytes = 0;
};

struct Axis {
    std::string title;
    std::vector<Cost> costs{};
};

/// The sample set; pictures larger than it can draw are enlarged.
Dataset writePictures(const std::filesystem::path &folder, const Case &given, JobMonitor &monitor)
{
    constexpr int largestDrawn = 2048; // px
    writeSampleDataset(folder,
                       {.normalCount = given.normals,
                        .goodTestCount = tests / 2,
                        .defectiveTestCount = tests / 2,
                        .imageSize = std::min(given.pictureSide, largestDrawn)},
                       monitor);
    Dataset pictures = readDataset(folder, monitor);
    if (given.pictureSide <= largestDrawn)
        return pictures;
    for (const std::vector<Sample> *samples : {&pictures.normals, &pictures.test}) {
        for (const Sample &sample : *samples) {
            cv::Mat large;
            cv::resize(cv::imread(sample.image.string()), large, {given.pictureSide, given.pictureSide});
            cv::imwrite(sample.image.string(), large);
        }
    }
    return pictures;
}

Cost measure(const Case &given, const std::string &size, double value)
{
    const QTemporaryDir folder;
    JobMonitor monitor;
    const Dataset pictures = writePictures(folder.path().toStdString(), given, monitor);
    TrainingOptions options;
    options.parameters = {{"coreset_ratio", given.ratio}};
    options.preprocessing.inputSize = {given.inputSide, given.inputSide};
    options.preprocessing.tiling = {given.tiles, given.tiles, 0.0};

    Cost cost{size, value};
    const PeakMemory whileFitting;
    const std::shared_ptr<const Model> model =
        Model::train(pictures.normals, options, WeightsStore::standard(), monitor);
    cost.fitMegabytes = static_cast<double>(whileFitting.bytes()) / 1e6;
    cost.fitSeconds = model->summary().secondsTotal;
    cost.modelMegabytes = static_cast<double>(model->fileBytes()) / 1e6;

    const PeakMemory whileInspecting;
    const auto start = std::chrono::steady_clock::now();
    inspectSamples(*model, pictures.test, {}, monitor, [](std::size_t, const InspectionResult &, const cv::Mat &) {});
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    cost.inspectMilliseconds = taken.count() / tests;
    cost.inspectMegabytes = static_cast<double>(whileInspecting.bytes()) / 1e6;
    std::printf("| %s | %.1f s | %.0f ms | %.0f MB | %.0f MB | %.1f MB |\n", size.c_str(), cost.fitSeconds,
                cost.inspectMilliseconds, cost.fitMegabytes, cost.inspectMegabytes, cost.modelMegabytes);
    std::fflush(stdout);
    return cost;
}

void begin(const Axis &axis)
{
    std::printf("\n| %s | fit | inspect a picture | peak memory of the fit | of the inspection | model |\n"
                "|---|---|---|---|---|---|\n",
                axis.title.c_str());
}

std::vector<Axis> measureAll()
{
    std::vector<Axis> axes;
    begin(axes.emplace_back(Axis{"normal pictures"}));
    for (const int normals : {50, 100, 200})
        axes.back().costs.push_back(measure({.normals = normals}, std::to_string(normals), normals));
    begin(axes.emplace_back(Axis{"input, px a side"}));
    for (const int side : {224, 448, 896})
        axes.back().costs.push_back(
            measure({.normals = 30, .pictureSide = 1024, .inputSide = side}, std::to_string(side), side));
    begin(axes.emplace_back(Axis{"coreset ratio"}));
    for (const double ratio : {0.01, 0.1, 0.5}) {
        char text[16];
        std::snprintf(text, sizeof(text), "%g %%", 100 * ratio);
        axes.back().costs.push_back(measure({.ratio = ratio}, text, 100 * ratio));
    }
    begin(axes.emplace_back(Axis{"picture, px a side, in tiles of 512 px"}));
    for (const int side : {1024, 2048, 4096})
        axes.back().costs.push_back(
            measure({.normals = 10, .pictureSide = side, .tiles = side / 512}, std::to_string(side), side));
    return axes;
}

void plotLine(QCPAxisRect *rectangle, const Axis &axis, double Cost::*figure, const QColor &colour)
{
    QCPGraph *graph =
        rectangle->parentPlot()->addGraph(rectangle->axis(QCPAxis::atBottom), rectangle->axis(QCPAxis::atLeft));
    graph->setPen(QPen(colour, 2));
    graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 6));
    for (const Cost &cost : axis.costs)
        graph->addData(cost.value, cost.*figure / (axis.costs.front().*figure));
}

/// Four small plots, each figure relative to the smallest size: both scales logarithmic, so that a slope is a power.
void plot(const std::vector<Axis> &axes, const QString &file)
{
    QCustomPlot plot;
    plot.setAutoAddPlottableToLegend(false);
    plot.plotLayout()->clear();
    for (std::size_t index = 0; index < axes.size(); ++index) {
        const Axis &axis = axes[index];
        auto *rectangle = new QCPAxisRect(&plot);
        plot.plotLayout()->addElement(0, static_cast<int>(index), rectangle);
        QCPAxis *across = rectangle->axis(QCPAxis::atBottom);
        QCPAxis *up = rectangle->axis(QCPAxis::atLeft);
        const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
        for (const Cost &cost : axis.costs)
            ticker->addTick(cost.value, QString::fromStdString(cost.size));
        across->setTicker(ticker);
        across->setScaleType(QCPAxis::stLogarithmic);
        across->setLabel(QString::fromStdString(axis.title));
        up->setScaleType(QCPAxis::stLogarithmic);
        up->setTicker(QSharedPointer<QCPAxisTickerLog>(new QCPAxisTickerLog));
        up->setLabel(QStringLiteral("times the smallest"));
        plotLine(rectangle, axis, &Cost::fitSeconds, QColor(0x2a, 0x78, 0xd6));
        plotLine(rectangle, axis, &Cost::inspectMilliseconds, QColor(0x1b, 0xaf, 0x7a));
        plotLine(rectangle, axis, &Cost::fitMegabytes, QColor(0xed, 0xa1, 0x00));
        plotLine(rectangle, axis, &Cost::modelMegabytes, QColor(0x4a, 0x3a, 0xa7));
        across->setRange(axis.costs.front().value * 0.8, axis.costs.back().value * 1.25);
        up->setRange(0.7, 100);
        if (index == 0) {
            auto *legend = new QCPLegend;
            rectangle->insetLayout()->addElement(legend, Qt::AlignTop | Qt::AlignLeft);
            const QStringList names{"fit, time", "inspect, time", "fit, memory", "model, size"};
            for (int graph = 0; graph < names.size(); ++graph) {
                plot.graph(graph)->setName(names[graph]);
                legend->addItem(new QCPPlottableLegendItem(legend, plot.graph(graph)));
            }
        }
    }
    if (!plot.savePng(file, 1280, 360))
        qFatal("cannot write %s", qPrintable(file));
}

} // namespace

int main(int argc, char **argv)
{
    restartWithSuitableBlas(argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    configureRuntime();
    const std::vector<Axis> axes = measureAll();
    if (argc > 1)
        plot(axes, QString::fromLocal8Bit(argv[1]));
}
