#include <algorithm>
#include <vector>

#include "data/sample/defects.h"
#include "data/sample/print.h"

namespace spotcheck::sample {

namespace {

std::vector<int> elementsOf(const Part &part, PrintElement::Kind kind)
{
    std::vector<int> found;
    const std::vector<PrintElement> layout = printLayout(part);
    for (int index = 0; index < static_cast<int>(layout.size()); ++index) {
        if (layout[static_cast<std::size_t>(index)].kind == kind)
            found.push_back(index);
    }
    return found;
}

/// Leaves out `count` neighbours of one kind.
void omitRun(Part &part, PrintElement::Kind kind, int count, Random &random)
{
    const std::vector<int> elements = elementsOf(part, kind);
    const int last = static_cast<int>(elements.size()) - count;
    const int first = static_cast<int>(random.below(last + 1));
    for (int i = 0; i < count; ++i)
        part.omittedElements.insert(elements[static_cast<std::size_t>(first + i)]);
}

/// A patch without ink, somewhere on an element of the kind.
void voidOn(Part &part, PrintElement::Kind kind, float radius, Random &random)
{
    const std::vector<int> elements = elementsOf(part, kind);
    const auto chosen = static_cast<std::size_t>(random.below(static_cast<std::int64_t>(elements.size())));
    const PrintElement element = printLayout(part)[static_cast<std::size_t>(elements[chosen])];
    const auto line = static_cast<std::size_t>(random.below(static_cast<std::int64_t>(element.lines.size())));
    const cv::Point2f centre = (element.lines[line].from + element.lines[line].to) / 2 + part.printOffset;
    const auto stretch = static_cast<float>(0.8 + 0.6 * random.uniform());
    part.inkVoids.push_back({centre, {radius * stretch, radius / stretch}, std::min(0.6F * radius, 5.0F)});
}

} // namespace

void leaveOut(Part &part, float severity, Random &random)
{
    using Kind = PrintElement::Kind;
    const double choice = random.uniform();
    if (severity > 0.75F) {
        if (choice < 0.5)
            part.unpunchedHoles.insert(static_cast<int>(random.below(4)));
        else if (choice < 0.75)
            omitRun(part, Kind::Arrow, 1, random);
        else
            voidOn(part, Kind::Code, 30 * severity, random);
    } else if (severity > 0.5F) {
        if (choice < 0.15)
            omitRun(part, Kind::Glyph, 3, random);
        else if (choice < 0.45)
            omitRun(part, Kind::Stroke, static_cast<int>(10 * severity), random);
        else
            voidOn(part, choice < 0.7 ? Kind::Glyph : Kind::Code, 26 * severity, random);
    } else {
        if (choice < 0.15)
            omitRun(part, Kind::Glyph, 1, random);
        else if (choice < 0.45)
            omitRun(part, Kind::Stroke, 4, random);
        else if (choice < 0.7)
            voidOn(part, Kind::Stroke, 28 * severity, random);
        else
            voidOn(part, choice < 0.85 ? Kind::Arrow : Kind::Code, 28 * severity, random);
    }
}

} // namespace spotcheck::sample
