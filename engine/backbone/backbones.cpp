#include <spotcheck/backbone/backbone.h>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

std::vector<BackboneLayer> basicLayers()
{
    return {{"stem", 64, 2}, {"layer1", 64, 4}, {"layer2", 128, 8}, {"layer3", 256, 16}, {"layer4", 512, 32}};
}

std::vector<BackboneLayer> bottleneckLayers()
{
    return {{"stem", 64, 2}, {"layer1", 256, 4}, {"layer2", 512, 8}, {"layer3", 1024, 16}, {"layer4", 2048, 32}};
}

std::vector<BackboneLayer> efficientNetB4Layers()
{
    return {{"stem", 48, 2},
            {"stage1", 24, 2},
            {"stage2", 32, 4, "layer1"},
            {"stage3", 56, 8, "layer2"},
            {"stage4", 112, 16},
            {"stage5", 160, 16, "layer3"},
            {"stage6", 272, 32},
            {"stage7", 448, 32, "layer4"},
            {"head", 1792, 32}};
}

std::vector<BackboneLayer> efficientNetB5Layers()
{
    return {{"stem", 48, 2},
            {"stage1", 24, 2},
            {"stage2", 40, 4, "layer1"},
            {"stage3", 64, 8, "layer2"},
            {"stage4", 128, 16},
            {"stage5", 176, 16, "layer3"},
            {"stage6", 304, 32},
            {"stage7", 512, 32, "layer4"},
            {"head", 2048, 32}};
}

/// `officialFile`: torchvision's IMAGENET1K_V1.
BackboneInfo imageNet(std::string architecture, std::string title, std::string purpose,
                      std::vector<BackboneLayer> layers, std::string officialFile)
{
    BackboneInfo info;
    info.id = architecture;
    info.title = std::move(title);
    info.architecture = std::move(architecture);
    info.purpose = std::move(purpose);
    info.licence = "torchvision IMAGENET1K_V1: BSD 3-Clause; trained on ImageNet-1k, whose own terms apply";
    info.layers = std::move(layers);
    info.officialUrl = "https://download.pytorch.org/models/" + officialFile;
    info.officialFile = std::move(officialFile);
    return info;
}

BackboneInfo embedded()
{
    BackboneInfo info;
    info.id = "embedded-resnet18";
    info.title = "ResNet-18 (embedded)";
    info.architecture = "resnet18";
    info.purpose = "Comes with the program and needs no download; trained on generated pictures alone.";
    info.licence = "as Spotcheck itself";
    info.sha256 = "3866ed153a81f278ed1ab84942ef27ddfc52b4def7aae5badb14292d1425cc92";
    info.formerSha256 = {"9e583362786f7a81dcaf740ad204917d4566e71ea5bb7183957de73e9291e444",
                         "79177ee9694d1121f1090fd89ab1707ae5a8f4369139d87e7b186e0ca5d90b2d"};
    info.layers = basicLayers();
    return info;
}

std::string knownIds()
{
    std::string ids;
    for (const BackboneInfo &info : backboneRegistry())
        ids += (ids.empty() ? "" : ", ") + info.id;
    return ids;
}

} // namespace

const BackboneLayer &BackboneInfo::layer(const std::string &name) const
{
    std::string known;
    for (const BackboneLayer &candidate : layers) {
        if (candidate.name == name || candidate.role == name)
            return candidate;
        known += (known.empty() ? "" : ", ") + candidate.name;
    }
    throw Error(ErrorCode::LayerMissing, id + " has no layer \"" + name + "\"; it has " + known);
}

const std::vector<BackboneInfo> &backboneRegistry()
{
    // The user's own file decides the SHA-256: official checkpoints are .pth files, whose hashes differ from those
    // of the same tensors in a safetensors file.
    static const std::vector<BackboneInfo> registry{
        embedded(),
        imageNet("resnet18", "ResNet-18", "Fast, with features of real photographs.", basicLayers(),
                 "resnet18-f37072fd.pth"),
        imageNet("resnet34", "ResNet-34", "A little slower than ResNet-18, with deeper features.", basicLayers(),
                 "resnet34-b627a593.pth"),
        imageNet("resnet50", "ResNet-50", "More channels for surfaces with much variation.", bottleneckLayers(),
                 "resnet50-0676ba61.pth"),
        imageNet("resnet101", "ResNet-101", "The deepest plain network, for parts with complex structure.",
                 bottleneckLayers(), "resnet101-63fe2227.pth"),
        imageNet("wide_resnet50_2", "Wide ResNet-50-2",
                 "The network of most published results; slow without a fast processor.", bottleneckLayers(),
                 "wide_resnet50_2-95faca4d.pth"),
        imageNet("wide_resnet101_2", "Wide ResNet-101-2", "The largest one, for comparison with published ensembles.",
                 bottleneckLayers(), "wide_resnet101_2-32ee1156.pth"),
        imageNet("efficientnet_b4", "EfficientNet-B4",
                 "The network of Mahalanobis AD's paper, for pictures of 380 px; many layers with few channels.",
                 efficientNetB4Layers(), "efficientnet_b4_rwightman-23ab8bcd.pth"),
        imageNet("efficientnet_b5", "EfficientNet-B5",
                 "PaDiM's best network in its paper, also used by CFA; for pictures of 456 px.",
                 efficientNetB5Layers(), "efficientnet_b5_lukemelas-1a07897c.pth"),
    };
    return registry;
}

const BackboneInfo &backboneInfo(const std::string &id)
{
    for (const BackboneInfo &info : backboneRegistry())
        if (info.id == id)
            return info;
    throw Error(ErrorCode::UnknownBackbone, "no backbone is called \"" + id + "\"; known are " + knownIds());
}

} // namespace spotcheck
