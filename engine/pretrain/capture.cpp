#include "pretrain/capture.h"

namespace spotcheck::pretrain {

CaptureChange drawCaptureChange(std::int64_t pictures, std::int64_t size, Draws &draws)
{
    const std::vector<std::int64_t> each{pictures, 1, 1, 1};
    CaptureChange change;
    const torch::Tensor focus = draws.uniform(-0.4, 1, each); // C++ leaves it open which factor would be drawn first
    change.focus = focus * draws.chance(0.4, each);
    change.gamma = draws.uniform(-0.3, 0.3, each).exp();
    change.contrast = draws.uniform(-0.4, 0.4, each).exp();
    change.brightness = draws.uniform(-0.18, 0.18, each);
    change.balance = 1 + 0.06 * draws.normal({pictures, 3, 1, 1});
    change.direction = draws.angle(each);
    change.slope = draws.uniform(0, 0.3, each);
    const torch::Tensor noise = draws.normal({pictures, 3, size, size});
    const torch::Tensor level = draws.uniform(0, 0.035, each);
    change.noise = noise * level * draws.chance(0.6, each);
    change.grey = draws.chance(0.15, each);
    return change;
}

torch::Tensor applyCaptureChange(const torch::Tensor &pictures, const CaptureChange &change)
{
    const torch::Tensor soft = torch::avg_pool2d(torch::reflection_pad2d(pictures, {1, 1, 1, 1}), 3, 1);
    torch::Tensor x = torch::lerp(pictures, soft, change.focus);
    x = torch::pow(x.clamp(1e-4, 1), change.gamma);
    x = 0.5 + change.contrast * (x - 0.5) + change.brightness;
    x = x * change.balance;
    const std::int64_t size = pictures.size(3);
    const torch::Tensor across = torch::linspace(-0.5, 0.5, size, pictures.options());
    x = x * (1 + change.slope * (change.direction.cos() * across.view({1, 1, 1, size}) +
                                 change.direction.sin() * across.view({1, 1, size, 1})));
    x = x + change.noise;
    return torch::lerp(x, x.mean(1, true).expand_as(x), change.grey).clamp(0, 1);
}

torch::Tensor capture(const torch::Tensor &pictures, Draws &draws)
{
    return applyCaptureChange(pictures, drawCaptureChange(pictures.size(0), pictures.size(3), draws));
}

torch::Tensor normalised(const torch::Tensor &pictures)
{
    const torch::Tensor mean = torch::tensor({0.485F, 0.456F, 0.406F}, pictures.options()).view({1, 3, 1, 1});
    const torch::Tensor deviation = torch::tensor({0.229F, 0.224F, 0.225F}, pictures.options()).view({1, 3, 1, 1});
    return ((pictures - mean) / deviation).contiguous(torch::MemoryFormat::ChannelsLast);
}

} // namespace spotcheck::pretrain
