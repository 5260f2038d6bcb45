#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <spotcheck/detectors/detector.h>

#include "model/modelfile.h"

namespace spotcheck {

/// A checkpoint in a file of its own, tied to the settings and pictures of one training.
class FileCheckpoint : public FitCheckpoint {
public:
    /// An empty `file` keeps nothing. What another training left there, or what is damaged, is not used: it only
    /// saves time.
    FileCheckpoint(std::filesystem::path file, std::string fingerprint);

    const ModelReader *saved() const override { return m_saved ? &*m_saved : nullptr; }
    /// A file that cannot be written costs no training: it is told once, and tried anew the next time.
    void keep(const ModelWriter &state) override;
    /// Why a state was not kept, for the first one that was not; empty where all were.
    const std::string &problem() const { return m_problem; }
    /// The training has succeeded.
    void remove();

private:
    std::filesystem::path m_file;
    std::string m_fingerprint;
    std::string m_problem;
    std::optional<ModelReader> m_saved;
};

} // namespace spotcheck
