#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "pretrain/network.h"

namespace spotcheck::pretrain {

/// Writes parameters and running statistics in half precision under torchvision's names.
/// \throws Error(Internal) for a value that half precision can't hold, Error(WriteFailed)
void exportWeights(const std::filesystem::path &file, ResNet18 &network,
                   const std::map<std::string, std::string> &metadata);

/// Fills `network` from a file of `exportWeights`, to train it further.
/// \throws Error(FileNotFound, FileUnreadable, WeightsInvalid)
void importWeights(const std::filesystem::path &file, ResNet18 &network);

} // namespace spotcheck::pretrain
