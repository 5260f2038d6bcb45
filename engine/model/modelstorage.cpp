#include <spotcheck/model/model.h>

#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

#include <spotcheck/core/abandonedfiles.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>

#include "core/foreignjson.h"
#include "model/formerparameters.h"
#include "model/modelfile.h"
#include "model/modelparts.h"

namespace spotcheck {

namespace {

constexpr int newestFormat = 2;
constexpr const char *formatName = "spotcheck-model";

using nlohmann::json;

/// Version 1 knows no tiles, regions, alignment or inputs other than squares. A model that does without them is
/// written so that earlier programs read it.
int formatOf(const Preprocessing &preprocessing)
{
    Preprocessing plain;
    plain.inputSize = preprocessing.inputSize.width;
    plain.framing = preprocessing.framing;
    plain.cropResize = preprocessing.cropResize;
    plain.mean = preprocessing.mean;
    plain.deviation = preprocessing.deviation;
    return preprocessing == plain ? 1 : newestFormat;
}

/// The picture that others are aligned to: its grey values are a tensor, the rest is metadata.
constexpr const char *referenceTensor = "alignment.reference";

json referenceJson(const ManifestEntry &source, const AlignmentReference &reference)
{
    return {{"path", source.path},
            {"sha256", source.sha256},
            {"width", reference.imageSize.width},
            {"height", reference.imageSize.height}};
}

std::unique_ptr<const Aligner> alignerFrom(const json &object, AlignmentMode mode, const ModelReader &reader)
{
    constexpr std::int64_t longestSide = 4096; // px; what is written has at most 640
    const std::vector<std::int64_t> shape = reader.shape(referenceTensor);
    if (shape.size() != 2 || shape[0] < 1 || shape[1] < 1 || shape[0] > longestSide || shape[1] > longestSide)
        reader.fail(std::string(referenceTensor) + " is no picture");
    const int width = object.at("width");
    const int height = object.at("height");
    if (width < 1 || height < 1 || width > (1 << 20) || height > (1 << 20))
        reader.fail("the size of the picture to align to is out of range");
    cv::Mat grey(static_cast<int>(shape[0]), static_cast<int>(shape[1]), CV_8UC1);
    const std::vector<std::int32_t> values = reader.integers(referenceTensor, shape);
    std::transform(values.begin(), values.end(), grey.begin<uchar>(),
                   [](std::int32_t value) { return cv::saturate_cast<uchar>(value); });
    return std::make_unique<Aligner>(mode, AlignmentReference{grey, {width, height}});
}

json manifestJson(const std::vector<ManifestEntry> &manifest)
{
    json list = json::array();
    for (const ManifestEntry &entry : manifest) {
        list.push_back({{"path", entry.path}, {"sha256", entry.sha256}, {"held_out", entry.heldOut}});
        if (entry.addedLater)
            list.back()["added_later"] = true;
    }
    return list;
}

std::vector<ManifestEntry> manifestFrom(const json &list)
{
    std::vector<ManifestEntry> manifest;
    for (const json &entry : list)
        manifest.push_back(
            {entry.at("path"), entry.at("sha256"), entry.at("held_out"), entry.value("added_later", false)});
    return manifest;
}

json warningsJson(const std::vector<Message> &warnings)
{
    json list = json::array();
    for (const Message &warning : warnings)
        list.push_back({{"text", warning.text}, {"arguments", warning.arguments}});
    return list;
}

/// Earlier programs wrote plain sentences.
std::vector<Message> warningsFrom(const json &list)
{
    std::vector<Message> warnings;
    for (const json &warning : list) {
        if (warning.is_string())
            warnings.push_back({warning.get<std::string>()});
        else
            warnings.push_back(
                {warning.at("text").get<std::string>(), warning.at("arguments").get<std::vector<std::string>>()});
    }
    return warnings;
}

json summaryJson(const TrainingSummary &summary)
{
    json object{{"patches", summary.fit.patches},
                {"stored", summary.fit.stored},
                {"bank_bytes", summary.fit.bankBytes},
                {"fitted", summary.fitted},
                {"held_out", summary.heldOut},
                {"seconds_total", summary.secondsTotal},
                {"seconds_fitting", summary.secondsFitting},
                {"seconds_calibration", summary.secondsCalibration},
                {"peak_memory_bytes", summary.peakMemoryBytes}};
    if (summary.fit.coverageRadius)
        object["coverage_radius"] = *summary.fit.coverageRadius;
    if (summary.fit.lastLoss)
        object["last_loss"] = *summary.fit.lastLoss;
    for (const FittedLevel &level : summary.fit.levels) {
        object["levels"].push_back({{"layer", level.layer},
                                    {"dimensions", level.dimensions},
                                    {"shrinkage", level.shrinkage},
                                    {"limit", level.limit}});
    }
    if (!summary.warnings.empty())
        object["warnings"] = warningsJson(summary.warnings);
    return object;
}

TrainingSummary summaryFrom(const json &object)
{
    TrainingSummary summary;
    summary.fit.patches = object.at("patches");
    summary.fit.stored = object.at("stored");
    summary.fit.bankBytes = object.at("bank_bytes");
    summary.fitted = object.at("fitted");
    summary.heldOut = object.at("held_out");
    summary.secondsTotal = object.at("seconds_total");
    summary.secondsFitting = object.at("seconds_fitting");
    summary.secondsCalibration = object.at("seconds_calibration");
    summary.peakMemoryBytes = object.at("peak_memory_bytes");
    if (object.contains("coverage_radius"))
        summary.fit.coverageRadius = object.at("coverage_radius").get<double>();
    if (object.contains("last_loss"))
        summary.fit.lastLoss = object.at("last_loss").get<double>();
    if (object.contains("levels")) {
        for (const json &level : object.at("levels"))
            summary.fit.levels.push_back(
                {level.at("layer"), level.at("dimensions"), level.at("shrinkage"), level.at("limit")});
    }
    if (object.contains("warnings"))
        summary.warnings = warningsFrom(object.at("warnings"));
    return summary;
}

/// The metadata of a model file, taken out key by key; what is left is unknown to this version.
class Metadata {
public:
    explicit Metadata(const SafetensorsFile &file) : m_file(file), m_left(file.metadata()) {}

