#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <utility>
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

/// Named tensors of an opened file, whatever its format. The formats derive from it and fill it.
class TensorFile {
public:
    virtual ~TensorFile() = default;

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

protected:
    /// Failures carry `failure` as their code (WeightsInvalid or ModelInvalid), since only the caller knows
    /// what the file was meant to be.
    TensorFile(std::filesystem::path file, ErrorCode failure);
    TensorFile(TensorFile &&) = default;
    TensorFile &operator=(TensorFile &&) = default;

    void describe(std::map<std::string, std::string> metadata) { m_metadata = std::move(metadata); }
    /// `view` must stay valid as long as this lives. \throws Error(failure) for a name that is taken
    void add(const std::string &name, TensorView view);

private:
    const TensorView &shaped(const std::string &name, const std::vector<std::int64_t> &shape) const;

    std::filesystem::path m_file;
    ErrorCode m_failure;
    std::map<std::string, std::string> m_metadata;
    std::map<std::string, TensorView> m_tensors;
};

} // namespace spotcheck
