#include "reportfixture.h"

#include <opencv2/core.hpp>

#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>

namespace spotcheck::ui {

namespace {

constexpr int gridSide = 14;

PatchScores grid(bool hotSpot)
{
    PatchScores scores;
    scores.rows = gridSide;
    scores.columns = gridSide;
    scores.scores.assign(static_cast<std::size_t>(gridSide) * gridSide, ReportFixture::cold);
    if (hotSpot) {
        for (int row = 5; row < 9; ++row) {
            for (int column = 5; column < 9; ++column)
                scores.scores[static_cast<std::size_t>(row) * gridSide + static_cast<std::size_t>(column)] =
                    ReportFixture::hot;
        }
    }
    return scores;
}

} // namespace

ReportFixture::ReportFixture()
{
    configureRuntime(2);
}

InspectionResult ReportFixture::result(const std::string &name, double score, Label label, cv::Size size) const
{
    cv::Mat image(size, CV_8UC3, cv::Scalar(90, 120, 150));
    image(cv::Rect(0, 0, size.width / 3, size.height / 3)).setTo(cv::Scalar(200, 40, 30));
    InspectionResult result;
    result.sample.image = file(name);
    result.sample.label = label;
    if (label == Label::Defective)
        result.sample.defectType = "scratch";
    writeImage(result.sample.image, image);
    result.sha256 = sha256OfFile(result.sample.image);
    Prediction prediction;
    prediction.score = score;
    prediction.pValue = 0.25;
    prediction.patches = grid(score > 5);
    prediction.imageSize = size;
    result.prediction = std::move(prediction);
    return result;
}

InspectionResult ReportFixture::failure(const std::filesystem::path &file, const std::string &reason)
{
    InspectionResult result;
    result.sample.image = file;
    result.failure = file.string() + ": " + reason;
    return result;
}

ReportContent ReportFixture::content(std::vector<InspectionResult> results)
{
    ReportContent content;
    content.date = QDateTime(QDate(2024, 5, 17), QTime(9, 30), Qt::UTC);
    content.dataSet = QStringLiteral("plates");
    ModelIdentity &model = content.model;
    model.file = "plate.spotcheck";
    model.sha256 = std::string(64, 'a');
    model.detector = "patchcore";
    model.detectorTitle = "PatchCore";
    model.paper = "Roth et al., CVPR 2022";
    model.parameters = {{"coreset_ratio", 0.1}, {"neighbours", std::int64_t{1}}};
    model.backbone = "embedded-resnet18";
    model.backboneTitle = "ResNet-18 (embedded)";
    model.backboneSha256 = std::string(64, 'b');
    model.calibration = Calibration({3.0F, 3.5F, 4.0F, 4.5F}, {2.0F, 2.1F, 2.2F, 2.3F}, {1.0F, 1.0F, 1.0F, 5.0F});
    model.fitted = 16;
    model.created = "2024-05-16T08:00:00Z";
    model.softwareVersion = "0.1.0";
    content.operatingPoint.threshold = 5;
    content.operatingPoint.pixelThreshold = 4;
    content.operatingPoint.origin = OperatingPoint::Origin::ByHand;
    JobMonitor monitor;
    content.entries = reportEntries(model, std::move(results), content.operatingPoint, monitor);
    content.shown = picturesToShow(content.entries, ReportPictures::Defective);
    return content;
}

} // namespace spotcheck::ui
