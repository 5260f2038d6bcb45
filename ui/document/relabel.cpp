#include "ui/document/relabel.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace spotcheck::ui {

std::shared_ptr<const Evaluation> relabelled(const std::shared_ptr<const Evaluation> &run,
                                             const std::vector<Sample> &tests)
{
    std::unordered_map<std::string, const Sample *> current;
    current.reserve(tests.size());
    for (const Sample &sample : tests)
        current.emplace(sample.image.string(), &sample);

    const auto unchanged = [&current](const InspectionResult &result) {
        const auto found = current.find(result.sample.image.string());
        return found != current.end() && *found->second == result.sample;
    };
    if (std::all_of(run->results.begin(), run->results.end(), unchanged))
        return run;

    auto changed = std::make_shared<Evaluation>();
    changed->millisecondsPerImage = run->millisecondsPerImage;
    changed->peakMemoryBytes = run->peakMemoryBytes;
    std::vector<ScoredLabel> scores;
    for (const InspectionResult &result : run->results) {
        const auto found = current.find(result.sample.image.string());
        if (found == current.end())
            continue; // left the lane
        changed->results.push_back(result);
        InspectionResult &kept = changed->results.back();
        kept.sample = *found->second;
        if (!kept.prediction)
            ++changed->failed;
        else if (kept.sample.label != Label::Unlabelled)
            scores.push_back({kept.prediction->score, kept.sample.label == Label::Defective});
    }
    changed->scores = ScoreTable(std::move(scores));
    return changed;
}

} // namespace spotcheck::ui
