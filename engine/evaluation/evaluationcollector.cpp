#include "evaluation/evaluationcollector.h"

#include <algorithm>
#include <utility>

#include <opencv2/core.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/image/imagereader.h>

namespace spotcheck {

namespace {

std::string sizeText(const cv::Mat &picture)
{
    return std::to_string(picture.cols) + " x " + std::to_string(picture.rows) + " px";
}

} // namespace

EvaluationCollector::EvaluationCollector(std::size_t pictures, const std::vector<ManifestEntry> &manifest,
                                         std::uint64_t pixelBytes)
    : m_pixelBytes(pixelBytes)
{
    m_report.evaluation.results.resize(pictures);
    for (const ManifestEntry &entry : manifest)
        if (!entry.sha256.empty())
            m_trainedOn.insert(entry.sha256);
}

void EvaluationCollector::take(std::size_t index, InspectionResult result, const cv::Mat &map, const cv::Mat &looked)
{
    if (result.prediction && !map.empty())
        addPixels(result.sample, map, looked);
    m_report.evaluation.results.at(index) = std::move(result);
}

void EvaluationCollector::addPixels(const Sample &sample, const cv::Mat &map, const cv::Mat &looked)
{
    if (sample.label == Label::Good)
        keepPixels(map, {}, looked);
    if (sample.label != Label::Defective)
        return;

    Evaluation &evaluation = m_report.evaluation;
    if (sample.mask.empty()) {
        ++evaluation.withoutMask;
        return;
    }
    cv::Mat mask;
    try {
        mask = readMask(sample.mask);
        if (mask.size() != map.size())
            throw Error(ErrorCode::MaskInvalid, sample.mask,
                        "the mask has " + sizeText(mask) + ", its picture " + sizeText(map));
        if (cv::countNonZero(mask) == 0)
            throw Error(ErrorCode::MaskInvalid, sample.mask, "the mask marks no defect");
    } catch (const Error &error) {
        if (error.code() == ErrorCode::OutOfMemory)
            throw;
        ++evaluation.withoutMask;
        evaluation.maskProblems.push_back({sample.mask, error.what()});
        return;
    }
    keepPixels(map, mask, looked);
}

void EvaluationCollector::keepPixels(const cv::Mat &map, const cv::Mat &mask, const cv::Mat &looked)
{
    m_neededBytes += map.total() * sizeof(float);
    if (m_neededBytes <= m_pixelBytes)
        m_pixels.add(map, mask, looked);
    else
        m_pixels.clear();
}

EvaluationReport EvaluationCollector::finish(JobMonitor &monitor)
{
    Evaluation &evaluation = m_report.evaluation;
    std::vector<ScoredLabel> scores;
    for (const InspectionResult &result : evaluation.results) {
        if (m_trainedOn.contains(result.sha256))
            m_report.leaked.push_back(result.sample.image);
        if (!result.prediction)
            ++evaluation.failed;
        else if (result.sample.label != Label::Unlabelled)
            scores.push_back({result.prediction->score, result.sample.label == Label::Defective});
    }
    evaluation.scores = ScoreTable(std::move(scores));
    evaluation.scoreIntervals = bootstrapScores(evaluation.scores, {}, monitor);

    PixelMetrics pixels = m_pixels.compute(monitor);
    if (pixels.goodPixels > 0 && pixels.defectivePixels > 0)
        evaluation.pixels = std::move(pixels);
    if (m_pixelBytes > 0 && m_neededBytes > m_pixelBytes)
        evaluation.pixelsNeeded = m_neededBytes;
    std::sort(evaluation.maskProblems.begin(), evaluation.maskProblems.end(),
              [](const FileProblem &a, const FileProblem &b) { return a.file < b.file; });
    return std::move(m_report);
}

} // namespace spotcheck
