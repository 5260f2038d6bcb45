#include <algorithm>
#include <cstring>

#include <spotcheck/core/error.h>

#include "exercise.h"

namespace spotcheck::test {

std::string complaintAbout(const std::function<void()> &exercise, const std::filesystem::path &file, bool *refused)
{
    constexpr std::size_t readable = 1000; // bytes of a message beside the file's name
    if (refused)
        *refused = false;
    try {
        exercise();
    } catch (const Error &error) {
        if (refused)
            *refused = true;
        const std::string text = error.what();
        if (error.code() == ErrorCode::Internal)
            return "an internal error: " + text;
        // A model may fail for the weights it names.
        const bool named = error.code() == ErrorCode::WeightsMissing ? !error.file().empty() : error.file() == file;
        if (!named)
            return "the message does not name the file: " + text;
        if (text.size() > readable + file.string().size())
            return "the message is " + std::to_string(text.size()) + " bytes long: " + text.substr(0, readable);
        const auto control = [](unsigned char byte) { return byte < 0x20 || byte == 0x7F; };
        if (std::any_of(text.begin(), text.end(), control))
            return "the message holds control characters: " + text;
    }
    return {};
}

} // namespace spotcheck::test
