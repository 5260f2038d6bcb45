#pragma once

#include <array>
#include <string_view>

#include <opencv2/core/mat.hpp>

#include "pretrain/random.h"

namespace spotcheck::pretrain {

enum class DefectKind { Scratch, Blob, Missing, Extra, Stain, Dent, Warp };

inline constexpr std::array<std::string_view, 7> defectKindNames{"scratch", "blob", "missing", "extra",
                                                                 "stain",   "dent", "warp"};

/// Plants one local defect in `picture` (CV_32FC3, RGB in [0, 1], [S, S], S at least 32); `other`, of the same
/// size, is where an extra mark is copied from. Strength runs from faint to plain.
/// \return CV_8UC1 mask, 255 where the picture was changed by more than the eye would miss; never all 0
cv::Mat1b plantDefect(cv::Mat3f &picture, const cv::Mat3f &other, DefectKind kind, Random &random);

} // namespace spotcheck::pretrain
