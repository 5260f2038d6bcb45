#include "model/modelfile.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace spotcheck {

void ModelWriter::floats(const std::string &name, std::vector<std::int64_t> shape, std::span<const float> values)
{
    m_tensors.push_back({name, TensorType::Float32, std::move(shape), std::as_bytes(values)});
}

void ModelWriter::bytes(const std::string &name, std::vector<std::int64_t> shape,
                        std::span<const std::uint8_t> values)
{
    m_tensors.push_back({name, TensorType::UInt8, std::move(shape), std::as_bytes(values)});
}

void ModelWriter::integers(const std::string &name, std::vector<std::int64_t> shape, std::vector<std::int32_t> values)
{
    const std::vector<std::int32_t> &kept = m_integers.emplace_back(std::move(values));
    m_tensors.push_back({name, TensorType::Int32, std::move(shape), std::as_bytes(std::span(kept))});
}

void ModelWriter::write(const std::filesystem::path &file, const std::map<std::string, std::string> &metadata) const
{
    writeSafetensors(file, metadata, m_tensors);
}

std::uint64_t ModelWriter::fileBytes(const std::map<std::string, std::string> &metadata) const
{
    return safetensorsBytes(metadata, m_tensors);
}

std::span<const float> ModelReader::floatView(const std::string &name, const std::vector<std::int64_t> &shape) const
{
    const std::span<const float> values = m_file->floatView(name, shape);
    if (!std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); }))
        fail(name + " holds a value that is not a finite number");
    return values;
}

} // namespace spotcheck
