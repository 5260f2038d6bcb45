#include <spotcheck/model/normalcheck.h>

#include <algorithm>
#include <utility>

#include "model/normalfolds.h"

namespace spotcheck {

NormalCheck checkNormals(const std::vector<Sample> &normals, const TrainingOptions &options, int folds,
                         const WeightsStore &weights, JobMonitor &monitor)
{
    NormalCheck check;
    scoreByFolds(normals, options, folds, weights, monitor,
                 [&](std::size_t index, Prediction prediction, const cv::Mat &, const Model &model) {
                     if (check.normals.empty()) {
                         check.preprocessing = model.preprocessing();
                         check.scale = model.calibration().displayScale();
                     }
                     check.normals.push_back({index, std::move(prediction), 1});
                 });

    std::sort(check.normals.begin(), check.normals.end(), [](const CheckedNormal &a, const CheckedNormal &b) {
        return a.prediction.score != b.prediction.score ? a.prediction.score > b.prediction.score : a.index < b.index;
    });
    const auto count = static_cast<double>(check.normals.size());
    for (auto group = check.normals.begin(); group != check.normals.end();) { // equal scores share a rank
        const auto end = std::find_if(group, check.normals.end(), [&](const CheckedNormal &other) {
            return other.prediction.score != group->prediction.score;
        });
        const double rank = static_cast<double>(end - check.normals.begin()) / count;
        for (; group != end; ++group)
            group->rank = rank;
    }
    return check;
}

} // namespace spotcheck
