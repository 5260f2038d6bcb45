#pragma once

#include <string>
#include <vector>

namespace spotcheck {

/// A sentence for people that holds figures or names. The window translates the text and puts the arguments in;
/// `english` does so without a translation.
struct Message {
    std::string text;                     ///< English; "%1" ... "%9" stand for the arguments
    std::vector<std::string> arguments{}; ///< as they are to be read, in any language

    std::string english() const;
    bool operator==(const Message &) const = default;
};

/// One after the other, as a paragraph.
std::string english(const std::vector<Message> &messages);

} // namespace spotcheck
