#include <spotcheck/core/error.h>

#include "backbone/pytorchfile.h"
#include "exercise.h"
#include "model/safetensors.h"

namespace spotcheck::test {

namespace {

/// Every tensor to its last byte, converted where it can be.
void readAll(const TensorFile &file)
{
    std::size_t sum = 0;
    for (const auto &[name, tensor] : file.tensors()) {
        for (const std::byte byte : tensor.bytes)
            sum += static_cast<std::size_t>(byte);
        try {
            sum += file.floats(name).size();
        } catch (const Error &) { // whole numbers
            sum += file.integers(name).size();
        }
    }
    [[maybe_unused]] volatile std::size_t seen = sum; // the bytes are really read
}

} // namespace

void exerciseSafetensors(const std::filesystem::path &file)
{
    readAll(SafetensorsFile(file, ErrorCode::WeightsInvalid));
}

void exercisePyTorch(const std::filesystem::path &file)
{
    PyTorchFile::is(file);
    readAll(PyTorchFile(file, ErrorCode::WeightsInvalid));
}

} // namespace spotcheck::test
