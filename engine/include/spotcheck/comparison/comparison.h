#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <spotcheck/comparison/entrant.h>
#include <spotcheck/core/message.h>
#include <spotcheck/evaluation/interval.h>

namespace spotcheck {

/// One model's figures. Shares are in [0, 1]; NaN where the labels, or the lack of a map, give no figure.
struct ComparisonRow {
    std::string name;
    std::string detector;      ///< id
    std::string detectorTitle; ///< English
    std::string backbone;      ///< id
    std::string parameters;    ///< JSON object, all of them; empty without a model
    cv::Size inputSize;        ///< px, of the network's whole input (all tiles); empty where nothing was trained
    std::string failure;       ///< an English sentence; empty unless something went wrong
    bool hasAnomalyMap = true; ///< false: pixel figures do not exist, which is not the same as unknown
    bool inspected = false;    ///< there is a run over the test pictures

    double imageAuroc = std::numeric_limits<double>::quiet_NaN();
    Interval imageAurocInterval; ///< 95 %, DeLong
    /// DeLong's paired test against the row of the highest image AUROC, over the pictures that both could read. Not
    /// adjusted for the number of rows. NaN for that row itself.
    double aurocPValue = std::numeric_limits<double>::quiet_NaN();
    double imageAveragePrecision = std::numeric_limits<double>::quiet_NaN();
    Rate bestF1{.value = std::numeric_limits<double>::quiet_NaN()}; ///< over all thresholds
    double pixelAuroc = std::numeric_limits<double>::quiet_NaN();
    double aupro30 = std::numeric_limits<double>::quiet_NaN();
    Interval aupro30Interval; ///< 95 %, bootstrap by picture
    double aupimo = std::numeric_limits<double>::quiet_NaN();
    Rate recall{.value = std::numeric_limits<double>::quiet_NaN()};         ///< at the operating point
    Rate falseAlarmRate{.value = std::numeric_limits<double>::quiet_NaN()}; ///< at the operating point, measured
    OperatingPoint operatingPoint;
    std::int64_t calibrationNormals = 0;
    std::vector<CurvePoint> roc; ///< empty without both labels

    double trainingSeconds = std::numeric_limits<double>::quiet_NaN();
    double millisecondsPerImage = std::numeric_limits<double>::quiet_NaN();
    std::optional<std::uint64_t> memoryBankBytes;
    std::optional<std::uint64_t> fileBytes;
    std::optional<std::uint64_t> trainingPeakBytes;   ///< of the process while training
    std::optional<std::uint64_t> evaluationPeakBytes; ///< of the process during the run
    std::int64_t failedPictures = 0;                  ///< could not be inspected, in no figure
    std::int64_t leakedPictures = 0;                  ///< were trained on: the figures are too favourable
};

/// A test picture on which the verdicts differ.
struct Disagreement {
    std::filesystem::path image;
    Label label = Label::Unlabelled;
    std::vector<std::optional<Verdict>> verdicts; ///< one a row; none where the row has no run over this picture
    int outvoted = 0;                             ///< how many models are on the smaller side
};

struct Comparison {
    std::vector<ComparisonRow> rows; ///< in the order of the entrants
    /// Most divided first, then by path. Pictures that a model could not read count for nobody.
    std::vector<Disagreement> disagreements;
    std::int64_t good = 0; ///< labelled test pictures of the largest run
    std::int64_t defective = 0;
};

/// Puts figures side by side, one entrant after the other: nothing of an entrant is kept but its row and its
/// verdicts, so that its memory does not count as the next one's.
class ComparisonBuilder {
public:
    void add(const Entrant &entrant);
    Comparison finish() const;

private:
    Comparison m_comparison;                                  ///< without the disagreements
    std::map<std::filesystem::path, Disagreement> m_pictures; ///< all that were inspected
    std::vector<std::map<std::filesystem::path, ScoredLabel>>
        m_scores; ///< of each row, the labelled pictures it read
};

/// Figures of all entrants side by side.
Comparison compare(const std::vector<Entrant> &entrants);

/// What the labels of the test pictures were used for.
std::vector<Message> labelUseNotes(const Comparison &comparison);

} // namespace spotcheck
