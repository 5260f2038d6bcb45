#include <spotcheck/model/model.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <iomanip>
#include <mutex>
#include <set>
#include <sstream>

#include <opencv2/core.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/log.h>
#include <spotcheck/core/peakmemory.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>
#include <spotcheck/image/imagereader.h>

#include "core/errorfile.h"
#include "core/matrixmemory.h"
#include "core/orderedpipeline.h"
#include "core/random.h"
#include "model/filecheckpoint.h"
#include "model/misalignment.h"
#include "model/modelparts.h"
#include "model/normalfolds.h"
#include "model/picturefeatures.h"

namespace spotcheck {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string nowAsIso8601()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::ostringstream text;
    text << std::put_time(&utc, "%Y-%m-%dT%H:%M:%SZ");
    return text.str();
}

struct CheckedPicture {
    ManifestEntry entry;
    cv::Size size; ///< px, upright
};

/// Hashes every file and checks its head and length, so that a broken one is named at once. `sizes`: of all pictures.
std::vector<ManifestEntry> manifestOf(const std::vector<Sample> &normals, std::vector<cv::Size> &sizes,
                                      JobMonitor &monitor)
{
    const auto count = static_cast<std::int64_t>(normals.size());
    std::vector<ManifestEntry> manifest;
    orderedPipeline<CheckedPicture>(
        count, monitor,
        [&](std::int64_t index) {
            const std::filesystem::path &file = normals[static_cast<std::size_t>(index)].image;
            const cv::Size size = readImageFacts(file).size;
            return CheckedPicture{{file.string(), sha256OfFile(file), false}, size};
        },
        [&](std::int64_t index, CheckedPicture picture) {
            manifest.push_back(std::move(picture.entry));
            sizes.push_back(picture.size);
            monitor.report({Stage::Reading, index + 1, count, {}});
        });
    return manifest;
}

/// Marks a random share of the pictures as held out. Copies of one picture (same content) stay on one side: a
/// held-out picture that the detector has seen would score near zero and make the calibration too optimistic.
void holdOut(std::vector<ManifestEntry> &manifest, double share, std::uint64_t seed)
{
    const auto count = static_cast<std::int64_t>(manifest.size());
    const auto wanted = std::clamp<std::int64_t>(std::llround(share * static_cast<double>(count)), 1, count - 1);
    std::int64_t held = 0;
    for (const std::int64_t first : Random(seed).permutation(count)) {
        if (held >= wanted)
            break;
        if (manifest[static_cast<std::size_t>(first)].heldOut)
            continue;
        const std::string content = manifest[static_cast<std::size_t>(first)].sha256;
        for (ManifestEntry &entry : manifest) {
            if (entry.sha256 == content) {
                entry.heldOut = true;
                ++held;
            }
        }
    }
    if (held >= count)
        throw Error(ErrorCode::NotEnoughNormals, "all pictures have the same content");
}

class FileFeatures : public NormalFeatures {
public:
    FileFeatures(std::vector<std::filesystem::path> files, const Preprocessing &preprocessing, const Aligner *aligner,
                 const Backbone &backbone)
        : m_files(std::move(files)), m_preprocessing(preprocessing), m_aligner(aligner), m_backbone(backbone)
    {}

    std::int64_t size() const override { return static_cast<std::int64_t>(m_files.size()); }

    /// Pictures that could not be aligned, so far.
    std::int64_t unaligned() const
    {
        const std::scoped_lock lock(m_mutex);
        return static_cast<std::int64_t>(m_unaligned.size());
    }

    void forEach(JobMonitor &monitor, const std::function<PatchGrid(const FeatureMaps &)> &embed,
                 const std::function<void(std::int64_t, PatchGrid)> &take) const override
    {
        monitor.report({Stage::Features, 0, size(), {}});
        orderedPipeline<PatchGrid>(
            size(), monitor, [&](std::int64_t index) { return embed(mapsOf(index)); },
            [&](std::int64_t index, PatchGrid grid) {
                take(index, std::move(grid));
                monitor.report({Stage::Features, index + 1, size(), {}});
            });
    }

