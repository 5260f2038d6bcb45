#pragma once

#include <filesystem>

#include <spotcheck/data/dataset.h>

namespace spotcheck {

/// The folder of one part of VisA (Zou et al., ECCV 2022): Data/Images/Normal, Data/Images/Anomaly,
/// Data/Masks/Anomaly.
bool looksLikeVisa(const std::filesystem::path &folder);

/// Which pictures are trained on stands in ../split_csv/1cls.csv, as the set is published; without that table every
/// tenth normal picture, by name, is a test picture, and `problems` says so. Defect types stand in image_anno.csv
/// beside Data. \throws Error(FolderEmpty), Cancelled
Dataset readVisa(const std::filesystem::path &folder, JobMonitor &monitor);

} // namespace spotcheck
