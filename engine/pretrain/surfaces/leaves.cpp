#include "pretrain/surfaces/surfaces.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace spotcheck::pretrain {

namespace {

enum class Outline { Ellipse, Polygon, Rectangle, Star };

struct LeafStyle {
    Outline outline;
    float smallest; ///< radius, surface units
    float largest;
    float exponent; ///< of the power law of radii; 3 is scale-invariant
    float elongation;
    float direction; ///< radians, where leaves are aligned
    bool aligned;
    int corners;
    float stripes; ///< period of the stripes within a leaf, 0: none
    int shades;    ///< number of different heights, 0: any
};

LeafStyle randomStyle(Random &program)
{
    LeafStyle style{};
    style.outline = static_cast<Outline>(program.below(4));
    style.smallest = program.logUniform(1.5F, 6);
    style.largest = style.smallest * program.logUniform(2, 12);
    style.exponent = program.uniform(1.5F, 3.2F);
    style.elongation = program.chance(0.5F) ? program.uniform(1, 6) : 1.0F;
    style.direction = program.angle();
    style.aligned = program.chance(0.4F);
    style.corners = 3 + program.below(5);
    style.stripes = program.chance(0.35F) ? program.uniform(3, 10) : 0.0F;
    style.shades = program.chance(0.4F) ? 2 + program.below(3) : 0;
    return style;
}

/// Radius with density proportional to r^-exponent between the bounds.
float randomRadius(const LeafStyle &style, Random &random)
{
    const float power = 1 - style.exponent;
    const float low = std::pow(style.smallest, power);
    const float high = std::pow(style.largest, power);
    return std::pow(random.uniform(low, high), 1 / power);
}

std::vector<cv::Point> leafOutline(const LeafStyle &style, cv::Point2f centre, float radius, float angle)
{
    const int corners = style.outline == Outline::Ellipse     ? 20
                        : style.outline == Outline::Rectangle ? 4
                        : style.outline == Outline::Star      ? 2 * style.corners
                                                              : style.corners;
    constexpr float fixedPoint = 16; // four fractional bits, for smooth edges
    const float phase = style.outline == Outline::Rectangle ? std::numbers::pi_v<float> / 4 : 0.0F;
    std::vector<cv::Point> points;
    for (int corner = 0; corner < corners; ++corner) {
        const float turn =
            phase + 2 * std::numbers::pi_v<float> * static_cast<float>(corner) / static_cast<float>(corners);
        const float reach = style.outline == Outline::Star && corner % 2 == 1 ? 0.45F * radius : radius;
        const float x = reach * std::cos(turn);
        const float y = reach * std::sin(turn) / style.elongation;
        points.emplace_back(cvRound(fixedPoint * (centre.x + std::cos(angle) * x - std::sin(angle) * y)),
                            cvRound(fixedPoint * (centre.y + std::sin(angle) * x + std::cos(angle) * y)));
    }
    return points;
}

} // namespace

cv::Mat1f drawLeaves(Random program, const View &view, Random &instance, int size)
{
    const LeafStyle style = randomStyle(program);
    const float meanRadius = std::sqrt(style.smallest * style.largest);
    const auto extent = static_cast<float>(size);
    const float area = extent * extent / (view.scale * view.scale);
    const int count =
        std::clamp(static_cast<int>(2.5F * area * style.elongation / (meanRadius * meanRadius)), 20, 2500);

    cv::Mat1f field(size, size, 0.5F);
    cv::Mat1b leaf(size, size);
    const auto fill = [&](cv::Mat &target, const std::vector<cv::Point> &outline, double value) {
        if (style.outline == Outline::Star)
            cv::fillPoly(target, std::vector<std::vector<cv::Point>>{outline}, cv::Scalar(value), cv::LINE_8, 4);
        else
            cv::fillConvexPoly(target, outline, cv::Scalar(value), cv::LINE_8, 4);
    };
    for (int index = 0; index < count; ++index) {
        const float radius = view.scale * randomRadius(style, instance);
        const cv::Point2f centre(instance.uniform(-radius, extent + radius),
                                 instance.uniform(-radius, extent + radius));
        const float angle =
            style.aligned ? style.direction + 0.15F * instance.normal() - view.angle : instance.angle();
        float shade = instance.uniform();
        if (style.shades > 0)
            shade = std::floor(shade * static_cast<float>(style.shades)) / static_cast<float>(style.shades - 1);
        const std::vector<cv::Point> outline = leafOutline(style, centre, radius, angle);
        const bool striped = style.stripes > 0 && radius > style.stripes;
        if (!striped) {
            fill(field, outline, shade);
            continue;
        }
        const cv::Rect box = cv::Rect(cvFloor(centre.x - radius), cvFloor(centre.y - radius), cvCeil(2 * radius) + 2,
                                      cvCeil(2 * radius) + 2) &
                             cv::Rect(0, 0, size, size);
        leaf(box).setTo(0);
        fill(leaf, outline, 255);
        const float turn = 2 * std::numbers::pi_v<float> / (style.stripes * view.scale);
        for (int row = box.y; row < box.br().y; ++row) {
            for (int column = box.x; column < box.br().x; ++column) {
                if (leaf(row, column) != 0) {
                    const float along =
                        std::cos(angle) * static_cast<float>(column) + std::sin(angle) * static_cast<float>(row);
                    field(row, column) = std::clamp(shade + 0.25F * std::sin(turn * along), 0.0F, 1.0F);
                }
            }
        }
    }
    cv::GaussianBlur(field, field, {3, 3}, 0.6);
    return field;
}

} // namespace spotcheck::pretrain