    void forEachMaps(JobMonitor &monitor, const std::function<void(std::int64_t, FeatureMaps)> &take) const override
    {
        monitor.report({Stage::Features, 0, size(), {}});
        orderedPipeline<FeatureMaps>(
            size(), monitor, [&](std::int64_t index) { return mapsOf(index); },
            [&](std::int64_t index, FeatureMaps maps) {
                take(index, std::move(maps));
                monitor.report({Stage::Features, index + 1, size(), {}});
            });
    }

private:
    PictureFeatures featuresOf(const std::filesystem::path &file) const
    {
        const cv::Mat image = readImage(file);
        try {
            return pictureFeatures(image, m_preprocessing, m_aligner, m_backbone);
        } catch (const Error &error) {
            if (error.code() != ErrorCode::ImageTooLarge)
                throw;
            throw withFile(error, file);
        }
    }

    FeatureMaps mapsOf(std::int64_t index) const
    {
        PictureFeatures features = featuresOf(m_files[static_cast<std::size_t>(index)]);
        if (features.alignment && !features.alignment->aligned) {
            const std::scoped_lock lock(m_mutex);
            m_unaligned.insert(index); // a detector may ask for a picture more than once
        }
        return std::move(features.maps);
    }

    std::vector<std::filesystem::path> m_files;
    const Preprocessing &m_preprocessing;
    const Aligner *m_aligner;
    const Backbone &m_backbone;
    mutable std::mutex m_mutex;
    mutable std::set<std::int64_t> m_unaligned;
};

/// Values of `map` on a coarse lattice: enough for percentiles, and few enough to keep for every picture.
std::vector<float> latticeValues(const cv::Mat &map)
{
    constexpr int lattice = 64;
    std::vector<float> values;
    for (int row = 0; row < lattice; ++row) {
        for (int column = 0; column < lattice; ++column)
            values.push_back(map.at<float>(map.rows * row / lattice, map.cols * column / lattice));
    }
    return values;
}

/// What calibration keeps of a held-out picture.
struct HeldOutScore {
    float score = 0;
    float mapPeak = 0;
    std::vector<float> mapValues;

    HeldOutScore(double rawScore, const cv::Mat &map) : score(static_cast<float>(rawScore))
    {
        if (map.empty())
            return;
        double peak = 0;
        cv::minMaxLoc(map, nullptr, &peak);
        mapPeak = static_cast<float>(peak);
        mapValues = latticeValues(map);
    }
};

/// Gathers them.
struct HeldOutScores {
    std::vector<float> scores;
    std::vector<float> peaks;
    std::vector<float> values;

    void add(const HeldOutScore &kept)
    {
        scores.push_back(kept.score);
        if (!kept.mapValues.empty())
            peaks.push_back(kept.mapPeak);
        values.insert(values.end(), kept.mapValues.begin(), kept.mapValues.end());
    }
    Calibration calibration(int folds) { return {std::move(scores), std::move(peaks), values, folds}; }
};

/// Of each picture, whether one before it has the same content. What a threshold promises rests on the number of
/// different pictures: a copy is no further evidence.
std::vector<bool> copiesIn(const std::vector<ManifestEntry> &manifest)
{
    std::set<std::string> known;
    std::vector<bool> copies;
    for (const ManifestEntry &entry : manifest)
        copies.push_back(!known.insert(entry.sha256).second);
    return copies;
}

Calibration calibrateByFolds(const std::vector<Sample> &normals, const std::vector<bool> &copies,
                             const TrainingOptions &options, const WeightsStore &weights, JobMonitor &monitor)
{
    HeldOutScores kept;
    scoreByFolds(normals, options, options.calibrationFolds, weights, monitor,
                 [&](std::size_t index, const Prediction &prediction, const cv::Mat &map, const Model &) {
                     if (!copies[index])
                         kept.add({prediction.score, map});
                 });
    return kept.calibration(options.calibrationFolds);
}

