#include "export/picturescript.h"

#include <cmath>

#include <opencv2/imgproc.hpp>

#include "detectors/mapsmoothing.h"

namespace spotcheck {

namespace {

// The border is mirrored with its outermost pixel repeated, which torch's padding does not know.
constexpr const char *smoothing = R"(
def mirrored(self, heat: Tensor, dim: int) -> Tensor:
    radius = self.kernel.size(0) // 2
    before = torch.flip(torch.narrow(heat, dim, 0, radius), [dim])
    after = torch.flip(torch.narrow(heat, dim, heat.size(dim) - radius, radius), [dim])
    return torch.cat([before, heat, after], dim)

def smoothed(self, scores: Tensor) -> Tensor:
    heat = torch.upsample_bilinear2d(torch.unsqueeze(scores, 1), [self.height, self.width], False, None, None)
    heat = torch.conv2d(self.mirrored(heat, 2), torch.view(self.kernel, [1, 1, -1, 1]))
    heat = torch.conv2d(self.mirrored(heat, 3), torch.view(self.kernel, [1, 1, 1, -1]))
    return torch.squeeze(heat, 1)
)";

constexpr const char *regionStep = R"(
def looked(self, heat: Tensor) -> Tensor:
    return torch.where(self.region > 0, heat, torch.amin(heat, [1, 2], True))
)";

constexpr const char *wholeMap = R"(
def looked(self, heat: Tensor) -> Tensor:
    return heat
)";

constexpr const char *regionFill = R"(
def filled(self, pictures: Tensor, white: float) -> Tensor:
    assert pictures.size(1) == self.region.size(0) and pictures.size(2) == self.region.size(1), "This module has a region of interest and takes pictures of the size that it was exported for only."
    colour = torch.clamp(self.mean, 0, 1) * white
    if white > 1:
        colour = torch.round(colour)
    return torch.where(torch.unsqueeze(self.region > 0, 2), pictures, colour)
)";

constexpr const char *noFill = R"(
def filled(self, pictures: Tensor, white: float) -> Tensor:
    return pictures
)";

// Sizes of the resized picture, as the engine's framedRegion.
constexpr const char *fullFrame = R"(
def frame(self, height: int, width: int) -> Tuple[int, int, int, int]:
    return self.height, self.width, 0, 0
)";
constexpr const char *centreCrop = R"(
def crop_start(self, size: int, crop: int) -> int:
    margin = size - crop
    half = margin // 2
    if margin % 2 == 0 or half % 2 == 0:
        return half
    return half + 1

def frame(self, height: int, width: int) -> Tuple[int, int, int, int]:
    full_height = self.crop_resize
    full_width = self.crop_resize
    if width <= height:
        full_height = self.crop_resize * height // width
    else:
        full_width = self.crop_resize * width // height
    return full_height, full_width, self.crop_start(full_height, self.height), self.crop_start(full_width, self.width)
)";

