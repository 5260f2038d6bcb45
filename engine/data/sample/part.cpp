#include "data/sample/part.h"

namespace spotcheck::sample {

namespace {

cv::Point2f pointOnPlate(Random &random)
{
    const double reach = plateHalfSize - 12;
    const auto u = static_cast<float>((2 * random.uniform() - 1) * reach);
    const auto v = static_cast<float>((2 * random.uniform() - 1) * reach);
    return {u, v};
}

float between(Random &random, double low, double high)
{
    return static_cast<float>(low + (high - low) * random.uniform());
}

Hairline drawHairline(Random &random)
{
    Hairline line;
    line.from = pointOnPlate(random);
    const float length = between(random, 15, 110);
    const float slope = between(random, -0.035, 0.035);
    line.to = line.from + cv::Point2f(length, length * slope);
    const float strength = between(random, 0.05, 0.16);
    line.strength = random.uniform() < 0.6 ? strength : -strength;
    line.halfWidth = between(random, 0.25, 0.6);
    return line;
}

Speck drawSpeck(Random &random)
{
    Speck speck;
    speck.centre = pointOnPlate(random);
    const double chance = random.uniform();
    speck.radius = static_cast<float>(0.5 + 1.0 * chance * chance);
    speck.brightness = random.uniform() < 0.65 ? between(random, 0.15, 0.4) : between(random, 0.8, 0.95);
    return speck;
}

} // namespace

Part drawGoodPart(Random &random)
{
    Part part;
    part.textureSeed = static_cast<std::uint64_t>(random.uniform() * 0x1.0p53);
    part.brushStrength = between(random, 0.85, 1.15);
    part.brushFineness = between(random, 0.92, 1.08);
    part.lightness = between(random, 0.97, 1.03);
    part.inkStrength = between(random, 0.82, 1.0);
    part.printOffset = {between(random, -1.5, 1.5), between(random, -1.5, 1.5)};
    part.serialNumber = static_cast<int>(4000 + random.below(1000));
    const std::int64_t hairlines = 5 + random.below(9);
    for (std::int64_t i = 0; i < hairlines; ++i)
        part.hairlines.push_back(drawHairline(random));
    const std::int64_t specks = random.below(6);
    for (std::int64_t i = 0; i < specks; ++i)
        part.specks.push_back(drawSpeck(random));
    return part;
}

const std::vector<Hole> &plateHoles()
{
    static const std::vector<Hole> holes{
        {{-172, -172}, 15, 23}, {{172, -172}, 15, 23}, {{-172, 172}, 15, 23}, {{172, 172}, 15, 23}};
    return holes;
}

} // namespace spotcheck::sample
