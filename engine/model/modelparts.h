#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <spotcheck/model/model.h>

#include "image/aligner.h"
#include "model/modelfile.h"
#include "model/unchangedfile.h"

namespace spotcheck {

/// What a model is made of; shared by training, loading and saving.
struct Model::Parts {
    const DetectorInfo *info = nullptr; ///< in the registry
    ParameterValues parameters;         ///< complete
    std::unique_ptr<Detector> detector;
    std::weak_ptr<const SafetensorsFile> mapped; ///< the file, as long as the detector reads values in it
    std::unique_ptr<const UnchangedFile> source; ///< the same, to be checked before they are read; null: never saved
    std::shared_ptr<const Backbone> backbone;
    Preprocessing preprocessing;
    std::unique_ptr<const Aligner> aligner; ///< null where pictures are not aligned
    ManifestEntry alignmentReference;       ///< what the aligner was made from
    Calibration calibration;
    std::vector<ManifestEntry> manifest;
    std::vector<std::size_t> fitted; ///< indices into the manifest, in the order the detector saw them
    TrainingSummary summary;
    std::uint64_t seed = 0;
    std::string created;
    std::string softwareVersion;
    std::filesystem::path origin; ///< the file this was loaded from; empty after a training
    /// Metadata of the file this was loaded from that this version does not know; written back on saving.
    std::map<std::string, std::string> unknownMetadata;

    /// Everything but the detector.
    std::unique_ptr<Parts> copyWithoutDetector() const;

    /// Makes the aligner from `picture`, or from the first fitted one where it is empty. \throws Error as readImage
    void alignTo(const std::filesystem::path &picture);

    /// All that the state of an extra training depends on: settings, weights and pictures.
    std::string fingerprint() const;
    /// Everything about the model but its tensors, as the model file holds it.
    std::map<std::string, std::string> metadata() const;
    /// What the detector has learnt, and the reference that pictures are aligned to. The writer refers to the values.
    void saveTensors(ModelWriter &writer) const;
};

} // namespace spotcheck
