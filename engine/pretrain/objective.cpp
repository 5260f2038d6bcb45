#include "pretrain/objective.h"

#include "pretrain/defectterm.h"
#include "pretrain/denseterm.h"
#include "pretrain/surfaceterm.h"

namespace spotcheck::pretrain {

ObjectiveTerms evaluateObjective(const StageMaps &maps, TrainingHeads &heads, const TrainingBatch &batch,
                                 const ObjectiveWeights &weights, Draws &draws)
{
    const auto dense = [&](const torch::Tensor &layer, std::int64_t anchors, Projection &projection) {
        const std::vector<torch::Tensor> halves = layer.chunk(2);
        const Places places = drawPlaces(batch.defects, layer.size(3), anchors, draws);
        return denseTerm(halves[0], halves[1], batch.views, batch.defects, places, projection);
    };
    ObjectiveTerms terms;
    const SurfaceTerm surface4 = surfaceTerm(maps.layer4, batch, heads->surface4);
    terms.surface4 = surface4.loss;
    terms.accuracy = surface4.accuracy;
    terms.surface3 = surfaceTerm(maps.layer3, batch, heads->surface3).loss;
    terms.dense2 = dense(maps.layer2, 8, heads->dense2);
    terms.dense3 = dense(maps.layer3, 6, heads->dense3);
    terms.defect = defectTerm(maps.layer2, batch.defects, heads->defect2) +
                   defectTerm(maps.layer3, batch.defects, heads->defect3);
    terms.total = weights.surface4 * terms.surface4 + weights.surface3 * terms.surface3 +
                  weights.dense * (terms.dense2 + terms.dense3) + weights.defect * terms.defect;
    return terms;
}

} // namespace spotcheck::pretrain