    std::string take(const std::string &key)
    {
        const auto found = m_left.find(key);
        if (found == m_left.end())
            m_file.fail("\"" + key + "\" is missing");
        std::string value = std::move(found->second);
        m_left.erase(found);
        return value;
    }

    template <class Integer>
    Integer takeInteger(const std::string &key)
    {
        const std::string text = take(key);
        Integer value{};
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (problem != std::errc() || end != text.data() + text.size())
            m_file.fail("\"" + key + "\" is not a whole number");
        return value;
    }

    const std::map<std::string, std::string> &left() const { return m_left; }

private:
    const SafetensorsFile &m_file;
    std::map<std::string, std::string> m_left;
};

/// Looked at before anything else of the file: what a newer program writes may look damaged to this one.
void refuseNewerFormat(const std::filesystem::path &file, const SafetensorsFile::Metadata &metadata)
{
    const auto textOf = [&metadata](const char *key) {
        const auto found = metadata.find(key);
        return found == metadata.end() ? std::string() : found->second;
    };
    const std::string text = textOf("format_version");
    int version = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), version);
    const bool isNumber = problem == std::errc() && end == text.data() + text.size();
    if (textOf("format") != formatName || !isNumber || version <= newestFormat)
        return;
    const std::string software = textOf("software_version");
    throw Error(ErrorCode::ModelTooNew, file,
                "format " + text + ", written by Spotcheck " + (software.empty() ? "of a later version" : software) +
                    "; this version reads up to format " + std::to_string(newestFormat));
}

} // namespace

std::map<std::string, std::string> Model::Parts::metadata() const
{
    std::map<std::string, std::string> metadata = unknownMetadata;
    metadata["format"] = formatName;
    metadata["format_version"] = std::to_string(formatOf(preprocessing));
    metadata["detector"] = info->id;
    metadata["parameters"] = toJson(parameters);
    metadata["backbone"] = backbone->info().id;
    metadata["backbone_sha256"] = backbone->weightsSha256();
    if (backbone->precision() != Precision::Exact) // absent in files of before, which are exact
        metadata["precision"] = precisionId(backbone->precision());
    metadata["preprocessing"] = preprocessing.toJson();
    metadata["calibration"] = calibration.toJson();
    // File names may hold bytes that are not UTF-8; they are replaced rather than refused.
    metadata["manifest"] = manifestJson(manifest).dump(-1, ' ', false, json::error_handler_t::replace);
    metadata["summary"] = summaryJson(summary).dump();
    metadata["seed"] = std::to_string(seed);
    metadata["software_version"] = softwareVersion;
    metadata["date"] = created;
    if (aligner)
        metadata["alignment"] = referenceJson(alignmentReference, aligner->reference())
                                    .dump(-1, ' ', false, json::error_handler_t::replace);
    return metadata;
}

