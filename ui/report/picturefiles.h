#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <QImage>
#include <QString>

#include "ui/report/colourmap.h"
#include "ui/report/reportcontent.h"

namespace spotcheck::ui {

/// The picture of an entry at most `longSide` pixels long, bare and with the overlay, as reports show it. Neither is
/// there when the file has vanished, has changed since the inspection, or cannot be read: then `problem` says why.
struct ReportPicture {
    QImage bare;
    QImage overlaid;
    QString problem; ///< translated
};
ReportPicture readReportPicture(const ReportContent &content, const ReportEntry &entry, int longSide,
                                ColourMap colours = ColourMap::Viridis);

/// Writes the picture at full size with the heat overlay on the model's fixed scale, contours and numbers, as PNG.
/// A picture that has changed since the inspection gets none, as its regions are those of the other content: then
/// says so, translated; else returns nothing. \throws Error(WriteFailed), and what sha256OfFile and readImage throw
QString writeAnnotatedPicture(const ReportContent &content, const ReportEntry &entry,
                              const std::filesystem::path &file, ColourMap colours = ColourMap::Viridis);

/// Writes the raw anomaly map at image size, 32-bit float TIFF: the MVTec evaluator's input.
/// \throws Error(WriteFailed)
void writeRawMap(const cv::Mat &map, const std::filesystem::path &file);

/// One relative file name for each of `pictures`, below their common folder: "scratch/000.png" becomes
/// "scratch/000" + `ending`. Where pictures would meet ("a.png", "a.jpg"), they keep their old ending in front.
/// Each name is there once, and none leads out of the folder it is put in.
std::vector<std::filesystem::path> outputNames(const std::vector<std::filesystem::path> &pictures,
                                               const std::string &ending);

} // namespace spotcheck::ui
