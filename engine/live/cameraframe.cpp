#include "live/cameraframe.h"

#include <string>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>

namespace spotcheck {

cv::Mat rgbOfFrame(const cv::Mat &frame)
{
    const int channels = frame.channels();
    const bool isKnown =
        (frame.depth() == CV_8U || frame.depth() == CV_16U) && (channels == 1 || channels == 3 || channels == 4);
    if (frame.empty() || !isKnown)
        throw Error(ErrorCode::NotAnImage,
                    "the camera gives frames of " + std::to_string(channels) + " channels of " +
                        std::to_string(8 * frame.elemSize1()) +
                        " bits; set it to colour or grey of 8 or 16 bits (such as RGB, MJPEG or Mono8)");
    try {
        cv::Mat rgb;
        cv::cvtColor(frame, rgb,
                     channels == 1   ? cv::COLOR_GRAY2RGB
                     : channels == 3 ? cv::COLOR_BGR2RGB
                                     : cv::COLOR_BGRA2RGB);
        return rgb;
    } catch (const cv::Exception &exception) {
        const bool memory = exception.code == cv::Error::StsNoMem;
        throw Error(memory ? ErrorCode::OutOfMemory : ErrorCode::NotAnImage, exception.err);
    }
}

} // namespace spotcheck
