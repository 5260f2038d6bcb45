#include "pretrain/trainer.h"

#include <chrono>
#include <cmath>
#include <fstream>
#include <new>
#include <numbers>

#include <ATen/Parallel.h>
#include <opencv2/core.hpp>
#include <torch/torch.h>

#include <spotcheck/core/error.h>

#include "pretrain/augment.h"
#include "pretrain/checkpoint.h"
#include "pretrain/network.h"
#include "pretrain/networkweights.h"
#include "pretrain/objective.h"
#include "pretrain/random.h"
#include "pretrain/recipe.h"
#include "pretrain/trainingbatch.h"

namespace spotcheck::pretrain {

namespace {

constexpr int productInputSize = 224; ///< px, at which the product looks at pictures

/// The deepest stage takes 40 % of a step's time on small crops and no memory bank reads it: it learns in every
/// fourth step only.
constexpr std::int64_t layer4Every = 4;

/// Linear warm-up over the first twentieth, then half a cosine to zero (Loshchilov & Hutter 2017).
double learningRateAt(std::int64_t step, const TrainingOptions &options)
{
    const double done = static_cast<double>(step) / static_cast<double>(options.steps);
    constexpr double warmUp = 0.05;
    if (done < warmUp)
        return options.learningRate * (static_cast<double>(step) + 1) /
               (warmUp * static_cast<double>(options.steps) + 1);
    return 0.5 * options.learningRate * (1 + std::cos(std::numbers::pi * (done - warmUp) / (1 - warmUp)));
}

class Training {
public:
    Training(const TrainingOptions &options, JobMonitor &monitor)
        : m_options(options), m_monitor(monitor), m_heads(options.pool.surfaces),
          m_optimizer(parameters(), torch::optim::SGDOptions(options.learningRate)
                                        .momentum(0.9)
                                        .weight_decay(options.weightDecay)
                                        .nesterov(true)),
          m_state{m_network, m_heads, m_optimizer, 0, options.seed}
    {
        if (!options.startFrom.empty())
            importWeights(options.startFrom, m_network);
        if (options.resume)
            loadCheckpoint(options.checkpoint, m_state);
    }

    TrainingSummary run();

private:
    std::vector<torch::Tensor> parameters()
    {
        std::vector<torch::Tensor> all = m_network->parameters();
        for (const torch::Tensor &parameter : m_heads->parameters())
            all.push_back(parameter);
        return all;
    }
    double trainStep(const PicturePool &pool);
    void save();
    void writeWeights();
    ObjectiveTerms probe();
    void appendToCurve(const ObjectiveTerms &terms, double rate) const;

