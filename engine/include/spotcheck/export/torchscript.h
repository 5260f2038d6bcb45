#pragma once

#include <filesystem>
#include <string>

#include <opencv2/core/types.hpp>

namespace spotcheck {

class Model;

/// How a model is written for a program that has LibTorch or PyTorch and not this engine.
struct TorchScriptOptions {
    /// False: the module takes normalised pictures [N, 3, H, W] at the input size (what `Preprocessing::apply` gives,
    /// after `RegionOfInterest::fillOutside`) and returns scores [N] and maps [N, H, W] at that size. True: it takes
    /// RGB pictures [H, W, 3] or [N, H, W, 3], 8-bit whole numbers or numbers in [0, 1], and the maps have the
    /// pictures' size.
    bool withPreprocessing = false;
    /// Of the pictures, px: only where the model has a region of interest and `withPreprocessing` is true. The module
    /// then refuses pictures of another size.
    cv::Size pictureSize{};
    double threshold = 0;      ///< raw image score above which a picture is defective, for the metadata
    std::string modelSha256{}; ///< of the model's file, for the metadata
};

/// Writes `model` as one TorchScript module, atomically: network, patch features, scoring, map and image score. The
/// scores are `Model::inspect`'s and the maps those of `expandAnomalyMap`, up to rounding. Beside the module the
/// archive holds `spotcheck.json`: detector, threshold, SHA-256 of model and weights, input size, mean and deviation.
/// \throws Error(NotExportable) for detectors without a TorchScript form, for tiles and alignment, and for a region
/// of interest whose place in the picture is not known; Error(WriteFailed, OutOfMemory, Internal)
void exportTorchScript(const Model &model, const TorchScriptOptions &options, const std::filesystem::path &file);

} // namespace spotcheck
