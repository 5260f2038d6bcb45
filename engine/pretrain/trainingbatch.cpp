#include "pretrain/trainingbatch.h"

#include "pretrain/capture.h"
#include "pretrain/plantdefects.h"
#include "pretrain/scene.h"

namespace spotcheck::pretrain {

TrainingBatch makeBatch(const PictureSet &outer, const PictureSet &inner, std::int64_t cropSize, Draws &draws)
{
    torch::NoGradGuard noGradients;
    const Scenes scenes = composeScenes(outer, inner, draws);
    const MarredScenes marred = plantDefects(scenes.pictures, draws);
    const ViewPair views = drawViews(outer.surfaces.size(0), draws);
    const torch::Tensor clean = capture(look(scenes.pictures, views.first, cropSize), draws);
    const torch::Tensor second = capture(look(marred.pictures, views.second, cropSize), draws);
    return {normalised(torch::cat({clean, second})),
            torch::cat({look(scenes.region, views.first, cropSize), look(scenes.region, views.second, cropSize)}),
            scenes.outer.repeat(2),
            scenes.inner.repeat(2),
            (look(marred.defects, views.second, cropSize) > 0.4).to(torch::kFloat32),
            views};
}

} // namespace spotcheck::pretrain