void Model::Parts::saveTensors(ModelWriter &writer) const
{
    detector->save(writer);
    if (aligner) {
        const cv::Mat &grey = aligner->reference().grey;
        writer.bytes(referenceTensor, {grey.rows, grey.cols}, std::span(grey.ptr<std::uint8_t>(), grey.total()));
    }
}

void Model::save(const std::filesystem::path &file) const
{
    ModelWriter writer;
    m_parts->saveTensors(writer);
    removeAbandonedFiles(file.parent_path());
    writer.write(file, m_parts->metadata());
}

std::uint64_t Model::fileBytes() const
{
    ModelWriter writer;
    m_parts->saveTensors(writer);
    return writer.fileBytes(m_parts->metadata());
}

std::shared_ptr<const Model> Model::load(const std::filesystem::path &file, const WeightsStore &weights)
{
    const auto mapped = std::make_shared<const SafetensorsFile>(
        file, ErrorCode::ModelInvalid,
        [&file](const SafetensorsFile::Metadata &metadata) { refuseNewerFormat(file, metadata); });
    const SafetensorsFile &tensors = *mapped;
    Metadata metadata(tensors);
    if (tensors.metadata().find("format") == tensors.metadata().end() || metadata.take("format") != formatName)
        tensors.fail("this is not a Spotcheck model");
    if (const int version = metadata.takeInteger<int>("format_version"); version < 1)
        tensors.fail("format version " + std::to_string(version) + " does not exist");

    auto parts = std::make_unique<Parts>();
    try {
        parts->info = &detectorInfo(metadata.take("detector"));
        const std::string backboneId = metadata.take("backbone");
        const std::string backboneHash = metadata.take("backbone_sha256");
        parts->parameters =
            completeParameters(parts->info->parameters,
                               withFormerBehaviour(*parts->info, parametersFromJson(parts->info->parameters,
                                                                                    metadata.take("parameters"))));
        parts->preprocessing = Preprocessing::fromJson(metadata.take("preprocessing"));
        parts->calibration = Calibration::fromJson(metadata.take("calibration"));
        parts->manifest = manifestFrom(parseForeignJson(metadata.take("manifest")));
        parts->summary = summaryFrom(parseForeignJson(metadata.take("summary")));
        parts->seed = metadata.takeInteger<std::uint64_t>("seed");
        parts->softwareVersion = metadata.take("software_version");
        parts->created = metadata.take("date");
        if (parts->preprocessing.alignment != AlignmentMode::None) {
            const json alignment = parseForeignJson(metadata.take("alignment"));
            parts->aligner = alignerFrom(alignment, parts->preprocessing.alignment, ModelReader(mapped));
            parts->alignmentReference = {alignment.at("path"), alignment.at("sha256"), false};
        }
        const Precision precision =
            tensors.metadata().contains("precision") ? precisionFromId(metadata.take("precision")) : Precision::Exact;
        parts->origin = file;
        parts->unknownMetadata = metadata.left();
        for (std::size_t index = 0; index < parts->manifest.size(); ++index) {
            if (!parts->manifest[index].heldOut)
                parts->fitted.push_back(index);
        }

        const BackboneInfo &info = backboneInfo(backboneId);
        // Before the weights: what is wrong with the file itself does not depend on them.
        parts->detector = parts->info->create(parts->parameters, parts->seed);
        parts->detector->load(ModelReader(mapped));
        const std::filesystem::path weightsFile = weights.fileFor(backboneId, backboneHash);
        parts->backbone = Backbone::load(info, weightsFile, parts->info->layers(parts->parameters, info), precision);
        if (parts->backbone->weightsSha256() != backboneHash)
            throw Error(ErrorCode::WeightsChanged, file,
                        backboneId + " here has SHA-256 " + parts->backbone->weightsSha256().substr(0, 12) +
                            "..., the model needs " + backboneHash.substr(0, 12) + "...");
        parts->mapped = mapped;
        parts->source = std::make_unique<const UnchangedFile>(file);
    } catch (const Error &error) {
        // Checks that do not know the file say only what was wrong.
        if (error.code() == ErrorCode::InvalidParameter ||
            (error.code() == ErrorCode::ModelInvalid && error.file().empty()))
            tensors.fail(error.detail());
        if (error.file().empty()) // an unknown detector or backbone
            throw Error(error.code(), file, error.detail());
        throw;
    } catch (const json::exception &exception) {
        tensors.fail(exception.what());
    } catch (const std::bad_alloc &) {
        throw Error(ErrorCode::OutOfMemory, file);
    }
    return std::shared_ptr<const Model>(new Model(std::move(parts)));
}

} // namespace spotcheck
