#pragma once

#include <string>

#include "core/random.h"
#include "data/sample/part.h"
#include "data/sample/surface.h"

namespace spotcheck::sample {

/// What can go wrong with a part. `severity`, [0, 1], runs from hardly visible to obvious.

/// "missing": a hole that was not punched, or print that did not take.
void leaveOut(Part &part, float severity, Random &random);

/// "scratch": a thin line, mostly across the grain, at times several.
void scratch(Surface &surface, const Placement &placement, float severity, Random &random);

/// "blob": something that sits on the part: a drop of glue, a chip, spatter.
void addBlob(Surface &surface, const Placement &placement, float severity, Random &random);

/// "dent": the mark of a blow; nothing but the shape has changed.
void dent(Surface &surface, const Placement &placement, float severity, Random &random);

/// "stain": oil, oxide, a dried puddle or a fingerprint.
void stain(Surface &surface, const Placement &placement, float severity, Random &random);

/// Share of bare or printed sheet at a point of the part: 0 in holes, on bevels and beside the part.
float sheetShare(cv::Point2f at);

/// A point of the sheet at least `clearance` away from edges and holes.
cv::Point2f pointOnSheet(Random &random, float clearance);

} // namespace spotcheck::sample