    const TrainingOptions &m_options;
    JobMonitor &m_monitor;
    ResNet18 m_network;
    TrainingHeads m_heads;
    torch::optim::SGD m_optimizer;
    TrainingState m_state;
    TrainingSummary m_summary;
};

double Training::trainStep(const PicturePool &pool)
{
    const TrainingBatch batch = makeBatch(pool, m_options.pairs, m_options.cropSize,
                                          mixSeeds(m_options.seed + 1, static_cast<std::uint64_t>(m_state.step)));
    const double rate = learningRateAt(m_state.step, m_options);
    for (auto &group : m_optimizer.param_groups())
        static_cast<torch::optim::SGDOptions &>(group.options()).lr(rate);
    const Depth depth = m_state.step % layer4Every == 0 ? Depth::ToLayer4 : Depth::ToLayer3;
    const StageMaps maps = m_network->forward(batch.pictures, depth);
    const ObjectiveTerms terms = evaluateObjective(
        maps, m_heads, batch,
        {m_options.surfaceWeight, m_options.distanceWeight, m_options.spreadWeight, m_options.defectWeight});
    for (torch::Tensor parameter : parameters())
        parameter.mutable_grad().reset(); // not zero: a layer4 that rests is not to be moved by its momentum
    terms.total.backward();
    constexpr double longestGradient = 5;
    torch::nn::utils::clip_grad_norm_(parameters(), longestGradient);
    m_optimizer.step();
    m_network->removeLightResponse();
    const double loss = terms.total.item<double>();
    if (!std::isfinite(loss))
        throw Error(ErrorCode::Internal, "the loss is no longer finite; a lower learning rate is needed");
    constexpr std::int64_t curveEvery = 50;
    if (m_state.step % curveEvery == 0)
        appendToCurve(terms, rate);
    ++m_state.step;
    return loss;
}

void Training::appendToCurve(const ObjectiveTerms &terms, double rate) const
{
    if (m_options.lossCurve.empty())
        return;
    const bool fresh = !std::filesystem::exists(m_options.lossCurve);
    std::ofstream curve(m_options.lossCurve, std::ios::app);
    if (fresh)
        curve << "step,learning_rate,surface,distance,spread,defect,contrast,accuracy\n";
    curve << m_state.step << ',' << rate << ',' << terms.surface.item<double>() << ','
          << terms.distance.item<double>() << ',' << terms.spread.item<double>() << ',' << terms.defect.item<double>()
          << ',' << terms.contrast << ',' << terms.accuracy << '\n';
    if (!curve)
        throw Error(ErrorCode::WriteFailed, m_options.lossCurve);
}

void Training::save()
{
    saveCheckpoint(m_options.checkpoint, m_state);
}

/// Small crops see more of the border's zero padding than whole pictures do: the running statistics are taken
/// anew at the product's size before the weights are written, and the training's put back after.
void Training::writeWeights()
{
    torch::NoGradGuard noGradients;
    std::vector<torch::Tensor> before;
    for (const torch::Tensor &buffer : m_network->buffers())
        before.push_back(buffer.clone());
    const auto setMomentum = [&](c10::optional<double> momentum) {
        for (const auto &module : m_network->modules(false)) {
            if (auto *norm = module->as<torch::nn::BatchNorm2d>())
                norm->options.momentum(momentum);
        }
    };
    for (const auto &module : m_network->modules(false)) {
        if (auto *norm = module->as<torch::nn::BatchNorm2d>())
            norm->reset_running_stats();
    }
    setMomentum(c10::nullopt); // a plain mean over all batches
    m_network->train();
    constexpr int calibrationBatch = 16;
    Random random(mixSeeds(m_options.seed, 0xCA11B));
    for (int done = 0; done < m_options.calibrationPictures; done += calibrationBatch) {
        m_monitor.throwIfCancelled();
        std::vector<cv::Mat3f> pictures;
        for (int index = 0; index < calibrationBatch; ++index) {
            const int surface = random.below(m_options.pool.surfaces);
            cv::Mat3f picture;
            drawSurface(m_options.pool.surfaceSeed(surface), random.bits(), productInputSize)
                .convertTo(picture, CV_32F, 1.0 / 255);
            varyCapture(picture, 1, random);
            pictures.push_back(picture);
        }
        m_network->forward(normalisedPictures(pictures), Depth::ToLayer4);
    }
    exportWeights(m_options.output, m_network,
                  {{"format", "pt"},
                   {"architecture", "resnet18"},
                   {"origin", "trained by Spotcheck from random weights on pictures that it generates"},
                   {"objective", "surface classification, paired patch distance, decorrelation, defect localisation"},
                   {"steps", std::to_string(m_state.step)},
                   {"seed", std::to_string(m_options.seed)},
                   {"licence", "Apache-2.0"}});
    setMomentum(0.1); // LibTorch's default
    std::size_t index = 0;
    for (torch::Tensor buffer : m_network->buffers())
        buffer.copy_(before[index++]);
}

ObjectiveTerms Training::probe()
{
    torch::NoGradGuard noGradients;
    m_network->eval();
    constexpr int probePairs = 128;
    const int pairs = std::min(probePairs, 4 * m_options.pairs);
    const TrainingBatch batch =
        makeProbeBatch(m_options.pool, pairs, m_options.cropSize, mixSeeds(m_options.seed + 2, 0));
    const StageMaps maps = m_network->forward(batch.pictures, Depth::ToLayer3);
    m_network->train();
    return evaluateObjective(maps, m_heads, batch, {});
}

TrainingSummary Training::run()
{
    m_summary.firstStep = m_state.step;
    const auto begin = std::chrono::steady_clock::now();
    const PicturePool pool(m_options.pool, m_monitor);
    m_network->train();
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
                save();
                writeWeights(); // a run that ends early leaves weights too
            }
        }
    } catch (const Cancelled &) {
        save();
        throw;
    }
    save();
    m_monitor.report({.stage = Stage::Writing, .step = 0, .steps = 1, .value = {}});
    writeWeights();
    const ObjectiveTerms unseen = probe();
    m_summary.steps = m_state.step;
    m_summary.picturesSeen = m_state.step * 2 * m_options.pairs;
    m_summary.probeAccuracy = unseen.accuracy;
    m_summary.probeContrast = unseen.contrast;
    m_summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return m_summary;
}

} // namespace

void TrainingOptions::validate() const
{
    const auto require = [](bool holds, const char *what) {
        if (!holds)
            throw Error(ErrorCode::InvalidParameter, what);
    };
    require(!output.empty(), "a file for the weights is needed");
    require(!checkpoint.empty(), "a file for the checkpoint is needed");
    require(startFrom.empty() || !resume, "either start from weights or resume from a checkpoint");
    require(steps >= 1, "steps must be at least 1");
    require(pairs >= 2 && pairs <= 4096, "pairs must be from 2 to 4096");
    require(cropSize >= 32 && cropSize % 32 == 0, "the crop size must be a multiple of 32, in pixels");
    require(learningRate > 0 && std::isfinite(learningRate), "the learning rate must be above 0");
    require(weightDecay >= 0 && std::isfinite(weightDecay), "the weight decay must not be below 0");
    require(checkpointEvery >= 1, "the steps between checkpoints must be at least 1");
    require(calibrationPictures >= 16, "at least 16 calibration pictures are needed");
    require(pool.surfaces >= 2, "at least 2 surfaces are needed");
    require(pool.picturesPerSurface >= 1, "at least 1 picture a surface is needed");
    require(pool.size >= cropSize, "pictures must be at least as large as the crops");
    require(threads >= 1 && threads <= 1024, "threads must be from 1 to 1024");
}

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
