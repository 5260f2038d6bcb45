#include "model/normalfolds.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>

#include "core/orderedpipeline.h"
#include "core/random.h"

namespace spotcheck {

namespace {

/// The smallest that a training takes: one picture. Its threshold is not used here.
constexpr double leastCalibration = 1e-9;

/// Progress of one fold as its share of the whole: the stages keep their names, the steps run on.
class FoldMonitor : public JobMonitor {
public:
    FoldMonitor(JobMonitor &whole, int fold, int folds) : m_whole(whole), m_fold(fold), m_folds(folds) {}

    void report(const Progress &progress) override
    {
        const auto [begin, end] = shareOf(progress.stage);
        const std::int64_t within =
            begin +
            (progress.steps > 0 ? (end - begin) * std::min(progress.step, progress.steps) / progress.steps : 0);
        m_whole.report({.stage = progress.stage,
                        .step = m_fold * stepsOfFold + within,
                        .steps = m_folds * stepsOfFold,
                        .value = progress.value});
    }
    bool isCancelled() const override { return m_whole.isCancelled(); }

private:
    static constexpr std::int64_t stepsOfFold = 1000;

    /// Roughly what a stage takes of a fold's time, so that the bar never goes back.
    static std::pair<std::int64_t, std::int64_t> shareOf(Stage stage)
    {
        switch (stage) {
        case Stage::Reading:
            return {0, 50};
        case Stage::Features:
            return {50, 450};
        case Stage::Coreset:
            return {700, 850};
        case Stage::Calibration:
            return {850, 870};
        case Stage::Inspection:
            return {870, stepsOfFold};
        default:
            return {450, 700};
        }
    }

    JobMonitor &m_whole;
    int m_fold;
    int m_folds;
};

/// The fold of each normal.
std::vector<int> foldsOf(const std::vector<Sample> &normals, int folds, std::uint64_t seed, JobMonitor &monitor)
{
    std::map<std::string, std::vector<std::size_t>> copies; // by content: the same on every machine
    for (std::size_t index = 0; index < normals.size(); ++index) {
        monitor.throwIfCancelled();
        copies[sha256OfFile(normals[index].image)].push_back(index);
    }
    checkEnoughForFolds(copies.size(), folds, "a check", "rounds");
    std::vector<const std::vector<std::size_t> *> groups;
    groups.reserve(copies.size());
    for (const auto &[hash, indices] : copies)
        groups.push_back(&indices);
    Random random(seed);
    for (std::size_t i = groups.size(); i > 1; --i)
        std::swap(groups[i - 1], groups[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(i)))]);
    std::vector<int> fold(normals.size());
    for (std::size_t group = 0; group < groups.size(); ++group) {
        for (const std::size_t index : *groups[group])
            fold[index] = static_cast<int>(group % static_cast<std::size_t>(folds));
    }
    return fold;
}

struct Scored {
    Prediction prediction;
    cv::Mat map;
};

} // namespace

void checkEnoughForFolds(std::size_t different, int folds, const std::string &purpose, const std::string &parts)
{
    const std::size_t needed = 2 * static_cast<std::size_t>(folds);
    if (different >= needed)
        return;
    const bool fewer = different >= 2 * static_cast<std::size_t>(leastFolds);
    throw Error(ErrorCode::NotEnoughNormals,
                purpose + " in " + std::to_string(folds) + " " + parts + " needs " + std::to_string(needed) +
                    " different good pictures, there are " + std::to_string(different) + ": " +
                    (fewer ? "choose at most " + std::to_string(different / 2) + " " + parts + ", or add pictures"
                           : "add pictures"));
}

void scoreByFolds(const std::vector<Sample> &normals, const TrainingOptions &options, int folds,
                  const WeightsStore &weights, JobMonitor &monitor,
                  const std::function<void(std::size_t, Prediction, const cv::Mat &, const Model &)> &take)
{
    if (folds < leastFolds || folds > mostFolds)
        throw Error(ErrorCode::InvalidParameter, "the number of parts must be from " + std::to_string(leastFolds) +
                                                     " to " + std::to_string(mostFolds));
    const std::vector<int> foldOf = foldsOf(normals, folds, options.seed, monitor);
    TrainingOptions training = options;
    training.calibrationShare = leastCalibration;
    training.calibrationFolds = 0;
    training.checkpoint.clear();

    for (int fold = 0; fold < folds; ++fold) {
        std::vector<Sample> others;
        std::vector<std::size_t> left;
        for (std::size_t index = 0; index < normals.size(); ++index) {
            if (foldOf[index] == fold)
                left.push_back(index);
            else
                others.push_back(normals[index]);
        }
        FoldMonitor ofFold(monitor, fold, folds);
        const std::shared_ptr<const Model> model = Model::train(others, training, weights, ofFold);
        orderedPipeline<Scored>(
            static_cast<std::int64_t>(left.size()), monitor,
            [&](std::int64_t i) {
                Scored scored;
                scored.prediction = model->inspect(readImage(normals[left[static_cast<std::size_t>(i)]].image));
                scored.map = model->anomalyMap(scored.prediction);
                return scored;
            },
            [&](std::int64_t i, Scored scored) {
                take(left[static_cast<std::size_t>(i)], std::move(scored.prediction), scored.map, *model);
                ofFold.report({.stage = Stage::Inspection,
                               .step = i + 1,
                               .steps = static_cast<std::int64_t>(left.size()),
                               .value = {}});
            });
    }
}

} // namespace spotcheck
