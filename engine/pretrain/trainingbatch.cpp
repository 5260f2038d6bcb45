#include "pretrain/trainingbatch.h"

#include <array>
#include <functional>

#include <torch/torch.h>

#include "pretrain/augment.h"
#include "pretrain/defects.h"
#include "pretrain/random.h"
#include "pretrain/recipe.h"

namespace spotcheck::pretrain {

namespace {

constexpr float defectiveShare = 0.75F; ///< of the pairs; the others teach what light and noise alone do

using PictureSource = std::function<cv::Mat(int surface, Random &random)>;

TrainingBatch pairedBatch(const PictureSource &source, int surfaces, int pairs, int cropSize, std::uint64_t sequence)
{
    Random random(sequence);
    std::vector<cv::Mat3f> clean;
    std::vector<cv::Mat3f> captured;
    std::vector<std::int64_t> labels;
    for (int pair = 0; pair < pairs; ++pair) {
        const int surface = random.below(surfaces);
        labels.push_back(surface);
        clean.push_back(randomCrop(source(surface, random), cropSize, random));
    }
    torch::Tensor defects = torch::zeros({pairs, 1, cropSize, cropSize});
    for (int pair = 0; pair < pairs; ++pair) {
        cv::Mat3f second = clean[static_cast<std::size_t>(pair)].clone();
        if (random.chance(defectiveShare)) {
            const auto kind = static_cast<DefectKind>(random.below(static_cast<int>(defectKindNames.size())));
            const cv::Mat3f &other = clean[static_cast<std::size_t>((pair + 1) % pairs)];
            const cv::Mat1b mask = plantDefect(second, other, kind, random);
            defects[pair][0] =
                torch::from_blob(mask.data, {cropSize, cropSize}, torch::kUInt8).to(torch::kFloat32) / 255;
        }
        captured.push_back(second);
    }
    for (std::vector<cv::Mat3f> *half : {&clean, &captured}) {
        for (cv::Mat3f &picture : *half)
            varyCapture(picture, 1, random);
    }
    clean.insert(clean.end(), captured.begin(), captured.end());
    const torch::Tensor half = torch::tensor(labels, torch::kInt64);
    return {normalisedPictures(clean), torch::cat({half, half}), defects};
}

} // namespace

torch::Tensor normalisedPictures(const std::vector<cv::Mat3f> &pictures)
{
    std::vector<torch::Tensor> tensors;
    for (const cv::Mat3f &picture : pictures)
        tensors.push_back(torch::from_blob(picture.data, {picture.rows, picture.cols, 3}, torch::kFloat32));
    const torch::Tensor mean = torch::tensor({0.485F, 0.456F, 0.406F});
    const torch::Tensor deviation = torch::tensor({0.229F, 0.224F, 0.225F});
    return ((torch::stack(tensors) - mean) / deviation).permute({0, 3, 1, 2}); // channels last in memory
}

TrainingBatch makeBatch(const PicturePool &pool, int pairs, int cropSize, std::uint64_t sequence)
{
    const auto fromPool = [&](int surface, Random &random) {
        return pool.picture(surface, random.below(pool.options().picturesPerSurface));
    };
    return pairedBatch(fromPool, pool.options().surfaces, pairs, cropSize, sequence);
}

TrainingBatch makeProbeBatch(const PoolOptions &options, int pairs, int cropSize, std::uint64_t sequence)
{
    constexpr std::uint64_t unseen = 1'000'000; // far beyond the pool's picture numbers
    const auto drawn = [&](int surface, Random &random) {
        return drawSurface(options.surfaceSeed(surface), unseen + random.bits() % unseen, options.size);
    };
    return pairedBatch(drawn, options.surfaces, pairs, cropSize, sequence);
}

} // namespace spotcheck::pretrain
