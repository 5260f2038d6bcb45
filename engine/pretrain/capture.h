#pragma once

#include "pretrain/draws.h"

namespace spotcheck::pretrain {

/// What differs between two pictures of the same good part, for P pictures. Each [P, 1, 1, 1] unless said otherwise.
struct CaptureChange {
    torch::Tensor focus; ///< share of the 3x3 mean: below 0 sharper, above 0 softer
    torch::Tensor gamma;
    torch::Tensor contrast;
    torch::Tensor brightness;
    torch::Tensor balance;   ///< [P, 3, 1, 1], factor of each channel
    torch::Tensor direction; ///< of the light gradient, radians
    torch::Tensor slope;     ///< of the light gradient, from edge to edge
    torch::Tensor noise;     ///< [P, 3, S, S]
    torch::Tensor grey;      ///< 1 where the camera sees no colour
};

CaptureChange drawCaptureChange(std::int64_t pictures, std::int64_t size, Draws &draws);

/// Changes `pictures` [P, 3, S, S] in [0, 1] and clamps them to [0, 1].
torch::Tensor applyCaptureChange(const torch::Tensor &pictures, const CaptureChange &change);

/// Both at once.
torch::Tensor capture(const torch::Tensor &pictures, Draws &draws);

/// With ImageNet's mean and deviation, as BackboneInfo's defaults: what the product feeds the network. Channels last.
torch::Tensor normalised(const torch::Tensor &pictures);

} // namespace spotcheck::pretrain