Calibration calibrate(const Model &model, const std::vector<std::filesystem::path> &files, JobMonitor &monitor)
{
    const auto count = static_cast<std::int64_t>(files.size());
    HeldOutScores scores;
    monitor.report({Stage::Calibration, 0, count, {}});
    orderedPipeline<HeldOutScore>(
        count, monitor,
        [&](std::int64_t index) {
            const Prediction prediction = model.inspect(readImage(files[static_cast<std::size_t>(index)]));
            return HeldOutScore(prediction.score, model.anomalyMap(prediction));
        },
        [&](std::int64_t index, const HeldOutScore &kept) {
            scores.add(kept);
            monitor.report({Stage::Calibration, index + 1, count, {}});
        });
    return scores.calibration(0);
}

std::vector<std::filesystem::path> filesOf(const std::vector<Sample> &normals,
                                           const std::vector<std::size_t> &indices)
{
    std::vector<std::filesystem::path> files;
    for (const std::size_t index : indices)
        files.push_back(normals[index].image);
    return files;
}

/// The held-out pictures, each content once.
std::vector<std::size_t> calibrating(const std::vector<ManifestEntry> &manifest, const std::vector<bool> &copies)
{
    std::vector<std::size_t> indices;
    for (std::size_t index = 0; index < manifest.size(); ++index) {
        if (manifest[index].heldOut && !copies[index])
            indices.push_back(index);
    }
    return indices;
}

Message copiesWarning(std::int64_t copies, std::size_t normals)
{
    return {
        "%1 of %2 normal pictures are copies of others. A copy is no further evidence: towards the threshold each "
        "picture counts once.",
        {std::to_string(copies), std::to_string(normals)}};
}

Message checkpointWarning(const std::string &problem)
{
    return {
        "The training's intermediate state could not be kept (%1): had it been stopped, it would have begun anew. "
        "The model is complete.",
        {problem}};
}

Message unalignedWarning(std::int64_t unaligned, std::int64_t fitted)
{
    return {
        "%1 of %2 normal pictures could not be aligned to the reference and were used as they are; choose another "
        "reference, or train without alignment.",
        {std::to_string(unaligned), std::to_string(fitted)}};
}

} // namespace

void TrainingOptions::validate() const
{
    if (!(calibrationShare > 0 && calibrationShare <= 0.5))
        throw Error(ErrorCode::InvalidParameter, "the calibration share must be above 0 and at most 0.5");
    if (calibrationFolds != 0 && (calibrationFolds < leastFolds || calibrationFolds > mostFolds))
        throw Error(ErrorCode::InvalidParameter, "the number of parts must be 0, or from " +
                                                     std::to_string(leastFolds) + " to " + std::to_string(mostFolds));
}

std::string Model::Parts::fingerprint() const
{
    std::string text = info->id + ' ' + toJson(parameters) + ' ' + backbone->weightsSha256() + ' ' +
                       preprocessing.toJson() + ' ' + std::to_string(seed) + ' ' + precisionId(backbone->precision());
    text += ' ' + alignmentReference.sha256;
    for (const std::size_t index : fitted)
        text += ' ' + manifest[index].sha256;
    return text;
}

void Model::Parts::alignTo(const std::filesystem::path &picture)
{
    const std::filesystem::path file =
        picture.empty() ? std::filesystem::path(manifest[fitted.front()].path) : picture;
    alignmentReference = {file.string(), sha256OfFile(file), false};
    aligner = std::make_unique<Aligner>(preprocessing.alignment,
                                        AlignmentReference::of(readImage(file), preprocessing.alignment));
}

