#include "export/exportedparts.h"

#include <string>

#include <nlohmann/json.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>

#include "detectors/imagescore.h"
#include "export/picturescript.h"
#include "model/modelparts.h"

namespace spotcheck {

namespace {

constexpr int metadataVersion = 1;

// Picture by picture, so that memory does not grow with the batch where the bank is large.
constexpr const char *judgePictures = R"(
def forward(self, layers: List[Tensor]) -> Tuple[Tensor, Tensor]:
    grid = self.features(layers)
    scores: List[Tensor] = []
    images: List[Tensor] = []
    for index in range(grid.size(0)):
        patches, image = self.judged(torch.flatten(torch.select(grid, 0, index), 0, 1))
        scores.append(torch.view(patches, [grid.size(1), grid.size(2)]))
        images.append(image)
    return torch.stack(scores), torch.stack(images)
)";

constexpr const char *inspection = R"(
def inspected(self, pictures: Tensor) -> Tuple[Tensor, Tensor]:
    scores, images = self.detector.forward(self.backbone.forward(pictures))
    heat = self.smoothed(scores)
    if self.score_is_map_peak:
        images = torch.amax(heat, [1, 2])
    return images, heat
)";

constexpr const char *ofInputs = R"(
def forward(self, pictures: Tensor) -> Tuple[Tensor, Tensor]:
    assert pictures.dim() == 4 and pictures.size(2) == self.height and pictures.size(3) == self.width, "This module takes normalised pictures [N, 3, H, W] of the input size that spotcheck.json names."
    images, heat = self.inspected(pictures)
    return images, self.looked(heat)
)";

constexpr const char *ofPictures = R"(
def forward(self, pictures: Tensor) -> Tuple[Tensor, Tensor]:
    if pictures.dim() == 3:
        pictures = torch.unsqueeze(pictures, 0)
    assert pictures.dim() == 4 and pictures.size(3) == 3, "This module takes RGB pictures [H, W, 3] or [N, H, W, 3]."
    images, heat = self.inspected(self.prepared(pictures))
    return images, self.fitted(heat, pictures)
)";

[[noreturn]] void refuseExport(const std::string &reason)
{
    throw Error(ErrorCode::NotExportable, reason);
}

void checkPreprocessing(const Preprocessing &preprocessing, const TorchScriptOptions &options)
{
    if (preprocessing.tiling.count() > 1)
        refuseExport("the model looks at pictures in tiles; train it without --tiles, with a larger input size");
    if (preprocessing.alignment != AlignmentMode::None)
        refuseExport("the model aligns pictures to a reference; align them before, and train without --align");
    const bool painted = !preprocessing.region.isWholePicture();
    if (painted && options.withPreprocessing && options.pictureSize.empty())
        refuseExport(
            "the model has a region of interest, whose pixels depend on the size of the pictures; name it with "
            "--picture-size");
    if (painted && !options.withPreprocessing && preprocessing.framing == Preprocessing::Framing::CentreCrop)
        refuseExport(
            "the model has a region of interest and a centre crop, whose place in the crop depends on the picture; "
            "export it with --with-preprocessing");
}

std::string metadataJson(const Model &model, const TorchScriptOptions &options)
{
    const Preprocessing &preprocessing = model.preprocessing();
    nlohmann::ordered_json json{{"format", "spotcheck-torchscript"},
                                {"format_version", metadataVersion},
                                {"software_version", engineVersion()},
                                {"detector", model.detector().id},
                                {"threshold", options.threshold},
                                {"model_sha256", options.modelSha256},
                                {"backbone", model.backbone().id},
                                {"backbone_sha256", model.backboneSha256()},
                                {"input_size", {preprocessing.inputSize.width, preprocessing.inputSize.height}},
                                {"with_preprocessing", options.withPreprocessing}};
    const nlohmann::ordered_json described = nlohmann::ordered_json::parse(preprocessing.toJson());
    for (const char *key : {"mean", "deviation", "framing", "crop_resize", "region"}) {
        if (described.contains(key))
            json[key] = described.at(key);
    }
    return json.dump(2);
}

std::string exportableDetectors()
{
    std::string titles;
    for (const DetectorInfo &info : detectorRegistry()) {
        if (info.exportable)
            titles += (titles.empty() ? "" : ", ") + info.title;
    }
    return titles;
}

} // namespace

void Detector::describe(ModuleScript &) const {}

ExportedParts Model::exportedParts(const TorchScriptOptions &options) const
{
    const Preprocessing &preprocessing = m_parts->preprocessing;
    if (!detector().exportable)
        refuseExport(detector().title + " has no TorchScript form; these have: " + exportableDetectors());
    if (precision() == Precision::Fast)
        refuseExport("the model computes in bfloat16, which the module would not; train it with --precision exact");
    checkPreprocessing(preprocessing, options);

    ExportedParts parts;
    m_parts->backbone->describe(parts.backbone);
    m_parts->detector->describe(parts.detector);
    parts.detector.methods(judgePictures);
    addMapSmoothing(parts.whole, preprocessing);
    parts.whole.constant("score_is_map_peak", scoresByMapPeak(m_parts->parameters));
    parts.whole.methods(inspection);
    if (options.withPreprocessing) {
        addPictureSteps(parts.whole, preprocessing, options.pictureSize);
        parts.whole.methods(ofPictures);
    } else {
        addMapRegion(parts.whole, preprocessing, preprocessing.inputSize);
        parts.whole.methods(ofInputs);
    }
    parts.metadata = metadataJson(*this, options);
    return parts;
}

} // namespace spotcheck
