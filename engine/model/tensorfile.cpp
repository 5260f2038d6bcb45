#include "model/tensorfile.h"

#include <cstring>
#include <utility>

#include "model/floatconversion.h"
#include "model/safetensorsheader.h"

namespace spotcheck {

namespace {

template <typename Element>
Element elementAt(const TensorView &tensor, std::int64_t index)
{
    Element element;
    std::memcpy(&element, tensor.bytes.data() + static_cast<std::size_t>(index) * sizeof(Element), sizeof(Element));
    return element;
}

template <typename Element, typename Result, typename Convert>
std::vector<Result> converted(const TensorView &tensor, Convert convert)
{
    std::vector<Result> values(static_cast<std::size_t>(tensor.elements()));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = convert(elementAt<Element>(tensor, static_cast<std::int64_t>(i)));
    return values;
}

} // namespace

std::size_t bytesPerElement(TensorType type)
{
    switch (type) {
    case TensorType::Float64:
    case TensorType::Int64:
        return 8;
    case TensorType::Float32:
    case TensorType::Int32:
        return 4;
    case TensorType::Float16:
    case TensorType::BFloat16:
        return 2;
    case TensorType::UInt8:
        return 1;
    }
    throw Error(ErrorCode::Internal, "unknown tensor type");
}

std::int64_t TensorView::elements() const
{
    return static_cast<std::int64_t>(bytes.size() / bytesPerElement(type));
}

TensorFile::TensorFile(std::filesystem::path file, ErrorCode failure) : m_file(std::move(file)), m_failure(failure) {}

void TensorFile::add(const std::string &name, TensorView view)
{
    if (!m_tensors.emplace(name, std::move(view)).second)
        fail("the file has two tensors " + quotedName(name));
}

const TensorView &TensorFile::shaped(const std::string &name, const std::vector<std::int64_t> &shape) const
{
    const auto found = m_tensors.find(name);
    if (found == m_tensors.end())
        fail("the file has no tensor " + quotedName(name));
    if (!shape.empty() && found->second.shape != shape)
        fail("tensor " + quotedName(name) + " has the shape " + shapeText(found->second.shape) + ", expected " +
             shapeText(shape));
    return found->second;
}

const std::filesystem::path &TensorFile::file() const
{
    return m_file;
}

const std::map<std::string, std::string> &TensorFile::metadata() const
{
    return m_metadata;
}

const std::map<std::string, TensorView> &TensorFile::tensors() const
{
    return m_tensors;
}

bool TensorFile::has(const std::string &name) const
{
    return m_tensors.contains(name);
}

const TensorView &TensorFile::tensor(const std::string &name) const
{
    return shaped(name, {});
}

std::vector<float> TensorFile::floats(const std::string &name, const std::vector<std::int64_t> &shape) const
{
    const TensorView &view = shaped(name, shape);
    switch (view.type) {
    case TensorType::Float64:
        return converted<double, float>(view, [](double value) { return static_cast<float>(value); });
    case TensorType::Float32:
        return converted<float, float>(view, [](float value) { return value; });
    case TensorType::Float16:
        return converted<std::uint16_t, float>(view, floatFromHalf);
    case TensorType::BFloat16:
        return converted<std::uint16_t, float>(view, floatFromBFloat16);
    default:
        fail("tensor " + quotedName(name) + " does not hold floating-point numbers");
    }
}

std::span<const float> TensorFile::floatView(const std::string &name, const std::vector<std::int64_t> &shape) const
{
    const TensorView &view = shaped(name, shape);
    if (view.type != TensorType::Float32)
        fail("tensor " + quotedName(name) + " is not single precision");
    if (reinterpret_cast<std::uintptr_t>(view.bytes.data()) % alignof(float) != 0)
        fail("tensor " + quotedName(name) + " is not aligned in the file");
    return {reinterpret_cast<const float *>(view.bytes.data()), static_cast<std::size_t>(view.elements())};
}

std::vector<std::int32_t> TensorFile::integers(const std::string &name, const std::vector<std::int64_t> &shape) const
{
    const TensorView &view = shaped(name, shape);
    switch (view.type) {
    case TensorType::Int64:
        return converted<std::int64_t, std::int32_t>(view, [&](std::int64_t value) {
            if (!std::in_range<std::int32_t>(value))
                fail("tensor " + quotedName(name) + " holds a number that needs more than 32 bits");
            return static_cast<std::int32_t>(value);
        });
    case TensorType::Int32:
        return converted<std::int32_t, std::int32_t>(view, [](std::int32_t value) { return value; });
    case TensorType::UInt8:
        return converted<std::uint8_t, std::int32_t>(view, [](std::uint8_t value) { return std::int32_t{value}; });
    default:
        fail("tensor " + quotedName(name) + " does not hold whole numbers");
    }
}

void TensorFile::fail(const std::string &detail) const
{
    throw Error(m_failure, m_file, detail);
}

} // namespace spotcheck
