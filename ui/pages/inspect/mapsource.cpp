#include <ui/pages/inspect/mapsource.h>

namespace spotcheck::ui {

MapSource MapSource::of(std::shared_ptr<const Model> model)
{
    if (!model)
        return {};
    MapSource source;
    source.anomalyMap = [model](const Prediction &prediction) { return model->anomalyMap(prediction); };
    source.normalImage = [model](const NormalPatch &patch) { return model->normalImage(patch); };
    source.patchRectangle = [model](cv::Point patch, const PatchScores &grid, cv::Size size) {
        return model->patchRectangle(patch, grid, size);
    };
    source.visibleRegion = [model](cv::Size size) { return model->preprocessing().visibleRegion(size); };
    source.scale = model->calibration().displayScale();
    return source;
}

} // namespace spotcheck::ui
