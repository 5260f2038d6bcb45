#include <spotcheck/model/memorycheck.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include <spotcheck/core/error.h>
#include <spotcheck/detectors/registry.h>

namespace spotcheck {

namespace {

/// "1.3 GB", "640 MB": decimal units.
std::string bytesText(std::uint64_t bytes)
{
    constexpr double giga = 1e9;
    constexpr double mega = 1e6;
    const auto value = static_cast<double>(bytes);
    std::array<char, 32> digits{};
    const bool large = value >= giga;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value / (large ? giga : mega),
                                   std::chars_format::fixed, large ? 1 : 0);
    return std::string(digits.data(), end.ptr) + (large ? " GB" : " MB");
}

bool has(const DetectorInfo &detector, const char *parameter)
{
    return std::ranges::any_of(detector.parameters,
                               [parameter](const ParameterSpec &spec) { return spec.id == parameter; });
}

/// With its defaults; null where none can be estimated with this backbone.
const DetectorInfo *leastDemanding(TrainingOptions options, std::int64_t normals)
{
    const DetectorInfo *least = nullptr;
    std::uint64_t leastBytes = 0;
    options.parameters.clear();
    for (const DetectorInfo &detector : detectorRegistry()) {
        options.detector = detector.id;
        try {
            const std::uint64_t bytes = estimateTraining(options, normals).peakBytes;
            if (!least || bytes < leastBytes) {
                least = &detector;
                leastBytes = bytes;
            }
        } catch (const Error &) { // it cannot be used with this backbone
        }
    }
    return least;
}

} // namespace

std::optional<Message> memoryWarning(const TrainingOptions &options, std::int64_t normals, std::uint64_t available)
{
    const std::uint64_t needed = estimateTraining(options, normals).peakBytes;
    if (available == 0 || needed <= available)
        return std::nullopt;
    const DetectorInfo &detector = detectorInfo(options.detector);
    const DetectorInfo *least = leastDemanding(options, normals);
    std::vector<std::string> figures{bytesText(needed), bytesText(available)};
    if (!least || least->id == detector.id)
        return Message{
            "This training needs about %1 of memory, and %2 are free: it is likely to fail. Choose a smaller "
            "input size or fewer pictures, or close other programs.",
            figures};
    figures.push_back(least->title);
    TrainingOptions halved = options;
    halved.parameters["feature_store"] = std::string("half");
    if (has(detector, "feature_store") && estimateTraining(halved, normals).peakBytes < needed)
        return Message{
            "This training needs about %1 of memory, and %2 are free: it is likely to fail. Choose half precision "
            "for the features while learning, a smaller coreset ratio, a smaller input size, fewer pictures or "
            "another detector (%3 needs least), or close other programs.",
            figures};
    if (has(detector, "coreset_ratio"))
        return Message{
            "This training needs about %1 of memory, and %2 are free: it is likely to fail. Choose a smaller "
            "coreset ratio, a smaller input size, fewer pictures or another detector (%3 needs least), or "
            "close other programs.",
            figures};
    return Message{"This training needs about %1 of memory, and %2 are free: it is likely to fail. Choose a smaller "
                   "input size, fewer pictures or another detector (%3 needs least), or close other programs.",
                   figures};
}

} // namespace spotcheck
