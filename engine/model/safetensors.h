#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <spotcheck/core/error.h>

namespace spotcheck {

enum class TensorType { Float64, Float32, Float16, BFloat16, Int64, Int32, UInt8 };

std::size_t bytesPerElement(TensorType type);

/// A tensor in a mapped file: its bytes stay valid as long as the file object lives.
struct TensorView {
    TensorType type = TensorType::Float32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;

    std::int64_t elements() const;
};

/// A safetensors file, memory-mapped read-only. Every length, offset, type and shape is checked against the
/// file's size before anything is allocated: the tensors must fill the data section without holes or overlap.
/// The file must not be changed in place while it is open (replacing it, as `writeSafetensors` does, is safe).
class SafetensorsFile {
public:
    /// Failures carry `failure` as their code (WeightsInvalid or ModelInvalid), since only the caller knows
    /// what the file was meant to be. \throws Error(FileNotFound, FileUnreadable, failure)
    SafetensorsFile(const std::filesystem::path &file, ErrorCode failure);
    ~SafetensorsFile();
    SafetensorsFile(SafetensorsFile &&) noexcept;
    SafetensorsFile &operator=(SafetensorsFile &&) noexcept;

    const std::filesystem::path &file() const;
    const std::map<std::string, std::string> &metadata() const;
    const std::map<std::string, TensorView> &tensors() const;

    bool has(const std::string &name) const;
    /// \throws Error(failure) naming the tensor that is not there
    const TensorView &tensor(const std::string &name) const;
    /// A copy converted to single precision (from any float type). \throws Error(failure) if not there, not a
    /// float type, or of another shape than `shape` (empty: any shape).
    std::vector<float> floats(const std::string &name, const std::vector<std::int64_t> &shape = {}) const;
    /// A view without a copy; the tensor must be Float32 and aligned. \throws Error(failure)
    std::span<const float> floatView(const std::string &name, const std::vector<std::int64_t> &shape = {}) const;
    /// A copy of whole numbers of any type. \throws Error(failure) also for a value beyond 32 bits
    std::vector<std::int32_t> integers(const std::string &name, const std::vector<std::int64_t> &shape = {}) const;

    /// The error this file's readers throw when content does not fit. Named after the file.
    [[noreturn]] void fail(const std::string &detail) const;

private:
    struct Mapping;
    std::unique_ptr<Mapping> m_mapping;
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

} // namespace spotcheck
