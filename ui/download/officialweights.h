#pragma once

#include <QUrl>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/backbone/weightsstore.h>

namespace spotcheck::ui {

/// Where the weights of `backbone` are published; with `$SPOTCHECK_WEIGHTS_URL` set, the same file name below that
/// address (a mirror in the company's own network). \throws Error(InvalidParameter) where that is no http address or
/// there are no official weights
QUrl weightsAddress(const BackboneInfo &backbone);

/// What a backbone costs; zeros where it is not known.
struct OfficialFigures {
    int megabytes = 0;                 ///< of the file, in 10^6 bytes
    double billionMultiplications = 0; ///< of one picture through the whole network
    int pictureSide = 0;               ///< px, of that picture
};
OfficialFigures officialFigures(const BackboneInfo &backbone);

/// SHA-256 of the official file: whole where it has been published, else the eight digits that end torchvision's file
/// names. \throws Error(InvalidParameter) where the name has none
std::string officialSha256(const BackboneInfo &backbone);

/// Downloads the official weights, checks their SHA-256 and imports them into the user's folder of `store`. The
/// SHA-256 is checked for a mirror alike. Needs what `downloadFile` needs.
/// \throws Error(DownloadFailed) with how to bring the file by hand, Error(WeightsInvalid, WriteFailed,
/// InvalidParameter), Cancelled
WeightsStore::Entry fetchOfficialWeights(const BackboneInfo &backbone, const WeightsStore &store,
                                         JobMonitor &monitor);

} // namespace spotcheck::ui
