#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <QString>

#include <opencv2/core.hpp>

#include <spotcheck/evaluation/evaluation.h>
#include <spotcheck/image/imagereader.h>

namespace spotcheck::test {

/// A picture with a score that was made up.
struct FakePicture {
    std::string name;
    Label label = Label::Good;
    double score = 0;
    std::string failure;
};

/// Six good, four defective (one of them low), one unlabelled and one that could not be read.
inline std::vector<FakePicture> twelvePictures()
{
    return {{"g1.png", Label::Good, 1, {}},          {"g2.png", Label::Good, 2, {}},
            {"g3.png", Label::Good, 3, {}},          {"g4.png", Label::Good, 4, {}},
            {"g5.png", Label::Good, 5, {}},          {"g6.png", Label::Good, 6, {}},
            {"d45.png", Label::Defective, 4.5, {}},  {"d7.png", Label::Defective, 7, {}},
            {"d8.png", Label::Defective, 8, {}},     {"d10.png", Label::Defective, 10, {}},
            {"u33.png", Label::Unlabelled, 3.3, {}}, {"x.png", Label::Defective, 0, "x.png is no picture."}};
}

constexpr int fakeGrid = 4; // patches a side

/// A result whose patch scores rise from 0 at the left to the picture's score at the right.
inline InspectionResult fakeResult(const FakePicture &picture, const std::filesystem::path &folder, cv::Size size)
{
    InspectionResult result;
    result.sample.image = folder / picture.name;
    result.sample.label = picture.label;
    result.sample.defectType = picture.label == Label::Defective ? "scratch" : "";
    result.failure = picture.failure;
    if (!picture.failure.empty())
        return result;
    Prediction prediction;
    prediction.score = picture.score;
    prediction.imageSize = size;
    prediction.patches.imageScore = static_cast<float>(picture.score);
    prediction.patches.rows = prediction.patches.columns = fakeGrid;
    for (int index = 0; index < fakeGrid * fakeGrid; ++index)
        prediction.patches.scores.push_back(static_cast<float>(picture.score * (index % fakeGrid) / (fakeGrid - 1)));
    result.prediction = std::move(prediction);
    result.mapPeak = static_cast<float>(picture.score);
    return result;
}

inline std::shared_ptr<const Evaluation> fakeEvaluation(const std::vector<FakePicture> &pictures,
                                                        const std::filesystem::path &folder,
                                                        cv::Size size = cv::Size(64, 48))
{
    auto evaluation = std::make_shared<Evaluation>();
    std::vector<ScoredLabel> scores;
    for (const FakePicture &picture : pictures) {
        evaluation->results.push_back(fakeResult(picture, folder, size));
        if (!evaluation->results.back().prediction)
            ++evaluation->failed;
        else if (picture.label != Label::Unlabelled)
            scores.push_back({picture.score, picture.label == Label::Defective});
    }
    evaluation->scores = ScoreTable(std::move(scores));
    return evaluation;
}

/// Grey pictures, each of a grey of its own (20 + 10 x index); those that fail are not written.
inline void writePictures(const std::vector<FakePicture> &pictures, const std::filesystem::path &folder,
                          cv::Size size = cv::Size(64, 48))
{
    int grey = 20;
    for (const FakePicture &picture : pictures) {
        if (picture.failure.empty())
            writeImage(folder / picture.name, cv::Mat(size, CV_8UC3, cv::Scalar::all(grey)));
        grey += 10;
    }
}

/// A smooth ramp from 0 at the left to the picture's score at the right.
inline cv::Mat rampMap(const Prediction &prediction)
{
    cv::Mat map(prediction.imageSize, CV_32FC1);
    for (int y = 0; y < map.rows; ++y)
        for (int x = 0; x < map.cols; ++x)
            map.at<float>(y, x) = static_cast<float>(prediction.score * x / (map.cols - 1));
    return map;
}

} // namespace spotcheck::test
