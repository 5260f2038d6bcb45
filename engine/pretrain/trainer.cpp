#include "pretrain/trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>
#include <numbers>

#include <ATen/Parallel.h>
#include <opencv2/core.hpp>
#include <torch/torch.h>

#include <spotcheck/core/error.h>

#include "pretrain/calibration.h"
#include "pretrain/checkpoint.h"
#include "pretrain/losscurve.h"
#include "pretrain/networkweights.h"
#include "pretrain/objective.h"
#include "pretrain/picturepool.h"
#include "pretrain/random.h"
#include "pretrain/weightmean.h"

namespace spotcheck::pretrain {

namespace {

/// What the seed's sequences are for.
enum class Purpose : std::uint64_t { Batch = 1, Places, Probe, Calibration, Scale };

/// Linear warm-up over the first twentieth, then half a cosine (Loshchilov & Hutter 2017), never quite to zero.
double learningRateAt(std::int64_t step, const TrainingOptions &options)
{
    constexpr double warmUp = 0.05;
    constexpr double least = 1e-5;
    const double done = static_cast<double>(step) / static_cast<double>(options.steps);
    const double share =
        done < warmUp ? done / warmUp : 0.5 * (1 + std::cos(std::numbers::pi * (done - warmUp) / (1 - warmUp)));
    return options.learningRate * share + least;
}

class Training {
public:
    Training(const TrainingOptions &options, JobMonitor &monitor)
        : m_options(options), m_poolOptions(options.pool), m_monitor(monitor), m_device(options.device),
          m_heads(options.pool.surfaces),
          m_optimizer(parametersOn(m_device), torch::optim::SGDOptions(options.learningRate)
                                                  .momentum(0.9)
                                                  .weight_decay(options.weightDecay)
                                                  .nesterov(true)),
          m_state{m_network, m_mean, m_heads, m_optimizer, 0, options.seed}
    {
        m_poolOptions.seed = options.seed;
        m_poolOptions.threads = options.threads;
        if (!options.startFrom.empty())
            importWeights(options.startFrom, m_network);
        copyWeights(m_network, m_mean);
        if (options.resume)
            loadCheckpoint(options.checkpoint, m_state, m_device);
    }

    TrainingSummary run();

private:
    std::vector<torch::Tensor> parametersOn(torch::Device device);
    double trainStep(PicturePool &pool);
    void writeWeights();
    void probe(ResNet18 &network);
    std::uint64_t seedOf(Purpose purpose, std::int64_t index = 0) const;
    PictureSet wholePictures(Purpose purpose, int count);

