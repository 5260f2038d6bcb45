#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <spotcheck/core/jobmonitor.h>

namespace spotcheck {

enum class Label { Unlabelled, Good, Defective };

std::string labelId(Label label); ///< "unlabelled", "good", "defective"

struct Sample {
    std::filesystem::path image;
    Label label = Label::Unlabelled;
    std::string defectType = {};     ///< "scratch"; empty for good and unlabelled pictures
    std::filesystem::path mask = {}; ///< ground truth, empty if there is none

    bool operator==(const Sample &) const = default;
};

/// A file that was passed over, and why: never silently skipped.
struct FileProblem {
    std::filesystem::path file;
    std::string reason; ///< an English sentence with the remedy
};

/// Normal pictures to train on, and test pictures. Pictures are named, not held.
struct Dataset {
    std::string name;
    std::vector<Sample> normals;
    std::vector<Sample> test;
    std::vector<FileProblem> problems;
};

enum class DatasetLayout {
    MvtecAd, ///< train/good, test/<type>, ground_truth/<type>/<stem>_mask.png
    Btad,    ///< the same with "ok" in place of "good": train/ok, test/ok, test/ko, ground_truth/ko/<stem>.png
    Visa,    ///< of one part: Data/Images/Normal and Anomaly, Data/Masks/Anomaly; ../split_csv/1cls.csv
    Flat,    ///< a folder of pictures
};

/// The layout of `folder`, or nothing where it holds no picture.
std::optional<DatasetLayout> recogniseLayout(const std::filesystem::path &folder);

/// Reads a data set folder in any known layout; a flat folder becomes unlabelled test pictures. No need of normals.
/// Paths are sorted, so that the same folder gives the same order on every machine. Pixels are not read.
/// \throws Error(FileNotFound, FileUnreadable, FolderEmpty, DatasetInvalid)
Dataset readDataset(const std::filesystem::path &folder, JobMonitor &monitor);

/// All pictures below the given files and folders, sorted within each folder. Files whose ending is no
/// picture's are passed over where they were found in a folder, and listed in `problems` where they were
/// named; folders that cannot be opened are always listed.
std::vector<std::filesystem::path> findImages(const std::vector<std::filesystem::path> &filesAndFolders,
                                              std::vector<FileProblem> &problems, JobMonitor &monitor);

} // namespace spotcheck
