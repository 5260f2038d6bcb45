#include <algorithm>

#include <spotcheck/core/error.h>
#include <spotcheck/core/log.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/model/model.h>

#include "model/modelparts.h"
#include "model/picturefeatures.h"

namespace spotcheck {

namespace {

// The coverage radius need not be below the distance that separates good from defective. So it shrinks in steps until
// the picture scores as normal ones do; after the last step every patch is taken in.
constexpr double shrinking = 0.85;
constexpr int mostSteps = 40;

double medianOfSorted(const std::vector<float> &ascending)
{
    return ascending.empty() ? 0 : ascending[ascending.size() / 2];
}

} // namespace

BankExtension Detector::extended(const FeatureMaps &, std::int32_t, double) const
{
    return {};
}

std::unique_ptr<Model::Parts> Model::Parts::copyWithoutDetector() const
{
    auto parts = std::make_unique<Parts>();
    parts->info = info;
    parts->parameters = parameters;
    parts->backbone = backbone;
    parts->preprocessing = preprocessing;
    if (aligner)
        parts->aligner = std::make_unique<Aligner>(preprocessing.alignment, aligner->reference());
    parts->alignmentReference = alignmentReference;
    parts->calibration = calibration;
    parts->manifest = manifest;
    parts->fitted = fitted;
    parts->summary = summary;
    parts->seed = seed;
    parts->created = created;
    parts->softwareVersion = softwareVersion;
    parts->unknownMetadata = unknownMetadata;
    return parts;
}

bool Model::canLearnGoodPicture() const
{
    return m_parts->info->extendsMemoryBank;
}

std::int64_t Model::learntLater() const
{
    return std::count_if(manifest().begin(), manifest().end(),
                         [](const ManifestEntry &entry) { return entry.addedLater; });
}

std::shared_ptr<const Model> Model::withGoodPicture(const std::filesystem::path &file, JobMonitor &monitor) const
{
    if (!canLearnGoodPicture())
        throw Error(ErrorCode::InvalidParameter,
                    m_parts->info->title + " has no memory bank that can take in a single picture; train it again");
    try {
        const cv::Mat image = readImage(file);
        const PictureFeatures features =
            pictureFeatures(image, m_parts->preprocessing, m_parts->aligner.get(), *m_parts->backbone);
        const auto number = static_cast<std::int32_t>(m_parts->fitted.size());
        const double wanted =
            calibration().normals() > 0 ? medianOfSorted(calibration().scores()) : inspect(image).score;

        std::shared_ptr<Model> extended(new Model(m_parts->copyWithoutDetector()));
        double radius = m_parts->summary.fit.coverageRadius.value_or(0);
        for (int step = 0;; ++step, radius *= shrinking) {
            monitor.throwIfCancelled();
            const bool last = step == mostSteps || radius <= 0;
            BankExtension extension = m_parts->detector->extended(features.maps, number, last ? 0 : radius);
            extended->m_parts->detector = std::move(extension.detector);
            extended->m_parts->summary.fit.stored = extension.stored;
            extended->m_parts->summary.fit.bankBytes = extension.bankBytes;
            if (last || extended->inspect(image).score <= wanted)
                break;
        }
        extended->m_parts->fitted.push_back(extended->m_parts->manifest.size());
        extended->m_parts->manifest.push_back({file.string(), sha256OfFile(file), false, true});
        ++extended->m_parts->summary.fitted;
        logInfo("learnt " + file.string() +
                " as good: " + std::to_string(extended->m_parts->summary.fit.stored - m_parts->summary.fit.stored) +
                " patches added");
        return extended;
    } catch (const std::bad_alloc &) {
        throw Error(ErrorCode::OutOfMemory, file);
    }
}

} // namespace spotcheck
