#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <vector>

#include "model/mappedfile.h"
#include "model/tensorfile.h"

namespace spotcheck {

class StatePickle;
struct PickledStorage;
struct PickledTensor;

/// A state dict as torch.save writes it: a zip archive since PyTorch 1.6, a row of pickles and storages before
/// (`_use_new_zipfile_serialization=False`). Only tensors are read and no code is ever run. A dict under
/// "state_dict" is taken for the whole, and "module." at the beginning of names (torch.nn.DataParallel) is removed.
/// Every length, offset, shape and stride is checked against the file's size before anything is allocated; tensors
/// that lie in the file as they are needed are not copied.
class PyTorchFile : public TensorFile {
public:
    /// By the first bytes. \throws Error(FileNotFound, FileUnreadable)
    static bool is(const std::filesystem::path &file);

    /// \throws Error(FileNotFound, FileUnreadable, failure)
    PyTorchFile(const std::filesystem::path &file, ErrorCode failure);

private:
    void readZip();
    void readLegacy();
    template <typename BytesOf>
    void addTensors(const StatePickle &pickle, BytesOf bytesOf);
    std::span<const std::byte> arranged(const PickledTensor &tensor, std::span<const std::byte> storage);

    MappedFile m_mapped;
    std::deque<std::vector<std::byte>> m_rearranged; ///< of tensors that do not lie in order
};

} // namespace spotcheck
