#include "ui/viewer/mapsource.h"

namespace spotcheck::ui {

MapSource MapSource::of(const std::shared_ptr<const Model> &model)
{
    if (!model)
        return {};
    MapSource source;
    source.anomalyMap = [model](const Prediction &prediction) { return model->anomalyMap(prediction); };
    source.normalImage = [model](const NormalPatch &patch) { return model->normalImage(patch); };
    source.patchAt = [model](cv::Point pixel, const Prediction &prediction) {
        return model->patchAt(pixel, prediction);
    };
    source.patchRectangle = [model](cv::Point patch, const Prediction &prediction) {
        return model->patchRectangle(patch, prediction.patches, prediction.imageSize, prediction.alignment);
    };
    source.normalRectangle = [model](cv::Point patch, const PatchScores &grid, const cv::Mat &image) {
        return model->patchRectangle(patch, grid, image.size(), model->align(image));
    };
    source.scale = model->calibration().displayScale();
    return source;
}

} // namespace spotcheck::ui
