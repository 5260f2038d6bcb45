#include "model/filecheckpoint.h"

#include <system_error>

#include <spotcheck/core/log.h>

namespace spotcheck {

namespace {

constexpr const char *fingerprintKey = "fingerprint";

} // namespace

const ModelReader *FitCheckpoint::saved() const
{
    return nullptr;
}

void FitCheckpoint::keep(const ModelWriter &) {}

FileCheckpoint::FileCheckpoint(std::filesystem::path file, std::string fingerprint)
    : m_file(std::move(file)), m_fingerprint(std::move(fingerprint))
{
    std::error_code unreachable; // then there is no checkpoint, and the training begins at its beginning
    if (m_file.empty() || !std::filesystem::exists(m_file, unreachable))
        return;
    try {
        auto tensors = std::make_shared<const SafetensorsFile>(m_file, ErrorCode::ModelInvalid);
        const auto found = tensors->metadata().find(fingerprintKey);
        if (found != tensors->metadata().end() && found->second == m_fingerprint)
            m_saved.emplace(std::move(tensors));
        else
            logInfo("the checkpoint " + m_file.string() + " belongs to another training and is not used");
    } catch (const Error &error) {
        logWarning(error.what());
    }
}

void FileCheckpoint::keep(const ModelWriter &state)
{
    if (m_file.empty())
        return;
    try {
        state.write(m_file, {{"format", "spotcheck-checkpoint"}, {fingerprintKey, m_fingerprint}});
    } catch (const Error &error) {
        if (error.code() != ErrorCode::WriteFailed)
            throw;
        if (m_problem.empty()) {
            m_problem = error.what();
            logWarning("the training goes on without a checkpoint: " + m_problem);
        }
    }
}

void FileCheckpoint::remove()
{
    if (m_file.empty())
        return;
    std::error_code ignored; // a file left behind does no harm
    std::filesystem::remove(m_file, ignored);
}

} // namespace spotcheck
