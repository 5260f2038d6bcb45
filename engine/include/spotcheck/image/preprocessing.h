#pragma once

#include <array>
#include <string>
#include <string_view>

#include <opencv2/core/mat.hpp>

#include <spotcheck/image/alignment.h>
#include <spotcheck/image/regionofinterest.h>
#include <spotcheck/image/tiling.h>

namespace spotcheck {

/// Width and height of what the network takes at once, px. One number is a square.
struct InputSize : cv::Size {
    InputSize(int side = 224) : cv::Size(side, side) {}
    InputSize(int inputWidth, int inputHeight) : cv::Size(inputWidth, inputHeight) {}
};

/// How a picture becomes the network's input. Saved in the model, so that inspection cannot differ from training.
/// In this order: alignment, region of interest, framing, tiling.
struct Preprocessing {
    enum class Framing {
        FullFrame,  ///< the whole picture is resized to the whole input (nothing at the border is lost)
        CentreCrop, ///< shorter side to cropResize, then as much of the centre as the whole input (published numbers)
    };

    InputSize inputSize; ///< of one tile; each side 32 to 2048
    Framing framing = Framing::FullFrame;
    int cropResize = 256; ///< px, CentreCrop only, at least the longer side of the whole input
    std::array<float, 3> mean{0.485F, 0.456F, 0.406F}; ///< of RGB in [0, 1]
    std::array<float, 3> deviation{0.229F, 0.224F, 0.225F};
    Tiling tiling;
    RegionOfInterest region; ///< in the aligned picture
    AlignmentMode alignment = AlignmentMode::None;

    /// \throws Error(InvalidParameter)
    void validate() const;

    /// All tiles together, px; the input size without tiling.
    cv::Size wholeInput() const { return tiling.wholeInput(inputSize); }

    /// Shorter side before a centre crop in the proportion of the published numbers, 256 to 224, px.
    int publishedCropResize() const;

    /// Framing, tiling and normalisation. `image`: RGB, CV_8UC3 or CV_16UC3, aligned and filled outside the region.
    /// Returns tile `tile` as CV_32FC3 of the input size. The resize works on 8-bit values as PIL's does, on 16-bit
    /// values in 16 bit.
    cv::Mat apply(const cv::Mat &image, int tile = 0) const;

    /// The rectangle of an (aligned) picture of `imageSize` that the network sees, in picture pixels.
    cv::Rect2d visibleRegion(cv::Size imageSize) const;

    std::string toJson() const;
    /// \throws Error(InvalidParameter)
    static Preprocessing fromJson(std::string_view json);

    bool operator==(const Preprocessing &) const = default;
};

} // namespace spotcheck
