#pragma once

#include <opencv2/core/mat.hpp>

#include <spotcheck/image/alignment.h>

namespace spotcheck {

/// What is kept of a reference picture: small enough for the model file, large enough to align by.
struct AlignmentReference {
    cv::Mat grey;       ///< CV_8UC1, reduced
    cv::Size imageSize; ///< px of the picture it was made from

    /// `image`: RGB, 8 or 16 bit. The reduction depends on `mode`.
    static AlignmentReference of(const cv::Mat &image, AlignmentMode mode);
};

/// px: OpenCV counts the pixels that it warps in 16 bits.
constexpr int longestWarpedSide = 32'766;

/// Finds how pictures lie in respect to a reference. Deterministic; `align` may run in several threads at once.
class Aligner {
public:
    /// `mode`: not None. \throws Error(InvalidParameter) for a reference without pixels
    Aligner(AlignmentMode mode, AlignmentReference reference);

    const AlignmentReference &reference() const { return m_reference; }

    /// `image`: RGB, 8 or 16 bit. One that OpenCV cannot compare, such as a strip a few pixels high, is not aligned.
    /// \throws Error(OutOfMemory)
    PictureAlignment align(const cv::Mat &image) const;

private:
    AlignmentMode m_mode;
    AlignmentReference m_reference;
};

/// The picture as it would be seen in the reference's place. What lies beyond its border is mirrored, since any
/// single colour would look like a defect. A picture that was used as it is comes back without a copy.
/// \throws Error(ImageTooLarge) for a side of more than `longestWarpedSide`
cv::Mat warpToReference(const cv::Mat &image, const PictureAlignment &alignment);

/// A map (CV_32FC1) or mask (CV_8UC1, not interpolated) of the aligned picture, brought to the picture; `outside`
/// where the aligned picture shows nothing. \throws Error(ImageTooLarge) as above
cv::Mat warpToPicture(const cv::Mat &map, const PictureAlignment &alignment, double outside);

} // namespace spotcheck
