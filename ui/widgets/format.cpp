#include "ui/widgets/format.h"

#include <cmath>

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

namespace spotcheck::ui {

std::filesystem::path toPath(const QString &file)
{
    return QFile::encodeName(file).toStdString();
}

QString fromPath(const std::filesystem::path &file)
{
    return QFile::decodeName(QByteArray::fromStdString(file.string()));
}

QString bytesText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), bytes < 1'000'000 ? 0 : 1,
                                       QLocale::DataSizeSIFormat);
}

QString durationText(double seconds)
{
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    if (whole < 60)
        return QCoreApplication::translate("Duration", "%1 s").arg(whole);
    if (whole < 3600)
        return QCoreApplication::translate("Duration", "%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return QCoreApplication::translate("Duration", "%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString takenText(double seconds)
{
    constexpr double tenthsBelow = 9.95; // s, what would not be rounded to 10.0
    if (seconds >= tenthsBelow)
        return durationText(seconds);
    return QCoreApplication::translate("Duration", "%1 s").arg(QLocale().toString(seconds, 'f', 1));
}

QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::Reading:
        return QCoreApplication::translate("Stage", "Reading the pictures");
    case Stage::Features:
        return QCoreApplication::translate("Stage", "Extracting features");
    case Stage::Coreset:
        return QCoreApplication::translate("Stage", "Choosing the coreset");
    case Stage::Fitting:
        return QCoreApplication::translate("Stage", "Fitting");
    case Stage::Calibration:
        return QCoreApplication::translate("Stage", "Calibrating on held-out normals");
    case Stage::Inspection:
        return QCoreApplication::translate("Stage", "Inspecting");
    case Stage::Evaluation:
        return QCoreApplication::translate("Stage", "Computing the metrics");
    case Stage::Generation:
        return QCoreApplication::translate("Stage", "Drawing the sample pictures");
    case Stage::Writing:
        return QCoreApplication::translate("Stage", "Writing");
    case Stage::Download:
        return QCoreApplication::translate("Stage", "Downloading");
    }
    return {};
}

} // namespace spotcheck::ui
