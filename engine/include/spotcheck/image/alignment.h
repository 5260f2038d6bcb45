#pragma once

#include <opencv2/core/matx.hpp>
#include <opencv2/core/types.hpp>

namespace spotcheck {

/// How pictures are brought into the place of a reference picture before the network sees them.
enum class AlignmentMode {
    None,
    Ecc,      ///< shift and rotation by the grey values (Evangelidis and Psarakis, TPAMI 2008)
    Features, ///< homography from ORB key points (Rublee et al., ICCV 2011) by RANSAC
};

/// How one picture lies in respect to the reference.
struct PictureAlignment {
    /// From pixel centres of the aligned picture to those of the picture. The identity (or a change of size) where
    /// the picture was used as it is.
    cv::Matx33d toPicture = cv::Matx33d::eye();
    cv::Size frame;       ///< px of the aligned picture
    cv::Size imageSize;   ///< px of the picture
    double quality = 0;   ///< correlation of the grey values with the reference's where both overlap, [-1, 1]
    bool aligned = false; ///< false: the quality was too low, and the picture was used as it is

    /// Of the same picture in another size.
    PictureAlignment resizedTo(cv::Size size) const;
    /// Mean way from where the frame's corners would lie in the picture without alignment to where they do, in shares
    /// of the picture's longer side.
    double displacement() const;
};

/// Where `matrix` moves a point.
cv::Point2d moved(const cv::Matx33d &matrix, cv::Point2d point);

} // namespace spotcheck
