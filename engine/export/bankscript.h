#pragma once

#include "detectors/bankscoring.h"
#include "export/modulescript.h"

namespace spotcheck {

// The memory bank as TorchScript. `patches` are one picture's, [L, D].

/// `nearest(patches, count)`: indices [L, count] of the nearest vectors, the nearest first.
/// `squared_distances(patches, indices)`: to those vectors, [L, count]. The bank is `self.bank`.
/// \throws Error(NotExportable) for a bank with an approximate index
void addBankSearch(ModuleScript &script, const MemoryBank &bank);

/// `judged(patches)`: scores [L] and image score [], as `scoring`. Adds `addBankSearch` itself.
void addBankScoring(ModuleScript &script, const BankScoring &scoring, const MemoryBank &bank);

} // namespace spotcheck
