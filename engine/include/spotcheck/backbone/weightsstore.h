#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <spotcheck/core/jobmonitor.h>

/// Where the weights that ship with an installed engine are: find_package(Spotcheck) defines it.
#ifndef SPOTCHECK_INSTALLED_WEIGHTS
#define SPOTCHECK_INSTALLED_WEIGHTS ""
#endif

namespace spotcheck {

/// Where weights files are: the user's folder (written to) and the installed share folders (read only).
/// A value, handed to whoever needs it; there is no global store.
class WeightsStore {
public:
    /// The user's folder is searched first. A file is found as `FOLDER/ID.safetensors`.
    WeightsStore(std::filesystem::path userFolder, std::vector<std::filesystem::path> sharedFolders);

    /// `$SPOTCHECK_WEIGHTS` if set, else `$XDG_DATA_HOME/spotcheck/weights` or `~/.local/share/spotcheck/weights`;
    /// shared: beside the program (`../share/spotcheck/weights`), else `installed`, else the source tree's
    /// resources/backbone in a build that was not installed.
    static WeightsStore standard(const std::filesystem::path &installed = SPOTCHECK_INSTALLED_WEIGHTS);

    struct Entry {
        std::string id;
        std::filesystem::path file; ///< empty where no file is at hand
        std::uintmax_t bytes = 0;
        bool shipped = false; ///< found in a shared folder
    };

    /// One entry for every known backbone, with or without a file.
    std::vector<Entry> list() const;

    /// \throws Error(WeightsMissing) with how to get it, Error(UnknownBackbone)
    std::filesystem::path fileFor(const std::string &id) const;

    /// The file that a model was made with: where `sha256` is of weights that shipped before, they are
    /// `FOLDER/former/ID-DIGITS.safetensors` in a shared folder, with the first twelve digits; else, or where that
    /// file is not at hand, as `fileFor(id)`. \throws Error(WeightsMissing, UnknownBackbone)
    std::filesystem::path fileFor(const std::string &id, const std::string &sha256) const;

    /// Checks `file` (safetensors, or a state dict that torch.save wrote, of which nothing is ever run) against the
    /// architecture of `id` (or, where `id` is empty, of the backbone whose shapes fit) and keeps it in the user's
    /// folder: a safetensors file as it is, of a PyTorch file the tensors that the network needs, with `origin` (an
    /// official name) and `origin_sha256` as metadata. A PyTorch file whose name ends in digits of its SHA-256, as
    /// official ones do, must have them. Returns the entry made. \throws Error(FileNotFound, FileUnreadable,
    /// WeightsInvalid, UnknownBackbone, WriteFailed), Cancelled
    Entry importFile(const std::filesystem::path &file, const std::string &id, JobMonitor &monitor) const;

    /// Deletes the user's own file of `id`. One that ships with the program stays, and is found again if it was
    /// hidden. \throws Error(WeightsMissing) where the user has none, Error(UnknownBackbone, WriteFailed)
    void remove(const std::string &id) const;

    const std::filesystem::path &userFolder() const { return m_userFolder; }

private:
    std::filesystem::path m_userFolder;
    std::vector<std::filesystem::path> m_sharedFolders;
};

} // namespace spotcheck