std::shared_ptr<const Model> Model::train(const std::vector<Sample> &normals, const TrainingOptions &options,
                                          const WeightsStore &weights, JobMonitor &monitor)
{
    const Clock::time_point start = Clock::now();
    options.validate();
    const PeakMemory peak;
    logInfo("training " + options.detector + " with " + options.backbone + " on " + std::to_string(normals.size()) +
            " pictures, " + std::to_string(runtimeThreads()) + " threads");
    auto parts = std::make_unique<Parts>();
    parts->info = &detectorInfo(options.detector);
    parts->parameters = completeParameters(parts->info->parameters, options.parameters);
    parts->seed = options.seed;
    parts->created = nowAsIso8601();
    parts->softwareVersion = engineVersion();

    const BackboneInfo &backbone = backboneInfo(options.backbone);
    parts->preprocessing = options.preprocessing;
    parts->preprocessing.mean = backbone.mean;
    parts->preprocessing.deviation = backbone.deviation;
    parts->preprocessing.validate();
    if (normals.size() < 2)
        throw Error(ErrorCode::NotEnoughNormals,
                    normals.size() == 1 ? normals.front().image : std::filesystem::path(),
                    std::to_string(normals.size()) + (normals.size() == 1 ? " picture" : " pictures") +
                        "; at least two are needed, one to learn from and one held out to set the threshold by");

    try {
        reserveMatrixMemory();
        parts->backbone = Backbone::load(backbone, weights.fileFor(options.backbone),
                                         parts->info->layers(parts->parameters, backbone), options.precision);
        std::vector<cv::Size> sizes;
        parts->manifest = manifestOf(normals, sizes, monitor);
        const std::vector<bool> copies = copiesIn(parts->manifest);
        if (options.calibrationFolds == 0)
            holdOut(parts->manifest, options.calibrationShare, options.seed);
        else // now, and not after the whole training
            checkEnoughForFolds(static_cast<std::size_t>(std::ranges::count(copies, false)), options.calibrationFolds,
                                "a threshold set", "parts");
        for (std::size_t index = 0; index < normals.size(); ++index) {
            if (!parts->manifest[index].heldOut)
                parts->fitted.push_back(index);
        }

        TrainingSummary summary;
        const std::vector<std::filesystem::path> fittedFiles = filesOf(normals, parts->fitted);
        if (parts->preprocessing.alignment != AlignmentMode::None)
            parts->alignTo(options.alignmentReference);
        else if (parts->info->needsAlignment)
            summary.warnings = misalignmentWarnings(parts->info->title, fittedFiles, sizes, monitor);
        if (const auto count = std::ranges::count(copies, true); count > 0)
            summary.warnings.push_back(copiesWarning(count, normals.size()));

        const Clock::time_point fitting = Clock::now();
        parts->detector = parts->info->create(parts->parameters, options.seed);
        const FileFeatures features(fittedFiles, parts->preprocessing, parts->aligner.get(), *parts->backbone);
        FileCheckpoint checkpoint(options.checkpoint, parts->fingerprint());
        summary.fit = parts->detector->fit(features, monitor, checkpoint);
        summary.secondsFitting = secondsSince(fitting);
        if (!checkpoint.problem().empty())
            summary.warnings.push_back(checkpointWarning(checkpoint.problem()));
        if (const std::int64_t unaligned = features.unaligned(); unaligned > 0)
            summary.warnings.push_back(unalignedWarning(unaligned, features.size()));

        const Clock::time_point calibration = Clock::now();
        const std::shared_ptr<Model> model(new Model(std::move(parts)));
        model->m_parts->calibration =
            options.calibrationFolds > 0
                ? calibrateByFolds(normals, copies, options, weights, monitor)
                : calibrate(*model, filesOf(normals, calibrating(model->m_parts->manifest, copies)), monitor);
        summary.secondsCalibration = secondsSince(calibration);
        summary.fitted = static_cast<std::int64_t>(model->m_parts->fitted.size());
        summary.heldOut = model->calibration().normals();
        summary.secondsTotal = secondsSince(start);
        summary.peakMemoryBytes = peak.bytes();
        model->m_parts->summary = summary;
        checkpoint.remove();
        logInfo("trained " + options.detector + " on " + std::to_string(summary.fitted) + " pictures (" +
                std::to_string(summary.heldOut) + " held out), kept " + std::to_string(summary.fit.stored) + " of " +
                std::to_string(summary.fit.patches) + " features, " +
                std::to_string(std::lround(summary.secondsTotal)) + " s, peak " +
                std::to_string(summary.peakMemoryBytes / 1'000'000) + " MB");
        return model;
    } catch (const std::bad_alloc &) {
        throw Error(ErrorCode::OutOfMemory, "while training");
    } catch (const cv::Exception &exception) {
        throw Error(exception.code == cv::Error::StsNoMem ? ErrorCode::OutOfMemory : ErrorCode::Internal,
                    exception.err);
    }
}

} // namespace spotcheck
