#include "ui/report/picturefiles.h"

#include <algorithm>
#include <ostream>
#include <unordered_map>
#include <unordered_set>

#include <QBuffer>
#include <QPainter>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>

#include "ui/report/annotation.h"
#include "ui/report/errortext.h"
#include "ui/report/fittingname.h"
#include "ui/report/heatmapimage.h"
#include "ui/report/reporttext.h"

namespace spotcheck::ui {

namespace {

constexpr double thinLineShare = 1.0 / 700;    // of the longer side: a thin line of an annotated picture
constexpr double printedLineShare = 1.0 / 350; // and of one that is printed 80 mm long, where numbers are 7 points

std::filesystem::path commonFolder(const std::vector<std::filesystem::path> &files)
{
    std::filesystem::path common = files.front().parent_path();
    for (const std::filesystem::path &file : files) {
        const std::filesystem::path folder = file.parent_path();
        std::filesystem::path shared;
        for (auto left = common.begin(), right = folder.begin();
             left != common.end() && right != folder.end() && *left == *right; ++left, ++right)
            shared /= *left;
        common = shared;
    }
    return common;
}

std::filesystem::path outputName(const std::filesystem::path &picture, bool keepsEnding, const std::string &ending)
{
    std::filesystem::path name = keepsEnding ? picture : std::filesystem::path(picture).replace_extension();
    return name.replace_filename(fittingFileName(name.filename().string(), ending));
}

std::unordered_set<std::string> foldersOf(const std::vector<std::filesystem::path> &names)
{
    std::unordered_set<std::string> folders;
    for (const std::filesystem::path &name : names) {
        std::filesystem::path folder = name.parent_path();
        while (!folder.empty() && folders.insert(folder.native()).second)
            folder = folder.parent_path();
    }
    return folders;
}

/// How often each name is wanted, folders included: a file cannot stand where another one's folder is.
std::unordered_map<std::string, int> usesOf(const std::vector<std::filesystem::path> &names)
{
    std::unordered_map<std::string, int> uses;
    for (const std::string &folder : foldersOf(names))
        ++uses[folder];
    for (const std::filesystem::path &name : names)
        ++uses[name.native()];
    return uses;
}

/// Pictures whose names would meet keep their old ending. That can lead one to the name of a third, which keeps its
/// own then: "a.png" and "a.jpg" meet, and "a.png.bmp" with what the first of them becomes.
std::vector<std::filesystem::path> namesApart(const std::vector<std::filesystem::path> &pictures,
                                              const std::string &ending)
{
    std::vector<std::filesystem::path> names;
    names.reserve(pictures.size());
    for (const std::filesystem::path &picture : pictures)
        names.push_back(outputName(picture, false, ending));
    std::vector<bool> keepsEnding(pictures.size());
    for (bool changed = true; changed;) {
        changed = false;
        const std::unordered_map<std::string, int> uses = usesOf(names);
        for (std::size_t index = 0; index < names.size(); ++index) {
            if (keepsEnding[index] || uses.at(names[index].native()) == 1)
                continue;
            keepsEnding[index] = changed = true;
            names[index] = outputName(pictures[index], true, ending);
        }
    }
    return names;
}

/// What still meets, such as a picture that is there twice, is numbered.
std::vector<std::filesystem::path> numbered(std::vector<std::filesystem::path> names, const std::string &ending)
{
    std::unordered_set<std::string> taken = foldersOf(names);
    for (std::filesystem::path &name : names) {
        const std::string stem = name.stem().string();
        for (int number = 2; !taken.insert(name.native()).second; ++number)
            name.replace_filename(fittingFileName(stem + '-' + std::to_string(number), ending));
    }
    return names;
}

bool hasChanged(const ReportEntry &entry)
{
    const InspectionResult &result = entry.result;
    return !result.sha256.empty() && sha256OfFile(result.sample.image) != result.sha256;
}

QString changedText()
{
    return Report::tr("The file has changed since it was inspected.");
}

} // namespace

ReportPicture readReportPicture(const ReportContent &content, const ReportEntry &entry, int longSide,
                                ColourMap colours)
{
    ReportPicture picture;
    if (!entry.result.prediction)
        return picture;
    const Prediction &prediction = *entry.result.prediction;
    const std::filesystem::path &file = entry.result.sample.image;
    try {
        if (hasChanged(entry)) {
            picture.problem = changedText();
            return picture;
        }
        const int longest = std::max(prediction.imageSize.width, prediction.imageSize.height);
        picture.bare = toQImage(toDisplayDepth(readThumbnail(file, std::min(longSide, longest))));
        const cv::Size size(picture.bare.width(), picture.bare.height());
        picture.overlaid = withOverlay(picture.bare, heatMapImage(anomalyMapAt(content.model, prediction, size),
                                                                  content.model.calibration.displayScale(), colours));
        const double unit = std::max(1.0, std::max(size.width, size.height) * printedLineShare);
        QPainter painter(&picture.overlaid);
        paintRegions(painter, picture.overlaid.rect(), prediction.imageSize, entry.regions, unit);
    } catch (const Error &error) {
        picture = {};
        picture.problem = Report::tr("The picture cannot be shown: %1").arg(errorText(error));
    }
    return picture;
}

QString writeAnnotatedPicture(const ReportContent &content, const ReportEntry &entry,
                              const std::filesystem::path &file, ColourMap colours)
{
    if (hasChanged(entry))
        return changedText();
    const cv::Mat image = toDisplayDepth(readImage(entry.result.sample.image));
    QImage picture = toQImage(image);
    if (entry.result.prediction) {
        const cv::Mat map = anomalyMapAt(content.model, *entry.result.prediction, image.size());
        picture = withOverlay(picture, heatMapImage(map, content.model.calibration.displayScale(), colours));
        const double unit = std::max(1.0, std::max(image.cols, image.rows) * thinLineShare);
        QPainter painter(&picture);
        paintRegions(painter, picture.rect(), image.size(), entry.regions, unit, entry.regions.size());
        if (entry.regions.size() > maximumShownRegions)
            paintCaption(painter, picture.rect(),
                         Report::tr("%1 regions, the %2 strongest numbered")
                             .arg(entry.regions.size())
                             .arg(maximumShownRegions),
                         unit);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.convertToFormat(QImage::Format_RGB888).save(&buffer, "PNG"))
        throw Error(ErrorCode::WriteFailed, file, "the picture could not be encoded as PNG");
    writeFileAtomically(file, [&](std::ostream &out) { out.write(bytes.constData(), bytes.size()); });
    return {};
}

void writeRawMap(const cv::Mat &map, const std::filesystem::path &file)
{
    writeImage(file, map);
}

std::vector<std::filesystem::path> outputNames(const std::vector<std::filesystem::path> &pictures,
                                               const std::string &ending)
{
    if (pictures.empty())
        return {};
    std::vector<std::filesystem::path> absolute;
    absolute.reserve(pictures.size());
    for (const std::filesystem::path &picture : pictures)
        absolute.push_back(std::filesystem::absolute(picture).lexically_normal());
    const std::filesystem::path base = commonFolder(absolute);

    std::vector<std::filesystem::path> below;
    below.reserve(pictures.size());
    for (const std::filesystem::path &picture : absolute)
        below.push_back(picture.lexically_relative(base));
    return numbered(namesApart(below, ending), ending);
}

} // namespace spotcheck::ui
