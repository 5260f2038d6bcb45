#pragma once

#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/model/model.h>

#include "core/random.h"
#include "randomweights.h"

namespace spotcheck::test {

/// A noisy grey stripe pattern; a dark spot where `defective`.
inline cv::Mat drawPart(int index, bool defective, cv::Size size = cv::Size(96, 80))
{
    cv::Mat image(size, CV_8UC3);
    Random random(static_cast<std::uint64_t>(index) + 100);
    for (int row = 0; row < image.rows; ++row) {
        for (int column = 0; column < image.cols; ++column) {
            const double grey = 128 + 40 * std::sin(column * 0.4) + 6 * random.normal();
            image.at<cv::Vec3b>(row, column) = cv::Vec3b::all(cv::saturate_cast<uchar>(grey));
        }
    }
    if (defective)
        cv::circle(image, cv::Point(60, 30), 9, cv::Scalar(20, 30, 200), cv::FILLED);
    return image;
}

/// Runs `run` and compares the error's code, and that its message names `file`.
inline void expectError(ErrorCode code, const std::filesystem::path &file, const std::function<void()> &run)
{
    try {
        run();
        QFAIL("nothing was thrown");
    } catch (const Error &error) {
        QVERIFY2(error.code() == code, error.what());
        QVERIFY2(QString::fromUtf8(error.what()).contains(QString::fromStdString(file.string())), error.what());
    }
}

inline std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A small PatchCore model, trained on twelve parts in a folder of its own that also takes what a test writes.
struct TrainedModel {
    QTemporaryDir folder;
    std::vector<Sample> normals;
    TrainingOptions options;
    std::shared_ptr<const Model> model;

    std::filesystem::path path(const QString &name) const { return folder.filePath(name).toStdString(); }
    WeightsStore store() const { return WeightsStore(path("weights"), {}); }

    std::filesystem::path writePart(const QString &name, int index, bool defective) const
    {
        writeImage(path(name), drawPart(index, defective));
        return path(name);
    }

    /// Also writes it as "model.spotcheck".
    void train(JobMonitor &monitor)
    {
        std::filesystem::create_directories(path("weights"));
        writeRandomResNet18(path("weights/resnet18.safetensors"));
        for (int i = 0; i < 12; ++i)
            normals.push_back({writePart(QString("good%1.png").arg(i), i, false), Label::Good, {}, {}});
        options.backbone = "resnet18";
        options.preprocessing.inputSize = 64;
        options.parameters = {{"coreset_ratio", 0.1}, {"target_dimension", std::int64_t{128}}};
        options.calibrationShare = 0.25;
        options.seed = 3;
        model = Model::train(normals, options, store(), monitor);
        model->save(path("model.spotcheck"));
    }
};

} // namespace spotcheck::test
