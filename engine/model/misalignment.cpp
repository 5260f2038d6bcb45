#include "model/misalignment.h"

#include <algorithm>
#include <cmath>

#include <spotcheck/image/imagereader.h>

#include "core/orderedpipeline.h"
#include "image/aligner.h"

namespace spotcheck {

namespace {

constexpr std::int64_t mostPictures = 32; // a median needs no more
constexpr int reducedSide = 128;          // px

// About two steps of the finest grid of a 224 px input.
constexpr double largestDisplacement = 0.03;
constexpr double largestProportionChange = 0.02;

double proportion(cv::Size size)
{
    return static_cast<double>(size.width) / size.height;
}

std::string sizeText(cv::Size size)
{
    return std::to_string(size.width) + " x " + std::to_string(size.height) + " px";
}

} // namespace

double medianDisplacement(const std::vector<std::filesystem::path> &files, JobMonitor &monitor)
{
    const auto others = static_cast<std::int64_t>(files.size()) - 1;
    const std::int64_t count = std::min(others, mostPictures);
    if (count < 1)
        return 0;
    const AlignmentMode mode = AlignmentMode::Ecc;
    const Aligner aligner(mode, AlignmentReference::of(readThumbnail(files.front(), reducedSide), mode));
    std::vector<double> displacements;
    orderedPipeline<PictureAlignment>(
        count, monitor,
        [&](std::int64_t index) {
            const std::int64_t file = 1 + index * others / count;
            return aligner.align(readThumbnail(files[static_cast<std::size_t>(file)], reducedSide));
        },
        [&](std::int64_t, const PictureAlignment &alignment) {
            displacements.push_back(alignment.aligned ? alignment.displacement() : 0);
        });
    const auto middle = displacements.begin() + static_cast<std::ptrdiff_t>(displacements.size() / 2);
    std::nth_element(displacements.begin(), middle, displacements.end());
    return *middle;
}

std::vector<Message> misalignmentWarnings(const std::string &detectorTitle,
                                          const std::vector<std::filesystem::path> &files,
                                          const std::vector<cv::Size> &sizes, JobMonitor &monitor)
{
    std::vector<Message> warnings;
    const auto [narrowest, widest] = std::minmax_element(
        sizes.begin(), sizes.end(), [](cv::Size a, cv::Size b) { return proportion(a) < proportion(b); });
    if (narrowest != sizes.end() && proportion(*widest) > (1 + largestProportionChange) * proportion(*narrowest))
        warnings.push_back(
            {"The normal pictures have different proportions (%1 and %2), so that their content does not "
             "lie alike; %3 compares place by place: turn alignment on or use PatchCore.",
             {sizeText(*narrowest), sizeText(*widest), detectorTitle}});
    const double displacement = medianDisplacement(files, monitor);
    if (displacement > largestDisplacement)
        warnings.push_back({"The parts in half of the normal pictures lie %1 % of the picture or more apart; %2 "
                            "compares place by place: turn alignment on or use PatchCore.",
                            {std::to_string(std::lround(100 * displacement)), detectorTitle}});
    return warnings;
}

} // namespace spotcheck