// The engine's antialiased resize, tap by tap and in its order of additions (rows by fours, then one by one): a grey
// level that lies halfway is rounded to the same side only where the sums are the same bits.
constexpr const char *pictureSteps = R"(
def taps(self, source: int, full: int, start: int, count: int, like: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    scale = float(source) / float(full)
    support = max(scale, 1.0)
    centre = torch.unsqueeze((torch.arange(start, start + count, dtype=7, device=like.device) + 0.5) * scale, 1)
    first = torch.clamp_min(torch.trunc(centre - support + 0.5), 0)
    end = torch.clamp_max(torch.trunc(centre + support + 0.5), source)
    most = int(torch.max(end - first))
    places = first + torch.arange(most, dtype=7, device=like.device)
    weights = torch.clamp_min(1 - torch.abs((places - centre + 0.5) / support), 0) * (places < end)
    weights = torch.to(weights / torch.sum(weights, [1], True), 6)
    return torch.to(torch.clamp_max(places, source - 1), 4), weights, torch.to(end - first, 4)

def rows_resized(self, values: Tensor, full: int, start: int, count: int) -> Tensor:
    places, weights, counts = self.taps(values.size(1), full, start, count, values)
    counts = torch.view(counts, [1, -1, 1, 1])
    sums = torch.zeros([values.size(0), count, values.size(2), values.size(3)], dtype=6, device=values.device)
    four = sums
    for tap in range(places.size(1)):
        share = torch.view(torch.select(weights, 1, tap), [1, -1, 1, 1])
        row = torch.index_select(values, 1, torch.select(places, 1, tap)) * share
        in_four = counts >= tap // 4 * 4 + 4
        alone = torch.logical_and(counts > tap, torch.logical_not(in_four))
        sums = torch.where(alone, sums + row, sums)
        if tap % 4 == 0:
            four = row
        else:
            four = four + row
        if tap % 4 == 3:
            sums = torch.where(in_four, sums + four, sums)
    return sums

def columns_resized(self, values: Tensor, full: int, start: int, count: int) -> Tensor:
    places, weights, counts = self.taps(values.size(2), full, start, count, values)
    sums = torch.zeros([values.size(0), values.size(1), count, values.size(3)], dtype=6, device=values.device)
    for tap in range(places.size(1)):
        share = torch.view(torch.select(weights, 1, tap), [1, 1, -1, 1])
        sums = sums + torch.index_select(values, 2, torch.select(places, 1, tap)) * share
    return sums

def prepared(self, pictures: Tensor) -> Tensor:
    white = 1.0
    if not torch.is_floating_point(pictures):
        white = 255.0
    values = self.filled(torch.to(pictures, 6), white)
    full_height, full_width, top, left = self.frame(pictures.size(1), pictures.size(2))
    values = self.rows_resized(values, full_height, top, self.height)
    values = self.columns_resized(values, full_width, left, self.width)
    if white > 1:
        values = torch.floor(torch.clamp_max(values + 0.5, white))
    return torch.permute((values / white - self.mean) / self.deviation, [0, 3, 1, 2])

def span(self, full: int, start: int, count: int, size: int) -> Tuple[int, int]:
    scale = float(size) / float(full)
    first = min(int(float(start) * scale + 0.5), size - 1)
    length = max(int(float(count) * scale + 0.5), 1)
    return first, min(length, size - first)

def fitted(self, heat: Tensor, pictures: Tensor) -> Tensor:
    height = pictures.size(1)
    width = pictures.size(2)
    full_height, full_width, top, left = self.frame(height, width)
    y, rows = self.span(full_height, top, self.height, height)
    x, columns = self.span(full_width, left, self.width, width)
    seen = torch.squeeze(torch.upsample_bilinear2d(torch.unsqueeze(heat, 1), [rows, columns], False, None, None), 1)
    if rows < height or columns < width:
        whole = torch.repeat(torch.amin(seen, [1, 2], True), [1, height, width])
        torch.copy_(torch.narrow(torch.narrow(whole, 1, y, rows), 2, x, columns), seen)
        seen = whole
    return self.looked(seen)
)";

std::vector<float> gaussianKernel()
{
    const cv::Mat kernel = cv::getGaussianKernel(2 * mapBlurRadius + 1, mapBlurSigma, CV_32F);
    return {kernel.begin<float>(), kernel.end<float>()};
}

} // namespace

void addMapSmoothing(ModuleScript &script, const Preprocessing &preprocessing)
{
    script.constant("height", std::int64_t{preprocessing.inputSize.height});
    script.constant("width", std::int64_t{preprocessing.inputSize.width});
    script.tensor("kernel", {2 * mapBlurRadius + 1}, gaussianKernel());
    script.methods(smoothing);
}

void addMapRegion(ModuleScript &script, const Preprocessing &preprocessing, cv::Size size)
{
    const cv::Mat mask = preprocessing.region.mask(size);
    if (mask.empty()) {
        script.methods(wholeMap);
        return;
    }
    script.tensor("region", {mask.rows, mask.cols},
                  std::vector<std::uint8_t>(mask.begin<std::uint8_t>(), mask.end<std::uint8_t>()));
    script.methods(regionStep);
}

void addPictureSteps(ModuleScript &script, const Preprocessing &preprocessing, cv::Size regionSize)
{
    const auto triple = [](const std::array<float, 3> &values) {
        return std::vector<float>(values.begin(), values.end());
    };
    script.tensor("mean", {3}, triple(preprocessing.mean));
    script.tensor("deviation", {3}, triple(preprocessing.deviation));
    addMapRegion(script, preprocessing, regionSize);
    script.methods(preprocessing.region.isWholePicture() ? noFill : regionFill);
    if (preprocessing.framing == Preprocessing::Framing::CentreCrop) {
        script.constant("crop_resize", std::int64_t{preprocessing.cropResize});
        script.methods(centreCrop);
    } else {
        script.methods(fullFrame);
    }
    script.methods(pictureSteps);
}

} // namespace spotcheck
