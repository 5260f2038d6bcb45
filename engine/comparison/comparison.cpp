#include <spotcheck/comparison/comparison.h>

#include <algorithm>
#include <cmath>

#include <spotcheck/detectors/registry.h>
#include <spotcheck/evaluation/auroc.h>

namespace spotcheck {

namespace {

std::optional<std::uint64_t> knownBytes(std::uint64_t bytes)
{
    return bytes > 0 ? std::optional(bytes) : std::nullopt;
}

void addModel(ComparisonRow &row, const Model &model)
{
    row.parameters = toJson(model.parameters());
    row.inputSize = model.preprocessing().wholeInput();
    row.calibrationNormals = model.calibration().normals();
    row.trainingSeconds = model.summary().secondsTotal;
    row.memoryBankBytes = model.summary().fit.bankBytes;
    row.fileBytes = model.fileBytes();
    row.trainingPeakBytes = knownBytes(model.summary().peakMemoryBytes);
}

void addRun(ComparisonRow &row, const Evaluation &run)
{
    row.inspected = true;
    row.millisecondsPerImage = run.millisecondsPerImage;
    row.evaluationPeakBytes = knownBytes(run.peakMemoryBytes);
    row.failedPictures = run.failed;
    const Confusion atPoint = run.scores.confusionAt(row.operatingPoint.threshold);
    row.recall = recall(atPoint);
    row.falseAlarmRate = falseAlarmRate(atPoint);
    if (run.scores.hasBoth()) {
        const AurocEstimate auroc = estimateAuroc(run.scores);
        row.imageAuroc = auroc.value;
        row.imageAurocInterval = auroc.interval;
        row.imageAveragePrecision = run.scores.averagePrecision();
        row.bestF1 = f1WithInterval(run.scores.confusionAt(run.scores.bestF1().threshold));
        // That of a threshold given beforehand; this one was chosen by the same pictures.
        if (const Interval &chosen = run.scoreIntervals.bestF1; chosen.isKnown()) {
            row.bestF1.low = chosen.low;
            row.bestF1.high = chosen.high;
        }
        row.roc = run.scores.rocCurve();
    }
    if (run.pixels) {
        row.pixelAuroc = run.pixels->auroc;
        row.aupro30 = run.pixels->aupro30;
        row.aupro30Interval = run.pixels->aupro30Interval;
        row.aupimo = run.pixels->aupimo;
    }
}

ComparisonRow rowOf(const Entrant &entrant)
{
    ComparisonRow row;
    row.name = entrant.name;
    row.detector = entrant.detector;
    row.backbone = entrant.backbone;
    row.failure = entrant.failure;
    row.operatingPoint = entrant.operatingPoint;
    row.leakedPictures = static_cast<std::int64_t>(entrant.leaked.size());
    if (!entrant.detector.empty()) {
        const DetectorInfo &info = detectorInfo(entrant.detector);
        row.detectorTitle = info.title;
        row.hasAnomalyMap = info.hasAnomalyMap;
    }
    if (entrant.model)
        addModel(row, *entrant.model);
    if (entrant.evaluation)
        addRun(row, *entrant.evaluation);
    return row;
}

int smallerSide(const std::vector<std::optional<Verdict>> &verdicts)
{
    const auto good = std::count(verdicts.begin(), verdicts.end(), std::optional(Verdict::Good));
    const auto defective = std::count(verdicts.begin(), verdicts.end(), std::optional(Verdict::Defective));
    return static_cast<int>(std::min(good, defective));
}

using PictureScores = std::map<std::filesystem::path, ScoredLabel>;

double pValueBetween(const PictureScores &first, const PictureScores &second)
{
    std::vector<PairedScore> pairs;
    for (const auto &[path, entry] : first) {
        if (const auto other = second.find(path); other != second.end())
            pairs.push_back({entry.score, other->second.score, entry.defective});
    }
    return compareAurocs(pairs).pValue;
}

void compareWithBest(std::vector<ComparisonRow> &rows, const std::vector<PictureScores> &scores)
{
    std::optional<std::size_t> best;
    for (std::size_t index = 0; index < rows.size(); ++index) {
        const double auroc = rows[index].imageAuroc;
        if (!std::isnan(auroc) && (!best || auroc > rows[*best].imageAuroc))
            best = index;
    }
    for (std::size_t index = 0; best && index < rows.size(); ++index) {
        if (index != *best && !std::isnan(rows[index].imageAuroc))
            rows[index].aurocPValue = pValueBetween(scores[*best], scores[index]);
    }
}

} // namespace

void ComparisonBuilder::add(const Entrant &entrant)
{
    m_comparison.rows.push_back(rowOf(entrant));
    PictureScores &scores = m_scores.emplace_back();
    if (!entrant.evaluation)
        return;
    const Evaluation &run = *entrant.evaluation;
    m_comparison.good = std::max(m_comparison.good, run.scores.good());
    m_comparison.defective = std::max(m_comparison.defective, run.scores.defective());
    for (const InspectionResult &result : run.results) {
        Disagreement &picture = m_pictures[result.sample.image];
        picture.image = result.sample.image;
        picture.label = result.sample.label;
        picture.verdicts.resize(m_comparison.rows.size());
        picture.verdicts.back() = entrant.operatingPoint.verdict(result);
        if (result.prediction && std::isfinite(result.prediction->score) && result.sample.label != Label::Unlabelled)
            scores[result.sample.image] = {result.prediction->score, result.sample.label == Label::Defective};
    }
}

Comparison ComparisonBuilder::finish() const
{
    Comparison comparison = m_comparison;
    compareWithBest(comparison.rows, m_scores);
    for (const auto &[path, picture] : m_pictures) {
        const int outvoted = smallerSide(picture.verdicts);
        if (outvoted == 0)
            continue;
        Disagreement &divided = comparison.disagreements.emplace_back(picture);
        divided.verdicts.resize(comparison.rows.size());
        divided.outvoted = outvoted;
    }
    std::stable_sort(comparison.disagreements.begin(), comparison.disagreements.end(),
                     [](const Disagreement &a, const Disagreement &b) { return a.outvoted > b.outvoted; });
    return comparison;
}

Comparison compare(const std::vector<Entrant> &entrants)
{
    ComparisonBuilder builder;
    for (const Entrant &entrant : entrants)
        builder.add(entrant);
    return builder.finish();
}

std::vector<Message> labelUseNotes(const Comparison &comparison)
{
    std::vector<Message> notes{
        {"The labels of the test pictures were used for the figures, never for a threshold: a "
         "verdict rests on good pictures held out of the training. Only best F1 takes the best "
         "threshold for these very labels."}};
    for (const ComparisonRow &row : comparison.rows) {
        if (row.operatingPoint.origin == OperatingPoint::Origin::TestLabels)
            notes.push_back(
                {"The threshold of %1 is an exception: it was chosen on the labels of the test pictures, so "
                 "its recall is too favourable.",
                 {row.name}});
        if (row.operatingPoint.origin == OperatingPoint::Origin::ByHand)
            notes.push_back(
                {"The threshold of %1 was set by hand: if test pictures were looked at meanwhile, its recall is too "
                 "favourable, and it stands for another rate of false alarms than the others.",
                 {row.name}});
    }
    return notes;
}

} // namespace spotcheck
