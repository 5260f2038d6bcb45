#include "ui/download/officialweights.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

#include <spotcheck/core/error.h>

#include "ui/download/filedownload.h"

namespace spotcheck::ui {

namespace {

struct OfficialFile {
    std::string_view name;
    OfficialFigures figures; ///< as torchvision publishes them
    std::string_view sha256; ///< whole, where it has been published; else the file name's digits have to do
};

constexpr std::array officialFiles{
    OfficialFile{
        "resnet18-f37072fd.pth", {47, 1.8, 224}, "f37072fd47e89c5e827621c5baffa7500819f7896bbacec160b1a16c560e07ec"},
    OfficialFile{"resnet34-b627a593.pth", {87, 3.7, 224}, ""},
    OfficialFile{
        "resnet50-0676ba61.pth", {103, 4.1, 224}, "0676ba61b6795bbe1773cffd859882e5e297624d384b6993f7c9e683e722fb8a"},
    OfficialFile{"resnet101-63fe2227.pth", {179, 7.8, 224}, ""},
    OfficialFile{"wide_resnet50_2-95faca4d.pth", {138, 11.4, 224}, ""},
    OfficialFile{"wide_resnet101_2-32ee1156.pth", {255, 22.8, 224}, ""},
    OfficialFile{"efficientnet_b4_rwightman-23ab8bcd.pth", {78, 4.4, 380}, ""},
    OfficialFile{"efficientnet_b5_lukemelas-1a07897c.pth", {123, 10.3, 456}, ""},
};

const OfficialFile *find(const BackboneInfo &backbone)
{
    const auto *found = std::ranges::find(officialFiles, backbone.officialFile, &OfficialFile::name);
    return found == officialFiles.end() ? nullptr : found;
}

std::string byHand(const BackboneInfo &backbone)
{
    return "by hand: get " + backbone.officialUrl +
           " on a computer that is online, then import it here (Backbones, "
           "or: spotcheck-cli weights import " +
           backbone.officialFile + " --as " + backbone.id + ")";
}

void download(const DownloadRequest &request, const BackboneInfo &backbone, JobMonitor &monitor)
{
    try {
        downloadFile(request, monitor);
    } catch (const Error &error) {
        if (error.code() != ErrorCode::DownloadFailed)
            throw;
        throw Error(error.code(), error.file(), error.detail() + "; " + byHand(backbone));
    }
}

} // namespace

QUrl weightsAddress(const BackboneInfo &backbone)
{
    if (backbone.officialUrl.empty() || backbone.officialFile.empty())
        throw Error(ErrorCode::InvalidParameter, backbone.id + " has no official weights to download");
    const QString mirror = qEnvironmentVariable("SPOTCHECK_WEIGHTS_URL");
    if (mirror.isEmpty())
        return QUrl(QString::fromStdString(backbone.officialUrl));
    const QUrl folder(mirror, QUrl::StrictMode);
    if (!folder.isValid() || folder.host().isEmpty() ||
        (folder.scheme() != QLatin1String("https") && folder.scheme() != QLatin1String("http")))
        throw Error(ErrorCode::InvalidParameter, "SPOTCHECK_WEIGHTS_URL is \"" + mirror.toStdString() +
                                                     "\", not an address like https://host/folder");
    QUrl address = folder;
    const QString separator = folder.path().endsWith(QLatin1Char('/')) ? QString() : QStringLiteral("/");
    address.setPath(folder.path() + separator + QString::fromStdString(backbone.officialFile));
    return address;
}

OfficialFigures officialFigures(const BackboneInfo &backbone)
{
    const OfficialFile *official = find(backbone);
    return official ? official->figures : OfficialFigures{};
}

std::string officialSha256(const BackboneInfo &backbone)
{
    if (const OfficialFile *official = find(backbone); official && !official->sha256.empty())
        return std::string(official->sha256);
    constexpr std::size_t digits = 8;
    const std::string stem = std::filesystem::path(backbone.officialFile).stem().string();
    std::string tail = stem.size() > digits ? stem.substr(stem.size() - digits) : std::string();
    if (tail.empty() || tail.find_first_not_of("0123456789abcdef") != std::string::npos)
        throw Error(ErrorCode::InvalidParameter, backbone.officialFile + " does not name its SHA-256");
    return tail;
}

WeightsStore::Entry fetchOfficialWeights(const BackboneInfo &backbone, const WeightsStore &store, JobMonitor &monitor)
{
    DownloadRequest request;
    request.address = weightsAddress(backbone);
    request.file = store.userFolder() / backbone.officialFile;
    request.sha256 = officialSha256(backbone);
    // A download that was complete but could not be imported, for want of room, is still there.
    if (!hasSha256(request.file, request.sha256))
        download(request, backbone, monitor);
    std::error_code ignored;
    try {
        WeightsStore::Entry entry = store.importFile(request.file, backbone.id, monitor);
        std::filesystem::remove(request.file, ignored);
        return entry;
    } catch (const Error &error) {
        if (error.code() == ErrorCode::WeightsInvalid)
            std::filesystem::remove(request.file, ignored);
        throw;
    }
}

} // namespace spotcheck::ui
