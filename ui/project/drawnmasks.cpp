#include "ui/project/drawnmasks.h"

#include <ostream>
#include <system_error>
#include <vector>

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>
#include <QStandardPaths>

#include <opencv2/imgcodecs.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "ui/project/project.h"
#include "ui/report/fittingname.h"

namespace spotcheck::ui {

namespace fs = std::filesystem;

namespace {

constexpr const char *maskFolderEnding = ".masks";
constexpr int digestDigits = 12; // of SHA-256: no two masks of one picture share them

void makeFolder(const fs::path &folder)
{
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem)
        throw Error(ErrorCode::WriteFailed, folder, problem.message());
}

/// Whole or not at all: half a mask of that name would never be replaced.
void copyFile(const fs::path &file, const fs::path &copy)
{
    QFile source(QFile::decodeName(file.c_str()));
    const QByteArray bytes = source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    if (source.error() != QFileDevice::NoError)
        throw Error(ErrorCode::FileUnreadable, file, source.errorString().toStdString());
    writeFileAtomically(copy, [&bytes](std::ostream &stream) { stream.write(bytes.constData(), bytes.size()); });
}

} // namespace

fs::path standardMaskFolder()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return fs::path(QFile::encodeName(data + QStringLiteral("/masks")).toStdString());
}

fs::path writeDrawnMask(const cv::Mat &mask, const fs::path &picture, const fs::path &folder)
{
    makeFolder(folder);
    std::vector<uchar> png;
    cv::imencode(".png", mask, png);
    const auto *bytes = reinterpret_cast<const char *>(png.data());
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray::fromRawData(bytes, std::ssize(png)), QCryptographicHash::Sha256).toHex();
    const QByteArray ending = '-' + digest.first(digestDigits) + ".png";
    fs::path file = folder / fittingFileName(picture.stem().string(), ending.toStdString());
    writeFileAtomically(file, [&](std::ostream &stream) { stream.write(bytes, std::ssize(png)); });
    return file;
}

fs::path maskFolderOf(const fs::path &projectFile)
{
    return fs::path(projectFile).replace_extension(maskFolderEnding);
}

void bringMasksAlong(Project &project, const fs::path &drawn, const fs::path &projectFile)
{
    const fs::path folder = maskFolderOf(projectFile);
    for (Sample &sample : project.tests) {
        if (sample.mask.empty())
            continue;
        const fs::path from = sample.mask.parent_path();
        const bool ofAnotherProject = from.extension() == maskFolderEnding && from != folder;
        if (from != drawn && !ofAnotherProject)
            continue;
        const fs::path copy = folder / sample.mask.filename();
        std::error_code problem;
        if (!fs::exists(copy, problem)) { // the same name is the same content
            makeFolder(folder);
            copyFile(sample.mask, copy);
        }
        sample.mask = copy;
    }
}

} // namespace spotcheck::ui
