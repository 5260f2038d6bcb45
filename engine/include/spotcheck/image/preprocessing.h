#pragma once

#include <array>
#include <string>
#include <string_view>

#include <opencv2/core/mat.hpp>

namespace spotcheck {

/// How a picture becomes the network's input. Saved in the model, so that inspection cannot differ from training.
struct Preprocessing {
    enum class Framing {
        FullFrame,  ///< the whole picture is resized to inputSize x inputSize (nothing at the border is lost)
        CentreCrop, ///< shorter side to cropResize, then the central inputSize square (published numbers)
    };

    int inputSize = 224;  ///< px, 32 to 2048
    Framing framing = Framing::FullFrame;
    int cropResize = 256; ///< px, CentreCrop only, at least inputSize
    std::array<float, 3> mean{0.485F, 0.456F, 0.406F};   ///< of RGB in [0, 1]
    std::array<float, 3> deviation{0.229F, 0.224F, 0.225F};

    /// \throws Error(InvalidParameter)
    void validate() const;

    /// `image`: RGB, CV_8UC3 or CV_16UC3. Returns CV_32FC3 [inputSize, inputSize], normalised.
    /// The resize works on 8-bit values as PIL's does, on 16-bit values in 16 bit.
    cv::Mat apply(const cv::Mat &image) const;

    /// The rectangle of a picture of `imageSize` that the network sees, in picture pixels.
    cv::Rect2d visibleRegion(cv::Size imageSize) const;

    std::string toJson() const;
    /// \throws Error(InvalidParameter)
    static Preprocessing fromJson(std::string_view json);

    bool operator==(const Preprocessing &) const = default;
};

} // namespace spotcheck