    const TrainingOptions &m_options;
    PoolOptions m_poolOptions;
    JobMonitor &m_monitor;
    torch::Device m_device;
    ResNet18 m_network;
    ResNet18 m_mean;
    TrainingHeads m_heads;
    std::vector<torch::Tensor> m_parameters; ///< of network and heads
    torch::optim::SGD m_optimizer;
    TrainingState m_state;
    TrainingSummary m_summary;
};

std::vector<torch::Tensor> Training::parametersOn(torch::Device device)
{
    m_network->to(device);
    m_mean->to(device);
    m_heads->to(device);
    m_parameters = m_network->parameters();
    const std::vector<torch::Tensor> ofHeads = m_heads->parameters();
    m_parameters.insert(m_parameters.end(), ofHeads.begin(), ofHeads.end());
    return m_parameters;
}

std::uint64_t Training::seedOf(Purpose purpose, std::int64_t index) const
{
    return mixSeeds(m_options.seed + static_cast<std::uint64_t>(purpose), static_cast<std::uint64_t>(index));
}

double Training::trainStep(PicturePool &pool)
{
    pool.advance(m_state.step);
    Draws draws(seedOf(Purpose::Batch, m_state.step), m_device);
    Draws places(seedOf(Purpose::Places, m_state.step), m_device);
    const PictureSet outer = pool.some(m_options.pairs, draws);
    const PictureSet inner = pool.some(m_options.pairs, draws);
    const TrainingBatch batch = makeBatch(outer, inner, m_options.cropSize, draws);
    const double rate = learningRateAt(m_state.step, m_options);
    for (auto &group : m_optimizer.param_groups())
        static_cast<torch::optim::SGDOptions &>(group.options()).lr(rate);
    const ObjectiveTerms terms = evaluateObjective(m_network->forward(batch.pictures), m_heads, batch, {}, places);
    m_optimizer.zero_grad();
    terms.total.backward();
    constexpr double longestGradient = 5;
    torch::nn::utils::clip_grad_norm_(m_parameters, longestGradient);
    m_optimizer.step();
    m_network->removeLightResponse();
    updateWeightMean(m_mean, m_network, m_state.step);
    const double loss = terms.total.item<double>();
    if (!std::isfinite(loss))
        throw Error(ErrorCode::Internal, "the loss is no longer finite; a lower learning rate is needed");
    constexpr std::int64_t curveEvery = 50;
    if (!m_options.lossCurve.empty() && m_state.step % curveEvery == 0)
        appendToLossCurve(m_options.lossCurve, m_state.step, rate, terms);
    ++m_state.step;
    return loss;
}

PictureSet Training::wholePictures(Purpose purpose, int count)
{
    const std::uint64_t firstNumber = 10'000'000'000ULL * static_cast<std::uint64_t>(purpose); // beyond the pool's
    return drawPictures(m_poolOptions, randomPictures(m_poolOptions, count, firstNumber, seedOf(purpose)),
                        purpose == Purpose::Probe ? m_poolOptions.size : m_options.wholeSize, m_monitor);
}

/// From a copy of the mean weights, so that the training goes on as it would have.
void Training::writeWeights()
{
    ResNet18 network;
    network->to(m_device);
    copyWeights(m_mean, network);
    calibrateBatchNorm(network, wholePictures(Purpose::Calibration, m_options.calibrationPictures),
                       seedOf(Purpose::Calibration), m_device, m_monitor);
    if (m_state.step == m_options.steps)
        probe(network);
    scaleChannelsByCapture(network, wholePictures(Purpose::Scale, m_options.scalePictures), seedOf(Purpose::Scale),
                           m_device, m_monitor);
    exportWeights(m_options.output, network,
                  {{"format", "pt"},
                   {"architecture", "resnet18"},
                   {"origin", "trained by Spotcheck from random weights on pictures that it generates"},
                   {"objective", "surface classification by region, dense contrast between two views, defect "
                                 "localisation; channels scaled by their deviation under light and noise"},
                   {"steps", std::to_string(m_state.step)},
                   {"seed", std::to_string(m_options.seed)},
                   {"licence", "Apache-2.0"}});
}

void Training::probe(ResNet18 &network)
{
    torch::NoGradGuard noGradients;
    const int pairs = std::min(m_options.pairs, 128);
    const PictureSet drawn = wholePictures(Purpose::Probe, 2 * pairs);
    const auto part = [&](std::int64_t first) {
        return PictureSet{drawn.pixels.narrow(0, first, pairs).to(m_device),
                          drawn.surfaces.narrow(0, first, pairs).to(m_device)};
    };
    Draws draws(seedOf(Purpose::Probe), m_device);
    const TrainingBatch batch = makeBatch(part(0), part(pairs), m_options.cropSize, draws);
    const ObjectiveTerms terms = evaluateObjective(network->forward(batch.pictures), m_heads, batch, {}, draws);
    m_summary.probeLoss = terms.total.item<double>();
    m_summary.probeAccuracy = terms.accuracy.item<double>();
}

TrainingSummary Training::run()
{
    m_summary.firstStep = m_state.step;
    const auto begin = std::chrono::steady_clock::now();
    m_network->train();
    {
        PicturePool pool(m_poolOptions, m_state.step, m_device, m_monitor);
        try {
            while (m_state.step < m_options.steps) {
                m_monitor.throwIfCancelled();
                const double loss = trainStep(pool);
                if (m_state.step == m_summary.firstStep + 1)
                    m_summary.firstLoss = loss;
                m_summary.lastLoss = loss;
                m_monitor.report(
                    {.stage = Stage::Fitting, .step = m_state.step, .steps = m_options.steps, .value = loss});
                if (m_state.step % m_options.checkpointEvery == 0 && m_state.step < m_options.steps) {
                    saveCheckpoint(m_options.checkpoint, m_state);
                    writeWeights(); // a run that ends early leaves weights too
                }
            }
        } catch (const Cancelled &) {
            saveCheckpoint(m_options.checkpoint, m_state);
            throw;
        }
    }
    saveCheckpoint(m_options.checkpoint, m_state);
    m_monitor.report({.stage = Stage::Writing, .step = 0, .steps = 1, .value = {}});
    writeWeights();
    m_summary.steps = m_state.step;
    m_summary.viewsSeen = m_state.step * 2 * m_options.pairs;
    m_summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return m_summary;
}

} // namespace

TrainingSummary train(const TrainingOptions &options, JobMonitor &monitor)
{
    options.validate();
    try {
        at::set_num_threads(options.threads);
        torch::manual_seed(options.seed);
        Training training(options, monitor);
        return training.run();
    } catch (const std::bad_alloc &) {
        throw Error(ErrorCode::OutOfMemory, "the training's pictures do not fit into memory; use fewer surfaces");
    } catch (const c10::Error &error) {
        throw Error(ErrorCode::Internal, error.what_without_backtrace());
    } catch (const cv::Exception &error) {
        throw Error(ErrorCode::Internal, error.what());
    }
}

} // namespace spotcheck::pretrain
