#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include <spotcheck/backbone/featuremap.h>

namespace spotcheck {

class ModuleScript;

/// A named layer whose output can be used as features.
struct BackboneLayer {
    /// "stem" (the first convolution, before any pooling), torchvision's "layer1" ... "layer4" of a ResNet,
    /// "stage1" ... "stage7" and "head" (features.1 ... features.8) of an EfficientNet.
    std::string name;
    int channels = 0;
    int stride = 0; ///< input pixels per grid step
    /// The ResNet layer whose part it plays ("layer1" ... "layer4", by stride), so that a detector can name layers
    /// alike for all architectures; empty: none, or its own name.
    std::string role{};
};

/// A network architecture together with what its weights are; a row of the table in backbone/backbones.cpp.
struct BackboneInfo {
    std::string id;           ///< "embedded-resnet18", "resnet18", "wide_resnet50_2"
    std::string title;        ///< "ResNet-18 (embedded)"
    std::string architecture; ///< "resnet18"
    std::string purpose;      ///< a sentence: what it is good for
    std::string licence;      ///< of the weights
    std::vector<BackboneLayer> layers;
    std::array<float, 3> mean{0.485F, 0.456F, 0.406F};
    std::array<float, 3> deviation{0.229F, 0.224F, 0.225F};
    std::string sha256; ///< of the file that ships with the program; empty where the user's file decides
    std::vector<std::string> formerSha256{}; ///< of files that shipped before: models made with them still open
    /// Name of the official weights file, which ends in the first eight digits of its SHA-256
    /// ("resnet18-f37072fd.pth"); empty: there is none.
    std::string officialFile{};
    std::string officialUrl{}; ///< where that file is published; empty: nowhere

    /// By name or by role. \throws Error(LayerMissing)
    const BackboneLayer &layer(const std::string &name) const;
};

/// All known backbones, the embedded one first. A visible table.
const std::vector<BackboneInfo> &backboneRegistry();

/// \throws Error(UnknownBackbone), which names the known ones
const BackboneInfo &backboneInfo(const std::string &id);

/// How a network's numbers are computed.
enum class Precision {
    Exact, ///< single precision
    Fast,  ///< bfloat16 where the processor has it (AVX-512 BF16) and the network is a ResNet; else as `Exact`
};
std::string precisionId(Precision precision); ///< "exact", "fast"
/// \throws Error(InvalidParameter)
Precision precisionFromId(const std::string &id);

/// A frozen network: weights from a safetensors file, batch norm folded into the convolutions, stopped after
/// the last layer that is needed. Thread-safe: `extract` may run in several threads at once.
class Backbone {
public:
    /// Reads `weightsFile` (torchvision's tensor names; half, bfloat16 or single precision). Layers that the
    /// wanted ones do not need may be absent.
    /// \throws Error(WeightsMissing, WeightsInvalid, LayerMissing)
    static std::shared_ptr<const Backbone> load(const BackboneInfo &info, const std::filesystem::path &weightsFile,
                                                const std::vector<std::string> &layers,
                                                Precision precision = Precision::Exact);
    /// Random weights (Kaiming normal, fan out) by seed: a baseline for measurements and tests.
    static std::shared_ptr<const Backbone> random(const BackboneInfo &info, std::uint64_t seed,
                                                  const std::vector<std::string> &layers,
                                                  Precision precision = Precision::Exact);
    /// Whether this processor computes in bfloat16.
    static bool canBeFast();
    /// Whether this LibTorch is built for NVIDIA's cards and finds one.
    static bool canUseCuda();
    ~Backbone();

    const BackboneInfo &info() const;
    const std::vector<std::string> &layers() const;
    Precision precision() const;              ///< as asked for
    const std::string &weightsSha256() const; ///< of the file; of nothing ("") for random weights

    /// `input`: CV_32FC3 [S, S], normalised as `BackboneInfo` says. One map per wanted layer.
    /// Runs on the calling thread alone, one picture at a time, so that a picture's features never depend on
    /// its neighbours in a batch or on the number of threads.
    /// \throws Error(InvalidParameter, OutOfMemory, Internal)
    FeatureMaps extract(const cv::Mat &input) const;

    /// Adds the network to an exported module: `forward(pictures)`, normalised [N, 3, H, W], gives the list of
    /// layers.
    void describe(ModuleScript &script) const;

private:
    struct Network;
    Backbone(BackboneInfo info, std::vector<std::string> layers, std::string sha256, Precision precision,
             std::unique_ptr<Network> network);

    BackboneInfo m_info;
    std::vector<std::string> m_layers;
    std::string m_sha256;
    Precision m_precision;
    std::unique_ptr<Network> m_network;
};

} // namespace spotcheck
