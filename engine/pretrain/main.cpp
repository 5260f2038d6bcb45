#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <mutex>

#include <CLI/CLI.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/core/runtime.h>

#include "pretrain/trainer.h"

namespace {

/// Set by the signal handler, which can reach nothing else.
std::atomic<bool> stopRequested{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void requestStop(int)
{
    stopRequested = true;
}

class TerminalMonitor : public spotcheck::JobMonitor {
public:
    void report(const spotcheck::Progress &progress) override
    {
        const std::lock_guard lock(m_guard);
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last < std::chrono::seconds(5))
            return;
        m_last = now;
        std::clog << spotcheck::stageId(progress.stage) << ' ' << progress.step << '/' << progress.steps;
        if (progress.value)
            std::clog << "  loss " << *progress.value;
        std::clog << std::endl;
    }
    bool isCancelled() const override { return stopRequested; }

private:
    std::mutex m_guard;
    std::chrono::steady_clock::time_point m_last{};
};

constexpr int exitFailed = 1;
constexpr int exitUsage = 2;
constexpr int exitCancelled = 130;

} // namespace

int main(int argumentCount, char **arguments)
{
    spotcheck::pretrain::TrainingOptions options;
    CLI::App app("Trains the embedded backbone on pictures that it generates itself.", "spotcheck-pretrain");
    app.add_option("--output", options.output, "weights to write (safetensors, half precision)")->required();
    app.add_option("--checkpoint", options.checkpoint, "state of the training, to resume from")->required();
    app.add_option("--start-from", options.startFrom, "weights of an earlier training to go on from");
    app.add_option("--loss-curve", options.lossCurve, "CSV to append the loss to");
    app.add_option("--steps", options.steps, "training steps in all")->capture_default_str();
    app.add_option("--pairs", options.pairs, "pairs of pictures a step")->capture_default_str();
    app.add_option("--crop", options.cropSize, "side of the training crops, px")->capture_default_str();
    app.add_option("--learning-rate", options.learningRate, "highest learning rate")->capture_default_str();
    app.add_option("--surfaces", options.pool.surfaces, "different surfaces")->capture_default_str();
    app.add_option("--pictures", options.pool.picturesPerSurface, "pictures a surface")->capture_default_str();
    app.add_option("--surface-weight", options.surfaceWeight, "weight of the surface term")->capture_default_str();
    app.add_option("--distance-weight", options.distanceWeight, "weight of the distance term")->capture_default_str();
    app.add_option("--spread-weight", options.spreadWeight, "weight of the spread term")->capture_default_str();
    app.add_option("--defect-weight", options.defectWeight, "weight of the defect term")->capture_default_str();
    app.add_option("--checkpoint-every", options.checkpointEvery, "steps between checkpoints")->capture_default_str();
    app.add_option("--seed", options.seed, "of weights, pictures and batches")->capture_default_str();
    app.add_option("--threads", options.threads, "processors to use")->capture_default_str();
    app.add_flag("--resume", options.resume, "go on from the checkpoint");
    try {
        app.parse(argumentCount, arguments);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : exitUsage;
    }
    options.pool.seed = options.seed;
    options.pool.threads = options.threads;
    std::signal(SIGINT, requestStop);
    std::signal(SIGTERM, requestStop);
    spotcheck::configureRuntime(options.threads);
    try {
        TerminalMonitor monitor;
        const spotcheck::pretrain::TrainingSummary summary = spotcheck::pretrain::train(options, monitor);
        std::cout << "steps " << summary.steps << "\npictures seen " << summary.picturesSeen
                  << "\nseconds of this run " << summary.seconds << "\nloss " << summary.firstLoss << " to "
                  << summary.lastLoss << "\naccuracy on unseen pictures " << summary.probeAccuracy
                  << "\ndefect to clean distance " << summary.probeContrast << '\n';
        return 0;
    } catch (const spotcheck::Cancelled &) {
        std::cerr << "stopped; go on with --resume\n";
        return exitCancelled;
    } catch (const spotcheck::Error &error) {
        std::cerr << error.what() << '\n';
        return error.code() == spotcheck::ErrorCode::InvalidParameter ? exitUsage : exitFailed;
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return exitFailed;
    }
}
