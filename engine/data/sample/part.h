#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include <opencv2/core/types.hpp>

#include "core/random.h"
#include "data/sample/surface.h"

namespace spotcheck::sample {

/// A hairline that the brush left, along the grain or nearly so. Harmless.
struct Hairline {
    cv::Point2f from;
    cv::Point2f to;
    float strength = 0; ///< relative brightness, darker where negative
    float halfWidth = 0;
};

/// Dust: harmless as well.
struct Speck {
    cv::Point2f centre;
    float radius = 0;
    float brightness = 0; ///< what it looks like, [0, 1]
};

/// Where ink did not take.
struct InkVoid {
    cv::Point2f centre;
    cv::Point2f halfSize;
    float ragged = 0; ///< how far its edge wanders, design units
};

/// One part: everything in which two good parts may differ, and what is left out of a bad one. Drawing a part
/// takes no further random numbers, so that a part with an omission is otherwise the same as one without.
struct Part {
    std::uint64_t textureSeed = 0;
    float brushStrength = 1;
    float brushFineness = 1; ///< lines a design unit, relative to the usual
    float lightness = 1;     ///< of the metal, from batch to batch
    float inkStrength = 1;   ///< share of the print's full blackness
    cv::Point2f printOffset; ///< design units
    int serialNumber = 0;    ///< printed with six digits
    std::vector<Hairline> hairlines;
    std::vector<Speck> specks;

    std::set<int> unpunchedHoles;  ///< indices into plateHoles()
    std::set<int> omittedElements; ///< indices into printLayout()
    std::vector<InkVoid> inkVoids;
};

Part drawGoodPart(Random &random);

/// Half the plate's side, and the radius of its corners.
constexpr float plateHalfSize = 212;
constexpr float plateCornerRadius = 30;

struct Hole {
    cv::Point2f centre;
    float radius = 0;      ///< of the passage
    float outerRadius = 0; ///< of the countersink
};

/// The four fixing holes.
const std::vector<Hole> &plateHoles();

/// The bore in the middle of the dial.
inline const cv::Point2f dialCentre{0, -40};
constexpr float boreRadius = 40;
constexpr float facedRadius = 61; ///< of the turned ring around the bore

/// The metal without print.
void drawPlate(Surface &surface, const Placement &placement, const Part &part);
/// The specks, which lie on metal and print alike.
void drawDust(Surface &surface, const Placement &placement, const Part &part);

} // namespace spotcheck::sample
