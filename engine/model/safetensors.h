#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/mappedfile.h"
#include "model/tensorfile.h"

namespace spotcheck {

/// A safetensors file, memory-mapped read-only. Every length, offset, type and shape is checked against the
/// file's size before anything is allocated: the tensors must fill the data section without holes or overlap.
/// The file must not be changed in place while it is open (replacing it, as `writeSafetensors` does, is safe).
class SafetensorsFile : public TensorFile {
public:
    using Metadata = std::map<std::string, std::string>;

    /// `checkMetadata` may refuse the file for what it says of itself, before its tensors are looked at.
    /// \throws Error(FileNotFound, FileUnreadable, failure)
    SafetensorsFile(const std::filesystem::path &file, ErrorCode failure,
                    const std::function<void(const Metadata &)> &checkMetadata = {});

private:
    std::string_view headerText() const;
    void readTensors(const std::function<void(const Metadata &)> &checkMetadata);

    MappedFile m_mapped;
};

/// What is to be written: the bytes are not copied and must live until `writeSafetensors` returns.
struct TensorToWrite {
    std::string name;
    TensorType type = TensorType::Float32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;
};

/// Writes atomically. The format knows no holes between tensors, so alignment comes from padding the header (the
/// data section begins at a multiple of 64 bytes of the file) and from the order: first the tensors whose size is
/// a multiple of 64 bytes, then the others by falling element size, otherwise as given. So every tensor is aligned
/// for its element type, and those of the first group to 64 bytes. \throws Error(WriteFailed, InvalidParameter)
void writeSafetensors(const std::filesystem::path &file, const std::map<std::string, std::string> &metadata,
                      const std::vector<TensorToWrite> &tensors);

/// Size of the file that `writeSafetensors` would write.
std::uint64_t safetensorsBytes(const std::map<std::string, std::string> &metadata,
                               const std::vector<TensorToWrite> &tensors);

} // namespace spotcheck
