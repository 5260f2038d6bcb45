#include "ui/report/reportcontent.h"

#include <algorithm>
#include <atomic>
#include <unordered_set>
#include <utility>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/anomalymap.h>

namespace spotcheck::ui {

ModelIdentity modelIdentity(const Model &model, const std::filesystem::path &file)
{
    ModelIdentity identity;
    identity.file = file;
    if (!file.empty())
        identity.sha256 = sha256OfFile(file);
    identity.detector = model.detector().id;
    identity.detectorTitle = model.detector().title;
    identity.paper = model.detector().paper;
    identity.hasAnomalyMap = model.detector().hasAnomalyMap;
    identity.parameters = model.parameters();
    identity.backbone = model.backbone().id;
    identity.backboneTitle = model.backbone().title;
    identity.backboneSha256 = model.backboneSha256();
    identity.preprocessing = model.preprocessing();
    identity.calibration = model.calibration();
    identity.fitted = std::count_if(model.manifest().begin(), model.manifest().end(),
                                    [](const auto &entry) { return !entry.heldOut && !entry.addedLater; });
    identity.learntLater = model.learntLater();
    identity.seed = model.seed();
    identity.created = model.created();
    identity.softwareVersion = model.softwareVersion();
    return identity;
}

cv::Mat anomalyMapAt(const ModelIdentity &model, const Prediction &prediction, cv::Size size)
{
    return expandAnomalyMap(prediction.patches, model.preprocessing, size, prediction.alignment);
}

bool isUnaligned(const ReportEntry &entry)
{
    const auto &prediction = entry.result.prediction;
    return prediction && prediction->alignment && !prediction->alignment->aligned;
}

ReportEntry reportEntry(InspectionResult result, const cv::Mat &map, const OperatingPoint &operatingPoint)
{
    ReportEntry entry;
    entry.verdict = operatingPoint.verdict(result);
    if (!map.empty())
        entry.regions = findRegions(map, operatingPoint.regionOptions());
    entry.result = std::move(result);
    return entry;
}

std::vector<ReportEntry> reportEntries(const ModelIdentity &model, std::vector<InspectionResult> results,
                                       const OperatingPoint &operatingPoint, JobMonitor &monitor)
{
    std::vector<ReportEntry> entries(results.size());
    std::atomic<std::int64_t> done{0};
    const auto count = static_cast<std::int64_t>(results.size());
    parallelFor(count, monitor, [&](std::int64_t position) {
        const auto index = static_cast<std::size_t>(position);
        InspectionResult &result = results[index];
        if (result.sha256.empty()) {
            try {
                result.sha256 = sha256OfFile(result.sample.image);
            } catch (const Error &) {
                result.sha256.clear(); // gone since the inspection: the report says so beside the picture
            }
        }
        cv::Mat map;
        if (result.prediction)
            map = anomalyMapAt(model, *result.prediction, result.prediction->imageSize);
        entries[index] = reportEntry(std::move(result), map, operatingPoint);
        monitor.report({.stage = Stage::Writing, .step = ++done, .steps = count, .value = {}});
    });
    return entries;
}

VerdictCounts ReportContent::counts() const
{
    VerdictCounts counts;
    for (const ReportEntry &entry : entries) {
        switch (entry.verdict) {
        case Verdict::Good:
            ++counts.good;
            break;
        case Verdict::Review:
            ++counts.review;
            break;
        case Verdict::Defective:
            ++counts.defective;
            break;
        case Verdict::Failed:
            ++counts.failed;
            break;
        }
    }
    return counts;
}

ScoreTable ReportContent::labelledScores() const
{
    std::vector<ScoredLabel> scores;
    for (const ReportEntry &entry : entries) {
        const InspectionResult &result = entry.result;
        if (entry.verdict != Verdict::Failed && result.sample.label != Label::Unlabelled)
            scores.push_back({result.prediction->score, result.sample.label == Label::Defective});
    }
    return ScoreTable(std::move(scores));
}

Agreement ReportContent::agreement() const
{
    return agreementOf(labelledScores().confusionAt(operatingPoint.lowerThreshold(), operatingPoint.threshold));
}

void addIntervals(ReportContent &content, JobMonitor &monitor)
{
    content.scoreIntervals = bootstrapScores(content.labelledScores(), {}, monitor);
}

std::vector<std::filesystem::path> leakedPictures(const std::vector<ManifestEntry> &manifest,
                                                  const std::vector<ReportEntry> &entries)
{
    std::unordered_set<std::string> used;
    for (const ManifestEntry &entry : manifest)
        used.insert(entry.sha256);
    std::vector<std::filesystem::path> leaked;
    for (const ReportEntry &entry : entries) {
        if (!entry.result.sha256.empty() && used.contains(entry.result.sha256))
            leaked.push_back(entry.result.sample.image);
    }
    return leaked;
}

std::vector<std::size_t> picturesToShow(const std::vector<ReportEntry> &entries, ReportPictures choice,
                                        const std::vector<std::size_t> &selected)
{
    std::vector<std::size_t> candidates = selected;
    if (choice != ReportPictures::Selected) {
        candidates.resize(entries.size());
        for (std::size_t index = 0; index < entries.size(); ++index)
            candidates[index] = index;
    }
    std::erase_if(candidates, [&](std::size_t index) {
        return index >= entries.size() || entries[index].verdict == Verdict::Failed ||
               (choice == ReportPictures::Defective && entries[index].verdict == Verdict::Good);
    });
    std::stable_sort(candidates.begin(), candidates.end(), [&](std::size_t left, std::size_t right) {
        // What needs attention has the higher score, for review or defective.
        const bool leftGood = entries[left].verdict == Verdict::Good;
        const bool rightGood = entries[right].verdict == Verdict::Good;
        if (leftGood != rightGood)
            return rightGood;
        return !leftGood && entries[left].result.prediction->score > entries[right].result.prediction->score;
    });
    return candidates;
}

} // namespace spotcheck::ui
