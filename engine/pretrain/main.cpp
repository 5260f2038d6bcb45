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
    app.add_option("--start", options.startFrom, "weights to go on from instead of random ones (safetensors)");
    app.add_option("--loss-curve", options.lossCurve, "CSV to append the loss to");
    app.add_option("--device", options.device, "cpu or cuda")->capture_default_str();
    app.add_option("--steps", options.steps, "training steps in all")->capture_default_str();
    app.add_option("--pairs", options.pairs, "pairs of captures a step, a multiple of 8 from 16")
        ->capture_default_str();
    app.add_option("--crop", options.cropSize, "side of the captures, px")->capture_default_str();
    app.add_option("--rate", options.learningRate, "largest learning rate")->capture_default_str();
    app.add_option("--weight-decay", options.weightDecay, "pull of the weights to zero")->capture_default_str();
    app.add_option("--surfaces", options.pool.surfaces, "different surfaces")->capture_default_str();
    app.add_option("--pictures", options.pool.picturesPerSurface, "pictures a surface drawn before the first step")
        ->capture_default_str();
    app.add_option("--picture-size", options.pool.size, "side of the drawn pictures, px")->capture_default_str();
    app.add_option("--kept", options.pool.kept, "pictures of each surface kept, the latest")->capture_default_str();
    app.add_option("--new-pictures", options.pool.chunk, "surfaces that get a new picture at a time")
        ->capture_default_str();
    app.add_option("--new-every", options.pool.chunkEvery, "steps between new pictures, 0 for none")
        ->capture_default_str();
    app.add_option("--checkpoint-every", options.checkpointEvery, "steps between checkpoints")->capture_default_str();
    app.add_option("--seed", options.seed, "of weights, pictures and batches")->capture_default_str();
    app.add_option("--threads", options.threads, "processors to use")->capture_default_str();
    app.add_flag("--resume", options.resume, "go on from the checkpoint");
    try {
        app.parse(argumentCount, arguments);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : exitUsage;
    }
    std::signal(SIGINT, requestStop);
    std::signal(SIGTERM, requestStop);
    spotcheck::configureRuntime(options.threads);
    try {
        TerminalMonitor monitor;
        const spotcheck::pretrain::TrainingSummary summary = spotcheck::pretrain::train(options, monitor);
        std::cout << "steps " << summary.steps << "\nviews seen " << summary.viewsSeen << "\nseconds of this run "
                  << summary.seconds << "\nloss " << summary.firstLoss << " to " << summary.lastLoss
                  << "\nloss on unseen pictures " << summary.probeLoss << "\naccuracy on unseen pictures "
                  << summary.probeAccuracy << '\n';
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
