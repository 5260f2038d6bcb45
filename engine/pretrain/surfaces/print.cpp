#include "pretrain/surfaces/surfaces.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace spotcheck::pretrain {

namespace {

using Stroke = std::vector<cv::Point2f>; ///< in a unit square
using Glyph = std::vector<Stroke>;

Glyph randomGlyph(Random &program)
{
    Glyph glyph(static_cast<std::size_t>(1 + program.below(3)));
    for (Stroke &stroke : glyph) {
        const bool arc = program.chance(0.4F);
        if (arc) {
            const float begin = program.angle();
            const float turn = program.uniform(1.5F, 6.3F);
            const cv::Point2f centre(program.uniform(0.3F, 0.7F), program.uniform(0.3F, 0.7F));
            const float radius = program.uniform(0.15F, 0.4F);
            for (int point = 0; point <= 8; ++point) {
                const float angle = begin + turn * static_cast<float>(point) / 8;
                stroke.emplace_back(centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle));
            }
        } else {
            const int points = 2 + program.below(3);
            for (int point = 0; point < points; ++point)
                stroke.emplace_back(0.5F * static_cast<float>(program.below(3)),
                                    0.5F * static_cast<float>(program.below(3)));
        }
    }
    return glyph;
}

struct Sheet {
    cv::Mat1f ink;
    View view;
    int size;

    /// Surface to picture, four fractional bits: the inverse of View::toSurface.
    cv::Point toPicture(float x, float y) const
    {
        const float dx = (x - view.offsetX) * view.scale;
        const float dy = (y - view.offsetY) * view.scale;
        const float half = 0.5F * static_cast<float>(size);
        return {cvRound(16 * (std::cos(view.angle) * dx + std::sin(view.angle) * dy + half)),
                cvRound(16 * (-std::sin(view.angle) * dx + std::cos(view.angle) * dy + half))};
    }
    void line(cv::Point2f from, cv::Point2f to, float width, float darkness)
    {
        const int thickness = std::max(1, cvRound(width * view.scale));
        cv::line(ink, toPicture(from.x, from.y), toPicture(to.x, to.y), cv::Scalar(darkness), thickness, cv::LINE_8,
                 4);
    }
};

} // namespace

cv::Mat1f drawPrint(Random program, const View &view, Random &instance, int size)
{
    Sheet sheet{cv::Mat1f(size, size, 0.0F), view, size};
    std::vector<Glyph> alphabet(static_cast<std::size_t>(1 + program.below(8)));
    for (Glyph &glyph : alphabet)
        glyph = randomGlyph(program);
    const float height = program.logUniform(6, 30) * instance.uniform(0.95F, 1.05F);
    const float width = height * program.uniform(0.5F, 1.2F);
    const float columnPitch = width * program.uniform(1.1F, 2.5F);
    const float rowPitch = height * program.uniform(1.2F, 3);
    const float pen = std::max(1.0F, height * program.uniform(0.06F, 0.25F));
    const float gaps = program.uniform(0, 0.4F);
    const float looseness = program.chance(0.3F) ? program.uniform(0, 0.3F) : 0.0F;
    const float rule = program.chance(0.35F) ? program.uniform(1, 3) : 0.0F;
    const bool bars = program.chance(0.15F);
    const float slant = program.uniform(-0.3F, 0.3F);
    const bool repeats = program.chance(0.5F); // every row alike, as on packaging, or running text

    const float reach = 0.75F * static_cast<float>(size) / view.scale;
    const int firstRow = static_cast<int>(std::floor((view.offsetY - reach) / rowPitch));
    const int lastRow = static_cast<int>(std::ceil((view.offsetY + reach) / rowPitch));
    const int firstColumn = static_cast<int>(std::floor((view.offsetX - reach) / columnPitch));
    const int lastColumn = static_cast<int>(std::ceil((view.offsetX + reach) / columnPitch));
    const int letters = static_cast<int>(alphabet.size());
    for (int row = firstRow; row <= lastRow; ++row) {
        const float top = static_cast<float>(row) * rowPitch;
        if (rule > 0)
            sheet.line({view.offsetX - reach, top - 0.1F * rowPitch}, {view.offsetX + reach, top - 0.1F * rowPitch},
                       rule, 0.8F);
        for (int column = firstColumn; column <= lastColumn; ++column) {
            if (instance.chance(gaps))
                continue;
            const int letter = repeats ? ((column % letters) + letters) % letters : instance.below(letters);
            const float left = static_cast<float>(column) * columnPitch + looseness * width * instance.normal();
            const float shift = looseness * height * instance.normal();
            const float darkness = instance.uniform(0.85F, 1);
            if (bars) {
                sheet.line({left, top}, {left, top + height}, pen * (1 + static_cast<float>(letter % 3)), darkness);
                continue;
            }
            for (const Stroke &stroke : alphabet[static_cast<std::size_t>(letter)]) {
                for (std::size_t point = 1; point < stroke.size(); ++point) {
                    const auto place = [&](cv::Point2f p) {
                        return cv::Point2f(left + width * (p.x + slant * (1 - p.y)), top + shift + height * p.y);
                    };
                    sheet.line(place(stroke[point - 1]), place(stroke[point]), pen, darkness);
                }
            }
        }
    }
    cv::GaussianBlur(sheet.ink, sheet.ink, {3, 3}, 0.7);
    return sheet.ink;
}

} // namespace spotcheck::pretrain
