#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "model/safetensors.h"

namespace spotcheck {

/// Where a detector puts what it has learnt. Spans must live until `write`.
class ModelWriter {
public:
    void floats(const std::string &name, std::vector<std::int64_t> shape, std::span<const float> values);
    void bytes(const std::string &name, std::vector<std::int64_t> shape, std::span<const std::uint8_t> values);
    void integers(const std::string &name, std::vector<std::int64_t> shape, std::vector<std::int32_t> values);

    /// \throws Error(WriteFailed)
    void write(const std::filesystem::path &file, const std::map<std::string, std::string> &metadata) const;
    /// Size of that file.
    std::uint64_t fileBytes(const std::map<std::string, std::string> &metadata) const;

private:
    std::vector<TensorToWrite> m_tensors;
    std::deque<std::vector<std::int32_t>> m_integers; ///< keeps the addresses that m_tensors points to
};

/// A detector's view of a model file, which stays mapped as long as a copy of the reader lives. Everything that does
/// not fit is an Error(ModelInvalid) naming the file.
class ModelReader {
public:
    explicit ModelReader(std::shared_ptr<const SafetensorsFile> file) : m_file(std::move(file)) {}

    bool has(const std::string &name) const { return m_file->has(name); }
    const std::vector<std::int64_t> &shape(const std::string &name) const { return m_file->tensor(name).shape; }
    /// Finite values, valid as long as the file. An infinite or missing number is refused: it would silently
    /// turn every score into nonsense.
    std::span<const float> floatView(const std::string &name, const std::vector<std::int64_t> &shape) const;
    std::vector<std::int32_t> integers(const std::string &name, const std::vector<std::int64_t> &shape) const
    {
        return m_file->integers(name, shape);
    }
    [[noreturn]] void fail(const std::string &detail) const { m_file->fail(detail); }

private:
    std::shared_ptr<const SafetensorsFile> m_file;
};

} // namespace spotcheck
