#include "pretrain/surfaces/surfaces.h"

#include <array>
#include <cmath>

#include "pretrain/surfaces/valuenoise.h"

namespace spotcheck::pretrain {

namespace {

/// One instruction over a handful of registers; registers 0 and 1 start as the coordinates.
struct Instruction {
    int kind;
    int target;
    int first;
    int second;
    float frequency;
    float phase;
    float gain;
};

constexpr int registerCount = 6;
constexpr int kindCount = 8;

float run(const Instruction &step, const std::array<float, registerCount> &values, std::uint32_t seed)
{
    const float a = values[static_cast<std::size_t>(step.first)];
    const float b = values[static_cast<std::size_t>(step.second)];
    switch (step.kind) {
    case 0:
        return step.gain * std::sin(step.frequency * a + step.phase);
    case 1:
        return step.gain * std::cos(step.frequency * (a + b) + step.phase);
    case 2: { // triangle wave: folds
        const float t = step.frequency * a * 0.3F + step.phase;
        return step.gain * (4 * std::abs(t - std::floor(t + 0.5F)) - 1);
    }
    case 3:
        return std::sqrt(a * a + b * b);
    case 4:
        return a + step.gain * std::sin(step.frequency * b + step.phase);
    case 5:
        return a * std::cos(step.phase) + b * std::sin(step.phase);
    case 6:
        return step.gain * std::tanh(3 * std::sin(step.frequency * a) * std::sin(step.frequency * b + step.phase));
    default:
        return step.gain * (2 * valueNoise(step.frequency * a, step.frequency * b, seed) - 1);
    }
}

} // namespace

cv::Mat1f drawFormula(Random program, const View &view, Random &instance, int size)
{
    std::array<Instruction, 9> instructions{};
    const int length = 4 + program.below(6);
    for (int index = 0; index < length; ++index) {
        Instruction &step = instructions[static_cast<std::size_t>(index)];
        step.kind = program.below(kindCount);
        step.target = index + 1 == length ? 5 : program.below(registerCount);
        step.first = program.below(registerCount);
        step.second = program.below(registerCount);
        step.frequency = program.logUniform(0.8F, 5) * instance.uniform(0.97F, 1.03F);
        step.phase = program.angle() + 0.1F * instance.normal();
        step.gain = program.uniform(0.5F, 2);
    }
    instructions[0].first = 0;
    instructions[0].second = 1;
    const float unit = 1 / program.logUniform(5, 28);
    const float sharpness = program.logUniform(0.7F, 6);
    const auto seed = static_cast<std::uint32_t>(program.bits());

    return drawHeights(view, size, [&](float x, float y) {
        std::array<float, registerCount> values{x * unit, y * unit, 0.5F, y * unit, x * unit, 0};
        for (int index = 0; index < length; ++index) {
            const Instruction &step = instructions[static_cast<std::size_t>(index)];
            values[static_cast<std::size_t>(step.target)] = run(step, values, seed);
        }
        return 0.5F + 0.5F * std::sin(sharpness * (values[5] + 0.3F * values[2]));
    });
}

} // namespace spotcheck::pretrain
