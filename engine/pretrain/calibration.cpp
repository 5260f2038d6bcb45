#include "pretrain/calibration.h"

#include <functional>

#include "pretrain/capture.h"
#include "pretrain/channelscale.h"

namespace spotcheck::pretrain {

namespace {

/// `each` batch of pictures [n, 3, S, S] in [0, 1] on the device.
void forBatches(const PictureSet &pictures, std::int64_t size, torch::Device device, JobMonitor &monitor,
                const std::function<void(const torch::Tensor &)> &each)
{
    for (const torch::Tensor &pixels : pictures.pixels.split(size)) {
        monitor.throwIfCancelled();
        each(asFloats(pixels.to(device)));
    }
}

} // namespace

void calibrateBatchNorm(ResNet18 &network, const PictureSet &pictures, std::uint64_t seed, torch::Device device,
                        JobMonitor &monitor)
{
    torch::NoGradGuard noGradients;
    const auto norms = [&](const std::function<void(torch::nn::BatchNorm2dImpl &)> &each) {
        for (const auto &module : network->modules(false)) {
            if (auto *norm = module->as<torch::nn::BatchNorm2d>())
                each(*norm);
        }
    };
    norms([](torch::nn::BatchNorm2dImpl &norm) {
        norm.reset_running_stats();
        norm.options.momentum(c10::nullopt); // a plain mean over all batches
    });
    network->train();
    Draws draws(seed, device);
    constexpr std::int64_t batch = 32;
    forBatches(pictures, batch, device, monitor,
               [&](const torch::Tensor &part) { network->forward(normalised(capture(part, draws))); });
    norms([](torch::nn::BatchNorm2dImpl &norm) { norm.options.momentum(0.1); }); // LibTorch's default
    network->eval();
}

void scaleChannelsByCapture(ResNet18 &network, const PictureSet &pictures, std::uint64_t seed, torch::Device device,
                            JobMonitor &monitor)
{
    Draws draws(seed, device);
    ChannelDeviations deviations(device);
    constexpr std::int64_t batch = 16;
    forBatches(pictures, batch, device, monitor, [&](const torch::Tensor &part) {
        deviations.add(network, normalised(capture(part, draws)), normalised(capture(part, draws)));
    });
    scaleChannels(network, deviations.factors());
}

} // namespace spotcheck::pretrain
