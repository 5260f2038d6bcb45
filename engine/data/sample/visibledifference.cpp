#include "data/sample/visibledifference.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace spotcheck::sample {

cv::Mat visibleDifference(const cv::Mat3f &clean, const cv::Mat3f &defective, float pixelsPerUnit)
{
    cv::Mat1b mask(clean.size());
    for (int row = 0; row < clean.rows; ++row) {
        for (int column = 0; column < clean.cols; ++column) {
            const cv::Vec3f change = defective(row, column) - clean(row, column);
            const float greatest = std::max({std::abs(change[0]), std::abs(change[1]), std::abs(change[2])});
            mask(row, column) = greatest >= justVisible ? 255 : 0;
        }
    }
    const int reach = std::max(1, static_cast<int>(std::lround(3 * pixelsPerUnit)));
    const cv::Mat disc = cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * reach + 1, 2 * reach + 1});
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, disc);
    return mask;
}

} // namespace spotcheck::sample
